"""A chart of duties that stands in a sheet above the head of a table of tasks: both are tables, not lines of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raci.readers.tables.sheet_cells import SheetCell
from raci.rules.cell_content import cell_content

__all__ = ["chart_above"]

#: a chart has so many rows, so many cells in each, and so many signs
_LEAST_ROWS, _LEAST_CELLS, _LEAST_SIGNS = 3, 3, 4


def chart_above(rows: Mapping[int, Sequence[SheetCell]], order: Sequence[int], first: int) -> int:
    """The row that a chart above the ``first`` row begins with; that row where there is none."""
    above = [row for row in order if row < first and len(rows[row]) >= _LEAST_CELLS]
    kinds = (cell_content(cell.text.strip()).kind for row in above for cell in rows[row])
    signs = sum(kind in ("letters", "mark") for kind in kinds)
    return above[0] if len(above) >= _LEAST_ROWS and signs >= _LEAST_SIGNS else first
