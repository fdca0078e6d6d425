"""The reader of old Excel workbooks (.xls), by xlrd. Macros are not read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from raci.errors import ReadError
from raci.model import Document, Span
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import TextLine
from raci.readers.files.input_formats import OLE
from raci.readers.tables.sheet_cells import SheetCell
from raci.readers.tables.sheets import display_value, read_sheet
from raci.readers.tables.workbooks import compose_sheets, hidden_note
from raci.rules.text_patterns import text_patterns

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet as XlrdSheet

__all__ = ["read"]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a workbook: its visible sheets one after the other.

    A text that is called .xls, as many systems hand them out, is read as a table in text.
    Raises ReadError where the workbook is broken, has a password, or holds no words.
    """
    import xlrd

    if not data.startswith(OLE):
        from raci.readers.formats.csv import read as read_csv

        return read_csv(data, name)
    try:
        workbook = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        sheets = [workbook.sheet_by_index(index) for index in range(workbook.nsheets)]
        contents = [(sheet.name, sheet.visibility, _cells(workbook, sheet)) for sheet in sheets]
    except Exception as error:  # xlrd lets whatever a broken file provokes through
        if "ncrypted" in str(error) or "password" in str(error).lower():
            raise ReadError("有密码", place=name, remedy="请用 Excel 或 WPS 打开，去掉密码，另存后再用") from error
        remedy = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再用"
        raise ReadError("不是完整的 Excel 文件", place=name, remedy=remedy) from error
    parts: list[TextLine | DraftTable] = []
    notes: list[str] = []
    for title, visibility, cells in contents:
        if visibility:  # 0: visible, 1: hidden, 2: hidden from the menu as well
            notes.append(hidden_note(title))
        else:
            sheet_parts, sheet_notes = read_sheet(cells, title)
            parts += sheet_parts
            notes += sheet_notes
    return compose_sheets(parts, name, format="xls", notes=notes)


def _cells(workbook: Book, sheet: XlrdSheet) -> list[SheetCell]:
    import xlrd

    spans = {(top, left): (bottom - top, right - left) for top, bottom, left, right in sheet.merged_cells}
    cells = []
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR):
                continue
            value: object = cell.value
            if cell.ctype == xlrd.XL_CELL_DATE:
                value = xlrd.xldate_as_datetime(float(cell.value), workbook.datemode)
            elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                value = bool(value)
            text = display_value(value)
            font = workbook.font_list[workbook.xf_list[cell.xf_index or 0].font_index]
            is_bold = font.bold or text_patterns("fonts")["heavy-font"].holds(font.name)
            rowspan, colspan = spans.get((row, column), (1, 1))
            cells.append(SheetCell(row, column, text, rowspan, colspan, (Span(0, len(text)),) if is_bold else ()))
    return cells
