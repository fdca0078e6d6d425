"""The rows below a head: read in the first shape that fits, or as several tables that stand side by side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.analysis.tables.labelled_rows import read_labelled
from raci.analysis.tables.own_duties import read_own_duties
from raci.analysis.tables.role_column import read_role_column
from raci.analysis.tables.side_by_side import side_by_side
from raci.analysis.tables.task_rows import read_rows
from raci.analysis.tables.unit_tables import read_duties
from raci.model import TableColumn, TableTask, UnreadCells
from raci.rules.matching import ActiveRules

__all__ = ["TablePart", "read_below", "read_under"]


class TablePart(NamedTuple):
    """What one head and its rows say: the shape, the columns as understood, the tasks, what was not understood."""

    shape: str
    columns: tuple[TableColumn, ...]
    tasks: Sequence[TableTask]
    unread: Sequence[UnreadCells] = ()

    def under(self, chapter: str) -> TablePart:
        """The part with its tasks under one more chapter."""
        return self._replace(tasks=[task._replace(chapters=(chapter, *task.chapters)) for task in self.tasks])


def read_below(grid: TableGrid, head: TableHead, rows: Sequence[int], rules: ActiveRules) -> TablePart | None:
    """The rows below a head, of several tables side by side each on its own; None where they fit no shape."""
    parts = [_of_columns(grid, head, rows, places, rules) for places in side_by_side(grid, head, rows)]
    found = [part for part in parts if part is not None]
    if not found or len(found) < len(parts):
        return read_under(grid, head, rows, rules)
    return TablePart(
        found[0].shape,
        tuple(column for part in found for column in part.columns),
        sorted((task for part in found for task in part.tasks), key=lambda task: task.start),
        [cells for part in found for cells in part.unread],
    )


def _of_columns(
    grid: TableGrid, head: TableHead, rows: Sequence[int], places: Collection[int], rules: ActiveRules
) -> TablePart | None:
    part = grid.part(places)
    return read_under(part, head.part(places), [row for row in rows if part.own.get(row)], rules)


def read_under(grid: TableGrid, head: TableHead, rows: Sequence[int], rules: ActiveRules) -> TablePart | None:
    """The rows below a head as those of one table; None where they fit no shape."""
    roles = read_role_column(grid, head, rows, rules)
    if roles is not None:
        return TablePart("roles", *roles)
    own = read_own_duties(grid, head, rows)
    if own is not None:
        return TablePart("duties", *own)
    labelled = read_labelled(grid, head, rows)
    if labelled is not None:
        return TablePart("rows", *labelled)
    tasks = read_rows(grid, head, rows)
    if tasks is not None:
        return TablePart("rows", *tasks)
    duties = read_duties(grid, head, rows)
    return TablePart("duties", *duties) if duties is not None else None
