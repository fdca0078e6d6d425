"""The reader of old Excel workbooks (.xls), by xlrd; by calamine where xlrd stumbles. Macros are not read."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import TYPE_CHECKING

from raci.errors import ReadError
from raci.model import Document
from raci.readers.files.input_formats import BIFF, OLE
from raci.readers.files.limits import LONGEST_TEXT, MOST_FILLED
from raci.readers.formats.left_out import LeftOutWords
from raci.readers.formats.sheet_merges import Area
from raci.readers.formats.sheet_text import CellText, TextRun, join_runs
from raci.readers.formats.workbook_sheets import (
    WorkbookSheet,
    cell_name,
    compose_workbook,
    too_large,
)
from raci.readers.tables.date_formats import DateFormat, date_format, shown_date, shown_time
from raci.readers.tables.sheet_cells import SheetCell, display_value
from raci.rules.text_patterns import text_patterns

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell, Sheet

__all__ = ["read"]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a workbook: its visible sheets one after the other.

    A text that is called .xls, as many systems hand them out, is read as what it is: a page, or a table in text.
    Raises ReadError where the workbook is broken, has a password, or holds no words.
    """
    if not data.startswith((OLE, *BIFF)):
        from raci.readers.formats.misnamed import read_misnamed

        return read_misnamed(data, name, is_sheet=True)
    notes: list[str] = []
    try:
        sheets = _read_sheets(data, name)
    except ReadError:
        raise
    except Exception as error:  # xlrd lets whatever a broken file provokes through
        if "ncrypted" in str(error) or "password" in str(error).lower():
            raise ReadError("有密码", place=name, remedy="请用 Excel 或 WPS 打开，去掉密码，另存后再用") from error
        sheets = _read_again(data, name, error)
        notes.append("工作簿略有损坏：字照读，加粗、划去、隐藏的行列未辨认")
    return compose_workbook(sheets, name, format="xls", notes=notes)


def _read_again(data: bytes, name: str, fault: Exception) -> list[WorkbookSheet]:
    """The sheets by another library. Raises ReadError where that cannot read them either."""
    from raci.readers.formats.calamine import read_sheets

    sheets = read_sheets(data)
    if not sheets:
        remedy = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再用"
        raise ReadError("不是完整的 Excel 文件", place=name, remedy=remedy) from fault
    return sheets


def _read_sheets(data: bytes, name: str) -> list[WorkbookSheet]:
    import xlrd

    # ragged rows: else each is filled up to the widest, and one cell far away makes millions
    with xlrd.open_workbook(
        file_contents=data, logfile=io.StringIO(), formatting_info=True, ragged_rows=True, on_demand=True
    ) as workbook:
        sheets = []
        filled = length = 0
        for index in range(workbook.nsheets):
            sheet = workbook.sheet_by_index(index)
            read = _sheet(workbook, sheet)
            filled += len(read.cells)
            length += sum(len(cell.text) for cell in read.cells)
            if filled > MOST_FILLED or length > LONGEST_TEXT:
                raise too_large(name)
            sheets.append(read)
            workbook.unload_sheet(index)
        return sheets


def _sheet(workbook: Book, sheet: Sheet) -> WorkbookSheet:
    import xlrd

    struck = LeftOutWords()
    cells = []
    nothing = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
    errors = 0
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind in nothing:
                continue
            if kind == xlrd.XL_CELL_ERROR:
                errors += 1
                continue
            text = _text(workbook, sheet, row, column)
            if text.struck:
                struck.add(text.struck, place=cell_name(row, column))
            if text.text:
                cells.append(SheetCell(row, column, text.text, bold=text.bold))
    return WorkbookSheet(
        sheet.name,
        cells,
        bool(sheet.visibility),  # 0: visible, 1: hidden, 2: hidden from the menu as well
        [Area(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells],
        {row for row, info in sheet.rowinfo_map.items() if info.hidden},
        {column for column, info in sheet.colinfo_map.items() if info.hidden},
        struck,
        [*([f"出错的单元格（#REF! 等）未读 {errors} 格"] if errors else []), *_comments(sheet)],
    )


def _comments(sheet: Sheet) -> list[str]:
    left = LeftOutWords()
    for (row, column), comment in sorted(sheet.cell_note_map.items()):
        left.end_line()
        left.add(str(comment.text or ""), place=cell_name(row, column))
    return left.note("批注未读")


def _text(workbook: Book, sheet: Sheet, row: int, column: int) -> CellText:
    cell = sheet.cell(row, column)
    text = display_value(_value(workbook, cell))
    format = cell.xf_index or 0
    font = workbook.xf_list[format].font_index if 0 <= format < len(workbook.xf_list) else -1
    runs = sheet.rich_text_runlist_map.get((row, column))
    if not runs or not isinstance(cell.value, str):
        return join_runs([_run(workbook, text, font)])
    # each run begins at an offset and goes on to the next; what stands before the first looks as the cell does
    bounds = [(0, font), *runs, (len(text), font)]
    return join_runs(
        _run(workbook, text[start:end], number) for (start, number), (end, _) in pairwise(bounds) if start < end
    )


def _run(workbook: Book, text: str, number: int) -> TextRun:
    if not 0 <= number < len(workbook.font_list):  # other programs leave fonts out
        return TextRun(text)
    font = workbook.font_list[number]
    is_bold = bool(font.bold) or text_patterns("fonts")["heavy-font"].holds(font.name)
    return TextRun(text, is_bold, bool(font.struck_out))


def _value(workbook: Book, cell: Cell) -> object:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        number = cell.xf_index or 0
        known = 0 <= number < len(workbook.xf_list)
        code = workbook.format_map.get(workbook.xf_list[number].format_key) if known else None
        if 0 < float(cell.value) < 1:
            return shown_time(float(cell.value))
        day = xlrd.xldate_as_datetime(float(cell.value), workbook.datemode)
        return shown_date(day, (code and date_format(code.format_str)) or DateFormat())
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    return cell.value
