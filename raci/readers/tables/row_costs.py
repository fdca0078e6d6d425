"""What it costs that a row of a table in text lacks a cell."""

from __future__ import annotations

from itertools import accumulate

from raci.readers.tables.cell_pieces import CLOSING, Style
from raci.readers.tables.column_fit import ColumnFits
from raci.readers.tables.printed_lines import Shape
from raci.readers.tables.way import ACROSS, Step

__all__ = ["IN_LINE", "NOT_BEGUN", "RowCosts"]

#: styles in which a row stands in a line
IN_LINE = (*CLOSING, "wide", "ideographic", "single")
#: what it costs where lines break within cells that a line begins another cell, or a row lacks its first one
NOT_BEGUN = 4.0
#: columns whose cells are merged over rows; how much more a cell costs that is left out though all stand there
_MERGED = ("chapter", "task", "number")
_BARRED, _BARRED_LEAST = 3.0, 1.0
#: what it costs where a row stands in a line that a column has no cell that is no name
_SAYING, _SAID = ("other", "remark", "content"), 0.8
#: a column left out at the end of a row costs so much of what it costs within, and so much a row without bodies
_AT_END, _NOBODY = 0.95, 0.9


class RowCosts:
    """What the rows of one table cost that lack cells.

    ``ahead`` and ``between`` hold for each column what the cells of all before it cost: ahead of the first that a row
    has, and behind one.
    """

    def __init__(self, style: Style, shape: Shape, fits: ColumnFits, begun: bool) -> None:
        self._skips, skips = _row_costs(style, shape, fits, begun)
        self.ahead = [0.0, *accumulate(skips)]
        self.between = [0.0, *accumulate(self._skips)]

    def left_out(self, step: Step, column: int) -> float:
        """What it costs that the row goes on at a column, or ends: for those between that hold nothing."""
        if column <= step.column + 1:
            return 0.0
        cost = self.between[column] - self.between[step.column + 1]
        if step.last > step.column:  # the row went back
            cost -= sum(self._skips[place] for place in range(step.column + 1, column) if step.cells[place])
        return cost

    def ended(self, step: Step) -> float:
        """The score of a step if its row ends there."""
        if step.column == ACROSS:
            return step.total
        # a column left out at the end costs a little less than one before, so that a tie goes to the left
        left = _AT_END * self.left_out(step, len(self._skips))
        return step.total - left - (0.0 if step.naming else _NOBODY)


def _row_costs(style: Style, shape: Shape, fits: ColumnFits, begun: bool) -> tuple[list[float], list[float]]:
    """For each column what it costs that a row has no such cell: behind others that it has, and before its first.

    ``begun``: each row begins with its first cell, but for one that parts rows.
    """
    costs = [cost * shape.filled.get(place, 1.0) for place, cost in enumerate(fits.skips(shape.numbered))]
    between, ahead = costs, costs
    if style == "barred-cells":
        # there all cells stand, the blank ones too, but for those merged away at the beginning of a row
        ahead = [cost if role in _MERGED else cost * _BARRED for cost, role in zip(costs, fits.roles, strict=True)]
        between = [max(_BARRED_LEAST, cost * _BARRED) for cost in costs]
    if style in IN_LINE:
        # there a row with fewer pieces lacks a name rather than what all rows say
        between = [max(_SAID, cost) if role in _SAYING else cost for cost, role in zip(costs, fits.roles, strict=True)]
    if begun:
        ahead = [
            cost if role == "chapter" else max(cost, NOT_BEGUN) for cost, role in zip(costs, fits.roles, strict=True)
        ]
    return between, ahead
