"""Pages of a PDF file that are pictures, recognised (extra ``ocr``)."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from raci.readers.formats.pdf.opening import ALONE, opened
from raci.readers.layout.ocr import Sheet, recognise
from raci.readers.layout.ocr.limits import DPI, LONGEST, MOST_DOTS

if TYPE_CHECKING:
    from raci.readers.layout.ocr.engine import Picture

__all__ = ["sheets"]

log = logging.getLogger("raci")


def sheets(data: bytes, name: str, numbers: Sequence[int]) -> Iterator[tuple[int, Sheet | None]]:
    """The pages of those numbers (from 1), recognised; None for one that cannot be drawn within the limits.

    Others may use pdfium while a page is recognised. Raises ReadError where the recogniser does not load.
    """
    for turn, number in enumerate(numbers, 1):
        log.info("%s：识别第 %d 页（%d/%d）", name, number, turn, len(numbers))
        with ALONE, opened(data, name) as book:
            drawn = _drawn(book, number)
        yield number, recognise(*drawn) if drawn is not None else None


def _drawn(book: Any, number: int) -> tuple[Picture, float] | None:
    """A page as a grey picture, with its dots an inch."""
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        page = book[number - 1]
        for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
            wide, high = picture.get_px_size()
            if wide * high > MOST_DOTS:
                return None
        dpi = min(DPI, LONGEST * 72 / max(page.get_size()))
        bitmap = page.render(scale=dpi / 72, grayscale=True, draw_annots=False, may_draw_forms=False)
        return bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width].copy(), dpi
    except (pypdfium2.PdfiumError, ZeroDivisionError, MemoryError):
        return None
