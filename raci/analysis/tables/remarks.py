"""Remarks beside a task that say in passing who has a part in it: 县财政局、县民政局配合; 配合单位：县财政局."""

from __future__ import annotations

from collections.abc import Iterator

from raci.model import CellDuty, Span
from raci.model.pattern_codes import compiled
from raci.rules.bodies import like_bodies
from raci.rules.lexicon import lexicon_pattern
from raci.rules.role_words import role_of_word

__all__ = ["remarked"]

_CLAUSE = compiled(r"[^\s，,；;。][^，,；;。\n]*")
#: the groups of the pattern that hold a word of a role, and those with the names that it is for
_SAID = (("behind", "names"), ("before", "others"))


def remarked(words: str, start: int) -> Iterator[CellDuty]:
    """Who has a part in a task by the words of a remark, which begin at ``start``; mostly nobody."""
    for clause in _CLAUSE.finditer(words):
        match = lexicon_pattern("cell.remarked").match(clause[0].rstrip())
        if match is None:
            continue
        word, names = next(pair for pair in _SAID if match[pair[0]])
        role = role_of_word(match[word])
        named, odd = like_bodies(match[names])
        if role is not None and named > odd:
            first, last = (start + clause.start() + place for place in match.span(names))
            yield CellDuty((role,), Span(first, last), Span(start + clause.start(), start + clause.end()))
