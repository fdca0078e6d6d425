"""Objects in the form XObjects of a PDF page (ISO 32000-1, 8.10): pdfium gives their places as within the form.

Whole pages are such forms where several are printed on one sheet, or where one was turned or made smaller.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage

__all__ = ["FormPlace", "bounds_on_page", "inside_form", "placed_forms"]

_Box = tuple[float, float, float, float]
#: how deep forms within forms are followed
_DEPTH = 4


class FormPlace(NamedTuple):
    """The transformation by which a form is placed (ISO 32000-1, 8.3.3)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def box(self, left: float, bottom: float, right: float, top: float) -> _Box:
        """The upright box around a box of the form once that is placed: left, bottom, right, top."""
        corners = [(x, y) for x in (left, right) for y in (bottom, top)]
        xs = [self.a * x + self.c * y + self.e for x, y in corners]
        ys = [self.b * x + self.d * y + self.f for x, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def within(self, outer: FormPlace) -> FormPlace:
        """The transformation of a form that stands in another."""
        return FormPlace(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )


def bounds_on_page(shape: PdfObject) -> _Box:
    """The box of an object in the coordinates of its page: left, bottom, right, top."""
    box: _Box = shape.get_bounds()
    container = shape.container
    while container is not None:
        box, container = _place(container.raw).box(*box), container.container
    return box


def placed_forms(page: PdfPage) -> dict[int, FormPlace]:
    """The objects in the forms of a page that are not placed as they are, by their addresses."""
    import pypdfium2.raw as raw

    forms = page.get_objects(filter=[raw.FPDF_PAGEOBJ_FORM], max_depth=1)
    places = (placed for form in forms for placed in _inside(form.raw, _place(form.raw), _DEPTH))
    return {address: place for address, place in places if place != FormPlace()}


def inside_form(form: Any) -> Iterator[int]:
    """The addresses of the objects in a form, those in forms within it too."""
    return (address for address, _ in _inside(form, FormPlace(), _DEPTH))


def _inside(form: Any, place: FormPlace, depth: int) -> Iterator[tuple[int, FormPlace]]:
    import pypdfium2.raw as raw

    for number in range(raw.FPDFFormObj_CountObjects(form)):
        handle = raw.FPDFFormObj_GetObject(form, number)
        if not handle:
            continue
        yield ctypes.addressof(handle.contents), place
        if depth > 1 and raw.FPDFPageObj_GetType(handle) == raw.FPDF_PAGEOBJ_FORM:
            yield from _inside(handle, _place(handle).within(place), depth - 1)


def _place(form: Any) -> FormPlace:
    import pypdfium2.raw as raw

    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(form, matrix):
        return FormPlace()
    place = FormPlace(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    return place if all(map(math.isfinite, place)) else FormPlace()
