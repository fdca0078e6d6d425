"""Where annotations stand in a clause: in brackets, behind labels in the running line, as a line of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from raci.analysis.annotations.bare_brackets import bare_brackets
from raci.analysis.annotations.brackets import CLOSING, OPENING, Bracket, find_brackets
from raci.analysis.annotations.candidate import Candidate
from raci.analysis.annotations.content import AnnotationContent
from raci.analysis.annotations.divisions import read_division
from raci.analysis.annotations.name_lines import lines_of_names
from raci.analysis.annotations.odd_words import is_strange_of_level, may_be_strange
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import LINE_TAIL, PAUSE
from raci.analysis.annotations.role_beside_name import noted_persons
from raci.analysis.annotations.running_labels import LABEL_MARK, LONGEST, find_labelled_stretches
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["find_candidates"]

#: a bracket behind a full stop, and one at the end of a line
_BEHIND_STOP, _AT_LINE_END = compiled(r"。\s*[（(〔\[［【〈﹝]"), compiled(r"[)）〕\]］】〉﹞]\n")
#: how many brackets that never close are looked into, and how deep nested brackets
_MOST_UNCLOSED, _DEEPEST = 12, 3
_SHORTEST_BRACKET = 4
#: the longest remark beside names and verbs (甲牵头，乙配合，已完成), in characters: it is told
_LONGEST_REMARK = 12
#: the longest name among those of a level that reads unlike one, in characters
_SHORT = 6
#: the longest name before a bracket with its persons, in characters
_LONGEST_BODY = 40
_BY_START = itemgetter(0)


def find_candidates(
    text: str,
    start: int,
    end: int,
    patterns: Patterns,
    looks: tuple[bool, bool] = (True, True),
    numbered: bool = False,
) -> list[Candidate]:
    """The annotations in ``text[start:end]`` (one clause), in order.

    Two quick looks have said whether words of annotations begin there (``Patterns.trigger``), and brackets stand.
    Bare lists are given as candidates (``form`` is ``bare``): whether they count shows in the whole document. Behind
    the number of a ``numbered`` clause they may stand before its words as well.
    """
    triggered, is_bracketed = looks
    last = end - 1
    while last > start and text[last] in LINE_TAIL:
        last -= 1
    clause = text[start:end]
    leads = is_bracketed and numbered and clause.lstrip()[:1] in OPENING
    may_be_bare = leads or (is_bracketed and (text[last] in CLOSING or _stands_beside_stop(text, start, last)))
    if not triggered and not may_be_bare:
        return []
    brackets, unclosed = find_brackets(clause) if is_bracketed else ([], [])
    candidates: list[Candidate] = []
    if triggered:
        open_ended = _last_unclosed(clause, unclosed, patterns)
        if open_ended:
            candidates.append(open_ended)
            brackets = [bracket for bracket in brackets if bracket[1] < open_ended.start]
        beside: list[Candidate] = []
        for one in _in_brackets(clause, brackets, patterns):
            # 甲（排名不分先后）、乙: a bracket that names nobody ends no list
            is_beside = not one.content.role_mentions or _stands_behind_its_body(clause, one, patterns)
            (beside if is_beside else candidates).append(one)
        if LABEL_MARK.search(clause):
            spans = sorted([(candidate.start, candidate.end) for candidate in candidates])
            candidates += [
                Candidate(begin, stop, begin, content, "running")
                for begin, stop, content in find_labelled_stretches(clause, spans, brackets, patterns)
            ]
        if not candidates:
            lines = lines_of_names(clause, patterns)
            candidates += [Candidate(line.start, line.end, line.start, line.content, line.form) for line in lines]
        candidates += _outside(beside, candidates)
    if may_be_bare:
        candidates += bare_brackets(clause, brackets, last + 1 - start, candidates, patterns, leads)
    candidates.sort(key=_BY_START)
    return [
        Candidate(begin + start, stop + start, inner + start, content, form)
        for begin, stop, inner, content, form in candidates
    ]


def _stands_beside_stop(text: str, start: int, end: int) -> bool:
    """Whether a bracket stands behind a full stop, or at the end of a line that is not the last."""
    if _BEHIND_STOP.search(text, start, end) is not None:
        return True
    return text.find("\n", start, end) > 0 and _AT_LINE_END.search(text, start, end) is not None


def _is_annotation(content: AnnotationContent) -> bool:
    """Whether what stands in brackets is an annotation."""
    if content.refused or not content.role_mentions:
        return False
    if content.labelled:
        return content.odd_names <= max(1, content.count_mentions())
    if not content.verbal or sum(end - start for start, end in content.unread) > _LONGEST_REMARK:
        return False
    bodies = content.count_mentions() - content.odd_names
    return bodies >= max(1, content.odd_names) or (bodies == 0 and _names_by_level(content))


def _names_by_level(content: AnnotationContent) -> bool:
    """Whether half of the names begin with a level (区公路段负责) and the others may be names, short ones."""
    names = [mention.text for part in content.role_mentions for mention in part.mentions]
    of_level = sum(map(is_strange_of_level, names))
    return 2 * of_level >= len(names) and all(
        is_strange_of_level(name) or may_be_strange(name, _SHORT) for name in names
    )


def _in_brackets(clause: str, brackets: Sequence[Bracket], patterns: Patterns) -> Iterator[Candidate]:
    """The brackets that hold an annotation, or nothing but a declaration; none within another."""
    done = -1
    for start, end, depth in brackets:
        if start < done or depth > _DEEPEST or not _SHORTEST_BRACKET <= end - start <= LONGEST:
            continue
        inner = clause[start + 1 : end - 1]
        if not patterns.trigger.search(inner) or (clause[start - 1 : start] == "“" and clause[end : end + 1] == "”"):
            continue  # “（责任单位：市财政局）”应写在每项之后 speaks of how it is written
        content = parse(inner, patterns)
        if content.unread or content.odd_names or not content.role_mentions:
            content = _as_division(inner, content, patterns)
        declares = content.declarations and not content.role_mentions and not content.refused
        if declares or _is_annotation(content):
            done = end
            yield Candidate(start, end, start + 1, content, "bracket")


def _as_division(inner: str, content: AnnotationContent, patterns: Patterns) -> AnnotationContent:
    """A bracket as sentences of who does what (甲牵头起草，乙审核), if it is one and no name of ``content`` is lost."""
    is_annotation = _is_annotation(content)
    division = read_division(inner, patterns, needs_head=is_annotation and not content.odd_names)
    is_less = is_annotation and division is not None and division.count_mentions() < content.count_mentions()
    return content if division is None or is_less else division


def _stands_behind_its_body(clause: str, candidate: Candidate, patterns: Patterns) -> bool:
    """Whether a bracket says who is in charge of the body before it (县发改局（负责人：周平）): a part of its list."""
    reach = max(0, candidate.start - _LONGEST_BODY)
    begin = max((pause.end() for pause in PAUSE.finditer(clause, reach, candidate.start)), default=reach)
    return noted_persons(clause, begin, candidate.end, patterns) is not None


def _outside(beside: Sequence[Candidate], others: Sequence[Candidate]) -> list[Candidate]:
    """Those of ``beside`` that are in none of the others, which do not overlap."""
    spans = sorted((other.start, other.end) for other in others)
    before = [bisect_right(spans, one.start, key=_BY_START) - 1 for one in beside]
    return [one for one, index in zip(beside, before, strict=True) if index < 0 or spans[index][1] <= one.start]


def _last_unclosed(clause: str, unclosed: Sequence[int], patterns: Patterns) -> Candidate | None:
    """The first of the last brackets that never close which holds an annotation."""
    for start in unclosed[-_MOST_UNCLOSED:]:
        candidate = _in_unclosed(clause, start, patterns)
        if candidate:
            return candidate
    return None


def _in_unclosed(clause: str, start: int, patterns: Patterns) -> Candidate | None:
    """An annotation whose bracket, at ``start``, is never closed: it reaches to the end of the sentence."""
    if len(clause) - start > LONGEST:
        return None
    inner = clause[start + 1 :]
    if not patterns.trigger.search(inner):
        return None
    stop = lexicon_pattern("standing.sentence-end").search(inner)
    inner = (inner[: stop.start()] if stop else inner).rstrip(LINE_TAIL)
    content = parse(inner, patterns)
    if _is_annotation(content) and not content.unread:
        return Candidate(start, start + 1 + len(inner), start + 1, content, "bracket")
    content = parse(inner, patterns, True)
    if content.labelled and _is_annotation(content):
        return Candidate(start, start + 1 + content.reach, start + 1, content, "bracket")
    return None
