"""What is printed alike on a page, in groups: one type, ink and direction; words that stand there often apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.readers.layout.directions import quarter
from raci.readers.layout.extents import Box
from raci.readers.layout.printed_pages import Ink, PrintedRun, Standing, letter_count

__all__ = ["PlacedMark", "PrintGroup", "group_runs", "placed_mark"]

#: words that a page holds so often are a group of their own
_COPIES = 3
#: a mark says so much: characters of Latin script count half
_MIN_LETTERS = 2
#: words strewn over a page stand in so many rows and columns, at this part of the places where these cross, and
#: reach beyond the text on so many sides
_MIN_STREWN, _STREWN, _MIN_SIDES = 3, 0.4, 2
#: places of marks are told apart in steps of so many points
_PLACE_STEP = 4


class _PrintStyle(NamedTuple):
    """What is the same of words wherever they stand on a page: the words, size and ink of their type, direction, and
    what the file says of them.
    """

    text: str
    size: float
    ink: Ink
    turn: int
    standing: Standing


class PlacedMark(NamedTuple):
    """What is the same of a mark on all pages: its style, and its place in steps of some points."""

    style: _PrintStyle
    left: int
    top: int


class PrintGroup(NamedTuple):
    """Runs that are printed alike.

    ``is_repeated``: they say the same too, many times on this page; ``recurs``: or once, as on a page beside this one.
    """

    runs: list[PrintedRun]
    is_repeated: bool
    recurs: bool

    @property
    def letters(self) -> int:
        """How many letters it has; words that stand there many times count once."""
        return letter_count(self.runs[:1] if self.is_repeated else self.runs)

    @property
    def paleness(self) -> float:
        """How pale its ink is."""
        return self.runs[0].ink.paleness

    @property
    def size(self) -> float:
        """The size of its type in points."""
        return self.runs[0].size

    @property
    def turn(self) -> int:
        """By how many quarters it is turned, anticlockwise, on the page as the file has it."""
        return quarter(self.runs[0].angle)

    @property
    def is_artifact(self) -> bool:
        """Whether the file says that it is no content."""
        return self.runs[0].standing is not Standing.CONTENT

    @property
    def is_wordy(self) -> bool:
        """Whether it says so much as marks do, which no sign of a formula or in a cell does."""
        runs = self.runs[: 1 if self.is_repeated else _COPIES]
        text = "".join(glyph.text for run in runs for glyph in run.glyphs if glyph.text.isalnum())
        return any(map(str.isalpha, text)) and len(text) - len(text.encode("ascii", "ignore")) / 2 >= _MIN_LETTERS

    @property
    def is_scattered(self) -> bool:
        """Whether it stands at several heights and in several places across the page, as no column does."""
        return self.is_repeated and min(self._places()) > 1

    @property
    def is_strewn(self) -> bool:
        """Whether it stands in several rows and columns, at many of the places where these cross."""
        across, down = self._places()
        return self.is_repeated and min(across, down) >= _MIN_STREWN and len(self.runs) >= _STREWN * across * down

    def reaches_beyond(self, box: Box) -> bool:
        """Whether some of it stands outside of a box, on two sides at the least."""
        left, top, right, bottom = box
        glyphs = [glyph for run in self.runs for glyph in run.glyphs]
        sides = (
            any(glyph.right < left for glyph in glyphs),
            any(glyph.left > right for glyph in glyphs),
            any(glyph.bottom < top for glyph in glyphs),
            any(glyph.top > bottom for glyph in glyphs),
        )
        return sum(sides) >= _MIN_SIDES

    def _places(self) -> tuple[int, int]:
        """In how many places it begins across the page, and at how many heights."""
        lefts, tops = [run.glyphs[0].left for run in self.runs], [run.glyphs[0].top for run in self.runs]
        across, down = (sum(b - a > _PLACE_STEP for a, b in pairwise(sorted(values))) + 1 for values in (lefts, tops))
        return across, down


def placed_mark(run: PrintedRun) -> PlacedMark:
    """What is the same of a mark on all pages."""
    first = run.glyphs[0]
    return PlacedMark(_style(run), round(first.left / _PLACE_STEP), round(first.top / _PLACE_STEP))


def group_runs(
    runs: Sequence[PrintedRun], left_out: Collection[int], recurring: Collection[PlacedMark]
) -> tuple[list[PrintGroup], list[int]]:
    """The groups, and of which of them each run is; -1 for those left out, which are given by their indices.

    ``recurring`` are those that stand on a page beside this one too.
    """
    marks = [placed_mark(run) for run in runs]
    copies = Counter(mark.style for mark in marks)
    numbers: dict[_PrintStyle, int] = {}
    of_run = []
    for index, mark in enumerate(marks):
        by_itself = copies[mark.style] >= _COPIES or mark in recurring
        style = mark.style if by_itself else mark.style._replace(text="")
        of_run.append(-1 if index in left_out else numbers.setdefault(style, len(numbers)))
    groups = [PrintGroup([], copies[style] >= _COPIES, bool(style.text)) for style in numbers]
    for run, number in zip(runs, of_run, strict=True):
        if number >= 0:
            groups[number].runs.append(run)
    return groups, of_run


def _style(run: PrintedRun) -> _PrintStyle:
    return _PrintStyle(run.text, round(2 * run.size) / 2, run.ink, quarter(run.angle), run.standing)
