"""What a PDF file says of its text objects: which are no content of the page (ISO 32000-1, 14.8.2.2)."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from raci.readers.formats.pdf.forms import inside_form
from raci.readers.formats.pdf.page_objects import forms_on_page
from raci.readers.layout.printed_pages import Standing

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

__all__ = ["Standings"]

#: the longest name of a mark that is looked at, in UTF-16 units
_LONGEST = 32
#: pdfium tells that a property is there, but of names not which: a subtype have heads, feet and watermarks
_PROPERTY = b"Subtype"


class Standings:
    """How the text objects of one page stand, by their addresses."""

    def __init__(self, page: PdfPage) -> None:
        self._name, self._length = (ctypes.c_ushort * _LONGEST)(), ctypes.c_ulong()
        self._in_forms: dict[int, Standing] = {}
        # a form may be marked as a whole: its objects do not say so
        for shape in forms_on_page(page):
            if (standing := self._marked(shape.raw)) is not Standing.CONTENT:
                self._in_forms.update((address, standing) for address in inside_form(shape.raw))

    def of(self, handle: Any) -> Standing:
        """How a text object stands."""
        inside = self._in_forms.get(ctypes.addressof(handle.contents)) if self._in_forms else None
        return inside or self._marked(handle)

    def _marked(self, handle: Any) -> Standing:
        import pypdfium2.raw as raw

        standing = Standing.CONTENT
        for number in range(raw.FPDFPageObj_CountMarks(handle)):
            mark = raw.FPDFPageObj_GetMark(handle, number)
            if not raw.FPDFPageObjMark_GetName(mark, self._name, ctypes.sizeof(self._name), self._length):
                continue
            if bytes(self._name)[: self._length.value].decode("utf-16le", "replace").rstrip("\0") != "Artifact":
                continue
            if raw.FPDFPageObjMark_GetParamValueType(mark, _PROPERTY) == raw.FPDF_OBJECT_NAME:
                return Standing.OF_PAGE
            standing = Standing.ARTIFACT
        return standing
