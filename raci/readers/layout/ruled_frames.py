"""The frames of ruled tables: which lines on a page belong together, and where the sides of rows and columns are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.readers.layout.glyphs import Glyph

__all__ = ["NEAR", "RuledLine", "TableFrame", "strip_frame", "table_frames"]

#: lines this near to one another, in points, are one
NEAR = 3.0
#: the most elementary cells of a table; a page of more, or of more lines, is a drawing
_MAX_CELLS, _MAX_LINES = 20_000, 3_000
#: so many upright lines that end side by side make a row that nothing closes
_MIN_ENDS = 3


class RuledLine(NamedTuple):
    """A straight line, level or upright; y from the top down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Whether it runs from left to right."""
        return self.right - self.left >= self.bottom - self.top


class TableFrame(NamedTuple):
    """The lines of a table, and the positions of the sides of its columns (x) and of its rows (y)."""

    lines: list[RuledLine]
    xs: list[float]
    ys: list[float]

    def holds(self, glyph: Glyph) -> bool:
        """Whether a character stands inside."""
        x, y = _centre(glyph)
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def position(self, glyph: Glyph) -> tuple[int, int]:
        """The row and the column of the elementary cell in which a character of the table stands."""
        return self.cell_at(*_centre(glyph))

    def cell_at(self, x: float, y: float) -> tuple[int, int]:
        """The row and the column of the elementary cell around a point in the table."""
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        return min(bisect_right(self.ys, y), len(self.ys) - 1) - 1, column


def table_frames(lines: Sequence[RuledLine], rows: int = 2) -> Iterator[TableFrame]:
    """The frames of the tables that the lines draw, of two columns and so many rows at the least."""
    for group in _touching_groups(lines) if len(lines) <= _MAX_LINES else ():
        upright, level = _sides(group)
        xs, ys = _merge_near(upright), _with_open_rows(_merge_near(level), group)
        if len(xs) >= 3 and len(ys) > rows and len(xs) * len(ys) <= _MAX_CELLS:  # else a box, an underline, a drawing
            yield TableFrame(group, xs, ys)


def _with_open_rows(ys: list[float], lines: Sequence[RuledLine]) -> list[float]:
    """The sides of the rows, and the end of a row that the page breaks off: there upright lines end side by side, and
    no level one closes it; and so at the top of the next page.
    """
    if not ys:
        return ys
    upright = [line for line in lines if not line.is_level]
    above = _merge_near([line.top for line in upright if line.top < ys[0] - NEAR])
    below = _merge_near([line.bottom for line in upright if line.bottom > ys[-1] + NEAR])
    if len(above) == 1 and _ends_of_columns([line.left for line in upright if line.top < ys[0] - NEAR]):
        ys = [*above, *ys]
    if len(below) == 1 and _ends_of_columns([line.left for line in upright if line.bottom > ys[-1] + NEAR]):
        ys = [*ys, *below]
    return ys


def _ends_of_columns(xs: Sequence[float]) -> bool:
    return len(_merge_near(xs)) >= _MIN_ENDS


def _touching_groups(lines: Sequence[RuledLine]) -> list[list[RuledLine]]:
    """Lines that touch one another, together."""
    groups: list[tuple[RuledLine, list[RuledLine]]] = []  # each with its bounding box
    for line in sorted(lines, key=lambda line: line.top):
        box, members = line, [line]
        apart = []
        for other_box, other_members in groups:
            if _touch(box, other_box):
                box = RuledLine(
                    min(box.left, other_box.left),
                    min(box.top, other_box.top),
                    max(box.right, other_box.right),
                    max(box.bottom, other_box.bottom),
                )
                members = other_members + members
            else:
                apart.append((other_box, other_members))
        groups = [*apart, (box, members)]
    return [members for _, members in groups]


def _touch(a: RuledLine, b: RuledLine) -> bool:
    beside = a.left <= b.right + NEAR and b.left <= a.right + NEAR
    return beside and a.top <= b.bottom + NEAR and b.top <= a.bottom + NEAR


def _merge_near(values: Sequence[float]) -> list[float]:
    """The values in order, each group of near ones by its first."""
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > NEAR:
            merged.append(value)
    return merged


def strip_frame(lines: Sequence[RuledLine]) -> TableFrame | None:
    """The frame of the one column or row of boxes that a page shows; None where it shows anything else."""
    groups = _touching_groups(lines) if len(lines) <= _MAX_LINES else []
    xs, ys = (_merge_near(values) for values in _sides(groups[0])) if len(groups) == 1 else ([], [])
    return TableFrame(groups[0], xs, ys) if min(len(xs), len(ys)) == 2 else None


def _sides(lines: Sequence[RuledLine]) -> tuple[list[float], list[float]]:
    """The positions of the upright lines (x) and of the level ones (y)."""
    upright = [line.left for line in lines if not line.is_level]
    return upright, [line.top for line in lines if line.is_level]


def _centre(glyph: Glyph) -> tuple[float, float]:
    return (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
