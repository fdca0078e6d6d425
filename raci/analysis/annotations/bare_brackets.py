"""Brackets that hold nothing but names, or nothing but a time limit."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.annotations.body_names import is_body, is_organ, is_place
from raci.analysis.annotations.brackets import Bracket
from raci.analysis.annotations.candidate import Candidate
from raci.analysis.annotations.content import AnnotationContent
from raci.analysis.annotations.dittos import ditto_content, is_whole_ditto
from raci.analysis.annotations.divisions import read_division
from raci.analysis.annotations.odd_words import is_strange_of_level
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["bare_brackets"]

#: the shortest and the longest such bracket, in characters
_SHORTEST, _LONGEST = 4, 500
#: what ends a part of a sentence behind a list of its bodies
_COMMAS = "，,"
_PART_ENDS = (*_COMMAS, "；", ";")
#: among so many bodies, twice as many as they, words that do not end like one may be names, of so many characters
_FEWEST_BODIES, _LONGEST_STRANGE = 3, 6
#: what parts such a list, and its longest piece
_LISTED, _LONGEST_PIECE = compiled("[、，,]"), 18
#: what a part of a sentence begins behind
_PART_START = compiled("[，,；;。：:\n]")
#: how many blanks may stand between a full stop and a bracket
_BLANKS_REACH = 100


def bare_brackets(
    clause: str,
    brackets: Sequence[Bracket],
    end: int,
    annotated: Sequence[Candidate],
    patterns: Patterns,
    leads: bool = False,
) -> list[Candidate]:
    """The brackets of bare names that are no part of a sentence: at ``end`` of the clause, or behind a full stop.

    ``leads``: or the one that stands before the words of the clause.
    """
    candidates: list[Candidate] = []
    spans = sorted((begin, finish) for begin, finish, *_ in annotated)
    following = covered = 0  # the first span that begins behind the bracket, and how far those before it reach
    head = 0  # how far the annotations reach that stand before the words of the clause
    waiting: list[Candidate] = []  # those before a comma: who does it if the sentence ends with such a bracket
    for bracket in brackets:
        start, stop, depth = bracket
        while following < len(spans) and spans[following][0] <= start:
            covered = max(covered, spans[following][1])
            following += 1
        is_first = leads and not clause[head:start].strip()
        if depth or start < covered:
            head = covered if is_first else head
            continue
        before = clause[max(0, start - _BLANKS_REACH) : start].rstrip(" \t\n\u3000\xa0")
        ends_sentence = stop == end or before[-1:] == "。" or clause.startswith("\n", stop)
        may_count = ends_sentence or is_first or clause[stop : stop + 1] in _PART_ENDS
        if not may_count or lexicon_pattern("refuse.form-blank").search(before):
            continue
        inner = clause[start + 1 : stop - 1]
        if ends_sentence and is_whole_ditto(inner.strip()):
            candidates.append(Candidate(start, stop, start + 1, ditto_content(inner), "bracket"))
            continue
        bare = _bare_list(clause, bracket, patterns)
        if bare is None:
            continue
        if bare.content.count_mentions() == 1 and _says_what_is_before(bare, before):
            continue
        if ends_sentence or _is_of_part(bare, clause[stop], before, is_first, patterns):
            if ends_sentence and bare.content.role_mentions:
                candidates += [each for each in waiting if "。" not in clause[each.end : start]]
                waiting = []
            candidates.append(bare)
            head = stop if is_first else head
        elif _may_be_of_part(bare, before, patterns):
            waiting.append(bare)
    return candidates


def _says_what_is_before(bare: Candidate, before: str) -> bool:
    """Whether one name says what stands before it: another name of a body, or the post of a person in a list.

    A body alone in its line (国家新闻出版署（国家版权局）) is no task: pages list such names as links.
    """
    if before[-1:] != "。" and is_organ(before.split("\n")[-1]):
        return True
    said = lexicon_pattern("refuse.other-name").search(before)
    if said is None and any(part.role == "leader" for part in bare.content.role_mentions):
        said = lexicon_pattern("refuse.person-of-post").search(before)
    return said is not None


def _may_be_of_part(bare: Candidate, before: str, patterns: Patterns) -> bool:
    """Whether bodies before a comma may do what the words before them say: 完成清淤（县水利局），….

    Behind the name of a body they are another name of it, or a part: 检查县疾控中心（县卫生监督所），….
    """
    names = [mention.text for part in bare.content.role_mentions for mention in part.mentions]
    words = _PART_START.split(before)[-1]
    if len(words) < _SHORTEST or not names or all(is_place(name, patterns) for name in names):
        return False
    return not any(is_body(words[start:], patterns) for start in range(max(0, len(words) - _LONGEST_PIECE), len(words)))


def _is_of_part(bare: Candidate, behind: str, before: str, is_first: bool, patterns: Patterns) -> bool:
    """Whether a list of bodies within a clause says who does the words beside it, by what stands before and behind it.

    建云平台（市数据局，6月底前），…, 6月底前建云平台（市数据局），…, 改造校舍（市教育局）；… and, where it stands
    before all words (``is_first``), （市教育局）改造校舍, but not 覆盖试点镇（城关镇、东山镇）；….
    """
    names = [mention.text for part in bare.content.role_mentions for mention in part.mentions]
    if is_first and not names:
        return True  # （6月底前）改造校舍
    if behind in _COMMAS:
        part = _PART_START.split(before)[-1]
        return bool(names and (bare.content.limits or lexicon_pattern("deadline.behind-name").match(part)))
    return not all(is_place(name, patterns) for name in names)


def _bare_list(clause: str, bracket: Bracket, patterns: Patterns) -> Candidate | None:
    """A bracket that holds nothing but names, and verbs behind them; or nothing but a time limit."""
    start, end, _ = bracket
    if not _SHORTEST <= end - start <= _LONGEST:
        return None
    inner = clause[start + 1 : end - 1]
    if not _may_say(inner, patterns) or patterns.refuse_bare.match(inner.strip()):
        return None
    content = parse(inner, patterns, only_names=True)
    if content.odd_names:
        sentences = read_division(inner, patterns, needs_head=False)
        form = "bracket" if sentences else "bare"
        sentences = sentences or _before_sentence(inner, patterns)
        if sentences or not (_is_list(inner) or "、" in inner):
            return Candidate(start, end, start + 1, sentences, form) if sentences else None
        content = parse(inner, patterns)  # some of its words may be names all the same
    says = content.role_mentions or content.limits
    if content.labelled or content.unread or content.refused or not says:
        return None
    # a rarer verb is no word that triggers (各司其职)
    form = "bracket" if content.verbal or not content.role_mentions else "bare"
    names = [mention.text for part in content.role_mentions if part.role != "leader" for mention in part.mentions]
    strange = [name for name in names if not is_body(name, patterns)]
    if content.odd_names != len(strange):
        return None
    # a firm by its short name (云泽快运) among bodies is no reason to read none of them
    bodies = len(names) - len(strange)
    longest = max(map(len, strange), default=0)
    few = _is_list(inner) and bodies >= max(_FEWEST_BODIES, 2 * len(strange)) and longest <= _LONGEST_STRANGE
    # 县卫健局、县计生协: one of its level beside a body
    few = few or (bodies >= len(strange) and all(map(is_strange_of_level, strange)))
    return Candidate(start, end, start + 1, content, form) if few or not strange else None


def _may_say(inner: str, patterns: Patterns) -> bool:
    """Whether words may name a body or hold a time limit: a quick look."""
    last = patterns.last_of_names
    return last is None or not last.isdisjoint(inner) or patterns.may_hold_limit(inner, 0, len(inner))


def _before_sentence(inner: str, patterns: Patterns) -> AnnotationContent | None:
    """The bodies before the first semicolon, where a sentence of no one's role follows, which is told.

    教务处、各教研组；评课材料次日上交.
    """
    names, semicolon, rest = inner.partition("；")
    content = parse(names, patterns, only_names=True) if semicolon and not patterns.trigger.search(rest) else None
    if content is None or content.labelled or content.verbal or content.unread or content.odd_names:
        return None
    listed = [mention.text for part in content.role_mentions for mention in part.mentions]
    if not listed or all(is_place(name, patterns) for name in listed):
        return None
    return content._replace(unread=((len(names) + 1, len(inner)),))


def _is_list(words: str) -> bool:
    """Whether words are a list of short pieces, long enough for odd ones among its names to be few."""
    pieces = _LISTED.split(words)
    return len(pieces) > _FEWEST_BODIES and max(map(len, pieces)) <= _LONGEST_PIECE
