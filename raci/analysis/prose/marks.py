"""Whom 由 marks as the doer, and how far the names behind it reach."""

from __future__ import annotations

from bisect import bisect_right

from raci.analysis.prose.name_ends import ends_like_body
from raci.analysis.prose.names import PlacedName, names_in
from raci.analysis.prose.sentences import Sentence
from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern, lexicon_words

__all__ = [
    "DATE",
    "HAS_MARK",
    "describes",
    "is_marked_in_bracket",
    "last_of_list",
    "longest_names",
    "names_begin",
    "names_until_pause",
]

#: when it is to be done, before a name
DATE = late_pattern(
    r"^(?:(?:20\d\d|[〇零一二三四五六七八九]{4})年)?(?:\d{1,2}月)?(?:[底末初中上下]旬?)?(?:\d{1,2}日)?"
    r"(?:前|起|之前|以前)?"
)
#: what parts two who are both marked
_OR_BY = compiled("或者?由$").search
#: what the words have one of that mark a doer (由, 委托, 请, 授权, 转交): a glance costs less than to look for them
#: (it begins with one set of characters, which ``re`` seeks fastest)
HAS_MARK = compiled("[由托请责授交](?:(?<!交)|给)").search
#: the longest name behind a 由 whose verb is not known, the last of a list, in characters
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


def longest_names(words: str, begin: int, end: int) -> tuple[tuple[PlacedName, ...], int]:
    """The longest list of names that begins at ``begin`` and is followed by what may be a verb, and where this stands.

    The verb may be any; the last of the list may be nobody (由市政府或者其指定的部门批准).
    """
    ends, cut_off = lexicon_words("prose.last-of-name"), lexicon_pattern("prose.cut-off").match
    last = last_of_list(words, begin, end, _LONGEST_MARKED)
    for verb in range(min(end - 2, last + _LONGEST_MARKED), begin + 1, -1):
        names = names_in(words[begin:verb]) if words[verb - 1] in ends and not cut_off(words, verb - 1) else None
        if names is None:
            continue
        if other := lexicon_pattern("prose.no-name-behind-by").search(words, begin, verb):
            if other[0] == "决定":  # 由市防指决定或报请市政府决定: the name is the shorter one
                continue
            return (), begin
        if lexicon_pattern("prose.not-behind-by").match(words, verb, end):
            return (), begin
        return tuple((name, first + begin, last + begin) for name, first, last in names), verb
    return (), begin


def last_of_list(words: str, begin: int, end: int, longest: int) -> int:
    """Where the last name of a list begins, each of them no longer than ``longest``; however many stand before it."""
    start = begin
    link = words.find("、", start, min(end, start + longest))
    while link > 0:
        start = link + 1 if ends_like_body(words[start:link]) else start
        link = words.find("、", link + 1, min(end, start + longest))
    return start


def names_begin(words: str, begin: int, verb: int) -> tuple[int, bool]:
    """Where names may begin before a verb: behind the last 由, or behind what leads in; whether 由 marks it."""
    marks = list(lexicon_pattern("prose.by").finditer(words, begin, verb)) if HAS_MARK(words, begin, verb) else []
    if marks:
        forbidden = lexicon_pattern("prose.forbidden").search(words, begin, marks[-1].start())
        last = marks[-1]
        if len(marks) > 1 and (link := _OR_BY(words, marks[-2].end(), last.end())):
            # 由甲或者由乙负责: both of them
            last = marks[-2] if names_in(words[marks[-2].end() : link.start()]) else last
        return (verb if forbidden else last.end()), True
    start = begin
    while lead := lexicon_pattern("prose.lead-words").match(words[start:verb]):
        if not lead.end():
            break
        start += lead.end()
    return start, False
