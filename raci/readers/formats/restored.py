"""A workbook that raci wrote, read back by the record that it carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from raci.model import Document, SavedWorkbook, SheetContent, WorkbookRecord
from raci.readers.tables.sheets import shown
from raci.storage import sheet_names
from raci.storage.record import unpack

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["restored"]

#: rows and columns in which a table of raci's, with what a person added, may stand
_LONGEST, _WIDEST = 100_000, 2_000

#: how the note begins that is anew in each round
_READ = "读自 raci 写出的工作簿"


def restored(sheets: Iterable[Worksheet], name: str) -> tuple[Document | None, str]:
    """The plan that the workbook was made from, with its sheets as they are now; else None and why not."""
    listed = list(sheets)
    holder = next((sheet for sheet in listed if sheet.title == sheet_names.RECORD), None)
    if holder is None:
        return None, "其中没有记录（已删去，或由较早的版本写出）"
    try:
        record = unpack([row[0] if row else "" for row in _rows(holder)])
    except ValueError as error:
        return None, str(error)
    kept = [SheetContent(sheet.title, _rows(sheet)) for sheet in listed if sheet is not holder]
    return _document(record, kept, name), ""


def _document(record: WorkbookRecord, sheets: list[SheetContent], name: str) -> Document:
    document = record.analysis.document
    notes = [note for note in document.notes if not note.startswith(_READ)]
    notes.append(f"{_READ}“{PurePath(name).name}”：任务和依据取自其中的记录，人工修改另列")
    return replace(document, notes=tuple(notes), saved=SavedWorkbook(record, tuple(sheets), name))


def _rows(sheet: Worksheet) -> tuple[tuple[str, ...], ...]:
    """The texts of a sheet, as far as there are any."""
    # of the cells that there are, as in raci.readers.formats.xlsx; nobody's table reaches farther than this
    held = {place: shown(cell.value) for place, cell in sheet._cells.items() if cell.value is not None}
    held = {(row, column): words for (row, column), words in held.items() if row <= _LONGEST and column <= _WIDEST}
    width: dict[int, int] = {}
    for row, column in held:
        width[row] = max(width.get(row, 0), column)
    return tuple(
        tuple(held.get((row, column), "") for column in range(1, width.get(row, 0) + 1))
        for row in range(1, max(width, default=0) + 1)
    )
