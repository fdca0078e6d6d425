"""The reader of Excel workbooks (.xlsx, .xlsm), by openpyxl.

Formulas show the value last saved; macros are not read.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from raci.errors import ReadError
from raci.model import Document, Span
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import TextLine
from raci.readers.files.packages import Package
from raci.readers.formats.workbook_record import restore_document
from raci.readers.tables.sheet_cells import SheetCell
from raci.readers.tables.sheets import MOST_CELLS, display_value, read_sheet
from raci.readers.tables.workbooks import compose_sheets, hidden_note
from raci.rules.text_patterns import text_patterns
from raci.storage import sheet_names

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["read"]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a workbook: its visible sheets one after the other.

    A workbook that raci wrote is read from the record in it (``Document.saved``); without the record, of its sheets
    任务分工 alone.
    Raises ReadError where the workbook is broken, too large, or holds no words.
    """
    package = Package(data, name, "Excel")
    package.check()
    sheets = _open(package, data)
    notes: list[str] = []
    titles = {sheet.title for sheet in sheets}
    written_by_raci = titles >= sheet_names.TELLING
    if written_by_raci or sheet_names.RECORD in titles:
        restored = restore_document(sheets, name)
        if restored.document is not None:
            return [restored.document]
        if written_by_raci:
            division = sheet_names.DIVISION
            sheets = [sheet for sheet in sheets if sheet.title == division]
            notes.append(
                f"raci 生成的工作簿，但{restored.reason}：只当作表格读工作表“{division}”，依据以表中的文字为准"
            )
    parts: list[TextLine | DraftTable] = []
    for sheet in sheets:
        if sheet.sheet_state != "visible":
            notes.append(hidden_note(sheet.title))
            continue
        try:
            sheet_parts, sheet_notes = read_sheet(_bounded(_cells(sheet), sheet.title, name), sheet.title)
        except (ValueError, TypeError, AttributeError, LookupError) as error:
            raise package.broken(sheet.title) from error
        parts += sheet_parts
        notes += sheet_notes
    macros = ["宏未读、未运行"] if package.has_macros else []
    return compose_sheets(parts, name, format="xlsx", notes=[*notes, *macros])


def _open(package: Package, data: bytes) -> list[Worksheet]:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on what openpyxl cannot write back: nothing is written
            workbook = load_workbook(io.BytesIO(data), data_only=True, rich_text=True, keep_links=False)
            return list(workbook.worksheets)
    except Exception as error:  # openpyxl lets whatever a broken file provokes through
        raise package.broken() from error


def _bounded(cells: Sequence[SheetCell], title: str, name: str) -> Sequence[SheetCell]:
    """The cells of a sheet; raises ReadError where they stand so far apart that the grid would be too large."""
    rows = max((cell.row for cell in cells), default=0)
    columns = max((cell.column for cell in cells), default=0)
    if rows * columns > MOST_CELLS:
        what = f"工作表“{title}”有字的范围超过 {MOST_CELLS} 格"
        raise ReadError(what, place=name, remedy="请删去表外零散的字，另存后再用")
    return cells


def _cells(sheet: Worksheet) -> list[SheetCell]:
    spans = {
        (area.min_row, area.min_col): (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
        for area in sheet.merged_cells.ranges
    }
    cells = []
    # iter_rows would make a cell of every place that the sheet spans, and one formatted row may span a million
    for position, cell in sorted(sheet._cells.items()):
        if cell.value is not None:
            rowspan, colspan = spans.get(position, (1, 1))
            text, bold = _text(cell)
            cells.append(SheetCell(cell.row - 1, cell.column - 1, text, rowspan, colspan, bold))
    return cells


def _text(cell: Cell) -> tuple[str, tuple[Span, ...]]:
    """The text of a cell, and its bold spans."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock

    value = cell.value
    if not isinstance(value, CellRichText):
        text = display_value(value)
        font = cell.font
        return text, (Span(0, len(text)),) if font is not None and _is_bold(font.b, font.name) else ()
    text, spans = "", []
    for run in value:
        words = run.text if isinstance(run, TextBlock) else str(run)
        if isinstance(run, TextBlock) and run.font is not None and _is_bold(run.font.b, run.font.rFont):
            spans.append(Span(len(text), len(text) + len(words)))
        text += words
    return text, tuple(spans)


def _is_bold(bold: bool | None, font: str | None) -> bool:
    return bool(bold) or text_patterns("fonts")["heavy-font"].holds(font or "")
