"""Labels in the running line, outside of brackets: 责任单位：市财政局、市教育局。"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.brackets import CLOSING, OPENING, Bracket
from raci.analysis.annotations.content import AnnotationContent
from raci.analysis.annotations.name_lines import behind_topic
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import LINE_TAIL, PAUSE
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["LABEL_MARK", "LONGEST", "LabelledStretch", "find_labelled_stretches"]

#: a label of its own, which no rule knows, stands before one
_COLON = compiled("[:：∶︰]")
#: the longest stretch that is looked into, in characters
LONGEST = 1500
#: without one of these a clause holds no label
LABEL_MARK = compiled(r"[:：∶︰【\[〔［]")
#: how far before its colon a label begins; and what no label holds
_LABEL_REACH = 26
_LABEL_STOPS = "。；，、"
#: how far before a label, and how many characters of that, say whether it is a word of its sentence
_SENTENCE_REACH, _REFUSAL_REACH = 20, 8
#: how far behind the end of a sentence another label may begin
_NEXT_LABEL_REACH = 40
#: no words longer than this are a name where few of the list read like that of a body
_LONGEST_ODD = 10
#: the longest label that is a verb as well, with its colon, in characters
_LONGEST_VERB = 5
#: how often labels of one sentence are tried
_MOST_TRIES = 3
#: what the names before the label of those who help stand behind, and how long they are together
_QUOTES = frozenset('“‘"')
_BEFORE_NAMES, _MOST_NAMES = "。；;—–―", 60


class LabelledStretch(NamedTuple):
    """A label with its names, as far as they were read: the span, and what it says."""

    start: int
    end: int
    content: AnnotationContent


def find_labelled_stretches(
    clause: str, annotated: Sequence[tuple[int, int]], brackets: Sequence[Bracket], patterns: Patterns
) -> Iterator[LabelledStretch]:
    """The labels outside of ``brackets`` and of what is annotated already (spans in order), each with its stretch."""
    starts = [start for start, _ in annotated]
    outer = [(start, end) for start, end, depth in brackets if depth == 0]
    opens = [start for start, _ in outer]
    done = tries = limit = 0
    for start, end in _labels_before_colon(clause, patterns):
        tries = tries + 1 if start < limit else 0
        if start < done or tries >= _MOST_TRIES:
            continue
        before = bisect_right(starts, start) - 1
        if before >= 0 and start < annotated[before][1]:
            continue
        around = bisect_left(opens, start) - 1
        if around >= 0 and end < outer[around][1]:
            continue
        if _is_word_of_sentence(clause, start, patterns) or _is_verb_of_body(clause, start, end, patterns):
            continue
        if lexicon_pattern("label.marker-noted").match(clause, start):
            continue
        after = bisect_left(starts, end)
        limit = _stretch_end(clause, end, starts[after] if after < len(starts) else len(clause), patterns)
        if limit - start > LONGEST:
            continue
        content = _parse_stretch(clause, start, limit, patterns)
        if content is None:
            continue
        names = _names_before(clause, done, start, patterns) if _only_helps(content) else start
        if names < start and (with_names := _parse_stretch(clause, names, limit, patterns)) is not None:
            start, content = names, with_names
        done = limit = start + content.reach
        yield LabelledStretch(start, limit, content)


def _only_helps(content: AnnotationContent) -> bool:
    """Whether an annotation begins with those who help: whom they help may stand before its label."""
    return bool(content.role_mentions) and content.role_mentions[0].role == "support"


def _names_before(clause: str, done: int, start: int, patterns: Patterns) -> int:
    """Where bodies begin that stand before a label and a comma (——市商务局，配合单位：…); ``start`` if none do."""
    end = len(clause[:start].rstrip(LINE_TAIL))
    begin = max(done, behind_topic(clause[:end], patterns))
    begin = max(begin, *[clause.rfind(stop, begin, end) + 1 for stop in _BEFORE_NAMES])
    names = clause[begin:end].lstrip()
    if (
        not 0 < len(names) <= _MOST_NAMES
        or _COLON.search(names)
        or not all(is_body(name, patterns) for name in names.split("、"))
    ):
        return start
    return begin


def _is_word_of_sentence(clause: str, start: int, patterns: Patterns) -> bool:
    """Whether the words before a label make it a word of their sentence (由牵头单位：…); 【牵头】 is none."""
    if clause[start] in OPENING:
        return False
    if clause[start - 1 : start] in _QUOTES:
        return True  # 填写规范简称，如“责任单位：市财政局”
    words = clause[max(0, start - _SENTENCE_REACH) : start].rstrip(" \t\u3000\xa0")
    line = clause[clause.rfind("\n", 0, start) + 1 : start]
    if len(line) < _SENTENCE_REACH and lexicon_pattern("label.noun-qualifier").fullmatch(line):
        return False
    return (
        words != ""
        and "\u4e00" <= words[-1] <= "\u9fff"
        and patterns.refuse_label.search(words[-_REFUSAL_REACH:]) is not None
    )


def _is_verb_of_body(clause: str, start: int, end: int, patterns: Patterns) -> bool:
    """Whether a label is the verb of the body right before it, and its task stands behind it: 市妇联配合：普查危房."""
    before = clause[max(0, start - _MOST_NAMES) : start]
    if not before.strip() or end - start > _LONGEST_VERB:
        return False
    words = clause[start : end - 1]
    is_verb = any(first == 0 and last == len(words) for first, last, _ in patterns.verbs.finditer(words))
    return is_verb and is_body(PAUSE.split(before)[-1], patterns)


def _parse_stretch(clause: str, start: int, end: int, patterns: Patterns) -> AnnotationContent | None:
    """What a label and its stretch say; None where they read unlike a list of names, or a time limit."""
    # a clause that holds nothing but label and names marks its own end
    whole = (
        not clause[:start].strip(LINE_TAIL)
        and not clause[end:].strip(LINE_TAIL)
        and not lexicon_pattern("name.signed").search(clause)
    )
    content = parse(clause[start:end], patterns, not whole)
    if not content.role_mentions:
        return content if content.limits else None
    if not content.labelled or content.odd_names > content.count_mentions() or _is_prose(content, patterns):
        return None
    return content


def _is_prose(content: AnnotationContent, patterns: Patterns) -> bool:
    """Whether what stands behind a label is a sentence on what such bodies do (项目牵头单位：统筹调度，…)."""
    names = [mention.text for part in content.role_mentions if part.role != "leader" for mention in part.mentions]
    bodies = sum(is_body(name, patterns) for name in names)
    return max(map(len, names), default=0) > _LONGEST_ODD and 2 * bodies < len(names)


def _stretch_end(clause: str, start: int, next_start: int, patterns: Patterns) -> int:
    """Where the stretch behind a label ends: at the sentence's end, unless another label follows there."""
    reach = min(next_start, start + LONGEST + 1)
    find_end = lexicon_pattern("standing.sentence-end").search
    while True:
        stop = find_end(clause, start, reach)
        if stop is None:
            return reach
        # 责任单位：甲。完成时限：6月底。
        after = clause[stop.end() : stop.end() + _NEXT_LABEL_REACH].lstrip()
        if not patterns.running.match(after):
            return stop.start()
        start = stop.end()


