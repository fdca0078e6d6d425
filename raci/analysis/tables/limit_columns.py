"""Which column or field says by when something is to be done, where several say a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TypeVar

from raci.analysis.tables.column_cells import BY_CELLS, NOTICED, by_role, kinds_below
from raci.analysis.tables.grid import TableGrid
from raci.model import TableColumn
from raci.rules.bare_head import bare_head, name_of_head
from raci.rules.lexicon import lexicon_pattern

__all__ = ["limit_column", "plainest_limit", "says_no_limit", "with_limit"]

_PERCENT = "%％‰"
Item = TypeVar("Item")


def limit_column(columns: Sequence[TableColumn]) -> TableColumn | None:
    """The column whose head says most plainly by when something is to be done: 开工时间 alone does not."""
    return plainest_limit(by_role(columns, "deadline"), lambda column: column.head)


def plainest_limit(of: Sequence[Item], head_of: Callable[[Item], str]) -> Item | None:
    """Of what stands below or beside heads of time limits that which is one most plainly; None where none is."""
    begun, done = lexicon_pattern("column.limit-begun"), lexicon_pattern("column.limit-done")
    found = []
    for item in of:
        head = bare_head(head_of(item))
        begins, ends = begun.search(head) is not None, done.search(head) is not None
        if ends or not begins:
            found.append(((begins, not ends), item))
    return min(found, key=itemgetter(0))[1] if found else None


def with_limit(grid: TableGrid, rows: Sequence[int], columns: list[TableColumn]) -> list[TableColumn]:
    """The columns, the one of dates whose head ends like that of a time limit as such, where no other is: 兑现期."""
    if by_role(columns, "deadline"):
        return columns
    likely, begun = lexicon_pattern("column.limit-likely"), lexicon_pattern("column.limit-begun")
    for column in columns:
        head = name_of_head(column.head)
        if column.rule or column.role or not likely.search(head) or begun.search(head):
            continue
        counted = kinds_below(grid, rows, column.place)
        if counted["date"] >= NOTICED * counted.total() > 0:
            limit = column._replace(role="deadline", rule=BY_CELLS, fit=1.0, why="格里是时限")
            return [limit if one is column else one for one in columns]
    return columns


def says_no_limit(grid: TableGrid, rows: Sequence[int], place: int, head: str) -> str:
    """Why the cells below a head of time limits say none: how much is done (50%), how long it takes (3); else empty."""
    effort = lexicon_pattern("column.effort")
    cells = [words for row in rows if (words := grid.words(grid.own[row].get(place)))]
    if not cells:
        return ""
    if sum(words[-1] in _PERCENT for words in cells) >= NOTICED * len(cells):
        return "格里是百分比，不是时限"
    amounts = sum(effort.match(f"{head} {words}") is not None for words in cells)
    return "格里写的是做多久，不是什么时候做完" if amounts >= NOTICED * len(cells) else ""
