"""The matrix as a person left it: which task each row is, and which body each column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from raci.edits.baseline import Baseline
from raci.edits.cells import bare
from raci.edits.matching import RowTexts, match_rows
from raci.model import SheetContent
from raci.storage.marks import BODY_MARK, TASK_MARK

__all__ = ["MatrixRow", "MatrixSheet", "is_matrix", "read_matrix"]

_NUMBER, _TASK, _COUNT, _SUM = "编号", "任务", "单位数", "合计"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of a task: its place in the sheet, its id (None: a new one), its number and heading."""

    index: int
    task: str | None
    number: str
    heading: str


@dataclass(frozen=True, slots=True)
class MatrixSheet:
    """The matrix as it stands: its rows, and column → body (its index in the grid, or the name of a new one)."""

    sheet: SheetContent
    rows: tuple[MatrixRow, ...]
    bodies: Mapping[int, int | str]
    task_column: int

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        cells = self.sheet.rows[row] if row < len(self.sheet.rows) else ()
        return bare(cells[column]) if column < len(cells) else ""


class _Layout(NamedTuple):
    """Where things stand in the sheet: its heads, its row of body ids, and the columns beside the letters."""

    head: int
    body_ids: int
    number_column: int
    task_column: int
    id_column: int


def is_matrix(sheet: SheetContent) -> bool:
    """Whether it is a matrix of raci's: somewhere it says which ids stand there."""
    return any(BODY_MARK in row for row in sheet.rows)


def read_matrix(base: Baseline, sheet: SheetContent) -> MatrixSheet | str:
    """The matrix, or why it cannot be read."""
    rows = sheet.rows
    head = next((index for index, row in enumerate(rows) if {_NUMBER, _TASK} <= set(map(bare, row))), None)
    if head is None:
        return "找不到矩阵的栏名（编号、任务），这张表的改动未读"
    body_ids = next((index for index, row in enumerate(rows) if BODY_MARK in row), len(rows))
    headings = [bare(cell) for cell in rows[head]]
    ids = [bare(cell) for cell in rows[body_ids]] if body_ids < len(rows) else []
    id_column = ids.index(TASK_MARK) if TASK_MARK in ids else -1
    layout = _Layout(head, body_ids, headings.index(_NUMBER), headings.index(_TASK), id_column)
    return MatrixSheet(
        sheet, tuple(_task_rows(base, sheet, layout)), _bodies(base, headings, ids, layout), layout.task_column
    )


def _bodies(base: Baseline, headings: Sequence[str], ids: Sequence[str], layout: _Layout) -> dict[int, int | str]:
    """Column → its body, by the hidden id, else by a name at its head."""
    by_id = {body.id: index for index, body in enumerate(base.grid.bodies)}
    by_name = {bare(name): index for index, body in enumerate(base.grid.bodies) for name in (*body.names, body.label)}
    bodies: dict[int, int | str] = {}
    for column, heading in enumerate(headings):
        body_id = ids[column] if column < len(ids) else ""
        beside = column in (layout.number_column, layout.task_column, layout.id_column)
        if beside or heading == _COUNT or body_id == BODY_MARK:
            continue
        body = by_id.get(body_id, by_name.get(heading))
        if body is not None or heading:
            bodies[column] = heading if body is None else body
    return bodies


def _task_rows(base: Baseline, sheet: SheetContent, layout: _Layout) -> Iterator[MatrixRow]:
    filled = []
    #: a workbook may print a heading whole of which this raci prints the beginning
    whole = {(bare(task.number), bare(task.heading)): bare(task.shown) for task in base.grid.tasks}
    for index in range(layout.head + 1, min(layout.body_ids, len(sheet.rows))):
        cells = sheet.rows[index]
        row_id, heading = _cell(cells, layout.id_column), _cell(cells, layout.task_column)
        if row_id or heading not in ("", _SUM):
            number = _cell(cells, layout.number_column)
            filled.append((index, RowTexts(row_id, (number, whole.get((number, heading), heading)))))
    written = {task.id: (bare(task.number), bare(task.shown)) for task in base.grid.tasks}
    tasks = match_rows([texts for _, texts in filled], written)
    for (index, row), task in zip(filled, tasks, strict=True):
        yield MatrixRow(index, task, *row.texts)


def _cell(cells: Sequence[str], column: int) -> str:
    return bare(cells[column]) if 0 <= column < len(cells) else ""
