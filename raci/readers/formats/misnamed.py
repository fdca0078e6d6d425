"""Texts under the names of old Office files (.doc, .xls), as many office systems hand them out."""

from __future__ import annotations

from raci.errors import ReadError
from raci.model import Document
from raci.readers.formats.markup import begins_with_markup, is_page_part

__all__ = ["read_misnamed"]


def read_misnamed(data: bytes, name: str, *, is_sheet: bool) -> list[Document]:
    """The documents of a text under the name of a workbook (``is_sheet``) or of a Word file.

    A stretch of a web page is read as one. Raises ReadError where it is mark-up of another kind.
    """
    if not begins_with_markup(data):
        if is_sheet:
            from raci.readers.formats.csv import read as read_csv

            return read_csv(data, name)
        from raci.readers.formats.text import read as read_text

        return read_text(data, name)
    if is_page_part(data):
        from raci.readers.formats.html import read as read_html

        return read_html(data, name)
    remedy = f"请用 Word、Excel 或 WPS 打开，另存为 {'.xlsx' if is_sheet else '.docx'} 后再用"
    raise ReadError("是 XML 一类的标记文件，不是办公软件的文件", place=name, remedy=remedy)
