"""Lines of a column dealt out to the rows of a table without ruled lines, by the heights of the numbers.

Cells that reach over several rows, as merged cells do, take the lines that stand beside these rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.row_borders import RowExtent
from raci.readers.tables.cut_names import cuts_cell_name

__all__ = ["Alignment", "Setting", "align", "blank_cost", "list_cuts", "middle_height", "usual_offset"]

#: what a blank cell costs, in lines: as much as one that stands so far from its number
_BLANK_COST = 1.0
#: what each further row costs that a cell reaches over with its lines, and one that begins in the middle of a name
_REACHED_COST, _CUT_COST = 0.3, 0.8
#: … and one that begins right below the line above it, where rows stand farther apart than so many lines
_NEXT_COST, _APART, _SAME_LEAD = 0.5, 1.06, 0.02
#: cells stand where their row has them within so many lines; on a printed page one that does not costs so much more
_EXACT, _ASTRAY_COST = 0.06, 0.3
#: … and where it is known how far rows reach, one that is in the middle of none
_NOWHERE_COST = 1.0
#: lines of a cell that reaches over several rows are no farther apart, in lines
_MAX_LEAD = 1.5
#: type of another font stands no more than so many lines higher or lower
_MOST_OFFSET = 0.3
#: a line stands beside the rows whose numbers are no farther away, in lines; one so near above the number of a row is
#: too near to end above that row
_BESIDE, _TOO_NEAR = 0.1, 0.85
#: lines stand above a number that they are farther away from, in lines
_ABOVE = 0.6
#: the most lines of a cell, and the most rows that it reaches over
_MAX_CELL_LINES, _MAX_REACH = 60, 12
#: a cell stands no farther than so many lines from where its row has its cells; one at half the height of several rows
#: begins above so many of these
_FAR, _FEW_ROWS = 3.0, 3


class Setting(NamedTuple):
    """How the cells of a table stand: beginning beside their numbers (``at_top``) or with these at half their height.

    ``offset`` is how far a line stands below the number that it is beside, ``pitch`` the distance of two lines of a
    cell, in points; ``printed`` pages have lines where they were set, recognised ones nearly there. ``extents``: where
    the rows begin and end, where that is known; ``lead``: the usual distance of two lines of a cell, in those.
    """

    at_top: bool
    pitch: float
    offset: float = 0.0
    printed: bool = True
    extents: Sequence[RowExtent] = ()
    lead: float = 1.0


class Alignment(NamedTuple):
    """The lines of each row, those before the first number in front, and how badly that fits (infinite: not at all).

    ``reaches`` has the number of rows of each of them.
    """

    cost: float
    groups: list[list[TextRow]]
    reaches: list[int]


class _Cell(NamedTuple):
    """What is the last cell before some line: its cost with all above it, its first line and its rows."""

    cost: float
    begin: int
    row: int


def middle_height(row: TextRow) -> float:
    """How far the middle of a row stands below the top of the page, in points."""
    return (row.top + row.bottom) / 2


def list_cuts(lines: Sequence[TextRow]) -> list[bool]:
    """Whether each line begins within a name, or a list of names, that the one above it began."""
    texts = [line.line.text for line in lines]
    return [False, *(upper.endswith("、") or cuts_cell_name(upper, lower) for upper, lower in pairwise(texts))]


def blank_cost(alignment: Alignment) -> float:
    """What of the cost is that of rows without a cell."""
    _, *groups = alignment.groups
    reached = sum(reach for group, reach in zip(groups, alignment.reaches[1:], strict=True) if group)
    return _BLANK_COST * (len(groups) - reached)


def usual_offset(lines: Sequence[TextRow], numbers: Sequence[float], pitch: float) -> float:
    """How far the lines of a column usually stand below the number that they are beside, in points.

    Type of other fonts stands higher or lower; 0 where no two lines stand so.
    """
    offsets = []
    for middle in map(middle_height, lines):
        place = bisect_left(numbers, middle)
        nearest = min((middle - number for number in numbers[max(0, place - 1) : place + 1]), key=abs, default=0.0)
        if abs(nearest) < _MOST_OFFSET * pitch:
            offsets.append(nearest)
    offsets.sort()
    near = _EXACT * pitch
    counts = [bisect_right(offsets, offset + near) - bisect_left(offsets, offset - near) for offset in offsets]
    most = max(zip(counts, offsets, strict=True), key=lambda each: (each[0], -abs(each[1])), default=(0, 0.0))
    return most[1] if most[0] > 1 else 0.0


def align(
    lines: Sequence[TextRow], numbers: Sequence[float], setting: Setting, cuts: Sequence[bool], *, continues: bool
) -> Alignment:
    """The lines of a column dealt out to the rows, whose numbers stand at the heights ``numbers``, at the least cost.

    The first group is what belongs to the row above; it is empty unless the table ``continues`` from the page before,
    or lines stand above the first number, which cells that begin beside it never do: they belong to the head.
    A cell costs how many lines it stands from its number. ``cuts`` says of each line whether it begins within a name.
    """
    middles = [(middle_height(line) - setting.offset) / setting.pitch for line in lines]
    heights = [number / setting.pitch for number in numbers]
    count = len(lines)
    # cells[row][j]: the best last cell where the rows above ``row`` and the first j lines are dealt out
    cells = [[_Cell(inf, 0, 0)] * (count + 1) for _ in range(len(heights) + 1)]
    above = sum(middle < heights[0] - _ABOVE for middle in middles) if setting.at_top and heights else 0
    cells[0] = [_Cell(0.0 if j <= above or continues else inf, 0, 0) for j in range(count + 1)]
    parting = _parting(middles, heights, setting, cuts)
    for row in range(len(heights)):
        for begin, before in enumerate(cells[row]):
            _offer(cells[row + 1], begin, _Cell(before.cost + _BLANK_COST, begin, row))
        for begin in _begins(middles, heights, row, setting):
            before = cells[row][begin]
            if before.cost == inf:
                continue
            together = True
            for end in range(begin + 1, min(count, begin + _MAX_CELL_LINES) + 1):
                together = together and (end == begin + 1 or middles[end - 1] - middles[end - 2] < _MAX_LEAD)
                if _ends_too_low(middles[begin], middles[end - 1], heights, row, together=together):
                    break
                for behind, cost in _reaches(middles[begin], middles[end - 1], heights, row, setting):
                    if behind == row + 1 or together:
                        _offer(cells[behind], end, _Cell(before.cost + parting[begin] + cost, begin, row))
    return _trace_back(lines, cells)


def _begins(middles: Sequence[float], heights: Sequence[float], row: int, setting: Setting) -> range:
    """The lines with which the cell of a row may begin: near its number, or below that of the row above."""
    above = heights[row - 1] if row else -inf
    least = heights[row] - _FAR if setting.at_top else above - _FAR
    below = row if setting.at_top else min(row + _FEW_ROWS, len(heights) - 1)
    return range(bisect_left(middles, least), bisect_right(middles, heights[below] + _FAR))


def _ends_too_low(first: float, last: float, heights: Sequence[float], row: int, *, together: bool) -> bool:
    """Whether a cell of a row ends below all that it may reach over: the next row, or several that its lines fill."""
    reach = row + (_MAX_REACH if together else 1)
    return reach < len(heights) and last > heights[reach] + max(_FAR, heights[reach] - first)


def _parting(middles: Sequence[float], heights: Sequence[float], setting: Setting, cuts: Sequence[bool]) -> list[float]:
    """What it costs to begin a cell with each line: within a name, or as near below the line above as lines of a cell.

    The latter says nothing where all rows stand so near to one another.
    """
    are_apart = all(lower - upper > _APART for upper, lower in pairwise(heights))
    says = are_apart and setting.printed and not setting.at_top
    steps = [lower - upper for upper, lower in pairwise(middles)]
    costs = [0.0] * (len(middles) + 1)
    for place in range(1, len(middles)):
        is_next = says and abs(steps[place - 1] - setting.lead) < _SAME_LEAD
        costs[place] = _CUT_COST if cuts[place] else _NEXT_COST if is_next else 0.0
    return costs


def _offer(cells: list[_Cell], end: int, cell: _Cell) -> None:
    if cell.cost < cells[end].cost:
        cells[end] = cell


def _reaches(
    first: float, last: float, heights: Sequence[float], row: int, setting: Setting
) -> list[tuple[int, float]]:
    """How far down a cell of ``row`` may reach that has lines from ``first`` to ``last``: the row behind it, the cost.

    It reaches over the rows whose numbers its lines stand beside; or two rows have it at half their height.
    """
    most = min(len(heights), row + _MAX_REACH)
    if setting.at_top:
        astray = _astray(first - heights[row], setting)
        behind = max(row + 1, bisect_left(heights, last + _TOO_NEAR, row + 1, most))
        return [
            (row + 1, astray + (behind - row - 1) * _BLANK_COST),
            (behind, astray + (behind - row - 1) * _REACHED_COST),
        ]
    middle = (first + last) / 2
    found = [(row + 1, _astray(middle - heights[row], setting))]
    for end in _ends_beside(middle, heights, row, most, setting):
        rows = range(row, end + 1)
        beside = sum(first - _BESIDE <= heights[place] <= last + _BESIDE for place in rows)
        is_level = any(abs(heights[place] - middle) < 2 * _EXACT for place in rows) if setting.extents else beside == 1
        if is_level:  # it stands beside a row of its own
            continue
        astray = _astray(middle - _middle_of(heights, row, end, setting), setting)
        blank = _REACHED_COST if setting.extents and not astray else _BLANK_COST
        extra = max(0, beside - 1) * _REACHED_COST + min(len(rows) - 1, len(rows) - beside) * blank
        found.append((end + 1, astray + extra))
    return found


def _ends_beside(middle: float, heights: Sequence[float], row: int, most: int, setting: Setting) -> Iterable[int]:
    """The last rows, of those that begin with a row, in the middle of which something may stand at that height."""
    if not setting.extents:
        low = bisect_left(heights, 2 * middle - heights[row], row + 1, most)
    else:
        bottom = 2 * middle * setting.pitch - setting.extents[row].top
        low = bisect_left(setting.extents, bottom, row + 1, most, key=lambda extent: extent.bottom)
    return (end for end in (low - 1, low) if row < end < most)


def _middle_of(heights: Sequence[float], row: int, end: int, setting: Setting) -> float:
    """The middle of what rows take together, in lines."""
    if setting.extents:
        return (setting.extents[row].top + setting.extents[end].bottom) / 2 / setting.pitch
    return (heights[row] + heights[end]) / 2


def _astray(distance: float, setting: Setting) -> float:
    """What it costs to stand so far from where the row has its cells."""
    distance = abs(distance)
    if setting.printed and distance < (2 * _EXACT if setting.extents else _EXACT):
        return 0.0
    if setting.extents:
        return distance + _NOWHERE_COST
    return distance + _ASTRAY_COST if setting.printed and setting.at_top else distance


def _trace_back(lines: Sequence[TextRow], cells: Sequence[Sequence[_Cell]]) -> Alignment:
    row, end = len(cells) - 1, len(lines)
    cost = cells[row][end].cost
    groups: list[list[TextRow]] = [[] for _ in cells]
    reaches = [1] * len(cells)
    while row and cost < inf:
        cell = cells[row][end]
        groups[cell.row + 1], reaches[cell.row + 1] = list(lines[cell.begin : end]), row - cell.row
        row, end = cell.row, cell.begin
    groups[0] = list(lines[:end]) if cost < inf else []
    return Alignment(cost, groups, reaches)
