"""Tasks whose cells reach over several rows: merged, blank below, or said again and again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from raci.analysis.tables.column_cells import by_role
from raci.analysis.tables.grid import TableGrid
from raci.model import Cell, TableColumn
from raci.rules.bare_head import name_of_head
from raci.rules.columns import NAMED
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import at_start

__all__ = ["is_merged", "names_more", "reaches_on", "repeated"]


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


def is_merged(grid: TableGrid, rows: Sequence[int], columns: Sequence[TableColumn]) -> bool:
    """Whether the tasks are chapters of what stands beside them.

    They are where some reach over several rows, and that says as much (目标 beside 内容) or is numbered; and 项目 is
    beside 任务.
    """
    tasks = by_role(columns, "task", "content")
    if len(tasks) < 2:
        return False
    both = tasks[0].role == tasks[1].role == "task"
    if both and lexicon_pattern("column.parts-tasks").search(name_of_head(tasks[0].head)):
        return True
    cells = [grid.own[row].get(tasks[0].place) for row in rows]
    if not any(cell is not None and grid.reaches_down(cell) for cell in cells):
        return False
    if both or tasks[1].role != "content" or tasks[0].role == "content":
        return True
    beside = [grid.words(grid.own[row].get(tasks[1].place)) for row in rows]
    numbered = [words for words in beside if words and at_start(words)]
    return len(numbered) > 1 and 2 * len(numbered) > sum(map(bool, beside))


def repeated(grid: TableGrid, rows: Sequence[int], columns: Sequence[TableColumn]) -> set[int]:
    """The rows whose task stands word for word in the row beside them too, with other words beside it there.

    Where a source cannot merge cells it says them again and again.
    """
    tasks = by_role(columns, "task", "content")
    if len(tasks) < 2:
        return set()
    task, content = tasks[0].place, tasks[1].place
    held = [(row, grid.words(grid.own[row].get(task)), grid.words(grid.own[row].get(content))) for row in rows]
    found: set[int] = set()
    for (first, above, said), (second, below, says) in pairwise(held):
        if above and above == below and said and says and said != says:
            found |= {first, second}
    return found


def reaches_on(grid: TableGrid, cell: Cell, beside: int) -> bool:
    """Whether a cell reaches over several rows: it is merged, or blank below it, where the column beside it is not (a
    merged cell that a page breaks).
    """
    if grid.reaches_down(cell):
        return True
    if beside < cell.column:
        return False  # what stands before the tasks goes on, as 合计 does
    below = grid.reaching.get(cell.row + 1)
    return below is not None and not grid.words(below.get(cell.column)) and bool(grid.words(below.get(beside)))
