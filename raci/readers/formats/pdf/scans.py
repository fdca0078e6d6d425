"""Pages of a PDF file that are pictures, recognised (extra ``ocr``)."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from raci.readers.files.pdfium import PDFIUM_LOCK
from raci.readers.formats.pdf.opening import open_pdf
from raci.readers.layout.ocr import RecognisedPage, recognise
from raci.readers.layout.ocr.limits import DPI, MAX_DOTS, MAX_SIDE

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from raci.readers.layout.ocr.engine import Picture

__all__ = ["recognise_pages"]

log = logging.getLogger("raci")


def recognise_pages(data: bytes, name: str, numbers: Sequence[int]) -> Iterator[tuple[int, RecognisedPage | None]]:
    """The pages of those numbers (from 1), recognised; None for one that cannot be drawn within the limits.

    Others may use pdfium while a page is recognised. Raises ReadError where the recogniser does not load.
    """
    for position, number in enumerate(numbers, 1):
        log.info("%s：识别第 %d 页（%d/%d）", name, number, position, len(numbers))
        with PDFIUM_LOCK, open_pdf(data, name) as document:
            picture = _draw(document, number)
        yield number, recognise(*picture) if picture is not None else None


def _draw(document: PdfDocument, number: int) -> tuple[Picture, float] | None:
    """A page as an RGB picture, with its dots an inch."""
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        page = document[number - 1]
        for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
            width, height = picture.get_px_size()
            if width * height > MAX_DOTS:
                return None
        dpi = min(DPI, MAX_SIDE * 72 / max(page.get_size()))
        bitmap = page.render(scale=dpi / 72, rev_byteorder=True, draw_annots=False, may_draw_forms=False)
        return bitmap.to_numpy()[:, :, :3].copy(), dpi
    except (pypdfium2.PdfiumError, ZeroDivisionError, MemoryError):
        return None
