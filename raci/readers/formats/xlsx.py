"""The reader of Excel workbooks (.xlsx, .xlsm), by openpyxl.

Formulas show the value last saved; macros are not read.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from raci.errors import ReadError
from raci.model import Document, Span
from raci.readers.documents.assembly import Line, Table, compose
from raci.readers.files.packages import Package
from raci.readers.formats.restored import restored
from raci.readers.tables.mending import mended
from raci.readers.tables.sheet_cells import SheetCell
from raci.readers.tables.sheets import MOST_CELLS, parts, shown, title
from raci.storage import sheet_names

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["read"]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a workbook: its visible sheets one after the other.

    Raises ReadError where it is broken, too large, or holds no words.
    """
    from openpyxl import load_workbook

    package = Package(data, name, "Excel")
    package.check()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on what openpyxl does not keep: we write nothing back
            book = load_workbook(io.BytesIO(data), data_only=True, rich_text=True, keep_links=False)
            sheets = list(book.worksheets)
    except Exception as error:  # openpyxl lets whatever a broken file provokes through
        raise package.broken() from error
    found: list[Line | Table] = []
    notes: list[str] = []
    names = {sheet.title for sheet in sheets}
    if names >= sheet_names.TELLING or sheet_names.RECORD in names:
        document, why = restored(sheets, name)
        if document is not None:
            return [document]
        if names >= sheet_names.TELLING:
            sheets = [sheet for sheet in sheets if sheet.title == sheet_names.DIVISION]
            notes.append(
                f"raci 生成的工作簿，但{why}：只当作表格读工作表“{sheet_names.DIVISION}”，依据以表中的文字为准"
            )
    for sheet in sheets:
        if sheet.sheet_state != "visible":
            notes.append(f"隐藏的工作表“{sheet.title}”未读")
            continue
        try:
            cells = _cells(sheet)
            if (
                max((cell.row for cell in cells), default=0) * max((cell.column for cell in cells), default=0)
                > MOST_CELLS
            ):
                raise ReadError(
                    f"工作表“{sheet.title}”有字的范围超过 {MOST_CELLS} 格",
                    place=name,
                    remedy="请删去表外零散的字，另存后再用",
                )
            found += parts(cells, notes)
        except (ValueError, TypeError, AttributeError, LookupError) as error:
            raise package.broken(sheet.title) from error
    if not found:
        raise ReadError("没有文字", place=name, remedy="请给出有内容的文件")
    if any(path.lower().endswith("vbaproject.bin") for path in package.members):
        notes.append("宏未读、未运行")
    return compose(mended(found), name, format="xlsx", title=title(found), notes=notes)


def _cells(sheet: Worksheet) -> list[SheetCell]:
    reach = {
        (area.min_row, area.min_col): (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
        for area in sheet.merged_cells.ranges
    }
    cells = []
    # iter_rows would make a cell of every place that the sheet spans, and one formatted row may span a million
    for place, cell in sorted(sheet._cells.items()):
        if cell.value is not None:
            rowspan, colspan = reach.get(place, (1, 1))
            text, bold = _words(cell)
            cells.append(SheetCell(cell.row - 1, cell.column - 1, text, rowspan, colspan, bold))
    return cells


def _words(cell: Cell) -> tuple[str, tuple[Span, ...]]:
    from openpyxl.cell.rich_text import CellRichText, TextBlock

    value = cell.value
    if not isinstance(value, CellRichText):
        text = shown(value)
        font = cell.font
        return text, (Span(0, len(text)),) if font is not None and (font.b or font.name in _BLACK) else ()
    text, spans = "", []
    for run in value:
        words = run.text if isinstance(run, TextBlock) else str(run)
        if isinstance(run, TextBlock) and run.font is not None and (run.font.b or run.font.rFont in _BLACK):
            spans.append(Span(len(text), len(text) + len(words)))
        text += words
    return text, tuple(spans)


_BLACK = frozenset(("黑体", "SimHei"))
