"""Whether the numbers of a table in lanes tell which of its lines begin rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from raci.readers.tables.lanes import LaneRow
from raci.readers.tables.wrapped_names import GOES_ON

__all__ = ["counts_rows", "numbered_rows"]


def counts_rows(rows: Sequence[LaneRow], place: int) -> bool:
    """Whether each row has its number: lines without one hold less than a row does."""
    counts: dict[bool, list[int]] = {True: [], False: []}
    for row in rows:
        if not row.across:
            counts[place in row.stretches].append(len(row.stretches))
    numbered = sorted(counts[True])
    if not numbered:
        return False
    usual = numbered[len(numbered) // 2]
    return all(count < usual - 1 for count in counts[False]) or _go_on(rows, place)


def numbered_rows(rows: Sequence[LaneRow], place: int) -> list[bool] | None:
    """For each line whether it holds the next number, or is a section; None where other lines hold what none above do.

    There the numbers do not stand at the top of their rows.
    """
    begins: list[bool] = []
    held: Collection[int] = ()
    count = None
    for row in rows:
        words = row.stretches.get(place)
        if words is not None and not row.across:
            if not words.words.isdecimal() or (count is not None and int(words.words) != count + 1):
                return None
            count, held = int(words.words), row.stretches.keys()
        elif not row.across and not row.stretches.keys() <= set(held):
            return None
        begins.append(row.across or words is not None)
    return begins if count is not None else None


def _go_on(rows: Sequence[LaneRow], place: int) -> bool:
    """Whether each line without a number goes on in a cell that the line above leaves open, or says less than it."""
    pairs = [(above, row) for above, row in pairwise(rows) if place not in row.stretches and not row.across]
    return all(
        len(row.stretches) < len(above.stretches) - (place in above.stretches)
        or any(above.stretches[column].words[-1] in GOES_ON for column in row.stretches if column in above.stretches)
        for above, row in pairs
    )
