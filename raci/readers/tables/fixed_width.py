"""Texts whose lines are broken at a fixed width, and within it beside punctuation: pieces are joined again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from raci.readers.documents.passages import Passage
from raci.readers.tables.brackets import CLOSERS, runs_on_behind_bracket
from raci.readers.tables.line_margins import is_torn
from raci.readers.tables.open_paragraph import OpenParagraph
from raci.readers.tables.paragraph_starts import (
    is_number_or_label,
    starts_numbered,
    starts_paragraph,
    starts_with_label,
)
from raci.readers.tables.text_lines import SENTENCE_ENDS, NumberedLine, is_chinese, narrow_characters

__all__ = ["FixedWidth", "are_pieces", "find_fixed_width", "join_broken"]

#: the narrowest and the widest line that a PDF breaks, in full-width characters; no text of fewer lines is judged
_MIN_WIDTH, _MAX_WIDTH, _MIN_LINES = 12, 110, 8
#: what is no longer than this many times the widest may be broken; no line is so many times as wide as most
_MAX_LENGTH_FACTOR, _MAX_WIDTH_FACTOR = 5, 2.2
#: the width is that of the line at this place among all; lines that differ by no more are full
_WIDTH_QUANTILE, _FULL_DIFFERENCE = 0.95, 3
#: so many lines are full, and this share of all; this share of them breaks within a word
_MIN_FULL, _FULL_SHARE, _WITHIN_WORD_SHARE = 3, 0.1, 0.35
#: lines fit one visual line up to this part of the width; it is short below that part
_FITS, _SHORT = 1.06, 0.82
#: a number or label on a line of its own is no longer
_MAX_BARE = 6
#: the pieces of a visual line are as wide as it, but for so much (the first is set in); it holds no more pieces
_ALIKE, _MOST_PIECES = 2, 12
#: visual lines are broken up where so many short lines, and this share of all, end in a pause
_MIN_PIECES, _PIECES_SHARE = 3, 0.02
#: what a piece of a visual line ends with, and what no headline does
_PAUSES, _RUNS_ON = "，、", "，、,；;：:（(《“"
#: what the last line of a paragraph ends with where the next begins like none, and the paragraph is no headline
_MAY_END = frozenset(SENTENCE_ENDS + CLOSERS + "；;")


class FixedWidth(NamedTuple):
    """The width at which the lines of a text were broken, and how wide each of them is."""

    width: int
    lines: Sequence[int]


def find_fixed_width(lines: Sequence[str]) -> FixedWidth | None:
    """The width at which lines, none of them blank, were broken, all of them; None where a line is a paragraph."""
    if len(lines) < _MIN_LINES or max(map(len, lines)) > _MAX_WIDTH * _MAX_LENGTH_FACTOR:
        return None
    widths = [len(line) - narrow // 2 for line, narrow in zip(lines, narrow_characters(lines), strict=True)]
    in_order = sorted(widths)
    width = in_order[int(len(widths) * _WIDTH_QUANTILE)]
    if not _MIN_WIDTH <= width <= _MAX_WIDTH or in_order[-1] > _MAX_WIDTH_FACTOR * width:
        return None
    full = [index for index, own in enumerate(widths) if abs(own - width) <= _FULL_DIFFERENCE]
    # within a word: a Chinese character before the break and one behind it
    within_word = sum(
        1
        for index in full
        if index + 1 < len(lines) and is_chinese(lines[index][-1]) and is_chinese(lines[index + 1][0])
    )
    enough = len(full) >= max(_MIN_FULL, _FULL_SHARE * len(lines)) and within_word >= _WITHIN_WORD_SHARE * len(full)
    return FixedWidth(width, widths) if enough else None


def are_pieces(lines: Sequence[str], margins: Iterable[int | None], fixed: FixedWidth) -> bool:
    """Whether lines are pieces of visual lines: many end in a pause far from the margin of those around them.

    ``margins`` are those of ``find_margins``; the width stands in where there is none.
    """
    pieces = sum(
        1
        for line, own, margin in zip(lines, fixed.lines, margins, strict=True)
        if line[-1] in _PAUSES and own < _SHORT * (margin / 2 if margin else fixed.width)
    )
    return pieces >= max(_MIN_PIECES, _PIECES_SHARE * len(lines))


def join_broken(lines: Iterable[NumberedLine], fixed: FixedWidth) -> list[Passage]:
    """The paragraphs of lines, none of them blank, that were broken at a width, and within it."""
    joiner = _Joiner(fixed.width)
    for line, size in zip(lines, fixed.lines, strict=True):
        joiner.add(line, size)
    joiner.close()
    return joiner.paragraphs


class _Joiner:
    """Takes line after line to the paragraph that it belongs to."""

    def __init__(self, width: int) -> None:
        self.paragraphs: list[Passage] = []
        self._width = width
        self._most, self._full = _FITS * width, _SHORT * width
        self._paragraph = OpenParagraph()
        self._filled = 0  # how much of the current visual line is taken
        #: how wide the lines are that may share a visual one with the last
        self._pieces: deque[int] = deque(maxlen=_MOST_PIECES + 1)

    def close(self) -> None:
        """The paragraph that is being read ends here."""
        if self._paragraph.lines:
            self.paragraphs.append(self._paragraph.close())
        self._filled = 0

    def add(self, line: NumberedLine, size: int) -> None:
        """Add a line, so wide, to the paragraph that is being read, or begin one with it."""
        text, lines = line.text, self._paragraph.lines
        starts, runs_on = False, False
        if lines:
            last, starts = lines[-1].text[-1], starts_paragraph(text)
            runs_on = not starts and not is_chinese(last)
            fits, short = self._filled + size <= self._most, self._filled < self._full
            # (most lines only go on)
            may_end = starts or last in _MAY_END or (short and len(lines) == 1)
            if may_end and self._ends_before(text, starts, fits, short):
                self.close()
            elif not fits or not short:
                self._filled = 0
        self._paragraph.add(line)
        self._filled += size
        if not runs_on:
            self._pieces.clear()  # a visual line begins
        self._pieces.append(size)

    def _ends_before(self, text: str, starts: bool, fits: bool, short: bool) -> bool:
        """Whether the paragraph ends before a line.

        ``starts``: the line begins like a paragraph; ``fits``: it would have had room in the visual line that is being
        read; ``short``: that is not full.
        """
        lines = self._paragraph.lines
        last, alone = lines[-1].text, len(lines) == 1
        # a bracket left open ends where the numbers count on
        counts_on = starts and self._paragraph.counts_on(text)
        if self._paragraph.is_in_bracket() and not counts_on:
            return False
        if alone and len(last) <= _MAX_BARE and is_number_or_label(last):
            return last[-1] in "：:" and starts_numbered(text)  # 整改措施： above its numbered list
        if starts or (last[-1] in SENTENCE_ENDS and short and not fits):
            return True
        # 牵头单位：甲；责任单位：乙。 is a paragraph, however short
        if self._paragraph.is_annotated(text) or (last[-1] == "。" and starts_with_label(lines[0].text)):
            return True
        return short and alone and self._is_headline(last, text, fits)

    def _is_headline(self, line: str, following: str, fits: bool) -> bool:
        """Whether a short line that stands alone is a headline, and no sentence that breaks off."""
        if runs_on_behind_bracket(line) or (is_torn(line) and is_chinese(line[-1]) and not starts_with_label(line)):
            return False
        # a PDF breaks a visual line only beside punctuation: two Chinese characters are two lines
        apart = not fits or (is_chinese(line[-1]) and is_chinese(following[0]))
        return apart and line[-1] not in _RUNS_ON and not self._fills_line()

    def _fills_line(self) -> bool:
        """Whether the last line fills a visual one together with some of those before it."""
        return any(abs(taken - self._width) <= _ALIKE for taken in accumulate(reversed(self._pieces)))
