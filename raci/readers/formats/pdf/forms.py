"""Objects in the form XObjects of a PDF page (ISO 32000-1, 8.10): pdfium gives their places as within the form.

Whole pages are such forms where several are printed on one sheet, or where one was turned or made smaller.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from raci.readers.formats.pdf.page_objects import forms_on_page
from raci.readers.layout.affine import Affine
from raci.readers.layout.extents import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage

__all__ = ["bounds_on_page", "inside_form", "placed_forms"]

#: how deep forms within forms are followed
_DEPTH = 4


def bounds_on_page(shape: PdfObject) -> Box:
    """The box of an object in the coordinates of its page: left, bottom, right, top."""
    box: Box = shape.get_bounds()
    container = shape.container
    while container is not None:
        box, container = _place(container.raw).box(*box), container.container
    return box


def placed_forms(page: PdfPage) -> dict[int, Affine]:
    """The objects in the forms of a page that are not placed as they are, by their addresses."""
    places = (placed for form in forms_on_page(page) for placed in _inside(form.raw, _place(form.raw), _DEPTH))
    return {address: place for address, place in places if place != Affine()}


def inside_form(form: Any) -> Iterator[int]:
    """The addresses of the objects in a form, those in forms within it too."""
    return (address for address, _ in _inside(form, Affine(), _DEPTH))


def _inside(form: Any, place: Affine, depth: int) -> Iterator[tuple[int, Affine]]:
    import pypdfium2.raw as raw

    for number in range(raw.FPDFFormObj_CountObjects(form)):
        handle = raw.FPDFFormObj_GetObject(form, number)
        if not handle:
            continue
        yield ctypes.addressof(handle.contents), place
        if depth > 1 and raw.FPDFPageObj_GetType(handle) == raw.FPDF_PAGEOBJ_FORM:
            yield from _inside(handle, _place(handle).within(place), depth - 1)


def _place(form: Any) -> Affine:
    import pypdfium2.raw as raw

    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(form, matrix):
        return Affine()
    place = Affine(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    return place if all(map(math.isfinite, place)) else Affine()
