"""Where the rows of a table without ruled lines and without numbers stand: by the column that has a cell in each row.

That column says what is to be done. Its lines are parted into cells, and each cell says how high its row stands: by its
first line, its last, or the middle of it. Lines nearer to one another than rows are belong to one cell; where rows stand
as near as lines, it counts where the other columns begin or end their cells, and which lines are full.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.row_alignment import middle_height

__all__ = ["KeyCells", "Side", "key_cells", "line_pitch"]

#: lines of one cell stand so much farther apart than the nearest, at the most, and cells are so near to their row
_SAME_LEAD, _BESIDE = 1.08, 0.2
#: a paragraph of a cell stands no farther below the one above it, in lines
_FARTHEST = 1.9
#: what it costs that a gap parts lines of one cell; that rows meet with none where others are apart; that a cell goes
#: on behind a line that is not full, that it ends with a full one, or with a mark that nothing ends with
_GAP_COST, _NEAR_COST, _SHORT_COST, _FULL_COST, _BROKEN_COST = 3.0, 3.0, 0.8, 0.3, 1.5
#: what it is worth that another column has a cell that stands as the row does, and what it costs that one has a cell
#: that stands in the row otherwise
_SUPPORT, _ASTRAY = 0.4, 1.0
#: a line with room for so many characters is not full
_ROOM = 1.2
_GOES_ON = tuple("、，,（(：:")
_MOST_LINES = 30
_NEVER = float("inf")


class Side(Enum):
    """How the cells of a row stand beside one another: their first lines, their middles or their last lines level."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class KeyCells(NamedTuple):
    """The lines with which the cells of the column begin, how high their rows stand, in points, and the cost."""

    begins: list[int]
    heights: list[float]
    cost: float


class _Others(NamedTuple):
    """Where cells of another column certainly stand, in points from the top: they begin, are level, or end there."""

    heights: list[float]
    near: float

    def has(self, height: float) -> bool:
        place = bisect_left(self.heights, height - self.near)
        return place < len(self.heights) and self.heights[place] <= height + self.near

    def between(self, above: float, below: float) -> bool:
        """Whether one stands between two heights."""
        place = bisect_left(self.heights, above + self.near)
        return place < len(self.heights) and self.heights[place] < below - self.near


def line_pitch(lines_by_column: Iterable[Sequence[TextRow]]) -> float:
    """The distance of two lines of a cell, in points: the least there is."""
    steps = [lower - upper for lines in lines_by_column for upper, lower in pairwise(map(middle_height, lines))]
    return min((step for step in steps if step > 0), default=1.0)


def key_cells(lines: Sequence[TextRow], others: Sequence[Sequence[TextRow]], side: Side, *, apart: bool) -> KeyCells:
    """The cells that the lines of the column are, where cells stand on that side of their row.

    ``apart``: rows are farther apart than the lines of a cell, so that each gap parts two. ``others`` are the lines of
    the other columns, of which some may belong to several rows.
    """
    pitch = line_pitch([lines, *others])
    middles = [middle_height(line) for line in lines]
    own = min((lower - upper for upper, lower in pairwise(middles) if lower > upper), default=pitch)
    lead = own if own < _FARTHEST * pitch else pitch
    places = [_sure(column, side, pitch) for column in others]
    joints = [_joint(upper, lower, edge=max(line.right for line in lines)) for upper, lower in pairwise(lines)]
    costs = [0.0] + [_NEVER] * len(lines)
    firsts = [0] * (len(lines) + 1)
    for begin in range(len(lines)):
        within = 0.0
        for end in range(begin + 1, min(len(lines), begin + _MOST_LINES) + 1):
            if end > begin + 1:
                step = (middles[end - 1] - middles[end - 2]) / lead
                if step > _FARTHEST:
                    break
                within += (_GAP_COST if step > _SAME_LEAD else 0.0) + joints[end - 2].goes_on
            cost = costs[begin] + within + _beside(middles, begin, end, side, places)
            if end < len(lines):
                near = middles[end] - middles[end - 1] < _SAME_LEAD * lead
                cost += joints[end - 1].ends + (_NEAR_COST if apart and near else 0.0)
            if cost < costs[end]:
                costs[end], firsts[end] = cost, begin
    begins: list[int] = []
    place = len(lines)
    while place:
        place = firsts[place]
        begins.append(place)
    begins.reverse()
    heights = [_height(middles, begin, end, side) for begin, end in pairwise([*begins, len(lines)])]
    return KeyCells(begins, heights, costs[-1])


def _height(middles: Sequence[float], begin: int, end: int, side: Side) -> float:
    if side is Side.TOP:
        return middles[begin]
    return middles[end - 1] if side is Side.BOTTOM else (middles[begin] + middles[end - 1]) / 2


def _beside(middles: Sequence[float], begin: int, end: int, side: Side, places: Iterable[_Others]) -> float:
    """What the other columns say of a cell of these lines."""
    height, cost = _height(middles, begin, end, side), 0.0
    for column in places:
        if column.has(height):
            cost -= _SUPPORT
        elif side is not Side.MIDDLE and column.between(middles[begin], middles[end - 1]):
            cost += _ASTRAY
    return cost


def _sure(lines: Sequence[TextRow], side: Side, pitch: float) -> _Others:
    """Where cells of a column stand whose lines are parted from those above and below."""
    middles = [middle_height(line) for line in lines]
    runs: list[list[float]] = []
    for middle in middles:
        if runs and middle - runs[-1][-1] < _SAME_LEAD * pitch:
            runs[-1].append(middle)
        else:
            runs.append([middle])
    heights = [_height(run, 0, len(run), side) for run in runs]
    return _Others(heights, _BESIDE * pitch)


class _Joint(NamedTuple):
    """What it costs that a cell goes on from one line to the next, and that it ends there."""

    goes_on: float
    ends: float


def _joint(upper: TextRow, lower: TextRow, edge: float) -> _Joint:
    text = upper.line.text
    if text.endswith(_GOES_ON):
        return _Joint(0.0, _BROKEN_COST)
    is_full = edge - upper.right < _ROOM * upper.size
    return _Joint(0.0 if is_full else _SHORT_COST, _FULL_COST if is_full else 0.0)
