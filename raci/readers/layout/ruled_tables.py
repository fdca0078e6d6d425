"""Tables drawn with ruled lines (pdf, ofd, pictures): from the lines on a page to cells and their reach."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.layout.cell_text import PlacedCell, table_of_cells
from raci.readers.layout.glyphs import Glyph, text_rows
from raci.readers.layout.overfull_cells import CellArea, overfull_cells

__all__ = [
    "RuledLine",
    "RuledPage",
    "TableFrame",
    "ruled_last_row",
    "ruled_row",
    "ruled_strip",
    "ruled_tables",
    "table_frames",
]

#: lines this near to one another, in points, are one
_NEAR = 3.0
#: the most elementary cells of a table; a page of more, or of more lines, is a drawing
_MAX_CELLS, _MAX_LINES = 20_000, 3_000
#: so many upright lines that end side by side make a row that nothing closes
_MIN_ENDS = 3
#: what is left of a row overleaf begins in this part of the page
_TOP = 0.16


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


class _RuledSides(NamedTuple):
    """The elementary cells, (row, column), that have a ruled line at their right, and at their lower side."""

    right: set[tuple[int, int]]
    lower: set[tuple[int, int]]


class RuledPage(NamedTuple):
    """The tables of a page with the positions of their tops, the characters outside of them, and what their cells say
    that have no room for it.
    """

    tables: list[tuple[float, DraftTable]]
    outside: list[Glyph]
    overfull: list[str]


def ruled_tables(frames: Iterable[TableFrame], glyphs: Sequence[Glyph], page: int | None) -> RuledPage:
    """What stands in the frames of a page."""
    outside = list(glyphs)
    found = RuledPage([], [], [])
    for frame in frames:
        table, overfull = _read_table(frame, [glyph for glyph in outside if frame.holds(glyph)], page)
        if table is not None:
            found.tables.append((frame.ys[0], table))
            found.overfull.extend(overfull)
            outside = [glyph for glyph in outside if not frame.holds(glyph)]
    return found._replace(outside=outside)


def ruled_strip(lines: Sequence[RuledLine], glyphs: Sequence[Glyph], page: int | None) -> DraftTable | None:
    """The one column or row of boxes that a page shows: a part of a sheet that is printed over several pages."""
    groups = _touching_groups(lines) if len(lines) <= _MAX_LINES else []
    xs, ys = (_merge_near(values) for values in _sides(groups[0])) if len(groups) == 1 else ([], [])
    if min(len(xs), len(ys)) != 2:
        return None
    frame = TableFrame(groups[0], xs, ys)
    return _read_table(frame, [glyph for glyph in glyphs if frame.holds(glyph)], page)[0]


def _sides(lines: Sequence[RuledLine]) -> tuple[list[float], list[float]]:
    """The positions of the upright lines (x) and of the level ones (y)."""
    upright = [line.left for line in lines if not line.is_level]
    return upright, [line.top for line in lines if line.is_level]


def ruled_row(
    frames: Iterable[TableFrame], glyphs: Sequence[Glyph], page: int | None, height: float
) -> tuple[TableFrame, DraftTable] | None:
    """The row by itself at the top of a page of that height, before anything else on it; None where there is none."""
    frame = min(frames, key=lambda frame: frame.ys[0], default=None)
    if frame is None or len(frame.ys) != 2 or frame.ys[0] > _TOP * height:
        return None
    table, _ = _read_table(frame, [glyph for glyph in glyphs if frame.holds(glyph)], page)
    return (frame, table) if table is not None else None


def ruled_last_row(
    frames: Iterable[TableFrame], glyphs: Sequence[Glyph], page: int | None
) -> tuple[TableFrame, DraftTable] | None:
    """The row by itself below all other frames of a page; None where there is none."""
    frame = max(frames, key=lambda frame: frame.ys[0], default=None)
    if frame is None or len(frame.ys) != 2:
        return None
    table, _ = _read_table(frame, [glyph for glyph in glyphs if frame.holds(glyph)], page)
    return (frame, table) if table is not None else None


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
    above = _merge_near([line.top for line in upright if line.top < ys[0] - _NEAR])
    below = _merge_near([line.bottom for line in upright if line.bottom > ys[-1] + _NEAR])
    if len(above) == 1 and _ends_of_columns([line.left for line in upright if line.top < ys[0] - _NEAR]):
        ys = [*above, *ys]
    if len(below) == 1 and _ends_of_columns([line.left for line in upright if line.bottom > ys[-1] + _NEAR]):
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
    beside = a.left <= b.right + _NEAR and b.left <= a.right + _NEAR
    return beside and a.top <= b.bottom + _NEAR and b.top <= a.bottom + _NEAR


def _merge_near(values: Sequence[float]) -> list[float]:
    """The values in order, each group of near ones by its first."""
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > _NEAR:
            merged.append(value)
    return merged


def _centre(glyph: Glyph) -> tuple[float, float]:
    return (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2


def _read_table(
    frame: TableFrame, glyphs: Sequence[Glyph], page: int | None
) -> tuple[DraftTable | None, Sequence[str]]:
    """The table of a frame and the characters inside, None where there are none; what cells say without room for it."""
    by_position: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        by_position.setdefault(frame.position(glyph), []).append(glyph)
    areas = list(_cell_areas(frame))
    words = [_within(area, by_position) for area in areas]
    overfull = overfull_cells(areas, words)
    if overfull.owners:
        kept = {
            area: [glyph for glyph in inside if glyph not in overfull.owners]
            for area, inside in zip(areas, words, strict=True)
        }
        for glyph, owner in overfull.owners.items():
            kept[owner].append(glyph)
        words = list(kept.values())
    cells = [
        PlacedCell(
            area.row,
            area.column,
            area.rowspan,
            area.colspan,
            text_rows(inside, page),
            frame.xs[area.column + area.colspan] - frame.xs[area.column],
        )
        for area, inside in zip(areas, words, strict=True)
    ]
    return table_of_cells(cells), overfull.words


def _within(area: CellArea, by_position: Mapping[tuple[int, int], Sequence[Glyph]]) -> list[Glyph]:
    """The characters that stand in a cell."""
    rows, columns = range(area.row, area.row + area.rowspan), range(area.column, area.column + area.colspan)
    return [glyph for row in rows for column in columns for glyph in by_position.get((row, column), ())]


def _cell_areas(frame: TableFrame) -> Iterator[CellArea]:
    """The cells of a frame, row by row."""
    sides = _ruled_sides(frame)
    columns, rows = len(frame.xs) - 1, len(frame.ys) - 1
    taken: set[tuple[int, int]] = set()
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            colspan = 1
            while column + colspan < columns and (row, column + colspan - 1) not in sides.right:
                colspan += 1
            reach = range(column, column + colspan)
            rowspan = 1
            while row + rowspan < rows and not any((row + rowspan - 1, across) in sides.lower for across in reach):
                rowspan += 1
            taken.update((down, across) for down in range(row, row + rowspan) for across in reach)
            yield CellArea(row, column, rowspan, colspan, frame.ys[row], frame.ys[row + rowspan])


def _ruled_sides(frame: TableFrame) -> _RuledSides:
    sides = _RuledSides(set(), set())
    for line in frame.lines:
        if line.is_level:
            row = _nearest(frame.ys, line.top) - 1
            sides.lower.update((row, column) for column in _covered(frame.xs, line.left, line.right))
        else:
            column = _nearest(frame.xs, line.left) - 1
            sides.right.update((row, column) for row in _covered(frame.ys, line.top, line.bottom))
    return sides


def _nearest(stops: Sequence[float], value: float) -> int:
    return min(range(len(stops)), key=lambda index: abs(stops[index] - value))


def _covered(stops: Sequence[float], begin: float, end: float) -> list[int]:
    """The columns or rows between the stops along which a line runs that reaches from ``begin`` to ``end``."""
    middles = [(stops[index] + stops[index + 1]) / 2 for index in range(len(stops) - 1)]
    return [index for index, middle in enumerate(middles) if begin - _NEAR <= middle <= end + _NEAR]
