"""Columns that share a page too narrow for them so that their rows become as low as they can."""

from __future__ import annotations

from collections.abc import Sequence

from raci.views.tables.table import TableView
from raci.writers.xlsx.measure import text_width

__all__ = ["shared_out"]

#: rows that are looked at, and how much a column gets at a time, in digits
_ROWS, _STEP = 80, 2.0


def shared_out(table: TableView, least: Sequence[float], most: Sequence[float], room: float) -> list[float]:
    """Widths between ``least`` and ``most`` that come to ``room`` in all: more for the columns that make rows high.

    In digits. Where ``least`` takes more already, that is what they get.
    """
    widths = list(least)
    rows = table.rows[:: max(1, len(table.rows) // _ROWS)]
    texts = [[[text_width(line) for line in str(cell).split("\n")] for cell in row] for row in rows]
    lines = [[_lines(cell, width) for cell, width in zip(row, widths, strict=True)] for row in texts]
    while sum(widths) + _STEP <= room:
        best, lowest = None, 0.0
        for column, width in enumerate(widths):
            if width >= most[column]:
                continue
            gain = 0.0
            for row, heights in zip(texts, lines, strict=True):
                if heights[column] < max(heights):
                    continue
                others = max((height for other, height in enumerate(heights) if other != column), default=1.0)
                gain += heights[column] - max(others, _lines(row[column], width + _STEP))
            if best is None or gain > lowest:
                best, lowest = column, gain
        if best is None:
            break
        widths[best] += _STEP
        for row, heights in zip(texts, lines, strict=True):
            heights[best] = _lines(row[best], widths[best])
    return widths


def _lines(cell: Sequence[float], width: float) -> float:
    """How many lines a text takes in a column, parts of lines too."""
    return sum(max(1.0, line / max(width - 1.0, 2.0)) for line in cell)
