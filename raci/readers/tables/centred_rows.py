"""Rows of a printed table whose cells stand in the middle of their row, so that its number stands in a line of its own.

What stands in one line in each row (its number, or a short cell) is the middle of the row: it has as many lines above
as below, or one more where the row has an even number of lines. So the rows follow from the first line on, one from
the other, and the last must end with the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from raci.readers.tables.lanes import LaneRow

__all__ = ["centred"]

#: what it costs that a row has a line more on one side than on the other
_UNEVEN = 0.2


class _Way(NamedTuple):
    """Rows from the first line on: what they cost, where the last of them begins, and those before it."""

    cost: float
    first: int = -1
    before: _Way | None = None

    def starts(self) -> list[int]:
        """Where each row begins."""
        starts: list[int] = []
        way: _Way | None = self
        while way is not None and way.first >= 0:
            starts.append(way.first)
            way = way.before
        return starts


def centred(rows: Sequence[LaneRow], columns: Sequence[int], cost: Callable[[int], float]) -> Iterator[list[bool]]:
    """For each column that may be the one with a line a row: which lines begin a row, if all rows fit.

    ``cost`` says what it costs that a row begins at a line: something, where the names above go on in it.
    """
    for column in columns:
        begins = _by_column(rows, column, cost)
        if begins is not None:
            yield begins


def _by_column(rows: Sequence[LaneRow], column: int, cost: Callable[[int], float]) -> list[bool] | None:
    begins = [row.across for row in rows]
    sections = [place for place, row in enumerate(rows) if row.across]
    for before, end in zip([-1, *sections], [*sections, len(rows)], strict=True):
        start = before + 1
        if start == end:
            continue
        middles = [place for place in range(start, end) if column in rows[place].stretches]
        starts = _starts(start, end, middles, cost)
        if starts is None:
            return None
        for place in starts:
            begins[place] = True
    return begins


def _starts(start: int, end: int, middles: Sequence[int], cost: Callable[[int], float]) -> list[int] | None:
    """Where the rows with these middles begin, from ``start`` to ``end``, at the least cost; None if they do not."""
    ways = {start: _Way(0.0)}
    for number, middle in enumerate(middles):
        last = number + 1 == len(middles)
        following: dict[int, _Way] = {}
        for first, way in ways.items():
            for uneven in (0, 1, -1):
                stop = 2 * middle - first + 1 + uneven
                fits = stop == end if last else middle < stop <= middles[number + 1]
                if first > middle or stop <= middle or not fits:
                    continue
                spent = way.cost + _UNEVEN * abs(uneven) + (0.0 if last else cost(stop))
                if stop not in following or spent < following[stop].cost:
                    following[stop] = _Way(spent, first, way)
        ways = following
    return ways[end].starts() if middles and end in ways else None
