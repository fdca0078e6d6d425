"""Numbers that count the lines of a page, beside these: they are no part of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.readers.layout.glyphs import Glyph, glyph_rows, glyph_size
from raci.readers.layout.ruled_frames import TableFrame

__all__ = ["LineNumberReader"]

#: what stands in this part of a page, above and below, does not say how far its lines reach
_MARGIN = 0.08
#: numbered lines are so wide, in characters; narrower ones are a list
_LEAST_WIDTH = 14
#: lines are full that end so many characters before the edge; a text has so many lines, this part of them full
_EARLY_END, _MIN_LINES, _MIN_FULL = 2.6, 4, 0.3
#: where not each line has its number, every fifth has or every tenth; then the first lines may not be counted, so many
_STEP, _MAX_UNCOUNTED = 5, 4
#: no number of a line has more digits
_MAX_DIGITS = 6
#: this part of the numbers goes up as the lines do
_MIN_REGULAR = 0.8
#: what the last line of a paragraph ends with
_ENDS = tuple("。！？；）)")


class _Number(NamedTuple):
    """A number beside the text, and which line it stands beside."""

    value: int
    line: int


class LineNumberReader:
    """Reads page after page: where the lines of one are numbered, a few on the next are so too."""

    def __init__(self) -> None:
        self._side_before: int | None = None

    def split(
        self, glyphs: Sequence[Glyph], height: float, frames: Sequence[TableFrame]
    ) -> tuple[list[Glyph], list[Glyph]]:
        """The characters of a page without the numbers of its lines, and these; what stands in tables is none."""
        letters = [glyph for glyph in glyphs if glyph.text.isalpha()]
        letters = [glyph for glyph in letters if _is_within(glyph, height)] or letters
        if not letters:
            return list(glyphs), []
        left, right = min(glyph.left for glyph in letters), max(glyph.right for glyph in letters)
        sides: tuple[Callable[[Glyph], bool], ...] = (
            lambda glyph: glyph.right <= left,
            lambda glyph: glyph.left >= right,
        )
        for side, is_beside in enumerate(sides):
            beside = [glyph for glyph in glyphs if _is_digit(glyph) and is_beside(glyph)]
            beside = [glyph for glyph in beside if not any(frame.holds(glyph) for frame in frames)]
            if not beside:
                continue
            counted = set(beside)
            rest = [glyph for glyph in glyphs if glyph not in counted]
            if _count_lines(glyph_rows(beside), glyph_rows(rest), right, known=side == self._side_before):
                self._side_before = side
                return rest, beside
        return list(glyphs), []


def _is_digit(glyph: Glyph) -> bool:
    return glyph.text.isdigit() and glyph.text.isascii()


def _is_within(glyph: Glyph, height: float) -> bool:
    return _MARGIN * height < glyph.top < (1 - _MARGIN) * height


def _count_lines(
    numbers: Sequence[Sequence[Glyph]], lines: Sequence[Sequence[Glyph]], right: float, *, known: bool
) -> bool:
    """Whether the numbers beside the lines of a text, which reach as far as ``right``, count these.

    ``known``: those of the page before do.
    """
    placed = _place(numbers, lines)
    if known and placed:
        return all(_goes_up(*pair) for pair in pairwise(placed))
    if not placed or len(lines) < _MIN_LINES or not _is_text(lines, right):
        return False
    if all(number.value % _STEP == 0 for number in placed):
        regular = [_goes_up(*pair) for pair in pairwise(placed)]
        if len(placed) == 1:
            regular = [0 <= placed[0].line + 1 - placed[0].value <= _MAX_UNCOUNTED]
        return sum(regular) >= _MIN_REGULAR * len(regular)
    if len(placed) < _MIN_LINES or not _run_on(placed, lines, right):
        return False
    steps = [_goes_up(*pair) for pair in pairwise(placed)]
    return sum(steps) >= _MIN_REGULAR * len(steps)


def _goes_up(number: _Number, following: _Number) -> bool:
    return following.value - number.value == following.line - number.line


def _is_text(lines: Sequence[Sequence[Glyph]], right: float) -> bool:
    size = glyph_size(max(lines, key=len))
    if right - min(line[0].left for line in lines) < _LEAST_WIDTH * size:
        return False
    full = sum(right - line[-1].right < _EARLY_END * glyph_size(line) for line in lines)
    return full >= max(1, _MIN_FULL * len(lines))


def _run_on(placed: Iterable[_Number], lines: Sequence[Sequence[Glyph]], right: float) -> bool:
    """Whether a numbered line goes on in the next one, which has a number too: items of a list do not."""
    numbered = {number.line for number in placed}
    return any(
        index + 1 in numbered
        and right - lines[index][-1].right < _EARLY_END * glyph_size(lines[index])
        and not lines[index][-1].text.endswith(_ENDS)
        for index in numbered
    )


def _place(numbers: Sequence[Sequence[Glyph]], lines: Sequence[Sequence[Glyph]]) -> list[_Number]:
    """The numbers with the lines that they stand beside; none where one stands beside no line."""
    placed = []
    index = 0
    for number in numbers:
        middle = (number[0].top + number[0].bottom) / 2
        while index < len(lines) and max(glyph.bottom for glyph in lines[index]) < middle:
            index += 1
        if index == len(lines) or min(glyph.top for glyph in lines[index]) > middle:
            return []
        placed.append(_Number(int("".join(glyph.text for glyph in number)[:_MAX_DIGITS]), index))
    return placed
