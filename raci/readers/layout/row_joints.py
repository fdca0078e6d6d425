"""Whether a cell goes on from one of its lines to the next: a line that is not full ends it, most likely."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.unruled_rows import says_section

__all__ = ["Joint", "joints", "right_edges"]

#: what it costs that a cell goes on behind a line that is not full, that it ends with a full one, or with a mark that
#: nothing ends with
_SHORT_COST, _FULL_COST, _BROKEN_COST = 0.8, 0.3, 1.5
#: a line with room for so many characters is not full
_ROOM = 1.2
#: lines begin at one place within so many points, if so many of them do
_LEVEL, _MOST = 1.0, 0.8
#: so wide, in characters, is what parts full lines from the next column, at the most
_MARGINS = 2.2
_GOES_ON = tuple("、，,（(：:")


class Joint(NamedTuple):
    """What it costs that a cell goes on from one line to the next, and that it ends there."""

    goes_on: float
    ends: float


def right_edges(columns: Sequence[Sequence[TextRow]]) -> list[float]:
    """How far to the right full lines of each column reach, in points.

    Its longest line does; or none, where the lines of the next column begin at one place, well behind all of them.
    """
    edges = []
    room = 0.0
    for lines in reversed(columns):
        edges.append(max(room, max((line.right for line in lines), default=0.0)))
        left = min((line.left for line in lines), default=0.0)
        level = sum(line.left - left < _LEVEL for line in lines)
        room = left - _MARGINS * lines[0].size if lines and level >= _MOST * len(lines) else 0.0
    return edges[::-1]


def joints(lines: Sequence[TextRow], edge: float) -> list[Joint]:
    """What is between each line of a column and the next, whose full lines reach so far to the right."""
    return [_joint(upper, lower, edge) for upper, lower in pairwise(lines)]


def _joint(upper: TextRow, lower: TextRow, edge: float) -> Joint:
    if says_section(lower.line.text):
        return Joint(_BROKEN_COST, 0.0)
    if upper.line.text.endswith(_GOES_ON):
        return Joint(0.0, _BROKEN_COST)
    is_full = edge - upper.right < _ROOM * upper.size
    return Joint(0.0 if is_full else _SHORT_COST, _FULL_COST if is_full else 0.0)
