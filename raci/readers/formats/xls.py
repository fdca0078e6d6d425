"""The reader of old Excel workbooks (.xls), by xlrd. Macros are not read."""

from __future__ import annotations

import io
from typing import Any

from raci.errors import ReadError
from raci.model import Document, Span
from raci.readers.documents.assembly import compose
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import TextLine
from raci.readers.files.input_formats import OLE
from raci.readers.tables.mending import restore_paragraphs
from raci.readers.tables.sheet_cells import SheetCell
from raci.readers.tables.sheets import display_value, read_sheet, sheet_title

__all__ = ["read"]

_BLACK = frozenset(("黑体", "SimHei"))
_REMEDY = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再用"


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a workbook: its visible sheets one after the other.

    A text in the clothes of a workbook, as many systems hand them out, is read as a table in text.
    Raises ReadError where it is broken, has a password, or holds no words.
    """
    import xlrd

    if not data.startswith(OLE):
        from raci.readers.formats.csv import read as read_csv

        return read_csv(data, name)
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        sheets = [book.sheet_by_index(index) for index in range(book.nsheets)]
        cells = [(sheet.name, sheet.visibility, _cells(book, sheet)) for sheet in sheets]
    except Exception as error:  # xlrd lets whatever a broken file provokes through
        if "ncrypted" in str(error) or "password" in str(error).lower():
            raise ReadError("有密码", place=name, remedy="请用 Excel 或 WPS 打开，去掉密码，另存后再用") from error
        raise ReadError("不是完整的 Excel 文件", place=name, remedy=_REMEDY) from error
    found: list[TextLine | DraftTable] = []
    notes: list[str] = []
    for label, hidden, inside in cells:
        if hidden:
            notes.append(f"隐藏的工作表“{label}”未读")
        else:
            parts, sheet_notes = read_sheet(inside)
            found += parts
            notes += sheet_notes
    if not found:
        raise ReadError("没有文字", place=name, remedy="请给出有内容的文件")
    return compose(restore_paragraphs(found), name, format="xls", title=sheet_title(found), notes=notes)


def _cells(book: Any, sheet: Any) -> list[SheetCell]:
    import xlrd

    reach = {(top, left): (bottom - top, right - left) for top, bottom, left, right in sheet.merged_cells}
    cells = []
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR):
                continue
            value = cell.value
            if cell.ctype == xlrd.XL_CELL_DATE:
                value = xlrd.xldate_as_datetime(value, book.datemode)
            elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                value = bool(value)
            text = display_value(value)
            font = book.font_list[book.xf_list[cell.xf_index].font_index]
            bold = (Span(0, len(text)),) if font.bold or font.name in _BLACK else ()
            rowspan, colspan = reach.get((row, column), (1, 1))
            cells.append(SheetCell(row, column, text, rowspan, colspan, bold))
    return cells
