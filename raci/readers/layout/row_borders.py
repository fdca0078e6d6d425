"""Where rows end whose cells stand at their half height: each row reaches as far below its middle as above it.

So all ends follow from the first, and that from how near to its end the lines of a row come: those of the highest cell
of each row leave the same room.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["RowExtent", "row_extents"]

#: lines of a cell may seem to reach over the end of its row by this part of a line
_OVER = 0.2


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
    # what the rows that grow with a lower beginning, and those that shrink, have more than their lines
    rooms = [2 * (height - begin) - lines for height, begin, lines in zip(heights, begins, filled, strict=False)]
    shrinking, growing = min(rooms[::2]), min(rooms[1::2])
    if (shrinking + growing) / 2 < -_OVER * lead:
        return []
    first = (shrinking - growing) / 4
    ends = [begin + (first if place % 2 == 0 else -first) for place, begin in enumerate(begins)]
    return [RowExtent(top, bottom) for top, bottom in pairwise(ends)]
