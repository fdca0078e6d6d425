"""Time limits that stand apart from the sentence of their duty: 由市园林局负责。2025年底前完成。"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.time_limits import time_limit, time_limits_in_sentence
from raci.model import Annotation, Clause, Deadline
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["with_limits_apart"]

_SENTENCE = compiled(r"[^。；;\n]+")
_BRACKETS = compiled(r"[\s（(]*(.*?)[\s）)，,]*", re.DOTALL)
#: what a time limit holds: a quick look
_MAY_HOLD = compiled("前|限").search
#: what says until when, rather than when
_IS_END = compiled("[前底末内期续起]|立即|随时").search
#: how far behind the beginning of a sentence its time limit may begin, in characters: 力争到2025年底前，……
_NEAR = 8


def with_limits_apart(
    text: str, clause: Clause, duties: Sequence[Annotation], patterns: Patterns, issued: str | None
) -> Iterator[Annotation]:
    """The duties of a clause, in order, those that state no time limit with the one that stands beside them.

    A sentence that is nothing but a time limit bounds all duties before it, up to the last such. One that begins with
    a time limit and names nobody bounds the duty whose sentence it goes on with behind a semicolon. Where no duty
    stands before it, it bounds the first one if 由 begins that.
    """
    if _MAY_HOLD(text, clause.start, clause.end) is None:
        yield from duties
        return
    limits: dict[int, Deadline] = {}
    begun = after = 0  # which duties wait for a limit, and which is the first behind it
    for limit, is_whole in _apart(text, clause, duties, patterns, issued):
        while after < len(duties) and duties[after].end <= limit.start:
            after += 1
        if not after:
            bounded = range(int(text.startswith("由", duties[0].start)))
        elif is_whole:
            bounded, begun = range(begun, after), after
        else:
            bounded = range(after - (text[duties[after - 1].end - 1] in "；;"), after)
        for index in bounded:
            limits.setdefault(index, limit)
    for index, duty in enumerate(duties):
        yield replace(duty, deadline=limits.get(index)) if duty.deadline is None else duty


def _apart(
    text: str, clause: Clause, duties: Sequence[Annotation], patterns: Patterns, issued: str | None
) -> Iterator[tuple[Deadline, bool]]:
    """The time limits of the sentences that tell no duty, each with whether its sentence is nothing else."""
    year = int(issued[:4]) if issued else None
    starts = [duty.start for duty in duties]
    for sentence in _SENTENCE.finditer(text, clause.start, clause.end):
        start, end = sentence.span()
        last = bisect_left(starts, end) - 1
        if _MAY_HOLD(text, start, end) is None or (last >= 0 and duties[last].end > start):
            continue
        inner = _BRACKETS.fullmatch(text, start, end)
        start, end = inner.span(1) if inner else (start, end)
        if label := lexicon_pattern("prose.limit-label").match(text, start, end):
            start = label.end()
        words = text[start:end]
        date = patterns.deadline.match(words)
        if date and lexicon_pattern("prose.limit-rest").fullmatch(words[date.end() :]):
            if label or _IS_END(date[0]):  # no date below the text
                yield time_limit(text, start, start + date.end(), year), True
        elif lexicon_pattern("prose.asks").search(words) is None:
            stated = time_limits_in_sentence(text, start, end, patterns, issued)
            if len(stated) == 1 and stated[0].start <= start + _NEAR:
                yield stated[0], False
