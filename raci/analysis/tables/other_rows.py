"""Rows of a table that say no task: the head once more, a sum, who filled the table in, a note below it."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.tables.column_cells import by_role
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.model import TableColumn
from raci.rules.columns import NAMED
from raci.rules.lexicon import lexicon_pattern

__all__ = ["is_sum", "says_no_task"]


def says_no_task(grid: TableGrid, row: int, head: TableHead, columns: Sequence[TableColumn]) -> bool:
    """Whether a row says the head once more, adds up those above it, who filled the table in, or what a word means."""
    if _says_head(grid, row, head, columns) or is_sum(grid, row) or _is_signed(grid.words(grid.filled(row)[0])):
        return True
    return _is_note(grid, row, columns)


def _is_note(grid: TableGrid, row: int, columns: Sequence[TableColumn]) -> bool:
    """Whether a row says no task, and of those who do one but words that are no names: 1级 │ 主要的，较大的缺陷."""
    reaching = grid.reaching[row]
    if any(grid.words(reaching.get(one.place)) for one in by_role(columns, "task", "content", "number", "deadline")):
        return False
    named = [one for one in by_role(columns, *NAMED, "unit") if grid.words(reaching.get(one.place))]
    return bool(named) and all(
        one.role == "leader" and grid.content(reaching[one.place]).kind == "text" for one in named
    )


def _says_head(grid: TableGrid, row: int, head: TableHead, columns: Sequence[TableColumn]) -> bool:
    """Whether a row says the head once more, or what it says of the bodies beside other words: 二类任务 │ 责任处室."""
    named = [column for column in columns if column.role in NAMED and column.rule]
    again = (grid.words(grid.own[row].get(column.place)) == column.head != "" for column in named)
    return head.is_said_by(grid, row) or (bool(named) and all(again))


def is_sum(grid: TableGrid, row: int) -> bool:
    """Whether a row adds up those above it: 合计, 小计."""
    said = lexicon_pattern("table.sum")
    return any(said.search(grid.words(cell)) for cell in grid.filled(row))


def _is_signed(words: str) -> bool:
    """Whether a row that begins so says who filled the table in and who looked it over: 填表人：."""
    return lexicon_pattern("table.signed").match(words) is not None
