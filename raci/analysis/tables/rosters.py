"""Tables that list who is in a group (组长 | 王某 | 市长): who is what, but nothing to be done."""

from __future__ import annotations

from raci.analysis.tables.grid import TableGrid
from raci.rules.lexicon import lexicon_pattern

__all__ = ["MEMBERS", "NO_DUTIES", "RECORD", "lists_members"]

#: the shape of such a table
MEMBERS = "members"
#: the shape of pairs that record something (检测结论, 参会单位)
RECORD = "record"
#: the shapes of tables that give nobody anything to do, whatever their words
NO_DUTIES = frozenset({MEMBERS, RECORD})

#: so many positions are told apart at least, and of the rows so many have one
_LEAST, _MOST = 2, 0.6


def lists_members(grid: TableGrid) -> bool:
    """Whether a column holds nothing but positions in a group, of several ranks, and no cell says what anyone does."""
    is_position, tells = lexicon_pattern("column.position").fullmatch, lexicon_pattern("column.own-duty").match
    cells = [cell for row in grid.rows for cell in grid.filled(row)]
    positions: dict[int, list[str]] = {}
    for cell in cells:
        words = "".join(grid.words(cell).split())
        if tells(words):
            return False
        if is_position(words):
            positions.setdefault(cell.column, []).append(words)
    for column, held in positions.items():
        filled = sum(1 for cell in cells if cell.column == column and not grid.is_across(cell.row))
        if len(set(held)) >= _LEAST and len(held) > _MOST * filled:
            return True
    return False
