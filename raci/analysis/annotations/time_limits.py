"""Time limits: which words state one, in an annotation or in the running text."""

from __future__ import annotations

import re
from functools import cache

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.due_dates import due_date
from raci.analysis.annotations.patterns import DATE, Patterns
from raci.model import Deadline
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_alternation, lexicon_pattern

__all__ = ["is_time_limit", "limit_behind_name", "time_limit", "time_limits_in_sentence"]

#: what may part a name and the time limit behind it, other than a comma
_GAP = compiled(r"[ \t\u3000\xa0/／]+")
#: the longest piece that may be nothing but a time limit; the longest rest beside a date that begins the piece
_LONGEST, _LONGEST_REST = 40, 14
#: how many characters of its sentence around a date say whether it is the time limit of the task
_AROUND = 110
#: the length of a date that names the day
_ISO_LENGTH = 10
_SENTENCE = compiled(r"[。；;！？!?]")


def time_limit(text: str, start: int, end: int, year: int | None) -> Deadline:
    """The time limit that ``text[start:end]`` states: as written except for white space, and as a date."""
    words = "".join(text[start:end].split())
    return Deadline(words, due_date(words, year), start, end)


def is_time_limit(piece: str, patterns: Patterns) -> bool:
    """Whether a piece between commas holds nothing but a time limit."""
    if len(piece) > _LONGEST or not patterns.may_hold_limit(piece, 0, len(piece)):
        return False
    match = patterns.deadline.search(piece)
    if match is None:
        return False
    rest = patterns.deadline.sub("", piece)
    if _surroundings().fullmatch(rest):
        return True
    if match.start() > 2 or len(rest) > _LONGEST_REST or is_body(piece, patterns):
        return False
    return lexicon_pattern("name.sure-end").search(rest) is None  # 春节前、县商务局配合


def limit_behind_name(text: str, start: int, end: int, patterns: Patterns) -> tuple[int, int] | None:
    """The span of a time limit behind a body's name in ``text[start:end]``; None where none stands there.

    Behind it may stand what the body does: 区教育局5月10日前负责.
    """
    parted = _limit_behind_blank(text, start, end, patterns)
    if parted is not None or text.find("前", start, end) < 0:
        return (parted, end) if parted is not None else None
    for date in lexicon_pattern("deadline.behind-name").finditer(text, start + 1, end):
        rest = "".join(text[date.end() : end].split())
        if not is_body(text[start : date.start()], patterns):
            continue
        if _surroundings().fullmatch(rest):
            return date.start(), end
        if any(first == 0 and last == len(rest) for first, last, _ in patterns.verbs.finditer(rest)):
            return date.span()
    return None


def _limit_behind_blank(text: str, start: int, end: int, patterns: Patterns) -> int | None:
    """Where a time limit begins that a blank or a stroke parts from a name: 市财政局 长期坚持, 市财政局/6月."""
    for gap in _GAP.finditer(text, start + 1, end):
        rest = "".join(text[gap.end() : end].split())
        if (
            patterns.maybe_deadline.search(rest)
            and is_time_limit(rest, patterns)
            and is_body(_GAP.split(text[start : gap.start()])[-1], patterns)
        ):
            return gap.end()
    return None


@cache
def _surroundings() -> re.Pattern[str]:
    """The words that may stand around a date, in any number (6月底前完成并取得明显成效)."""
    return compiled(f"{lexicon_alternation('deadline.tail')}*")


def time_limits_in_sentence(text: str, start: int, end: int, patterns: Patterns, issued: str | None) -> list[Deadline]:
    """The time limits in the running words of ``text[start:end]``, each once.

    ``issued`` is the date of the document, or its year. Dates that belong to what the words are about (贷款) are no
    limits, nor are those before it was issued.
    """
    year = int(issued[:4]) if issued else None
    day = issued if issued and len(issued) == _ISO_LENGTH else ""
    limits: dict[str, Deadline] = {}
    for date in lexicon_pattern("deadline.in-sentence").finditer(text, start, end):
        if _is_of_content(text, date.start(), date.end(), patterns):
            continue
        limit = time_limit(text, date.start(), date.end(), year)
        if limit.due is None or limit.due >= day:
            limits.setdefault(limit.text, limit)
    return list(limits.values())


def _is_of_content(text: str, start: int, end: int, patterns: Patterns) -> bool:
    """Whether a date is no time limit of the task, but a term of what its sentence is about."""
    before = _SENTENCE.split(text[max(0, start - _AROUND) : start])[-1]
    after = _SENTENCE.split(text[end : end + _AROUND].lstrip())[0]
    return patterns.no_deadline.search("".join(before.split()) + DATE + "".join(after.split())) is not None
