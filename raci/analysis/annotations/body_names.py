"""Whether words read like the name of a body, or of a place; each name is judged once per rule set."""

from __future__ import annotations

import re

from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import EDGE, NAME_CLOSERS, NAME_OPENERS, without_footnote_mark
from raci.model.pattern_codes import compiled
from raci.rules.bodies import is_one_body
from raci.rules.lexicon import lexicon_words

__all__ = ["SPACE", "is_body", "is_organ", "is_place"]

#: blanks in a name, which Chinese does without; those between words in Latin letters are part of it
SPACE = compiled(r"\s+(?![A-Za-z])|(?<![A-Za-z])\s+")
_OPENER, _CLOSER = re.escape(NAME_OPENERS), re.escape(NAME_CLOSERS)
_TRAILING_BRACKET = compiled(f"[{_OPENER}][^{_OPENER}{_CLOSER}]*[{_CLOSER}]$")
#: the longest name of a body, and of a place, in characters
_LONGEST, _LONGEST_PLACE = 44, 27


def is_body(name: str, patterns: Patterns) -> bool:
    """Whether a name reads like that of a body: it ends like one and holds no words of prose."""
    known = patterns.bodies
    verdict = known.get(name)
    if verdict is None:
        if len(known) > patterns.MOST:
            known.clear()
        verdict = known[name] = _reads_like_body(name, patterns)
    return verdict


def _reads_like_body(name: str, patterns: Patterns) -> bool:
    bare = without_footnote_mark(SPACE.sub("", name))
    while bare and bare[-1] in NAME_CLOSERS:
        shorter = _TRAILING_BRACKET.sub("", bare)
        if shorter == bare:
            break
        bare = shorter
    if not 2 <= len(bare) <= _LONGEST:
        return False
    last = patterns.last_of_names
    if last is not None and bare[-1] not in last:
        return False  # most words that are none
    return patterns.ending.search(bare) is not None and patterns.prose.search(bare) is None


def is_organ(words: str) -> bool:
    """Whether words are the name of one organ and nothing else: 国家新闻出版署, which no task is called."""
    name = words.strip(EDGE)
    return name[-1:] in lexicon_words("name.one-organ") and is_one_body(name)


def is_place(name: str, patterns: Patterns) -> bool:
    """Whether a name is that of a place, or of places in general (各市)."""
    known = patterns.places_known
    verdict = known.get(name)
    if verdict is None:
        if len(known) > patterns.MOST:
            known.clear()
        verdict = known[name] = (
            len(name) <= _LONGEST_PLACE and patterns.places.fullmatch(SPACE.sub("", name)) is not None
        )
    return verdict
