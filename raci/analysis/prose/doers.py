"""Who is told to do something: the bodies before a verb, a sentence's phrases one by one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from raci.analysis.prose.names import PlacedName, names_in
from raci.analysis.prose.sentences import Sentence
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Doer", "find_doers"]

_DATE = re.compile(
    r"^(?:(?:20\d\d|[〇零一二三四五六七八九]{4})年)?(?:\d{1,2}月)?(?:[底末初中上下]旬?)?(?:\d{1,2}日)?"
    r"(?:前|起|之前|以前)?"
)
_CONDITION = re.compile(r"^.{2,60}?(?:的情况下|过程中|期间|(?<=[一-龥])后|(?<=[一-龥])时)(?=.{3})")
#: how far before its verb a list of names may begin, in characters
_REACH = 300


class Doer(NamedTuple):
    """The names of those who are told to do something, with spans in the sentence, and where its verb stands.

    ``by`` says whether 由 marks them.
    """

    names: tuple[PlacedName, ...]
    start: int
    verb: int
    by: bool


def find_doers(sentence: Sentence) -> list[Doer]:
    """Those who are told to do something in a sentence, in order; each phrase has at most one before its verb."""
    words, phrases = sentence.words, sentence.phrases
    doers: list[Doer] = []
    begin = done = 0
    for verb in _verbs(sentence):
        position = bisect_right(phrases, verb) - 1
        if phrases[position] > begin:
            begin = done = phrases[position]
        doer = _doer(words, done, verb, by_only=done > begin)
        if doer is not None:
            doers += [doer] if doer.names else []
            done = verb
    return doers


def _verbs(sentence: Sentence) -> list[int]:
    """Where verbs stand behind what may be a name: in a phrase, or at its end where the next one begins with one."""
    words = sentence.words
    verbs = [
        match.end() for match in lexicon_pattern("prose.pivot").finditer(words, 1) if sentence.is_outside(match.end())
    ]
    after = lexicon_pattern("prose.pivot-after-pause").match
    ends = [phrase - 1 for phrase in sentence.phrases[1:] if after(words, phrase)]
    return sorted({*verbs, *ends}) if ends else verbs


def _doer(words: str, begin: int, verb: int, *, by_only: bool) -> Doer | None:
    """The doer whose names end where its verb begins; None where what stands there names nobody."""
    if verb - begin > _REACH:
        begin = verb - _REACH
    start, marked = _names_begin(words, begin, verb)
    if by_only and not marked:
        return None
    if verb - start < 2:
        return None
    for offset in _beginnings(words, start, verb):
        found = names_in(words[offset:verb])
        if found is not None:
            names = tuple((name, first + offset, last + offset) for name, first, last in found)
            return Doer(names, offset, verb + (words[verb : verb + 1] in "，："), marked)
    return None


def _names_begin(words: str, begin: int, verb: int) -> tuple[int, bool]:
    """Where names may begin before a verb: behind the last 由, or behind what leads in; whether 由 marks it."""
    marks = list(lexicon_pattern("prose.by").finditer(words, begin, verb))
    if marks:
        return marks[-1].end(), True
    start = begin
    while lead := lexicon_pattern("prose.lead-words").match(words[start:verb]):
        if not lead.end():
            break
        start += lead.end()
    return start, False


def _beginnings(words: str, start: int, verb: int) -> Iterator[int]:
    """The places where a list may begin: at once, behind a date, behind a condition (验收合格后)."""
    yield start
    piece = words[start:verb]
    if (date := _DATE.match(piece)) and date.end():
        yield start + date.end()
    if condition := _CONDITION.match(piece):
        yield start + condition.end()
