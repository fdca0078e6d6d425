"""任务分工 as a person left it: its columns, and which task each row is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from raci.edits.cells import address, bare
from raci.edits.matching import RowTexts, match_rows
from raci.model import SheetContent, SheetSnapshot
from raci.storage.marks import TASK_MARK

__all__ = ["TASK_KEYS", "DivisionRow", "DivisionSheet", "is_division", "read_division"]

#: the columns by which a row is known for its task
TASK_KEYS = ("number", "heading", "task")
#: the headings stand in one of the first rows
_HEAD_ROWS = 40


@dataclass(frozen=True, slots=True)
class DivisionRow:
    """A row as it stands: its place in the sheet, its cells, and the id of its task (None: a new one)."""

    index: int
    cells: tuple[str, ...]
    task: str | None


@dataclass(frozen=True, slots=True)
class DivisionSheet:
    """The sheet as it stands: key → column; columns that a person added → heading; the rows below the headings."""

    columns: Mapping[str, int]
    added_columns: Mapping[int, str]
    rows: tuple[DivisionRow, ...]

    def text(self, cells: Sequence[str], key: str) -> str:
        """What stands in a row under a key."""
        column = self.columns.get(key)
        return cells[column] if column is not None and column < len(cells) else ""

    def addresses(self, index: int) -> Mapping[str, str]:
        """What the cells of a row are called, key by key."""
        return {key: address(index, column) for key, column in self.columns.items()}

    @property
    def task_column(self) -> int:
        """The column in which the task is named."""
        return next((self.columns[key] for key in ("task", "heading") if key in self.columns), 0)


def is_division(sheet: SheetContent, written: SheetSnapshot) -> bool:
    """Whether it is the table of the tasks: it has its ids, and no letters; or its heads."""
    return _head(sheet, written) is not None


def _head(sheet: SheetContent, written: SheetSnapshot) -> int | None:
    wanted = {bare(heading) for heading in written.headings}
    for index, row in enumerate(sheet.rows[:_HEAD_ROWS]):
        cells = {bare(cell) for cell in row}
        if len(wanted & cells) * 2 > len(wanted) and (TASK_MARK in cells or sheet.name == written.sheet):
            return index
    return None


def read_division(sheet: SheetContent, written: SheetSnapshot) -> DivisionSheet:
    """The sheet, its columns known by their headings and its rows by what was written."""
    head = _head(sheet, written) or 0
    headings = [bare(cell) for cell in sheet.rows[head]]
    columns = {
        key: headings.index(bare(heading))
        for key, heading in zip(written.keys, written.headings, strict=True)
        if bare(heading) in headings
    }
    id_column = headings.index(TASK_MARK) if TASK_MARK in headings else -1
    known_columns = {*columns.values(), id_column}
    width = max((len(row) for row in sheet.rows[head:]), default=0)
    added_columns = {
        column: headings[column] if column < len(headings) else ""
        for column in range(width)
        if column not in known_columns
    }
    keys = [key for key in TASK_KEYS if key in columns]
    filled = []
    for index, cells in enumerate(sheet.rows[head + 1 :], start=head + 1):
        texts = tuple(bare(cells[columns[key]]) if columns[key] < len(cells) else "" for key in keys)
        row_id = bare(cells[id_column]) if 0 <= id_column < len(cells) else ""
        if row_id or (any(texts) and texts != (bare(written.empty),)):
            filled.append((index, cells, RowTexts(row_id, texts)))
    written_texts = {
        task: tuple(bare(row[written.keys.index(key)]) for key in keys)
        for task, row in zip(written.ids, written.rows, strict=True)
    }
    tasks = match_rows([texts for _, _, texts in filled], written_texts)
    rows = tuple(DivisionRow(index, cells, task) for (index, cells, _), task in zip(filled, tasks, strict=True))
    return DivisionSheet(columns, added_columns, rows)
