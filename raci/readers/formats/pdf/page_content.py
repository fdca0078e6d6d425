"""What stands on a page of a PDF file: its characters with their boxes, and the ruled lines drawn on it."""

from __future__ import annotations

import ctypes
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.pages import MAX_PAGE_CHARS
from raci.readers.layout.ruled_tables import RuledLine
from raci.rules.text_patterns import text_patterns

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage, PdfTextPage

__all__ = ["page_glyphs", "page_ruled_lines"]

#: a ruled line is no thicker, in points
_MAX_THICKNESS = 3.0
#: a page with more characters is not asked for pictures; how deep objects made of objects are followed for them,
#: and for lines
_TEXT_CHARS, _PICTURE_DEPTH, _LINE_DEPTH = 50, 4, 3
#: names of fonts are read up to so many bytes
_FONT_NAME_LENGTH = 128
_BLANKS = frozenset((0x20, 0x3000, 0xA0))
#: the encodings in which files write the Chinese names of fonts
_NAME_ENCODINGS = ("utf-8", "gb18030")

_Box = tuple[float, float, float, float]


class _PageFrame(NamedTuple):
    """The media box of a page, y upwards, and by how many degrees it is shown turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, page: PdfPage) -> _PageFrame:
        left, bottom, right, top = page.get_mediabox()
        return cls(left, bottom, right, top, page.get_rotation() % 360)

    def place(self, left: float, bottom: float, right: float, top: float) -> _Box:
        """A box of the page as it is shown: left, top, right, bottom, y from the top down."""
        x0, x1, y0, y1 = left - self.left, right - self.left, self.top - top, self.top - bottom
        width, height = self.right - self.left, self.top - self.bottom
        if self.rotation == 0:
            return x0, y0, x1, y1
        if self.rotation == 90:
            return height - y1, x0, height - y0, x1
        if self.rotation == 180:
            return width - x1, height - y1, width - x0, height - y0
        return y0, width - x1, y1, width - x0


def page_glyphs(page: PdfPage) -> tuple[list[Glyph], bool]:
    """The characters of a page, y from the top down; and whether the page holds pictures.

    One more than ``MAX_PAGE_CHARS`` are given where there are more.
    """
    import pypdfium2.raw as raw

    text = page.get_textpage()
    frame = _PageFrame.of(page)
    glyphs: list[Glyph] = []
    box = raw.FS_RECTF()
    spaced = False
    for index in range(text.count_chars()):
        if len(glyphs) > MAX_PAGE_CHARS:
            break
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _BLANKS:
            spaced = raw.FPDFText_IsGenerated(text, index) == 0
            continue
        if not _is_character(code) or not raw.FPDFText_GetLooseCharBox(text, index, box):
            continue
        bold = _is_heavy(_font_name(text, index))
        glyphs.append(Glyph(chr(code), *frame.place(box.left, box.bottom, box.right, box.top), bold, spaced))
        spaced = False
    text.close()
    pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_PICTURE_DEPTH)
    return glyphs, len(glyphs) < _TEXT_CHARS and any(True for _ in pictures)


def _is_character(code: int) -> bool:
    """Whether a code of pdfium names a character: no control character, surrogate, or hyphen that it made up."""
    return 0x20 < code <= 0x10FFFF and code != 0xFFFE and not 0xD800 <= code < 0xE000


def _font_name(text: PdfTextPage, index: int) -> bytes:
    """The name of the font of a character as the file has it; empty where it is too long."""
    import pypdfium2.raw as raw

    name, flags = ctypes.create_string_buffer(_FONT_NAME_LENGTH), ctypes.c_int()
    size = raw.FPDFText_GetFontInfo(text, index, name, _FONT_NAME_LENGTH, flags)
    return name.raw[: size - 1] if 0 < size <= _FONT_NAME_LENGTH else b""


@lru_cache(maxsize=256)
def _is_heavy(name: bytes) -> bool:
    """Whether a font of this name sets bold type."""
    pattern = text_patterns("fonts")["heavy-font-pdf"]
    return any(pattern.holds(name.decode(encoding, "replace")) for encoding in _NAME_ENCODINGS)


def page_ruled_lines(page: PdfPage) -> list[RuledLine]:
    """The level and upright lines on a page: lines, thin bars, and the sides of boxes."""
    import pypdfium2.raw as raw

    frame = _PageFrame.of(page)
    lines: list[RuledLine] = []
    for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_LINE_DEPTH):
        x0, y0, x1, y1 = frame.place(*shape.get_bounds())
        width, height = x1 - x0, y1 - y0
        if height <= _MAX_THICKNESS < width or width <= _MAX_THICKNESS < height:
            lines.append(_centre_line(x0, y0, x1, y1))
        elif width > _MAX_THICKNESS and height > _MAX_THICKNESS and _is_stroked(shape):
            lines += [
                RuledLine(x0, y0, x1, y0),
                RuledLine(x0, y1, x1, y1),
                RuledLine(x0, y0, x0, y1),
                RuledLine(x1, y0, x1, y1),
            ]
    return lines


def _centre_line(x0: float, y0: float, x1: float, y1: float) -> RuledLine:
    if x1 - x0 >= y1 - y0:
        return RuledLine(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    return RuledLine((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)


def _is_stroked(shape: PdfObject) -> bool:
    """Whether the outline of a box is drawn."""
    import pypdfium2.raw as raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(shape, fill, stroke)) and bool(stroke.value)
