"""Pages turned so that their text stands upright, whatever way the file has it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import NamedTuple

from raci.readers.layout.directions import skew
from raci.readers.layout.extents import Box
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.printed_pages import PrintedPage, PrintedRun
from raci.readers.layout.ruled_frames import RuledLine

__all__ = ["TurnedPage", "quarter_turn", "turn_upright"]

#: text that leans by no more degrees is set in lines that no turning mends
_LEVEL = 0.4
#: the sides of a leaning letter follow from the box around it unless it leans by about 45 degrees
_SOLVABLE = 0.3


class TurnedPage(NamedTuple):
    """Characters and ruled lines of a page as they are read, its width and its height in points."""

    glyphs: list[Glyph]
    ruled_lines: list[RuledLine]
    width: float
    height: float


def turn_upright(page: PrintedPage, runs: Iterable[PrintedRun], angle: float) -> TurnedPage:
    """The runs of a page, and its lines, turned so that what runs in this direction, in degrees, runs level."""
    turn = round(angle / 90) % 4
    place, (width, height) = quarter_turn(turn, page.width, page.height)
    lean = skew(angle)
    if turn == 0 and abs(lean) <= _LEVEL:
        return TurnedPage([glyph for run in runs for glyph in run.glyphs], list(page.ruled_lines), width, height)
    glyphs = []
    for run in runs:
        for glyph in run.glyphs:
            box = place(glyph.left, glyph.top, glyph.right, glyph.bottom)
            if abs(lean) > _LEVEL:
                box = _straightened(box, lean, run.size, glyph.text.isascii(), (width / 2, height / 2))
            glyphs.append(glyph._replace(left=box[0], top=box[1], right=box[2], bottom=box[3]))
    lines = [RuledLine(*place(*line)) for line in page.ruled_lines]
    return TurnedPage(glyphs, lines, width, height)


def quarter_turn(turn: int, width: float, height: float) -> tuple[Callable[..., Box], tuple[float, float]]:
    """How a box of a page is placed once that is turned clockwise by quarters, and how large the page is then."""
    if turn == 0:
        return lambda x0, y0, x1, y1: (x0, y0, x1, y1), (width, height)
    if turn == 1:
        return lambda x0, y0, x1, y1: (height - y1, x0, height - y0, x1), (height, width)
    if turn == 2:
        return lambda x0, y0, x1, y1: (width - x1, height - y1, width - x0, height - y0), (width, height)
    return lambda x0, y0, x1, y1: (y0, width - x1, y1, width - x0), (height, width)


def _straightened(box: Box, lean: float, size: float, is_narrow: bool, middle: tuple[float, float]) -> Box:
    """The box of a leaning letter, stood up: turned clockwise about the middle of the page."""
    left, top, right, bottom = box
    cos, sin = math.cos(math.radians(lean)), math.sin(math.radians(lean))
    x, y = (left + right) / 2 - middle[0], (top + bottom) / 2 - middle[1]
    x, y = x * cos - y * sin + middle[0], x * sin + y * cos + middle[1]
    width, height = size * (0.5 if is_narrow else 1.0), size
    squared = cos * cos - sin * sin
    if squared > _SOLVABLE:
        across, down = right - left, bottom - top
        width, height = (across * cos - down * abs(sin)) / squared, (down * cos - across * abs(sin)) / squared
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2
