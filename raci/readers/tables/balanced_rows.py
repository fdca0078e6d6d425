"""Rows of a printed table whose cells all stand in the middle of their row, by the lines of every column.

In such a row one cell fills all lines, and each other has as many free lines above as below, or one more. So most
stretches of lines can be no row. Of the ways to part the lines into rows that remain, the one is taken in which names
and full lines break least.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.readers.tables.column_fit import ColumnFits
from raci.readers.tables.lanes import LaneRow
from raci.readers.tables.name_breaks import breaks_name
from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.columns import SAYING

__all__ = ["balanced"]

#: a row takes no more lines, and a table in which rows are looked for so
_MOST_LINES, _LONGEST = 16, 3000
#: what it costs that a row has a line more on one side of a cell than on the other, that a cell goes on below a line
#: that is not full, that words are no names of bodies where such stand, that names meet there with no mark between,
#: that a row lacks its task, its number or all bodies
_UNEVEN, _GOES_ON, _NO_NAMES, _GLUED, _LACKS = 0.2, 0.6, 3.0, 2.0, 2.0


class _RowWay(NamedTuple):
    """Rows down to a line: what they cost, where the last of them begins, and those before it."""

    cost: float
    first: int = -1
    before: _RowWay | None = None


def balanced(
    rows: Sequence[LaneRow], edges: Sequence[int], fits: ColumnFits, cost: Callable[[int], float]
) -> list[bool] | None:
    """For each line whether it begins a row; None where the lines make no such rows.

    A line of a column that ends before the edge of ``edges`` is not full; ``cost`` says what it costs that a row begins
    at a line.
    """
    if len(rows) > _LONGEST:
        return None
    ways: list[_RowWay | None] = [_RowWay(0.0), *[None] * len(rows)]
    for first in range(len(rows)):
        way = ways[first]
        if way is None:
            continue
        begun = way.cost + (cost(first) if first else 0.0)
        for stop in range(first + 1, _longest(rows, first, fits) + 1):
            spent = _cost(rows[first:stop], edges, fits)
            known = ways[stop]
            if spent is not None and (known is None or begun + spent < known.cost):
                ways[stop] = _RowWay(begun + spent, first, way)
    return _begins(ways[-1], len(rows))


def _longest(rows: Sequence[LaneRow], first: int, fits: ColumnFits) -> int:
    """Where the row that begins at a line ends at the latest: a cell has no blank line within, a row has one number."""
    last_of: dict[int, int] = {}
    for place in range(first, min(first + _MOST_LINES, len(rows))):
        if rows[place].across:
            return max(place, first + 1)
        for column in rows[place].stretches:
            before = last_of.get(column, place)
            if before < place - 1 or (before < place and fits.roles[column] == "number"):
                return place
            last_of[column] = place
    return min(first + _MOST_LINES, len(rows))


def _begins(way: _RowWay | None, lines: int) -> list[bool] | None:
    """Which lines begin the rows of a way."""
    begins = [False] * lines
    if way is None:
        return None
    while way is not None and way.first >= 0:
        begins[way.first] = True
        way = way.before
    return begins


def _cost(lines: Sequence[LaneRow], edges: Sequence[int], fits: ColumnFits) -> float | None:
    """What it costs that lines are a row; None where they are none."""
    if any(line.across for line in lines):
        return 0.0 if len(lines) == 1 else None
    cost, is_filled = 0.0, False
    held: set[int] = set()
    if len(lines) > 1 and _are_rows(lines, fits):
        cost += _NO_NAMES * (len(lines) - 1)
    for column in range(len(edges)):
        places = [place for place, line in enumerate(lines) if column in line.stretches]
        if not places:
            continue
        above, below = places[0], len(lines) - 1 - places[-1]
        if places[-1] - places[0] >= len(places) or abs(above - below) > 1:
            return None
        held.add(column)
        is_filled = is_filled or above == below == 0
        pieces = [lines[place].stretches[column] for place in places]
        cost += _UNEVEN * (above != below) + sum(_GOES_ON for piece in pieces[:-1] if piece.last < edges[column])
        if column in fits.named:
            cost += _NO_NAMES * _are_no_names("".join(piece.words for piece in pieces))
            cost += sum(
                _GLUED
                for one, below in pairwise(pieces)
                if one.last < edges[column] and not breaks_name(one.words, below.words)
            )
        elif fits.roles[column] == "number" and len(pieces) > 1:
            return None
    if not is_filled:
        return None
    roles = {fits.roles[column] for column in held}
    lacks = (roles.isdisjoint(SAYING), fits.named.isdisjoint(held), "number" in fits.roles and "number" not in roles)
    return cost + _LACKS * sum(lacks)


def _are_rows(lines: Sequence[LaneRow], fits: ColumnFits) -> bool:
    """Whether each of the lines is a row by itself: all have words in the same columns, bodies one whole name each."""
    if any(line.stretches.keys() != lines[0].stretches.keys() for line in lines):
        return False
    names = [line.stretches[column].words for line in lines for column in fits.named if column in line.stretches]
    return bool(names) and all(like_bodies(words) == (1, 0) for words in names)


def _are_no_names(words: str) -> bool:
    content = cell_content(words)
    return content.kind not in ("bodies", "person", "empty", "ditto") or content.odd > 0
