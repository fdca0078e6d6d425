"""Where rows end whose cells stand at their half height: each row reaches as far below its middle as above it.

So all ends follow from the first, and that from the room that the highest cell of a row leaves: in most rows the same,
in none less.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["RowExtent", "row_extents"]

#: rooms are alike within this part of a line; so many of the rows have the same, and none has less
_ALIKE, _LEAST_ALIKE = 0.15, 0.4


class RowExtent(NamedTuple):
    """Where a row begins and ends, in points from the top."""

    top: float
    bottom: float


def row_extents(heights: Sequence[float], filled: Sequence[float], lead: float) -> list[RowExtent]:
    """The extents of rows with their middles at ``heights``, of which lines fill so much; none where they fit not.

    All in points; nothing stands between the rows.
    """
    if len(heights) < 2:
        return []
    begins = [0.0]  # where each row begins if the first does at 0; each later one moves against the one before it
    for height in heights:
        begins.append(2 * height - begins[-1])
    # what rows have more than their lines; those of even places shrink where the first begins lower, the others grow
    rooms = [2 * (height - begin) - lines for height, begin, lines in zip(heights, begins, filled, strict=False)]
    near = _ALIKE * lead
    best, first = 0, 0.0
    for place, (upper, lower) in enumerate(pairwise(rooms)):
        lowered = (upper - lower if place % 2 == 0 else lower - upper) / 4
        moved = [room + (2 * lowered if row % 2 else -2 * lowered) for row, room in enumerate(rooms)]
        room = moved[place]
        alike = sum(abs(other - room) < near for other in moved)
        if alike > best and min(moved) > room - near and room > -near:
            best, first = alike, lowered
    if best < max(2, _LEAST_ALIKE * len(heights)):
        return []
    ends = [begin + (first if place % 2 == 0 else -first) for place, begin in enumerate(begins)]
    return [RowExtent(top, bottom) for top, bottom in pairwise(ends)]
