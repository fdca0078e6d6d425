"""A workbook that raci wrote, read back from the record that it carries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from raci.model import Document, SavedWorkbook, SheetContent, WorkbookRecord
from raci.readers.formats.workbook_sheets import WorkbookSheet
from raci.storage import sheet_names
from raci.storage.record import unpack

__all__ = ["RestoredDocument", "restore_document"]

#: rows and columns in which a table that raci wrote, with what a person added, may stand
_MOST_ROWS, _MOST_COLUMNS = 100_000, 2_000

#: how the note begins that each round of writing and reading replaces
_NOTE = "读自 raci 写出的工作簿"


class RestoredDocument(NamedTuple):
    """The document of a record; None, with the reason, where there is no record that can be read."""

    document: Document | None
    reason: str = ""


def restore_document(sheets: Iterable[WorkbookSheet], name: str) -> RestoredDocument:
    """The plan that the workbook was made from, with its sheets as they are now."""
    all_sheets = list(sheets)
    record_sheet = next((sheet for sheet in all_sheets if sheet.title == sheet_names.RECORD), None)
    if record_sheet is None:
        return RestoredDocument(None, "其中没有记录（已删去，或由较早的版本写出）")
    try:
        record = unpack([row[0] if row else "" for row in _rows(record_sheet)])
    except ValueError as error:
        return RestoredDocument(None, str(error))
    contents = [SheetContent(sheet.title, _rows(sheet)) for sheet in all_sheets if sheet is not record_sheet]
    return RestoredDocument(_document(record, contents, name))


def _document(record: WorkbookRecord, sheets: Sequence[SheetContent], name: str) -> Document:
    document = record.analysis.document
    notes = [note for note in document.notes if not note.startswith(_NOTE)]
    notes.append(f"{_NOTE}“{PurePath(name).name}”：任务和依据取自其中的记录，人工修改另列")
    return replace(document, notes=tuple(notes), saved=SavedWorkbook(record, tuple(sheets), name))


def _rows(sheet: WorkbookSheet) -> tuple[tuple[str, ...], ...]:
    """The texts of a sheet, row by row, each row as far as it has texts."""
    # no table reaches farther than the bounds
    texts = {
        (cell.row, cell.column): cell.text
        for cell in sheet.cells
        if cell.row < _MOST_ROWS and cell.column < _MOST_COLUMNS
    }
    widths: dict[int, int] = {}
    for row, column in texts:
        widths[row] = max(widths.get(row, -1), column)
    return tuple(
        tuple(texts.get((row, column), "") for column in range(widths.get(row, -1) + 1))
        for row in range(max(widths, default=-1) + 1)
    )
