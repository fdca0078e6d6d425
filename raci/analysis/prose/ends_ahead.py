"""Where names end whose verb stands further on: behind a condition, or behind others who are no bodies."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from raci.analysis.prose.marks import names_begin
from raci.analysis.prose.name_ends import ends_like_body, may_end_names
from raci.analysis.prose.names import names_in
from raci.analysis.prose.sentences import Sentence
from raci.rules.lexicon import lexicon_pattern

__all__ = ["ends_before_conditions", "ends_before_others"]

#: how far before its verb a list of names may begin, in characters
_REACH = 300
#: what parts the members of a list
_LINK = re.compile("、|和|与|以及|及其?|或者?")
#: so many at the end of a list may be no bodies
_MOST_OTHERS = 8


def ends_before_conditions(sentence: Sentence) -> Iterator[int]:
    """Where names end whose verb stands behind a condition with any verb: 人民法院审理案件时，应当……"""
    words, phrases = sentence.words, sentence.phrases
    for mark in lexicon_pattern("prose.after-condition").finditer(words):
        position = max(0, bisect_right(phrases, mark.start()) - 1)
        begin = phrases[position]
        lead = names_begin(words, begin, mark.start())[0]
        name = lexicon_pattern("prose.before-condition").match(words, lead, mark.start())
        if not sentence.is_outside(mark.start()):
            continue
        if name is None:
            if mark["plain"] is None and mark["object"] is None and (end := _before_several(sentence, position)):
                yield end
            continue
        acts = None
        if mark["other"] is not None or mark["plain"] is not None:
            acts = lexicon_pattern("prose.condition-verb")
        elif mark["object"] is not None:
            acts = lexicon_pattern("prose.acts-on")
        if acts is None or acts.match(words, name.end()) or _meets(mark, words, name.end()):
            yield name.end()


def _meets(mark: re.Match[str], words: str, end: int) -> bool:
    """Whether the name before a comma meets with something: 市药监局发现可能误导公众的信息，应当……"""
    return mark["other"] is not None and lexicon_pattern("prose.meets-condition").match(words, end) is not None


def _before_several(sentence: Sentence, position: int) -> int:
    """Where names end that stand one phrase before a condition, or begin it with a list; 0 where none do.

    市应急局，接到举报后，应当……; 市应急局发现隐患的，或者收到投诉的，应当……
    """
    words, phrases = sentence.words, sentence.phrases
    meets = lexicon_pattern("prose.meets-condition")
    for index in (position, position - 1)[: position + 1]:
        lead = names_begin(words, phrases[index], phrases[index] + _REACH)[0]
        end = phrases[index + 1] - 1 if index + 1 < len(phrases) else len(words)
        ends = [verb.start() for verb in meets.finditer(words, lead + 2, min(end, lead + _REACH))]
        if index < position and meets.match(words, phrases[position]):
            ends.append(end)
        for place in ends:
            if may_end_names(words, place) and names_in(words[lead:place]):
                return place
    return 0


def ends_before_others(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the names of a list end whose last members are no bodies, and where its verb stands.

    市场监管局和市场开办者、经营者应当……
    """
    words, phrases = sentence.words, sentence.phrases
    for mark in lexicon_pattern("prose.others-asked").finditer(words):
        if not sentence.is_outside(mark.start()):
            continue
        begin = phrases[max(0, bisect_right(phrases, mark.start()) - 1)]
        lead = names_begin(words, begin, mark.start())[0]
        links = [link.start() for link in _LINK.finditer(words, max(lead + 2, mark.start() - _REACH), mark.start())]
        is_name = words[mark.end()] == "，" or lexicon_pattern("prose.pivot").match(words, mark.end() - 1)
        if not links or (is_name and names_in(words[lead : mark.end()]) is not None):
            continue  # 市残联等人民团体应当: all of it is a list of names
        owner, of, _ = words[lead : mark.end()].rpartition("的")
        if of and ends_like_body(owner):
            continue  # 市政府、市法院的工作人员应当
        for link in reversed(links[-_MOST_OTHERS:]):
            if may_end_names(words, link) and names_in(words[lead:link]):
                yield link, mark.end()
                break
