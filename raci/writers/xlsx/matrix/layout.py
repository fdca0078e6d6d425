"""Where the tasks and departments stand in the sheet of the matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from raci.views.grid import Grid
from raci.views.matrix import cell_letters
from raci.views.tables.bands import bands
from raci.views.tables.body_order import grouped

__all__ = ["COUNT", "LETTERS", "NUMBER", "TASK", "MatrixLayout"]

#: the columns: number and heading of the task, how many bodies it has, then a column per department
NUMBER, TASK, COUNT, LETTERS = 0, 1, 2, 3

#: from so many cells on the lines round the empty ones are one rule of the sheet, not a format each
_MANY_CELLS = 60_000


@dataclass(frozen=True, slots=True)
class MatrixLayout:
    """The rows and columns (counted from 0) of a matrix.

    ``groups`` are the departments by what they have in common, ``columns``: department → its column, in order.
    ``head_row`` is the row of the heads, ``task_rows`` that of each task; ``chapters``: the task that a chapter begins
    with → its headings, which stand in a row of their own above it. ``letters``: (task, department) → its letters.
    """

    grid: Grid
    groups: tuple[tuple[str, tuple[int, ...]], ...]
    columns: Mapping[int, int]
    head_row: int
    task_rows: tuple[int, ...]
    chapters: Mapping[int, str]
    letters: Mapping[tuple[int, int], str]

    @classmethod
    def of(cls, grid: Grid) -> MatrixLayout:
        """The layout of a grid: departments by group and load, tasks in document order under their chapters."""
        groups = tuple((name, tuple(bodies)) for name, bodies in grouped(grid))
        bodies = [body for _, members in groups for body in members]
        head_row = 3 if len(groups) > 1 else 2  # one lower where groups of departments stand above the heads
        chapters = {
            band.tasks[0]: grid.tasks[band.tasks[0]].printed_chapter or band.headings[-1][1]
            for band in bands(grid)
            if band.headings
        }
        row, task_rows = head_row, []
        for task in range(len(grid.tasks)):
            row += 1 + (task in chapters)
            task_rows.append(row)
        columns = {body: column for column, body in enumerate(bodies, start=LETTERS)}
        return cls(grid, groups, columns, head_row, tuple(task_rows), chapters, cell_letters(grid))

    @property
    def last_row(self) -> int:
        """The row of the last task, or that of the heads."""
        return self.task_rows[-1] if self.task_rows else self.head_row

    @property
    def last_column(self) -> int:
        """The column of the last department, or that of the count."""
        return COUNT + len(self.columns)

    @property
    def has_many_cells(self) -> bool:
        """Whether the lines round empty cells are a rule of the sheet."""
        return len(self.columns) * len(self.task_rows) > _MANY_CELLS
