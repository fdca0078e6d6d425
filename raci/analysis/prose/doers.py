"""Who is told to do something: the bodies before a verb, a sentence's phrases one by one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.analysis.prose.ends_ahead import ends_before_conditions, ends_before_others
from raci.analysis.prose.marks import (
    DATE,
    HAS_MARK,
    describes,
    is_marked_in_bracket,
    longest_names,
    names_begin,
    names_until_pause,
)
from raci.analysis.prose.name_ends import may_end_names
from raci.analysis.prose.names import PlacedName, names_in
from raci.analysis.prose.places import PLACE_ENDS, asks_a_place, names_and_places
from raci.analysis.prose.sentences import Sentence
from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_hint, lexicon_pattern

__all__ = ["Doer", "find_doers"]

_CONDITION = late_pattern(r"^.{2,60}?(?:的情况下|过程中|期间|(?<=[一-龥])(?:后(?![勤台])|时(?![间候限段期代])))(?=...)")
#: what each of them ends with: a quick look
_CONDITION_END = compiled("[下中间后时]")
#: how far before its verb a list of names may begin, in characters
_REACH = 300
#: how much of a name may stand behind a verb in it, in characters
_LONGEST_REST = 20
_LIST_LINKS = "、和及"


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
    words = sentence.words
    doers: list[Doer] = []
    begin = done = 0
    others = dict(ends_before_others(sentence)) if "应" in words or "要" in words or "必" in words else {}
    verbs = sorted({*_verbs(sentence), *others})
    if len(verbs) > 1 and "、" in words:
        sentence = sentence._replace(phrases=_parts(sentence))
    phrases = sentence.phrases
    long_groups = bool(verbs) and lexicon_hint("prose.long-group").search(words) is not None
    has_mark = HAS_MARK(words) is not None
    for index, verb in enumerate(verbs):
        position = bisect_right(phrases, verb) - 1
        if phrases[position] > begin:
            begin = done = phrases[position]
        if done > begin and not has_mark:
            continue  # behind the first of a phrase only those whom 由 marks
        if long_groups and done == begin and verb < _long_group(words, done, sentence, position):
            continue
        doer = _doer(words, done, verb, by_only=done > begin)
        if doer is not None:
            doer = _with_verb_inside(words, doer, verbs[index:]) or doer
            doer = doer._replace(verb=others.get(doer.verb, doer.verb))
            if doer.names and doers and doers[-1].by and _goes_on_by(words, doer):
                doer = doer._replace(by=True)
            doers += [doer] if doer.names else []
            done = max(verb, doer.verb - 1)
    if len(doers) > 1 and "由" in words:
        doers = [doer for index, doer in enumerate(doers) if not _is_topic(words, doer, doers[index + 1 : index + 2])]
    if "由" in words and (marked := list(_marked(sentence, doers))):
        doers = sorted([*doers, *marked], key=lambda doer: doer.start)
    return doers


def _goes_on_by(words: str, doer: Doer) -> bool:
    """Whether a doer goes on with those whom 由 marks: 由镇政府初审、县园林局审核; 由财务处审核，校长办公会审批."""
    before = words[doer.start - 1]
    return before == "、" or (
        before == "，" and lexicon_pattern("prose.by-approve").match(words[doer.verb :]) is not None
    )


def _is_topic(words: str, doer: Doer, following: Sequence[Doer]) -> bool:
    """Whether a doer is part of what somebody else does: 供电公司抢修力量由市发改局调度."""
    if doer.by or not following or not following[0].by:
        return False
    return lexicon_pattern("prose.topic").fullmatch(words, doer.verb, following[0].start) is not None


def _parts(sentence: Sentence) -> Sequence[int]:
    """Where the phrases of a sentence begin, and the parts that bodies have, one behind the other: 甲牵头、乙落实."""
    parts = lexicon_pattern("prose.next-part").finditer(sentence.words)
    return sorted({*sentence.phrases, *(part.end() for part in parts if sentence.is_outside(part.start()))})


def _with_verb_inside(words: str, doer: Doer, verbs: Sequence[int]) -> Doer | None:
    """The doer by its longer name, which has a verb in it: 市建设局监督检查处负责; None where it ends at its verb."""
    strong, others = lexicon_pattern("prose.strong-pivot").match, lexicon_pattern("prose.not-inside-name").search
    if len(verbs) < 2 or words[doer.verb - 1] in "，：" or strong(words, doer.verb):
        return None
    for verb in verbs[1:]:
        other = others(words, doer.verb, verb)
        # 社会团体登记机关和主管部门应当: what looked like a name was none, so that a list may follow
        if verb - doer.verb > _LONGEST_REST or (other and (doer.names or other[0] not in _LIST_LINKS)):
            return None
        if strong(words, verb):
            found = names_in(words[doer.start : verb])
            if found is None or (doer.names and len(found) != len(doer.names)):
                return None
            names = tuple((name, first + doer.start, last + doer.start) for name, first, last in found)
            return doer._replace(names=names, verb=verb)
    return None


def _long_group(words: str, begin: int, sentence: Sentence, position: int) -> int:
    """Where the name of a group that has verbs in it ends, at the beginning of a phrase; 0 where none stands there."""
    phrases = sentence.phrases
    end = phrases[position + 1] - 1 if position + 1 < len(phrases) else len(words)
    name = lexicon_pattern("prose.long-group").search(words, begin, end)
    if name is None or name.end() - begin > _REACH:
        return 0
    start, marked = names_begin(words, begin, name.end())
    found = names_in(words[start : name.end()])
    return name.end() if found is not None and len(found) == 1 and not marked else 0


def _verbs(sentence: Sentence) -> list[int]:
    """Where verbs stand behind what may be a name: in a phrase, or at its end where the next one begins with one."""
    words = sentence.words
    verbs = [match.end() for match in lexicon_pattern("prose.pivot").finditer(words, 1)]
    if sentence.brackets:
        verbs = [verb for verb in verbs if sentence.is_outside(verb) or is_marked_in_bracket(sentence, verb)]
    after = lexicon_pattern("prose.pivot-after-pause").match
    ends = [phrase - 1 for phrase in sentence.phrases[1:] if after(words, phrase)]
    if len(sentence.phrases) > 1:
        second = sentence.phrases[1]
        colon, pause = lexicon_pattern("prose.pivot-after-colon"), lexicon_pattern("prose.pivot-after-first-pause")
        if (colon if words[second - 1] == "：" else pause).match(words, second):
            ends.append(second - 1)
    if "，" in words or "应当" in words:
        ends += ends_before_conditions(sentence)
    return sorted({*verbs, *ends}) if ends else verbs


def _marked(sentence: Sentence, doers: Sequence[Doer]) -> Iterator[Doer]:
    """Those whom 由 marks before a verb that no list holds: 由市审查委员会评定."""
    words = sentence.words
    for mark in lexicon_pattern("prose.by").finditer(words):
        begin = mark.end()
        position = bisect_right(sentence.phrases, begin)
        end = sentence.phrases[position] - 1 if position < len(sentence.phrases) else len(words)
        phrase = sentence.phrases[position - 1]
        if words[begin - 1] != "由" or lexicon_pattern("prose.forbidden").search(words, phrase, mark.start()):
            continue
        if not sentence.is_outside(begin) or any(begin <= doer.start < end for doer in doers):
            continue
        names = names_until_pause(words, begin, end)
        verb = names[-1][2] if names else begin
        if not names:
            names, verb = longest_names(words, begin, end)
        if names and not (names[0][1] > begin and describes(words, phrase, begin)):
            yield Doer(names, begin, verb, True)


def _doer(words: str, begin: int, verb: int, *, by_only: bool) -> Doer | None:
    """The doer whose names end where its verb begins; None where what stands there names nobody."""
    if not (may_end_names(words, verb) or words[verb - 1] in PLACE_ENDS):
        return None  # most words before a verb
    if verb - begin > _REACH:
        begin = verb - _REACH
    start, marked = names_begin(words, begin, verb)
    if by_only and not marked:
        return None
    if verb - start < 2:
        return None
    for offset in _beginnings(words, start, verb):
        found = names_and_places(words[offset:verb])
        if found and not _is_asked(words, found[0][1] > 0, (begin, start, verb), marked=marked):
            return None
        if found is not None:
            names = tuple((name, first + offset, last + offset) for name, first, last in found)
            return Doer(names, offset, verb + (words[verb : verb + 1] in "，："), marked)
    return None


def _is_asked(words: str, is_described: bool, places: tuple[int, int, int], *, marked: bool) -> bool:
    """Whether names are asked for something; ``places`` are where their phrase begins, they do, and their verb."""
    begin, start, verb = places
    if marked:
        return not (is_described and describes(words, begin, start))
    return may_end_names(words, verb) or asks_a_place(words, verb)


def _beginnings(words: str, start: int, verb: int) -> Iterator[int]:
    """The places where a list may begin: at once, behind a date, a condition (验收合格后), or a heading run in.

    A heading that is a noun (交通保障) would be the beginning of a name: it is tried first.
    """
    piece = words[start:verb]
    heading = lexicon_pattern("prose.heading-run-in").match(piece) if start == 0 else None
    if heading and heading["noun"]:
        yield heading.end()
    yield start
    if (date := DATE.match(piece)) and date.end():
        yield start + date.end()
    if _CONDITION_END.search(piece) and (condition := _CONDITION.match(piece)):
        yield start + condition.end()
    if heading and lexicon_pattern("prose.strong-pivot").match(words, verb):
        yield heading.end()
