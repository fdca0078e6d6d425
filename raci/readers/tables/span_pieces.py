"""Paragraphs of web pages that a crawler gave with a line for each run of letters: 县 ⏎ 财政局、⏎ 县 ⏎ 税务局.

What Word sets in another script, size or colour is a run of its own in the page; blank lines part the paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from raci.model.pattern_codes import compiled
from raci.readers.tables.brackets import CLOSERS, OPENERS
from raci.readers.tables.paragraph_starts import starts_numbered
from raci.readers.tables.text_lines import NEVER_FIRST, SENTENCE_ENDS, NumberedLine, line_width

__all__ = ["join_span_pieces", "without_blanks_between"]

#: a quick look: so many lines, and this part of those that no blank one parts, end or begin as only pieces do
_FEWEST, _SHARE = 4, 0.05
_CUTS = ("\n、", "\n，", "\n。", "\n）", "\n,", "\n；", "（\n", "《\n", "“\n")
#: where this share of the lines is as wide as the widest, or so little less, as a share, they were wrapped
_FULL, _ALIKE = 0.5, 0.15
#: this share of the lines of a table has as many commas as the others
_ROWS = 0.5
#: where so many of the paragraphs with several lines are in pieces, all of them are
_MOSTLY = 0.3
#: no paragraph has more pieces: as many lines are a page
_MOST_PIECES = 30
#: where blank lines part paragraphs, so many of them, and this part, end with a sentence
_SEVERAL, _PARTED = 2, 0.4
#: blanks that a crawler put between such pieces, and what tells: 七 、 激发活力 。
_BLANK_CUTS = (" 、", " ，", " 。", " ；", " ：")
_BLANK_BETWEEN = compiled(r"(?<=[\u4e00-\u9fff\d”）》]) (?=[、，。；：）》”])|(?<=、) (?=[\u4e00-\u9fff])")
_ENDS = SENTENCE_ENDS + CLOSERS
_NEVER_LAST = OPENERS + "《“"


def without_blanks_between(text: str) -> str:
    """The text without blanks before its punctuation, where it is given with one behind each such piece."""
    if sum(map(text.count, _BLANK_CUTS)) < _FEWEST:
        return text
    return _BLANK_BETWEEN.sub("", text)


def join_span_pieces(lines: list[NumberedLine], text: str) -> list[NumberedLine]:
    """The lines, those of one paragraph as one, where a text is given in such pieces."""
    cuts = sum(map(text.count, _CUTS))
    if cuts < _FEWEST:
        return lines
    runs = [list(run) for _, run in groupby(lines, lambda line: bool(line.text))]
    ended = [run[-1].text[-1] in _ENDS for run in runs if run[0].text and len(run) > 1]
    together = sum(len(run) for run in runs if run[0].text and len(run) > 1)
    if cuts < _SHARE * together or sum(ended) < max(_SEVERAL, _PARTED * len(ended)):
        return lines
    several = [run for run in runs if 1 < len(run) <= _MOST_PIECES and run[0].text and not _is_regular(run)]
    cut = [run for run in several if _is_cut(run)]
    pieces = several if len(cut) >= max(_FEWEST, _MOSTLY * len(several)) else cut
    whole = {id(run) for run in pieces if run[-1].text[-1] in _ENDS or _is_cut(run)}
    return [line for run in runs for line in ([_joined(run)] if id(run) in whole else run)]


def _joined(run: Sequence[NumberedLine]) -> NumberedLine:
    return run[0]._replace(text="".join(line.text for line in run))


def _is_regular(run: Sequence[NumberedLine]) -> bool:
    """Whether lines are no pieces of one paragraph: several paragraphs, lines that were full, rows of a table."""
    if any(before.text[-1] in _ENDS and starts_numbered(line.text) for before, line in pairwise(run)):
        return True
    widths = [line_width(line.text) for line in run[:-1]]
    full = sum(width >= (1 - _ALIKE) * max(widths) for width in widths)
    if len(widths) > 1 and full >= _FULL * len(widths):
        return True
    commas, rows = Counter(line.text.count("，") for line in run).most_common(1)[0]
    return commas > 1 and rows > _ROWS * len(run)


def _is_cut(run: Sequence[NumberedLine]) -> bool:
    """Whether a line ends or begins as only a piece does."""
    return any(before.text[-1] in _NEVER_LAST or line.text[0] in NEVER_FIRST for before, line in pairwise(run))
