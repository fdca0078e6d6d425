"""Heads of narrow columns whose words stand on their side: stood up in their cells, so that they are read there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from raci.readers.layout.directions import quarter
from raci.readers.layout.extents import Box
from raci.readers.layout.printed_pages import PrintedPage, PrintedRun, letter_count
from raci.readers.layout.ruled_frames import RuledLine, TableFrame, table_frames
from raci.readers.layout.turning import quarter_turn

__all__ = ["stand_up_in_cells"]

#: words on their side run up, or down
_UP, _DOWN = 1, 3
#: what of a cell is left free at each side, and above and below a line, when words are stood up in it
_SIDE, _LEAD = 0.05, 0.2


class _Placed(NamedTuple):
    """A run by its index, with its box on the page as that is read, and how it is turned."""

    number: int
    box: Box
    turn: int

    @property
    def middle(self) -> tuple[float, float]:
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


def stand_up_in_cells(page: PrintedPage, runs: Sequence[PrintedRun], main: float) -> list[PrintedRun]:
    """The runs of a page read in the direction ``main``, with those on their side in a cell of a table stood up.

    Most of what stands in the table stands upright; else the whole table lies on its side.
    """
    turns = [quarter(run.angle, main) for run in runs]
    if not page.ruled_lines or not {_UP, _DOWN} & set(turns):
        return list(runs)
    turn = round(main / 90) % 4
    to_read, size = quarter_turn(turn, page.width, page.height)
    from_read, _ = quarter_turn(-turn % 4, *size)
    placed = [_Placed(index, _box(run, to_read), turns[index]) for index, run in enumerate(runs)]
    stood = list(runs)
    for frame in table_frames([RuledLine(*to_read(*line)) for line in page.ruled_lines]):
        inside = [one for one in placed if _holds(frame, one)]
        lying = [one for one in inside if one.turn in (_UP, _DOWN)]
        upright = letter_count(runs[one.number] for one in inside if one.turn == 0)
        if not lying or letter_count(runs[one.number] for one in lying) >= upright:
            continue
        for cell, in_cell in _by_cell(frame, lying):
            share = (cell[3] - cell[1]) / len(in_cell)
            for at, one in enumerate(in_cell):
                line = cell[0], cell[1] + share * at, cell[2], cell[1] + share * (at + 1)
                stood[one.number] = _set_in(runs[one.number], line, from_read, main)
    return stood


def _box(run: PrintedRun, to_read: Callable[..., Box]) -> Box:
    boxes = [to_read(*glyph[1:5]) for glyph in run.glyphs]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _holds(frame: TableFrame, one: _Placed) -> bool:
    x, y = one.middle
    return frame.xs[0] <= x <= frame.xs[-1] and frame.ys[0] <= y <= frame.ys[-1]


def _by_cell(frame: TableFrame, lying: Sequence[_Placed]) -> Iterator[tuple[Box, list[_Placed]]]:
    """The cells in which runs lie, each with its runs in the order in which they are read."""
    cells: dict[tuple[int, int], list[_Placed]] = {}
    for one in lying:
        cells.setdefault(frame.cell_at(*one.middle), []).append(one)
    for (row, column), in_cell in cells.items():
        in_cell.sort(key=lambda one: one.box[0] if one.turn == _UP else -one.box[2])
        yield (frame.xs[column], frame.ys[row], frame.xs[column + 1], frame.ys[row + 1]), in_cell


def _set_in(run: PrintedRun, line: Box, from_read: Callable[..., Box], main: float) -> PrintedRun:
    """A run set from left to right in a box; it fills the inner part of it."""
    left, top, right, bottom = line
    margin, low = (right - left) * _SIDE, (bottom - top) * _LEAD
    step = (right - left - 2 * margin) / len(run.glyphs)
    glyphs = []
    for number, glyph in enumerate(run.glyphs):
        begin = left + margin + step * number
        box = from_read(begin, top + low, begin + step, bottom - low)
        glyphs.append(glyph._replace(left=box[0], top=box[1], right=box[2], bottom=box[3]))
    return run._replace(glyphs=tuple(glyphs), angle=main % 360)
