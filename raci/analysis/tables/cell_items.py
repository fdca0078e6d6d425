"""The tasks that stand in one cell: one, or one a line where all lines are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from raci.analysis.tables.grid import TableGrid
from raci.model import Cell, Span
from raci.rules.markers import at_start

__all__ = ["cell_items"]

_LINE = re.compile(r"\S[^\n]*")


def cell_items(grid: TableGrid, cell: Cell | None) -> Iterator[Span]:
    """Where each task of a cell stands; nothing of a cell that is empty or holds but a dash."""
    if cell is None or grid.content(cell).kind == "empty":
        return
    lines = list(_LINE.finditer(grid.text, cell.start, cell.end))
    if len(lines) > 1 and all(at_start(line[0]) for line in lines):
        yield from (Span(*line.span()) for line in lines)
    else:
        yield Span(lines[0].start(), cell.end)
