"""How wide the lines of a text were set: a property of each stretch of it, as a letter and its annex may differ."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from raci.readers.tables.paragraph_starts import starts_paragraph
from raci.readers.tables.text_lines import NEVER_FIRST, NumberedLine, is_chinese

__all__ = ["find_margins", "first_word_size", "is_torn", "line_size"]

#: the narrowest and the widest line that is broken, in half characters; no text of fewer lines is judged
_MIN_MARGIN, _MAX_MARGIN, _MIN_LINES = 24, 220, 3
#: part of a sentence without a heading is so long, in characters
_LONG_PART = 14
#: a margin is seen by the lines that break off near it: so many of them on each side say how wide the stretch is …
_NEAR, _MIN_SIDE = 4, 2
#: … and of so many around, those within this many half characters of the widest vote
_AROUND, _SPREAD = 20, 6
#: no line of the stretch is so many times as wide as the margin, or wider by more half characters
_WIDER_FACTOR, _WIDER = 1.12, 9
#: so many lines, and this share of all, break off at the margin or so little before it; this share of them in a word
_MIN_VOTES, _SHARE, _ALIKE, _WITHIN_WORD_SHARE = 3, 0.1, 3, 0.35
#: … or so many that break off in the midst of a sentence; in a text of so few lines one is enough
_MIN_TORN, _FEW_LINES = 2, 20
#: of the lines that break off, this share does so near the margin
_NEAR_SHARE = 0.6
#: this share of them holds marks, as sentences do and lists of names below one another do not
_MARKED_SHARE, _MARKS = 0.5, "，、；。,"
#: what no sentence ends with, beside a Chinese character
_RUNS_ON = "，、；（(《“〔,"
#: what most lines end with that do not break off
_ENDS = "。！？；：）”"
_FIRST_WORD = re.compile(r"[（(《“‘〔【\[]*(?:[A-Za-z0-9.%％+~—-]+|.)[，。、；：！？）)》”’〕】\]]*")


def line_size(text: str) -> int:
    """How wide a text is, in half characters; blanks are as wide as a line needs, so that they count nothing."""
    return 2 * len(text) - len(text.encode("ascii", "ignore")) - text.count(" ")


def first_word_size(text: str) -> int:
    """How wide the beginning of a line is that no line break may fall in, in half characters."""
    word = _FIRST_WORD.match(text)
    return line_size(word[0]) if word else 0


def find_margins(lines: Sequence[NumberedLine]) -> list[int | None]:
    """For each line, none of them blank, how wide the lines around it were set, in half characters.

    None where they are not broken at a width: there a line is a paragraph.
    """
    nothing: list[int | None] = [None] * len(lines)
    if len(lines) < _MIN_LINES:
        return nothing
    least = min([line.indent for line in lines])

    def size(line: NumberedLine) -> int:
        return line_size(line.text) + line.indent - least

    # most lines end a sentence: how wide these are need not be known to see that a line is a paragraph here
    open_ended = [index for index, line in enumerate(lines[:-1]) if line.text[-1] not in _ENDS]
    votes = [index for index in open_ended if _breaks_off(lines, index, size(lines[index]))]
    if len(votes) < _MIN_VOTES and not any(is_torn(lines[index].text) for index in votes):
        return nothing
    if not any(_has_mark(lines[vote].text) for vote in votes):
        return nothing  # headings above their text
    sizes = list(map(size, lines))
    voted = [sizes[vote] for vote in votes]
    margins: list[int] = []
    first = 0
    for place, end in enumerate([*votes, len(lines) - 1]):
        # up to a line that breaks off, and with it, the lines have the same ones before and behind them
        at_place = _Margins(place, voted)
        margins += map(at_place.of_line, sizes[first : end + 1])
        first = end + 1
    return _trusted(margins, lines, votes, sizes)


def _breaks_off(lines: Sequence[NumberedLine], index: int, size: int) -> bool:
    """Whether a line breaks off in mid-sentence, and the next one goes on."""
    last, following = lines[index].text[-1], lines[index + 1].text
    if not _MIN_MARGIN <= size <= _MAX_MARGIN or not (is_chinese(last) or last in _RUNS_ON or last.isascii()):
        return False
    goes_on = is_chinese(following[0]) or following[0].isascii() or following[0] in NEVER_FIRST
    return goes_on and not starts_paragraph(following)


def _has_mark(text: str) -> bool:
    return any(mark in text for mark in _MARKS)


def is_torn(text: str) -> bool:
    """Whether a line that breaks off is plainly the beginning of a longer one: it holds a whole sentence, or is part
    of one without a number or label.
    """
    if "。" in text[:-1] or "；" in text[:-1]:
        return True
    return not starts_paragraph(text) and len(text) >= _LONG_PART and "，" in text[:-1]


class _Margins:
    """The widths at which the lines around a place break off, most of them.

    ``voted`` are the widths of those that do, ``place`` counts those before the place.
    """

    def __init__(self, place: int, voted: Sequence[int]) -> None:
        self._place, self._voted = place, voted
        before, after = voted[max(0, place - _NEAR) : place], voted[place : place + _NEAR]
        sides = [part for part in (before, after) if len(part) >= _MIN_SIDE] or [[*before, *after]]
        self._sides = sorted({max(side) for side in sides})
        self._most = [_most(side) for side in self._sides]
        self._margins: dict[int, int] = {}

    def of_line(self, own: int) -> int:
        """The width for a line that is ``own`` wide."""
        # the narrower one where two stretches meet, unless the line itself is of the wider
        fitting = (side for side, most in zip(self._sides, self._most, strict=True) if own <= most)
        widest = next(fitting, self._sides[0])
        if widest not in self._margins:
            self._margins[widest] = self._commonest(widest)
        return self._margins[widest]

    def _commonest(self, widest: int) -> int:
        around = self._voted[max(0, self._place - _AROUND) : self._place + _AROUND]
        counts: dict[int, int] = {}
        for size in around:
            if widest - _SPREAD <= size <= widest + 1:
                counts[size] = counts.get(size, 0) + 1
        # of widths as frequent as one another the widest: the first line of a paragraph is set in
        return max(counts, key=lambda size: (counts[size], size), default=widest)


def _trusted(
    margins: Sequence[int], lines: Sequence[NumberedLine], votes: Sequence[int], sizes: Sequence[int]
) -> list[int | None]:
    """The margins of stretches in which no line is wider, and that enough lines vote for."""
    trusted: list[int | None] = [None] * len(margins)
    first = 0
    while first < len(margins):
        if sizes[first] > _most(margins[first]):
            first += 1
            continue
        last = first + 1
        while (
            last < len(margins)
            and sizes[last] <= _most(margins[last])
            and abs(margins[last] - margins[last - 1]) <= _SPREAD
        ):
            last += 1
        inside = votes[bisect_left(votes, first) : bisect_left(votes, last)]
        if _is_broken(lines, margins, inside, sizes, last - first):
            trusted[first:last] = margins[first:last]
        first = last
    return _extended(_extended(trusted, sizes)[::-1], sizes[::-1])[::-1]


def _most(margin: int) -> float:
    """How wide a line of that margin is at the most."""
    return max(margin + _WIDER, margin * _WIDER_FACTOR)


def _extended(margins: Sequence[int | None], sizes: Sequence[int]) -> list[int | None]:
    """The margins, each holding on for the lines that follow its stretch and are no wider."""
    extended: list[int | None] = []
    last: int | None = None
    for margin, size in zip(margins, sizes, strict=True):
        last = margin or (last if last is not None and size <= _most(last) else None)
        extended.append(last)
    return extended


def _is_broken(
    lines: Sequence[NumberedLine], margins: Sequence[int], votes: Sequence[int], sizes: Sequence[int], count: int
) -> bool:
    """Whether so many lines were broken at a width: those that break off do so near it, and enough within a word."""
    near = [vote for vote in votes if margins[vote] - _SPREAD <= sizes[vote]]
    alike = sum(1 for vote in near if margins[vote] - _ALIKE <= sizes[vote])
    within = sum(1 for vote in near if is_chinese(lines[vote].text[-1]) and is_chinese(lines[vote + 1].text[0]))
    torn = sum(1 for vote in near if is_torn(lines[vote].text))
    least = 1 if len(lines) <= _FEW_LINES else _MIN_TORN
    marked = sum(1 for vote in near if _has_mark(lines[vote].text))
    return (
        alike >= max(1 if torn >= least else _MIN_VOTES, _SHARE * count)
        and len(near) >= _NEAR_SHARE * len(votes)
        and within >= _WITHIN_WORD_SHARE * len(near)
        and marked >= _MARKED_SHARE * len(near)
    )
