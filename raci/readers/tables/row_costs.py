"""What it costs that a row of a table in text lacks a cell."""

from __future__ import annotations

from raci.readers.tables.cell_pieces import CLOSING, Style
from raci.readers.tables.column_fit import ColumnFits
from raci.readers.tables.printed_lines import Shape

__all__ = ["IN_LINE", "NOT_BEGUN", "row_costs"]

#: styles in which a row stands in a line
IN_LINE = (*CLOSING, "wide", "ideographic", "single")
#: what it costs where lines break within cells that a line begins another cell, or a row lacks its first one
NOT_BEGUN = 4.0
#: columns whose cells are merged over rows; how much more a cell costs that is left out though all stand there
_MERGED = ("chapter", "task", "number")
_BARRED, _BARRED_LEAST = 3.0, 1.0
#: what it costs where a row stands in a line that a column has no cell that is no name
_SAYING, _SAID = ("other", "remark", "content"), 0.8


def row_costs(style: Style, shape: Shape, fits: ColumnFits, begun: bool) -> tuple[list[float], list[float]]:
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
