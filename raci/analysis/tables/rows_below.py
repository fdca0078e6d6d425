"""Whether a row below the head of a table goes on with it, or heads another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raci.analysis.tables.grid import TableGrid
from raci.model import Cell
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, ColumnHead, read_head
from raci.rules.matching import ActiveRules

__all__ = ["goes_on_below", "is_body"]

#: what the cells of a row of data are, by the role of their column
_STANDS_FOR = {"date": "deadline", "number": "number"}
#: no longer is a post that sounds like a head by itself (主管), in characters
_POST = 2


def is_body(words: str, rules: ActiveRules) -> bool:
    return cell_content(words).kind == "bodies" and read_head(words, rules) is None


def _names_bodies(grid: TableGrid, row: int, heads: Mapping[int, ColumnHead], rules: ActiveRules) -> bool:
    """Whether bodies stand in a row below the heads of such: it is one of the table."""
    named = (cell for cell in grid.filled(row) if cell.column in heads and heads[cell.column].role in NAMED)
    return any(is_body(grid.words(cell), rules) for cell in named)


def _names_post(grid: TableGrid, filled: Sequence[Cell], heads: Mapping[int, ColumnHead], rules: ActiveRules) -> bool:
    """Whether a post stands below a head of persons and a date beside it: 技术负责人 │ 每周 below 责任人 │ 频次."""
    leaders = (cell for cell in filled if (known := heads.get(cell.column)) is not None and known.role == "leader")
    posts = any((one := read_head(grid.words(cell), rules)) is not None and one.role == "leader" for cell in leaders)
    return posts and any(grid.content(cell).kind == "date" for cell in filled)


def goes_on_below(grid: TableGrid, row: int, heads: Mapping[int, ColumnHead], rules: ActiveRules) -> bool:
    """Whether a row below a head is one of its table: bodies, dates or numbers stand below the heads of such, or most
    of its cells say nothing that a head would."""
    if _names_bodies(grid, row, heads, rules):
        return True
    filled = grid.filled(row)
    for cell in filled:
        known = heads.get(cell.column)
        kind = grid.content(cell).kind
        if kind == "empty" or (known is not None and _STANDS_FOR.get(kind) == known.role):
            return True  # a dash stands for nobody
    if _names_post(grid, filled, heads, rules):
        return True
    said = [(words, one) for cell in filled if (one := read_head(words := grid.words(cell), rules)) is not None]
    least = len(filled) if any(one.role in NAMED and len(words) > _POST for words, one in said) else len(filled) + 1
    return 2 * len(said) < least
