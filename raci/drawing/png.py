"""Pictures made of dots: the PDF of a sheet, drawn by pdfium, with fonts that are known to have its characters."""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from raci.drawing.pdf import pdf_for_dots
from raci.errors import DrawError
from raci.readers.files.pdfium import PDFIUM_LOCK

if TYPE_CHECKING:
    import pypdfium2

    from raci.drawing.canvas import Canvas

__all__ = ["Press", "packed_dots", "png", "png_file"]

#: dots per inch of A3, of each of several sheets (they take long), and the least, at which letters of 9 pt are 12
#: dots high and still legible
_DPI, _SHEETS_DPI, _LEAST_DPI = 150, 110, 96
#: how many dots a large sheet gets, and the most that one may have: 100 million take 300 MB while they are drawn
_DOTS, _MOST_DOTS = 24_000_000, 100_000_000
#: how hard the dots are packed: a higher level makes flat pictures hardly smaller
_LEVEL = 3
#: so many lines are packed at a time: all at once they would take as much memory as the picture once more
_LINES = 64


class Press:
    """Makes PNG files of ``sheets``, all with the same fonts, which are loaded once.

    A character that no font has is drawn as 〓, with a warning in the log and a note on the sheet.
    """

    def __init__(self, sheets: Sequence[Canvas]) -> None:
        self._numbers = {id(sheet): number for number, sheet in enumerate(sheets)}
        self._sheets = tuple(sheets)

    @cached_property
    def _document(self) -> pypdfium2.PdfDocument:
        import pypdfium2

        return pypdfium2.PdfDocument(pdf_for_dots(self._sheets))

    def png(self, sheet: Canvas, *, several: bool = False) -> bytes:
        """One of the sheets as a PNG file; it is one of ``several`` of its drawing, or the only one.

        Raises DrawError where the machine has no Chinese font, or the sheet is too large to draw.
        """
        inches = sheet.width * sheet.height / 72**2
        dpi = max(_LEAST_DPI, min(_SHEETS_DPI if several else _DPI, math.sqrt(_DOTS / inches)))
        if inches * dpi**2 > _MOST_DOTS:
            raise DrawError(
                f"图幅 {sheet.width / 72:.0f}×{sheet.height / 72:.0f} 英寸，超出 PNG 可用的大小",
                remedy="请输出 SVG 或 PDF，或给出一个文件夹（每页一个文件）",
            )
        width, height = round(sheet.width * dpi / 72), round(sheet.height * dpi / 72)
        return png_file(width, height, self._packed(self._numbers[id(sheet)], width, height), dpi)

    def _packed(self, number: int, width: int, height: int) -> bytes:
        """The dots of a page, packed."""
        import pypdfium2
        from pypdfium2 import raw

        with PDFIUM_LOCK:
            page = self._document[number]
            bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGR, rev_byteorder=True)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_REVERSE_BYTE_ORDER)
            page.close()
            return packed_dots(bitmap, width, height)


def png(canvas: Canvas, *, several: bool = False) -> bytes:
    """The sheet as a PNG file, one of ``several`` or the only one. Raises DrawError as ``Press.png`` does."""
    return Press([canvas]).png(canvas, several=several)


def packed_dots(bitmap: pypdfium2.PdfBitmap, width: int, height: int) -> bytes:
    """The dots of a bitmap of three colours, packed: line by line, each after a byte that says it is not filtered."""
    dots, stride, packer = memoryview(bitmap.buffer).cast("B"), bitmap.stride, zlib.compressobj(_LEVEL)
    packed: list[bytes] = []
    for first in range(0, height, _LINES):
        lines = (dots[row * stride : row * stride + 3 * width] for row in range(first, min(first + _LINES, height)))
        packed.append(packer.compress(b"\0" + b"\0".join(lines)))
    return b"".join([*packed, packer.flush()])


def png_file(width: int, height: int, packed: bytes, dpi: float) -> bytes:
    """A PNG file (ISO/IEC 15948) of dots in red, green and blue, given packed."""
    per_metre = round(dpi / 0.0254)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
        (b"IDAT", packed),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
