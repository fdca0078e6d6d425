"""The heading of a clause: the words that the document sets apart at its beginning, or else its first sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from raci.analysis.outline.patterns import OPENERS, OutlinePatterns
from raci.model import Span
from raci.model.pattern_codes import compiled
from raci.rules.headings import clause_ends
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import at_start

__all__ = ["Heading", "heading_of"]

#: how far on the end of the first sentence is looked for, in characters
_REACH = 400
#: what ends a heading; a colon only before a text of some length, and neither in http://… nor in 9:30
#: (the characters come first: so the pattern is sought fastest)
_STOP = compiled(r"[。；;！？!?\n：:](?:(?<![：:])|(?!(?<=\d[：:])\d)(?!//|／／)(?=.{8}))")
#: what ends the sentence of a heading that ends at a semicolon
_FULL_STOP = compiled(r"[。！？!?\n]")
#: brackets in which no sentence ends
_PAIRS = (("（(", "）)"), ("〔[［", "〕]］"), ("【", "】"), ("《", "》"))
_OPENER = compiled(f"[{''.join(openers for openers, _ in _PAIRS)}]")
#: any that a heading may hold: most hold none
_ANY_OPENER = compiled(f"[{re.escape(OPENERS)}《]")
#: either of them, whichever comes first
_STOP_OR_OPENER = compiled(
    rf"[{re.escape(OPENERS)}《。；;！？!?\n：:](?:(?<![：:])|(?!(?<=\d[：:])\d)(?!//|／／)(?=.{{8}}))"
)
_OPENERS = frozenset((*OPENERS, "《"))
#: what a time before a colon begins with (outline.time-label), if not with a digit
_TIME_BEGINNINGS = frozenset("一二三四五六七八九十第上下")
#: what stands behind a stop where the sentence does not go on
_NO_WORDS = frozenset(("", "\n", *OPENERS))
#: how far behind a mark the end of its bracket is looked for, in characters
_CLOSES_WITHIN = 120
#: the fewest characters in bold that are a heading: before a mark, and where the text goes on without one
_LEAST_BOLD, _LEAST_BOLD_ALONE = 4, 6
#: what binds the words before it to those behind
_BINDS = "的地得、和及与或等之）)”》"
_BLANK = " \t\u3000\xa0\u2002\u2003"
#: what may stand behind words in bold that are a heading
_BOLD_ENDS = "。．.：:；;，,！？!?\n" + _BLANK
_EDGE = "；;" + _BLANK


class Heading(NamedTuple):
    """The words of a heading, and the sentence that they begin where that goes on behind them."""

    words: str
    sentence: str = ""

    @property
    def goes_on(self) -> bool:
        """Whether the sentence goes on behind the words."""
        return bool(self.sentence)


def heading_of(text: str, start: int, end: int, patterns: OutlinePatterns, bold: Sequence[Span] = ()) -> Heading:
    """The heading of the words in ``text[start:end]``, without an annotation in brackets at its end.

    ``bold`` are the spans that the source sets in bold, in order: those at the beginning are a heading.
    """
    reach = min(end, start + _REACH)
    step = at_start(text, start, end)  # （一）第一阶段：动员部署: the colon is that of a number
    begin = step.end if step else start
    if step is None and ((first := text[start : start + 1]) in _TIME_BEGINNINGS or first.isdecimal()):
        time = lexicon_pattern("outline.time-label").match(text, start, end)  # 四月：清明祭扫 likewise
        begin = time.end() if time else start
    stop = _STOP_OR_OPENER.search(text, begin, reach)
    opens = stop is not None and stop[0] in _OPENERS
    if begin > start and not opens:
        opens = _ANY_OPENER.search(text, start, begin) is not None
    if opens:
        stop = _stop(text, begin, reach)
    last = stop.start() if stop else reach
    if bold and (bold_end := _bold_end(text, start, last, bold, patterns)) is not None:
        return Heading(text[start:bold_end].strip(_EDGE))
    words = text[start:last]
    if opens and (before := _before_bracket(words, patterns)) is not None:
        return Heading(before.strip(_EDGE))
    if stop is None and reach < end:
        # no end in reach: as much of it as holds whole clauses
        part = words[: max(clause_ends(words), default=len(words))]
        return Heading(part.strip(_EDGE), words.strip(_EDGE))
    if stop is not None and stop[0] in "；;" and text[stop.end() : stop.end() + 1] not in _NO_WORDS:
        full = _FULL_STOP.search(text, stop.end(), reach)
        sentence = text[start : full.start() if full else reach].strip(_EDGE)
        return Heading(words.strip(_EDGE), sentence if sentence != words.strip(_EDGE) else "")
    return Heading(words.strip(_EDGE))


def _stop(text: str, start: int, reach: int) -> re.Match[str] | None:
    """What ends the first sentence: no mark within a bracket (优化流程（试点：城东片区）)."""
    for stop in _STOP.finditer(text, start, reach):
        if stop[0] == "\n" or not _OPENER.search(text, start, stop.start()):
            return stop
        if not any(_stands_in(text, start, stop.start(), reach, *pair) for pair in _PAIRS):
            return stop
    return None


def _stands_in(text: str, start: int, place: int, reach: int, openers: str, closers: str) -> bool:
    """Whether a place stands within a bracket of these that begins behind ``start`` and ends soon."""
    opened = sum(text.count(char, start, place) for char in openers)
    if not opened or opened <= sum(text.count(char, start, place) for char in closers):
        return False
    behind = text[place : min(reach, place + _CLOSES_WITHIN)].partition("\n")[0]
    return next((char in closers for char in behind if char in openers or char in closers), False)


def _before_bracket(words: str, patterns: OutlinePatterns) -> str | None:
    """The words before an annotation in brackets; None where there is none."""
    if lexicon_pattern("label.heading-hint").search(words) and patterns.opened_label.search(words):
        label = patterns.label.search(words)
        before = words[: label.start()].rstrip(_BLANK) if label else ""
        names = (
            label is not None and patterns.continuation.match(words, len(before) - 1) is None
        )  # 【适用范围】 does not
        if before and before[-1] in OPENERS and names:
            return before[:-1]
    return None


def _bold_end(text: str, start: int, end: int, bold: Sequence[Span], patterns: OutlinePatterns) -> int | None:
    """Where the words in bold end that a text begins with, if they are a heading; None where it begins with none."""
    while start < end and text[start] in _BLANK:
        start += 1
    index = bisect_right(bold, start, key=lambda span: span.start) - 1
    if index < 0 or not start < (last := bold[index].end) < end:
        return None
    while last > start and text[last - 1] in _BOLD_ENDS:
        last -= 1
    if text[last] in _BOLD_ENDS:
        return last if last - start >= _LEAST_BOLD else None
    # without a mark between: the name of a body in bold is the subject of its sentence
    words = text[start:last]
    apart = len(words) >= _LEAST_BOLD_ALONE and text[last] not in _BINDS
    return last if apart and patterns.ending.search(words) is None else None
