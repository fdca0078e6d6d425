"""Whom 由 marks as the doer, and how far the names behind it reach."""

from __future__ import annotations

from bisect import bisect_right

from raci.analysis.prose.names import PlacedName, names_in
from raci.analysis.prose.sentences import Sentence
from raci.rules.lexicon import lexicon_pattern, lexicon_words

__all__ = ["describes", "is_marked_in_bracket", "longest_names", "names_until_pause"]

#: the longest name behind a 由 whose verb is not known, in characters
_LONGEST_MARKED = 40
#: how far behind a name in a bracket its verb may stand, in characters
_NEAR = 20


def is_marked_in_bracket(sentence: Sentence, verb: int) -> bool:
    """Whether 由 marks who does it in the same bracket: （自然灾害由市民政局牵头；……）; not who pays (费用由甲承担)."""
    opening = sentence.brackets[bisect_right(sentence.brackets, verb) - 1]
    begin = max(opening, *(sentence.words.rfind(mark, opening, verb) for mark in "，；："))
    doing = lexicon_pattern("prose.strong-pivot").search(sentence.words, verb, verb + _NEAR)
    return doing is not None and doing[0] != "承担" and "由" in sentence.words[begin:verb]


def names_until_pause(words: str, begin: int, end: int) -> tuple[PlacedName, ...]:
    """The names that a pause ends: 由市财政局，按照规定拨付."""
    found = names_in(words[begin:end]) if words[end : end + 1] == "，" else None
    if not found or found[0][1] > 0:
        return ()
    return tuple((name, first + begin, last + begin) for name, first, last in found)


def describes(words: str, begin: int, end: int) -> bool:
    """Whether 由 only tells of what kind those are whom the words before it speak of: 支持由政府投资的基地."""
    return lexicon_pattern("prose.not-before-head").match(words, begin, end - 1) is not None  # less 由 itself


def longest_names(words: str, begin: int, end: int) -> tuple[PlacedName, ...]:
    """The longest list of names that begins at ``begin`` and is followed by what may be a verb, whatever it is."""
    ends, cut_off = lexicon_words("prose.last-of-name"), lexicon_pattern("prose.cut-off").match
    for verb in range(min(end - 2, begin + _LONGEST_MARKED), begin + 1, -1):
        names = names_in(words[begin:verb]) if words[verb - 1] in ends and not cut_off(words, verb - 1) else None
        if names is None:
            continue
        if other := lexicon_pattern("prose.no-name-behind-by").search(words, begin, verb):
            if other[0] == "决定":  # 由市防指决定或报请市政府决定: the name is the shorter one
                continue
            return ()
        if lexicon_pattern("prose.not-behind-by").match(words, verb, end):
            return ()
        return tuple((name, first + begin, last + begin) for name, first, last in names)
    return ()
