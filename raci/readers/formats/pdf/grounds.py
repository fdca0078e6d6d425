"""What is filled with colour or a picture on a page of a PDF file: white words on it are seen."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import TYPE_CHECKING

from raci.readers.formats.pdf.forms import bounds_on_page
from raci.readers.formats.pdf.page_objects import objects_on_page
from raci.readers.layout.extents import Box
from raci.readers.layout.printed_pages import Ink
from raci.readers.layout.white_print import is_white

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage

__all__ = ["coloured_grounds"]

#: how deep objects made of objects are followed
_DEPTH = 4


def coloured_grounds(page: PdfPage, place: Callable[[float, float, float, float], Box]) -> list[Box]:
    """The boxes of filled shapes that are not white, of shadings and of pictures; ``place`` brings them to the page."""
    import pypdfium2.raw as raw

    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING]
    return [
        place(*bounds_on_page(shape))
        for shape in objects_on_page(page, kinds, _DEPTH)
        if shape.type != raw.FPDF_PAGEOBJ_PATH or _is_coloured(shape)
    ]


def _is_coloured(shape: PdfObject) -> bool:
    import pypdfium2.raw as raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(shape, fill, stroke) or fill.value == raw.FPDF_FILLMODE_NONE:
        return False
    red, green, blue, opacity = parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(shape, *parts):
        return True  # a pattern
    ink = Ink.on_paper(red.value / 255, green.value / 255, blue.value / 255, opacity.value / 255)
    return not is_white(ink)
