"""Cells of ruled tables that hold more lines than find room: these run on over the rules above and below.

Programs that print sheets set the words of a merged cell at half its height, and cut off what reaches too far. The
lines of one cell follow one another at the same distance, which tells them from those of the cells beside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from raci.readers.layout.glyphs import Glyph

__all__ = ["CellArea", "OverfullCells", "overfull_cells"]

#: a rule runs through a character where it leaves so much of its height on both sides
_THROUGH = 0.2
#: so many characters that a rule runs through are no chance
_FEWEST = 3
#: lines stand at one height within so many points; a line stands at the usual distance within as many
_LEVEL = 0.9
#: the distance of two lines of a cell, in heights of their characters
_LEADS = (0.9, 2.5)
#: the lines of a cell stand at half its height within this part of their distance
_CENTRED = 0.6
#: that more lines than these follow one another is no chance
_SURE = 2


class CellArea(NamedTuple):
    """A cell of a table: its row and column, how many of both it reaches over, and where it begins and ends."""

    row: int
    column: int
    rowspan: int
    colspan: int
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


class OverfullCells(NamedTuple):
    """The characters that belong to another cell than the one they stand in, and the words of cells without room."""

    owners: dict[Glyph, CellArea]
    words: list[str]


class _CellLine(NamedTuple):
    """Characters at one height, the cell in which they stand, and whether they stand in it wholly."""

    middle: float
    glyphs: list[Glyph]
    area: CellArea
    is_within: bool


def overfull_cells(areas: Iterable[CellArea], glyphs: Sequence[Sequence[Glyph]]) -> OverfullCells:
    """The characters of a table (``glyphs``, by area) that run over the rules, by the cells whose lines they go on."""
    columns: dict[tuple[int, int], list[tuple[CellArea, Sequence[Glyph]]]] = {}
    for area, inside in zip(areas, glyphs, strict=True):
        columns.setdefault((area.column, area.colspan), []).append((area, inside))
    found = OverfullCells({}, [])
    overfull = [
        column
        for column in columns.values()
        if sum(_runs_through(area, glyph) for area, inside in column for glyph in inside) >= _FEWEST
    ]
    if overfull:
        lines = [sorted(chain.from_iterable(_lines(*cell) for cell in column), key=_middle) for column in overfull]
        pitch = _pitch(lines)
        for column, of_column in zip(overfull, lines, strict=True):
            _settle([area for area, _ in column], of_column, pitch, found)
    return found


def _middle(line: _CellLine) -> float:
    return line.middle


def _runs_through(area: CellArea, glyph: Glyph) -> bool:
    """Whether the upper or lower side of its cell runs through a character."""
    least = _THROUGH * (glyph.bottom - glyph.top)
    return glyph.top < area.top - least or glyph.bottom > area.bottom + least


def _settle(areas: Sequence[CellArea], lines: Sequence[_CellLine], pitch: float, found: OverfullCells) -> None:
    """Gives the lines of a column to its cells."""
    tops = [area.top for area in areas]
    for together in _chains(lines, pitch):
        middle = (together[0].middle + together[-1].middle) / 2
        area = areas[max(0, bisect_right(tops, middle) - 1)]
        near = min(areas, key=lambda area: abs(area.middle - middle))
        holds = any(line.area == near for line in together) or len(together) > _SURE
        if holds and abs(near.middle - middle) < _CENTRED * pitch:
            area = near
        elif any(line.area != area for line in together):
            found.words.append(_words(line for line in together if not line.is_within))
            continue  # nothing tells whose lines they are
        for line in together:
            found.owners.update(dict.fromkeys(line.glyphs, area))
        if len(together) > 1 and (len(together) + 1) * pitch > area.bottom - area.top:
            found.words.append(_words(together))


def _words(lines: Iterable[_CellLine]) -> str:
    return "".join(glyph.text for line in lines for glyph in line.glyphs)


def _lines(area: CellArea, glyphs: Iterable[Glyph]) -> list[_CellLine]:
    """The characters in a cell by the heights at which they stand: lines printed over one another are two."""
    lines: list[list[Glyph]] = []
    before = float("-inf")
    for glyph in sorted(glyphs, key=lambda glyph: glyph.top + glyph.bottom):
        if (middle := (glyph.top + glyph.bottom) / 2) - before > _LEVEL:
            lines.append([])
        lines[-1].append(glyph)
        before = middle
    return [
        _CellLine(
            (line[0].top + line[0].bottom) / 2,
            sorted(line, key=lambda glyph: glyph.left),
            area,
            not any(_runs_through(area, glyph) for glyph in line),
        )
        for line in lines
    ]


def _pitch(columns: Iterable[Sequence[_CellLine]]) -> float:
    """The usual distance of two lines of a cell, in points."""
    steps = Counter[float]()
    for lines in columns:
        for place, upper in enumerate(lines):
            height = upper.glyphs[0].bottom - upper.glyphs[0].top
            for lower in lines[place + 1 : place + 3]:
                step = lower.middle - upper.middle
                if _LEADS[0] * height <= step <= _LEADS[1] * height and not _are_apart(upper, lower):
                    steps[round(2 * step) / 2] += 1
    return max(steps, key=lambda step: (steps[step], -step), default=1.0)


def _chains(lines: Iterable[_CellLine], pitch: float) -> list[list[_CellLine]]:
    """The lines that follow one another at the usual distance, together."""
    chains: list[list[_CellLine]] = []
    for line in lines:
        before = next((lines for lines in chains if _follows(lines, line, pitch)), None)
        if before is None:
            chains.append([line])
        else:
            before.append(line)
    return chains


def _follows(lines: Sequence[_CellLine], below: _CellLine, pitch: float) -> bool:
    is_near = abs(below.middle - lines[-1].middle - pitch) < _LEVEL
    return is_near and not any(_are_apart(line, below) for line in lines)


def _are_apart(upper: _CellLine, lower: _CellLine) -> bool:
    """Whether two lines stand in cells of their own."""
    return upper.area != lower.area and upper.is_within and lower.is_within
