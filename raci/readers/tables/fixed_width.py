"""Texts whose lines are broken at a fixed width (taken from a PDF): lines that belong together are joined again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from raci.readers.documents.passages import Passage, TextLine
from raci.readers.tables.brackets import BRACKET, count_closed, count_opened
from raci.readers.tables.paragraph_starts import (
    is_number_or_label,
    starts_numbered,
    starts_paragraph,
    starts_with_label,
)
from raci.readers.tables.text_lines import SENTENCE_ENDS, NumberedLine, is_chinese, is_page_number, line_width
from raci.rules.numerals import numeral
from raci.rules.text_patterns import text_patterns

__all__ = ["find_fixed_width", "join_broken"]

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
#: a bracket is left open by mistake where so many characters, of so many lines, have not closed it
_MAX_IN_BRACKET, _BRACKET_LINES = 1_500, 40
#: a number or label on a line of its own is no longer
_MAX_BARE = 6
#: text dumps skip so many numbers now and then
_MAX_STEP = 3
#: what no headline ends with
_RUNS_ON = "，、,；;：:（(《“"


def find_fixed_width(lines: Sequence[str]) -> int | None:
    """The width at which lines, none of them blank, were broken; None where a line is a paragraph."""
    if len(lines) < _MIN_LINES or max(map(len, lines)) > _MAX_WIDTH * _MAX_LENGTH_FACTOR:
        return None
    widths = sorted(map(line_width, lines))
    width = widths[int(len(widths) * _WIDTH_QUANTILE)]
    if not _MIN_WIDTH <= width <= _MAX_WIDTH or widths[-1] > _MAX_WIDTH_FACTOR * width:
        return None
    full = [index for index, line in enumerate(lines) if abs(line_width(line) - width) <= _FULL_DIFFERENCE]
    # within a word: a Chinese character before the break and one behind it
    within_word = sum(
        1
        for index in full
        if index + 1 < len(lines) and is_chinese(lines[index][-1]) and is_chinese(lines[index + 1][0])
    )
    enough = len(full) >= max(_MIN_FULL, _FULL_SHARE * len(lines)) and within_word >= _WITHIN_WORD_SHARE * len(full)
    return width if enough else None


def join_broken(lines: Iterable[NumberedLine], width: int) -> list[Passage]:
    """The paragraphs of lines that were broken at a width; page numbers are left out."""
    joiner = _Joiner(width)
    for line in lines:
        if line.text and not is_page_number(line.text):
            joiner.add(line)
    joiner.close()
    return joiner.paragraphs


class _Joiner:
    """Takes line after line to the paragraph that it belongs to."""

    def __init__(self, width: int) -> None:
        self.paragraphs: list[Passage] = []
        self._width = width
        self._lines: list[NumberedLine] = []  # of the paragraph that is being read
        self._filled = 0  # how much of the current visual line is taken
        self._depth = 0  # brackets open in the paragraph
        self._last_numbers: dict[str, int] = {}  # the last number of each kind of marker

    def close(self) -> None:
        """The paragraph that is being read ends here."""
        if self._lines:
            page = self._lines[0].page
            self.paragraphs.append(Passage(tuple(TextLine(line.text, page, line.number) for line in self._lines)))
        self._lines, self._filled, self._depth = [], 0, 0

    def add(self, line: NumberedLine) -> None:
        """Add a line to the paragraph that is being read, or begin one with it."""
        size = line_width(line.text)
        if self._lines:
            fits, short = self._filled + size <= _FITS * self._width, self._filled < _SHORT * self._width
            if self._ends_before(line.text, fits, short):
                self.close()
            elif not fits or not short:
                self._filled = 0
        self._lines.append(line)
        self._filled += size
        if BRACKET.search(line.text):
            self._depth = max(0, self._depth + count_opened(line.text) - count_closed(line.text))

    def _ends_before(self, text: str, fits: bool, short: bool) -> bool:
        """Whether the paragraph ends before a line.

        ``fits``: it would have had room in the visual line that is being read; ``short``: that is not full.
        """
        last, alone = self._lines[-1].text, len(self._lines) == 1
        starts = starts_paragraph(text)
        # a bracket left open ends where the numbers count on
        counts_on = starts and self._counts_on(text)
        if self._is_in_bracket() and not counts_on:
            return False
        if alone and len(last) <= _MAX_BARE and is_number_or_label(last):
            return last[-1] in "：:" and starts_numbered(text)  # 整改措施： above its numbered list
        if starts or (last[-1] in SENTENCE_ENDS and short and not fits):
            return True
        # 牵头单位：甲；责任单位：乙。 is a paragraph, however short
        if last[-1] == "。" and starts_with_label(self._lines[0].text):
            return True
        # a PDF breaks a visual line only beside punctuation: two Chinese characters are two lines
        apart = not fits or (is_chinese(last[-1]) and is_chinese(text[0]))
        return short and alone and apart and last[-1] not in _RUNS_ON

    def _is_in_bracket(self) -> bool:
        return self._depth > 0 and sum(len(line.text) for line in self._lines[-_BRACKET_LINES:]) < _MAX_IN_BRACKET

    def _counts_on(self, text: str) -> bool:
        """Whether the number that a line begins with follows the last of its kind; it is the last one then."""
        match = text_patterns("paragraphs")["counted-number"].find(text)
        if match is None or match.lastgroup is None:
            return False
        value, last = numeral(match[match.lastgroup]), self._last_numbers.get(match.lastgroup, 0)
        follows = last < value <= last + _MAX_STEP
        if follows or not self._is_in_bracket():
            self._last_numbers[match.lastgroup] = value
        return follows
