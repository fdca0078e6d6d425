"""A page as a file prints it (pdf, ofd): characters in runs, each with its direction and its ink, not yet turned."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from raci.readers.layout.extents import Box
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.ruled_frames import RuledLine

__all__ = [
    "INVISIBLE",
    "Ink",
    "PrintedPage",
    "PrintedRun",
    "Standing",
    "glyph_box",
    "join_runs",
    "letter_count",
    "within_page",
]

#: runs in one direction, type and ink are one where so little, in sizes of type, parts them along their line …
_MAX_ADVANCE = 1.4
#: … and across it; directions differ from so many degrees on
_MAX_SHIFT, _SAME_ANGLE = 0.3, 1.0


class Ink(NamedTuple):
    """The colour of type, red, green and blue from 0 to 1, as it looks on white paper."""

    red: float
    green: float
    blue: float

    @classmethod
    def on_paper(cls, red: float, green: float, blue: float, opacity: float) -> Ink:
        """Of a colour that lets so much of the paper through."""
        return cls(*(round(1 - (1 - part) * opacity, 2) for part in (red, green, blue)))

    @property
    def paleness(self) -> float:
        """How much white is in it, from 0 to 1: black and bright red have none."""
        return min(self)


#: the ink of text that lies unseen under the picture of a page: its words are the page's own
INVISIBLE = Ink(0.0, 0.0, 0.0)


class Standing(Enum):
    """What a file says of a text: nothing; that it is no content, as some say of the numbers of lists too; or that it
    belongs to the page, as heads, feet and watermarks do.
    """

    CONTENT = "content"
    ARTIFACT = "artifact"
    OF_PAGE = "of page"


class PrintedRun(NamedTuple):
    """Characters that one line holds in one type and ink, in the order of the line.

    ``angle``: degrees from the level, anticlockwise, from 0 to 360. ``size``: of the type, in points.
    """

    glyphs: tuple[Glyph, ...]
    angle: float
    size: float
    ink: Ink
    standing: Standing = Standing.CONTENT

    @property
    def text(self) -> str:
        """What it says, blanks where the source has them."""
        return "".join(f" {glyph.text}" if glyph.spaced else glyph.text for glyph in self.glyphs).strip()


class PrintedPage(NamedTuple):
    """Lengths in points, y from the top down, as if the page were not turned.

    ``rotation``: by how many degrees the file wants it shown turned clockwise. ``grounds``: what is filled with colour
    or a picture, where white words stand on the page. ``rings``: the boxes around circles, as seals have.
    """

    runs: Sequence[PrintedRun]
    ruled_lines: Sequence[RuledLine]
    width: float
    height: float
    rotation: int = 0
    grounds: Sequence[Box] = ()
    rings: Sequence[Box] = ()


def letter_count(runs: Iterable[PrintedRun]) -> int:
    """How many letters and numerals runs hold."""
    return sum(glyph.text.isalnum() for run in runs for glyph in run.glyphs)


def glyph_box(
    origin: tuple[float, float], angle: float, width: float, ascent: float, descent: float
) -> tuple[float, float, float, float]:
    """The upright box around a character that stands on a turned line: left, top, right, bottom.

    ``origin`` is where it begins on the line, y from the top down; lengths in points, ``angle`` in degrees.
    """
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    corners = [
        (origin[0] + along * cos - up * sin, origin[1] - along * sin - up * cos)
        for along in (0.0, width)
        for up in (-descent, ascent)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def join_runs(runs: Iterable[PrintedRun]) -> Iterator[PrintedRun]:
    """The runs with those joined that go on where the one before ends: files may print each character by itself."""
    joined: list[PrintedRun] = []
    for run in runs:
        if joined and not _goes_on(joined[-1], run):
            yield _joined(joined)
            joined = []
        joined.append(run)
    if joined:
        yield _joined(joined)


def within_page(runs: Iterable[PrintedRun], page: PrintedPage) -> tuple[list[PrintedRun], list[PrintedRun]]:
    """The runs that stand on a page, and those beside what is shown of it; one that leaves the page is parted."""
    shown: list[PrintedRun] = []
    outside: list[PrintedRun] = []
    for run in runs:
        is_shown = [
            0 <= glyph.left + glyph.right <= 2 * page.width and 0 <= glyph.top + glyph.bottom <= 2 * page.height
            for glyph in run.glyphs
        ]
        if all(is_shown):
            shown.append(run)
            continue
        for runs_of, wanted in ((shown, True), (outside, False)):
            glyphs = tuple(glyph for glyph, on_page in zip(run.glyphs, is_shown, strict=True) if on_page is wanted)
            if glyphs:
                runs_of.append(run._replace(glyphs=glyphs))
    return shown, outside


def _joined(runs: Sequence[PrintedRun]) -> PrintedRun:
    if len(runs) == 1:
        return runs[0]
    return runs[0]._replace(glyphs=tuple(glyph for run in runs for glyph in run.glyphs))


def _goes_on(run: PrintedRun, following: PrintedRun) -> bool:
    if run.standing is not following.standing:
        return False
    if run.ink != following.ink or abs(run.size - following.size) > 0.1 * run.size:
        return False
    if abs((run.angle - following.angle + 180) % 360 - 180) > _SAME_ANGLE:
        return False
    last, first = run.glyphs[-1], following.glyphs[0]
    right, down = (first.left + first.right - last.left - last.right) / 2, first.top + first.bottom
    down = (down - last.top - last.bottom) / 2
    cos, sin = math.cos(math.radians(run.angle)), math.sin(math.radians(run.angle))
    along, across = right * cos - down * sin, right * sin + down * cos
    return 0 < along < _MAX_ADVANCE * run.size and abs(across) < _MAX_SHIFT * run.size
