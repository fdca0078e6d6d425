"""Lines of a column dealt out to the rows of a table without ruled lines, by the heights of the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci.readers.layout.glyphs import TextRow

__all__ = ["Alignment", "align", "middle_height"]

#: what a blank cell costs, in lines: as much as one that stands so far from its number
_BLANK_COST = 1.0
#: the most lines of a cell
_MAX_CELL_LINES = 60


class Alignment(NamedTuple):
    """The lines of each row, those before the first number in front, and how badly that fits (infinite: not at all)."""

    cost: float
    groups: list[list[TextRow]]


def middle_height(row: TextRow) -> float:
    """How far the middle of a row stands below the top of the page, in points."""
    return (row.top + row.bottom) / 2


def align(
    lines: Sequence[TextRow], numbers: Sequence[float], pitch: float, *, at_top: bool, continues: bool
) -> Alignment:
    """The lines of a column dealt out to the rows, whose numbers stand at the heights ``numbers``, at the least cost.

    The first group is what belongs to the row above; it is empty unless the table ``continues`` from the page before.
    Cells begin beside their numbers (``at_top``), or have them at half their height. ``pitch`` is the distance of two
    lines; a cell costs how many of them it stands from its number.
    """
    middles = [middle_height(line) / pitch for line in lines]
    count = len(lines)
    # least_costs[j]: the least for the rows so far, with the first j lines dealt out
    least_costs = [0.0 if j == 0 or continues else float("inf") for j in range(count + 1)]
    begins_by_row: list[list[int]] = []  # for each row and each end of its lines, where they begin
    for number in numbers:
        height = number / pitch
        row_costs, begins = [float("inf")] * (count + 1), [0] * (count + 1)
        for end in range(count + 1):
            for begin in range(max(0, end - _MAX_CELL_LINES), end + 1):
                if begin == end:
                    cell_cost = _BLANK_COST
                else:
                    beside = middles[begin] if at_top else (middles[begin] + middles[end - 1]) / 2
                    cell_cost = abs(beside - height)
                if least_costs[begin] + cell_cost < row_costs[end]:
                    row_costs[end], begins[end] = least_costs[begin] + cell_cost, begin
        least_costs = row_costs
        begins_by_row.append(begins)
    return Alignment(least_costs[count], _trace_back(lines, begins_by_row))


def _trace_back(lines: Sequence[TextRow], begins_by_row: Sequence[Sequence[int]]) -> list[list[TextRow]]:
    groups: list[list[TextRow]] = []
    end = len(lines)
    for begins in reversed(begins_by_row):
        groups.append(list(lines[begins[end] : end]))
        end = begins[end]
    groups.append(list(lines[:end]))
    return groups[::-1]
