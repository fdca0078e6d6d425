"""Comments on the pages of a PDF file, which are told, and the fields of its forms, whose values are read."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

__all__ = ["FilledField", "comments", "filled_fields", "form_of"]

#: annotations that are no comments: their words are those of others, or none
_NO_COMMENTS = ("LINK", "WIDGET", "XFAWIDGET", "POPUP", "PRINTERMARK", "TRAPNET", "FILEATTACHMENT")
#: annotations that change what the text under them says, whether they say anything themselves or not
_STRUCK = "删除线"
#: values are read up to so many bytes, and so many annotations of a page
_MAX_VALUE, _MAX_ANNOTATIONS = 200_000, 5_000
#: flags of annotations that are not shown (hidden, no view); of fields: several lines, password
_HIDDEN, _MULTILINE, _PASSWORD = 1 << 1 | 1 << 5, 1 << 12, 1 << 13


class FilledField(NamedTuple):
    """A field of a form: what is filled in, its box (left, bottom, right, top, y upwards), the size of its type.

    A size of 0: as fits the field.
    """

    value: str
    box: tuple[float, float, float, float]
    size: float
    has_lines: bool


@contextmanager
def form_of(document: PdfDocument) -> Iterator[Any]:
    """What pdfium knows a document's form by; None where it has none. Scripts in it do not run."""
    import pypdfium2.raw as raw

    if document.get_formtype() == raw.FORMTYPE_NONE:
        yield None
        return
    config = raw.FPDF_FORMFILLINFO(version=2)
    form = raw.FPDFDOC_InitFormFillEnvironment(document, config)
    try:
        yield form or None
    finally:
        if form:
            raw.FPDFDOC_ExitFormFillEnvironment(form)


def comments(page: PdfPage) -> Iterator[str]:
    """What the comments on a page say; 删除线 for one that strikes text out."""
    import pypdfium2.raw as raw

    others = {getattr(raw, f"FPDF_ANNOT_{kind}") for kind in _NO_COMMENTS}
    for annotation in _annotations(page):
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if kind in others or raw.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
            continue
        text = _string(raw.FPDFAnnot_GetStringValue, annotation, b"Contents").strip()
        if kind == raw.FPDF_ANNOT_STRIKEOUT:
            yield f"{_STRUCK}：{text}" if text else _STRUCK
        elif text:
            yield text


def filled_fields(page: PdfPage, form: Any) -> Iterator[FilledField]:
    """The fields of a page with words filled in; no passwords, no boxes to tick."""
    import pypdfium2.raw as raw

    worded = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
    for annotation in _annotations(page):
        if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_WIDGET:
            continue
        flags = raw.FPDFAnnot_GetFormFieldFlags(form, annotation)
        kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
        is_text = kind == raw.FPDF_FORMFIELD_TEXTFIELD
        if kind not in worded or (is_text and flags & _PASSWORD) or raw.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
            continue
        value = _string(raw.FPDFAnnot_GetFormFieldValue, form, annotation)
        box, size = raw.FS_RECTF(), ctypes.c_float()
        if not value.strip() or not raw.FPDFAnnot_GetRect(annotation, box):
            continue
        raw.FPDFAnnot_GetFontSize(form, annotation, size)
        left, right = sorted((box.left, box.right))
        bottom, top = sorted((box.bottom, box.top))
        yield FilledField(value, (left, bottom, right, top), max(0.0, size.value), is_text and bool(flags & _MULTILINE))


def _annotations(page: PdfPage) -> Iterator[Any]:
    import pypdfium2.raw as raw

    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if annotation:
            try:
                yield annotation
            finally:
                raw.FPDFPage_CloseAnnot(annotation)


def _string(ask: Any, *arguments: Any) -> str:
    """A string of pdfium in UTF-16; empty where there is none, or a longer one than is read."""
    import pypdfium2.raw as raw

    size = ask(*arguments, None, 0)
    if not 2 < size <= _MAX_VALUE:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(*arguments, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
