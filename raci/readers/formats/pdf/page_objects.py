"""The objects on a PDF page by their kinds, those in forms among them; only those asked for become values of Python.

Maps and drawings hold hundreds of thousands of lines: pypdfium2 makes a value of each that it passes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage

__all__ = ["forms_on_page", "is_crowded", "objects_on_page"]

#: a page with more objects is a map or a drawing: neither tables nor pictures of text are looked for on it
_MOST_OBJECTS = 300_000


def is_crowded(page: PdfPage) -> bool:
    """Whether a page holds more objects than any page of text and tables."""
    import pypdfium2.raw as raw

    return bool(raw.FPDFPage_CountObjects(page) > _MOST_OBJECTS)


def forms_on_page(page: PdfPage) -> Iterator[PdfObject]:
    """The forms (ISO 32000-1, 8.10) that a page draws itself; none where it is crowded."""
    import pypdfium2.raw as raw

    if not is_crowded(page):
        yield from objects_on_page(page, [raw.FPDF_PAGEOBJ_FORM], 1)


def objects_on_page(page: PdfPage, kinds: Collection[int], depth: int) -> Iterator[PdfObject]:
    """The objects of those kinds in the order in which they are drawn, down to forms of that ``depth``."""
    import pypdfium2.raw as raw

    yield from _objects(page, None, raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject, kinds, depth)


def _objects(
    page: PdfPage,
    form: PdfObject | None,
    count: int,
    take: Callable[[Any, int], Any],
    kinds: Collection[int],
    depth: int,
) -> Iterator[PdfObject]:
    import pypdfium2
    import pypdfium2.raw as raw

    holder = page if form is None else form
    kind_of, form_kind = raw.FPDFPageObj_GetType, raw.FPDF_PAGEOBJ_FORM
    for number in range(count):
        handle = take(holder, number)
        if not handle:
            raise pypdfium2.PdfiumError("Failed to get pageobject.")
        kind = kind_of(handle)
        if kind not in kinds and kind != form_kind:
            continue
        level = 0 if form is None else form.level + 1
        found = pypdfium2.PdfObject(handle, page=page, pdf=page.pdf, container=form, level=level)
        if kind in kinds:
            yield found
        if kind == form_kind and depth > 1:
            inside = raw.FPDFFormObj_CountObjects(found)
            yield from _objects(page, found, inside, raw.FPDFFormObj_GetObject, kinds, depth - 1)
