"""Tables drawn with ruled lines (pdf, ofd, pictures): from the lines on a page to cells and their reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.layout.cell_text import PlacedCell, table_of_cells
from raci.readers.layout.glyphs import Glyph, text_rows
from raci.readers.layout.overfull_cells import CellArea, overfull_cells
from raci.readers.layout.ruled_frames import NEAR, RuledLine, TableFrame, strip_frame

__all__ = [
    "RuledPage",
    "ruled_last_row",
    "ruled_row",
    "ruled_strip",
    "ruled_tables",
]

#: what is left of a row overleaf begins in this part of the page
_TOP = 0.16


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
    frame = strip_frame(lines)
    if frame is None:
        return None
    return _read_table(frame, [glyph for glyph in glyphs if frame.holds(glyph)], page)[0]


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
    return [index for index, middle in enumerate(middles) if begin - NEAR <= middle <= end + NEAR]
