"""Tables that go on in another one without a head of its own: cut by a page break, a blank line, or 续表."""

from __future__ import annotations

from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead, find_head
from raci.rules.columns import NAMED, TASKS, ColumnHead, read_head
from raci.rules.matching import ActiveRules

__all__ = ["head_above"]

#: a table of its own has its head in one of so many rows
_HEAD_ROWS = 3
#: a table of fewer columns may be anything
_FEWEST = 3


def head_above(above: TableGrid, last: TableGrid, below: TableGrid, rules: ActiveRules) -> TableHead | None:
    """The head of the table right above that holds for a table without one; None where it is no part of that.

    ``last`` is the last part of the table above. The one ``below`` has the same columns, goes on with the numbers where
    rows are counted, and has bodies where the head says so.
    """
    if len(below.places) < _FEWEST or above.places != below.places or _has_head(below, rules):
        return None
    heads = (find_head(above, position, rules) for position in range(min(_HEAD_ROWS, len(above.rows))))
    head = next((found for found in heads if found is not None), None)
    if head is None or not {known.role for known in head.known.values()} & TASKS:
        return None
    if not _counts_on(last, below, head.known) or not _has_bodies(below, head.known):
        return None
    before = below.rows[0] - 1
    return head._replace(first=before, last=before)


def _has_head(grid: TableGrid, rules: ActiveRules) -> bool:
    """Whether one of the first rows heads columns, of whatever table."""
    for position, row in enumerate(grid.rows[:_HEAD_ROWS]):
        filled = grid.filled(row)
        if len(filled) > 1 and 2 * sum(read_head(grid.words(cell), rules) is not None for cell in filled) >= len(
            filled
        ):
            return True
        if find_head(grid, position, rules) is not None:
            return True
    return False


def _counts_on(above: TableGrid, below: TableGrid, known: dict[int, ColumnHead]) -> bool:
    """Whether the numbers of the rows go on where those above end; or rows are not counted."""
    place = next((place for place, head in known.items() if head.role == "number"), None)
    if place is None:
        return True
    last = next((words for row in reversed(above.rows) if (words := above.words(above.own[row].get(place)))), "")
    first = next((words for row in below.rows if (words := below.words(below.own[row].get(place)))), "")
    return last.isdecimal() and first.isdecimal() and int(first) == int(last) + 1


def _has_bodies(grid: TableGrid, known: dict[int, ColumnHead]) -> bool:
    """Whether bodies stand where the head says so, and nothing else does in the columns of bodies."""
    named = [place for place, head in known.items() if head.role in NAMED and head.role != "leader"]
    kinds = [
        grid.content(cell).kind
        for row in grid.rows
        if not grid.is_across(row)
        for place, cell in grid.own[row].items()
        if place in named and grid.words(cell)
    ]
    return bool(kinds) and 2 * kinds.count("bodies") > len(kinds)
