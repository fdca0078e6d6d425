"""Where the rows of a table without ruled lines and without numbers stand: by the column that has a cell in each row.

That column says what is to be done. Its lines are parted into cells, and each cell says how high its row stands: by
its first line, its last, or the middle of it. Lines nearer to one another than rows are belong to one cell; where rows
stand as near as lines, it counts where the other columns begin or end their cells, and which lines are full.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.row_alignment import middle_height
from raci.readers.layout.row_joints import Joint
from raci.readers.layout.row_sides import CellSide

__all__ = ["KeyCells", "LineSpacing", "key_cells", "line_pitch", "spacings", "usual_lead"]

#: lines of one cell stand so much farther apart than the nearest, at the most, and cells are so near to their row
_SAME_LEAD, _BESIDE = 1.08, 0.2
#: the lead of lines is alike within this part of the least, and no wider
_ALIKE, _WIDEST = 0.01, 1.1
#: a paragraph of a cell stands no farther below the one above it, in lines
_FARTHEST = 1.9
#: what it costs that a gap parts lines of one cell, and that rows meet with none where others are apart
_GAP_COST, _NEAR_COST = 3.0, 3.0
#: what it is worth that another column has a cell that stands as the row does, and what it costs that one has a cell
#: that stands in the row otherwise
_SUPPORT, _ASTRAY = 0.4, 1.0
_MOST_LINES = 30


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

    def count_between(self, above: float, below: float) -> int:
        """How many stand from one height to another."""
        return bisect_right(self.heights, below + self.near) - bisect_left(self.heights, above - self.near)


def line_pitch(lines_by_column: Iterable[Sequence[TextRow]]) -> float:
    """The distance of two lines of a cell, in points: the least there is."""
    steps = [lower - upper for lines in lines_by_column for upper, lower in pairwise(map(middle_height, lines))]
    return min((step for step in steps if step > 0), default=1.0)


def usual_lead(lines_by_column: Iterable[Sequence[TextRow]], pitch: float) -> float:
    """The distance that lines of a cell usually have, in the least that any have: that which comes most often."""
    steps = sorted(
        step
        for lines in lines_by_column
        for upper, lower in pairwise(map(middle_height, lines))
        if (step := (lower - upper) / pitch) < _WIDEST
    )
    counts = [bisect_right(steps, step + _ALIKE) - bisect_left(steps, step - _ALIKE) for step in steps]
    return max(zip(counts, steps, strict=True), key=lambda each: (each[0], -each[1]), default=(0, 1.0))[1]


class LineSpacing(NamedTuple):
    """How the lines of cells stand: how far apart, in points (0: each line is a cell), and whether rows are farther
    ``apart`` than these, so that each gap parts two.
    """

    lead: float
    apart: bool


def spacings(lines: Sequence[TextRow], others: Sequence[Sequence[TextRow]]) -> list[LineSpacing]:
    """How the lines of a column and of the others may be spaced."""
    pitch = line_pitch([lines, *others])
    own = line_pitch([lines])
    lead = own if own < _FARTHEST * pitch else pitch
    return [LineSpacing(lead, apart=True), LineSpacing(lead, apart=False), LineSpacing(0.0, apart=True)]


def key_cells(
    lines: Sequence[TextRow],
    others: Sequence[Sequence[TextRow]],
    side: CellSide,
    spacing: LineSpacing,
    between: Sequence[Joint],
) -> KeyCells:
    """The cells that the lines of the column are, where cells stand on that side of their row.

    ``others`` are the lines of the other columns, of which some may belong to several rows; ``between`` says of each
    line whether its cell goes on in the next.
    """
    lead, apart = spacing
    pitch = line_pitch([lines, *others])
    middles = [middle_height(line) for line in lines]
    places = [_sure(column, side, pitch) for column in others]
    costs = [0.0] + [inf] * len(lines)
    firsts = [0] * (len(lines) + 1)
    for begin in range(len(lines)):
        within = 0.0
        for end in range(begin + 1, min(len(lines), begin + _MOST_LINES) + 1):
            if end > begin + 1:
                step = middles[end - 1] - middles[end - 2]
                if step > _FARTHEST * lead:
                    break
                within += (_GAP_COST if step > _SAME_LEAD * lead else 0.0) + between[end - 2].goes_on
            cost = costs[begin] + within + _beside(middles, begin, end, side, places)
            if end < len(lines):
                near = middles[end] - middles[end - 1] < _SAME_LEAD * lead
                cost += between[end - 1].ends + (_NEAR_COST if apart and near else 0.0)
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


def _height(middles: Sequence[float], begin: int, end: int, side: CellSide) -> float:
    if side is CellSide.TOP:
        return middles[begin]
    return middles[end - 1] if side is CellSide.BOTTOM else (middles[begin] + middles[end - 1]) / 2


def _beside(middles: Sequence[float], begin: int, end: int, side: CellSide, places: Iterable[_Others]) -> float:
    """What the other columns say of a cell of these lines."""
    height, cost = _height(middles, begin, end, side), 0.0
    for column in places:
        if column.has(height):
            cost -= _SUPPORT
        if side is not CellSide.MIDDLE:
            cost += _ASTRAY * max(0, column.count_between(middles[begin], middles[end - 1]) - column.has(height))
    return cost


def _sure(lines: Sequence[TextRow], side: CellSide, pitch: float) -> _Others:
    """Where cells of a column stand whose lines more than a lead parts from those above and below."""
    middles = [middle_height(line) for line in lines]
    runs: list[list[float]] = []
    for middle in middles:
        if runs and middle - runs[-1][-1] < _SAME_LEAD * pitch:
            runs[-1].append(middle)
        else:
            runs.append([middle])
    heights = [_height(run, 0, len(run), side) for run in runs]
    return _Others(heights, _BESIDE * pitch)
