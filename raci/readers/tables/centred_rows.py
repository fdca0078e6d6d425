"""Rows of a printed table whose cells stand in the middle of their row, so that its number stands in a line of its own.

What stands in one line in each row (its number, or a short cell) is the middle of the row: it has as many lines above
as below. So the rows follow from the first line on, one from the other, and the last must end with the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.readers.tables.lanes import LaneRow

__all__ = ["centred"]


def centred(rows: Sequence[LaneRow], columns: Sequence[int]) -> Iterator[list[bool]]:
    """For each column that may be the one with a line a row: which lines begin a row, if all rows fit."""
    for column in columns:
        begins = _by_column(rows, column)
        if begins is not None:
            yield begins


def _by_column(rows: Sequence[LaneRow], column: int) -> list[bool] | None:
    begins = [row.across for row in rows]
    start = 0
    for middle, row in enumerate(rows):
        if row.across:
            if start != middle:
                return None  # the row above is not whole
            start = middle + 1
        elif column in row.stretches:
            end = 2 * middle - start + 1
            if middle < start or end > len(rows) or any(rows[place].across for place in range(start, end)):
                return None
            begins[start], start = True, end
    return begins if start == len(rows) else None
