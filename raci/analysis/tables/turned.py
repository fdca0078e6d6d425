"""Tables that stand on their side, with the heads at the left and a task a column: as their rows were columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import find_head
from raci.analysis.tables.table_parts import TablePart, read_below
from raci.model import Cell, TableTask
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, TASKS, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules

__all__ = ["read_turned"]

#: of the cells at the left so many must be heads, of the others and of those in the first row no more than so many
_HEADS, _OTHERS, _FIRST = 0.6, 0.25, 0.5
#: of the cells beside heads of bodies so many must be names
_NAMES = 0.5
#: a longer word that may head a column of remarks heads a task
_LONGEST_REMARK = 3
_SLASH = re.compile(r"[/／]")


def read_turned(grid: TableGrid, rules: ActiveRules) -> TablePart | None:
    """The table, its rows read as columns; None where it stands upright.

    Where its heads come again further down, more tasks stand beside them.
    """
    grid = grid.upright()
    if not _is_turned(grid, rules):
        return None
    parts = [part for rows in _said_again(grid) if (part := _read(grid.of_rows(rows), rules)) is not None]
    return parts[0]._replace(tasks=[task for part in parts for task in part.tasks]) if parts else None


def _said_again(grid: TableGrid) -> list[list[int]]:
    """The rows, parted where the head of the first one stands again at the left."""
    parts: list[list[int]] = []
    first = ""
    for row in grid.rows:
        words = grid.words(grid.own[row].get(grid.places[0]))
        first = first or words
        if words == first:
            parts.append([])
        parts[-1].append(row)
    return parts


def _read(grid: TableGrid, rules: ActiveRules) -> TablePart | None:
    """The tasks beside heads of which none comes again."""
    turned = grid.turned()
    head = find_head(turned, 0, rules)
    rows = [row for row in turned.rows if head is not None and row > head.last]
    part = read_below(turned, head, rows, rules) if head is not None and rows else None
    if part is None or part.shape not in ("rows", "duties"):
        return None
    tasks = [_in_its_place(task, turned, rows) for task in part.tasks if not _is_remark(task.heading, rules)]
    return part._replace(shape="turned", tasks=tasks)


def _is_turned(grid: TableGrid, rules: ActiveRules) -> bool:
    """Whether the left cells of most rows are heads, of bodies and of tasks, and what stands beside them is not."""
    rows = grid.rows
    if len(rows) < 2 or len(grid.places) < 3:
        return False
    left = {row: read_head(grid.words(grid.own[row].get(grid.places[0])), rules) for row in rows}
    known = {row: head for row, head in left.items() if head is not None}
    roles = {head.role for head in known.values()}
    if not roles & NAMED or not roles & {*TASKS, "duty"} or len(known) < _HEADS * len(rows):
        return False
    others = [cell for row in rows for place, cell in grid.own[row].items() if place != grid.places[0]]
    first = [cell for cell in others if cell.row == rows[0]]
    if _heads(grid, first, rules) > _FIRST * len(first) or _heads(grid, others, rules) > _OTHERS * len(others):
        return False
    named = [cell for cell in others if (head := known.get(cell.row)) is not None and head.role in NAMED]
    filled = [cell for cell in named if grid.content(cell).kind != "empty"]
    return sum(_is_name(grid, cell) for cell in filled) >= _NAMES * len(filled)


def _is_name(grid: TableGrid, cell: Cell) -> bool:
    """Whether a cell names bodies or persons, as none does of a table that says what each field of a form holds."""
    pieces = _SLASH.split(grid.words(cell))
    company = lexicon_pattern("cell.company-part")
    named = (cell_content(piece).kind in ("bodies", "person") or company.search(piece) is not None for piece in pieces)
    return bool(grid.coded(cell)) or all(named)


def _heads(grid: TableGrid, cells: Sequence[Cell], rules: ActiveRules) -> int:
    """How many of the cells read like heads, 备注 left out."""
    words = map(grid.words, cells)
    return sum(read_head(held, rules) is not None and not _is_remark(held, rules) for held in words)


def _is_remark(words: str, rules: ActiveRules) -> bool:
    """Whether what heads a column of tasks is none, but 备注: 引进资金 may be one."""
    head = read_head(words, rules) if len(words) <= _LONGEST_REMARK else None
    return head is not None and head.role == "remark"


def _in_its_place(task: TableTask, grid: TableGrid, rows: Sequence[int]) -> TableTask:
    """The task with the span of the cell that says it: the cells of several tasks stand between its others."""
    for row in rows:
        for cell in grid.filled(row):
            if task.start <= cell.start < task.end and " ".join(grid.words(cell).split()) == task.heading:
                return task._replace(start=cell.start, end=cell.end)
    return task