def _labels_before_colon(clause: str, patterns: Patterns) -> Iterator[tuple[int, int]]:
    """The labels before a colon. The pattern of all labels is slow: it runs only where one may end."""
    done = 0
    for hint in patterns.label_end.finditer(clause):
        colon = hint.start()
        if clause[colon - 1] in CLOSING:
            # a bracket between label and colon may hold a declaration: 责任单位（排第一位的为牵头单位，下同）：
            start = max(done, colon - 2 * _LABEL_REACH)
        else:
            start = max(done, colon - _LABEL_REACH)
            start = max(start, *[clause.rfind(stop, start, colon) + 1 for stop in _LABEL_STOPS])
        label = _label_in(clause, start, hint.end(), patterns)
        if label is not None:
            done = label[1]
            yield label


def _label_in(clause: str, start: int, end: int, patterns: Patterns) -> tuple[int, int] | None:
    """The label in ``clause[start:end]``: the same few stand in all documents, so each stretch is looked at once."""
    if patterns.labels.own:  # may look behind the stretch
        label = patterns.running.search(clause, start, end)
        return label.span() if label else None
    known, words = patterns.labels_found, clause[start:end]
    if words not in known:
        if len(known) > patterns.MOST:
            known.clear()
        label = patterns.running.search(words)
        known[words] = label.span() if label else None
    span = known[words]
    return (span[0] + start, span[1] + start) if span else None
