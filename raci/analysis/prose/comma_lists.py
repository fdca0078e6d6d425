"""Lists of names that commas part: 市水利局，市财政局，以及市公安局负责…… is read as with 、 between them."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.prose.marks import DATE, names_begin
from raci.analysis.prose.name_ends import may_end_names
from raci.analysis.prose.names import names_in
from raci.analysis.prose.places import names_and_places
from raci.analysis.prose.sentences import Sentence
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["with_lists"]

#: words behind which names are not all of what is said, so that the list goes on behind a comma
_ASKS_FOR_MORE = compiled("会同|联合(?=[国省市县区州各有相本同驻团])|(?<![一-龥]{2}未)(?:经|向|接受)")
#: words that may be all of a phrase with the names behind them: 抄送市水利局，市财政局。
_TELLS = compiled("抄[送报]|通报|报送?(?![告建名])")
#: what those do whom a paper is handed to, behind the last of them: 报市水利局，市财政局批准
_APPROVES = compiled("[^，]{2,40}?(?:批准|审[批核定]|同意|核准|备案)").match
#: the conjunction that a phrase begins with, before a name; 和 may be the first character of a place's (和平区, 和县)
_CONJUNCTION = compiled("以及|及(?!时)|和(?!平区|[县田龙])|与")
#: what is looked after rather than acts, where it stands before a body that does
_ENDS = compiled("(?:站|基地|场|馆|园区?)$").search
#: what those begin with who are nobody in particular: 各有关部门
_NOBODY = "各有相其"
#: how long a phrase may be that is a member of a list, and a name behind it, in characters
_REACH, _LONGEST = 150, 60


def with_lists(sentence: Sentence) -> Sentence:
    """The sentence with 、 where a comma parts the names of a list, its length kept."""
    words, phrases = sentence.words, sentence.phrases
    joined = [
        index
        for index in range(1, len(phrases))
        if words[phrases[index] - 1] == "，"
        and may_end_names(words, phrases[index] - 1)
        and _is_in_list(words, phrases, index)
    ]
    if not joined:
        return sentence
    characters = list(words)
    for index in joined:
        begin = phrases[index]
        characters[begin - 1 : begin + _conjunction(words, begin)] = "、" * (1 + _conjunction(words, begin))
    kept = [phrase for index, phrase in enumerate(phrases) if index not in joined]
    return sentence._replace(words="".join(characters), phrases=kept)


def _is_in_list(words: str, phrases: Sequence[int], index: int) -> bool:
    """Whether names stand on both sides of the comma before a phrase, and none of them is all that is said."""
    begin, end = phrases[index - 1], phrases[index] - 1
    if not 1 < end - begin <= _REACH:
        return False
    last = phrases[index + 1] - 1 if index + 1 < len(phrases) else len(words)
    start, _ = names_begin(words, begin, end)
    if start == begin:
        date = DATE.match(words[start:end])
        start += date.end() if date else 0
        start += _conjunction(words, start)
    following = phrases[index] + _conjunction(words, phrases[index])
    if _are_names(words, start, end):
        return _are_names(words, following, last) or _begins_with_names(words, following, last, or_nobody=True)
    told = False
    mark = next(reversed(list(_ASKS_FOR_MORE.finditer(words, start, end))), None)
    if mark is None:
        mark, told = next(reversed(list(_TELLS.finditer(words, start, end))), None), True
    if mark is None or not _are_names(words, mark.end(), end):
        return False
    if _are_names(words, following, last):
        return True
    return (not told or _APPROVES(words, following, last) is not None) and _begins_with_names(words, following, last)


def _are_names(words: str, start: int, end: int) -> bool:
    """Whether a stretch is nothing but names."""
    names = names_and_places(words[start:end]) if end - start > 1 else None
    if not names or names[0][1] or _ENDS(words, start, end):
        return False
    verbs = lexicon_pattern("prose.pivot").finditer(words, start + 1, end)
    return all(names_in(words[start : verb.end()]) is None for verb in verbs)  # 我委收集后报省发改委 says more


def _begins_with_names(words: str, start: int, end: int, *, or_nobody: bool = False) -> bool:
    """Whether a phrase begins with names and goes on with what they do, ``or_nobody`` with others (企业、事业单位)."""
    for stop in range(min(end - 2, start + _LONGEST), start + 1, -1):
        if words[stop] not in "的、长和与及（" and may_end_names(words, stop):
            names = names_in(words[start:stop])
            if names is not None:
                return names[0][1] == 0 if names else or_nobody or words[start] in _NOBODY
    return False


def _conjunction(words: str, begin: int) -> int:
    """How long the conjunction is that a phrase begins with, before a name."""
    found = _CONJUNCTION.match(words, begin)
    return len(found[0]) if found else 0
