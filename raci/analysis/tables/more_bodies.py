"""Rows that hold nothing but one more body of the task above them."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.tables.column_cells import by_role
from raci.analysis.tables.grid import TableGrid
from raci.model import TableColumn
from raci.rules.columns import NAMED

__all__ = ["names_more"]


def names_more(grid: TableGrid, row: int, columns: Sequence[TableColumn]) -> bool:
    """Whether all that a row holds is a body in a column of bodies, and the cell of the task above reaches down to it.

    Such a row is no section of the table, though it is one line of words.
    """
    filled = grid.filled(row)
    if len(filled) != 1 or grid.content(filled[0]).kind != "bodies":
        return False
    tasks = [grid.reaching[row].get(column.place) for column in by_role(columns, "task", "content")]
    is_named = any(column.place == filled[0].column for column in by_role(columns, *NAMED, "unit"))
    return is_named and any(task is not None and task.row < row for task in tasks)
