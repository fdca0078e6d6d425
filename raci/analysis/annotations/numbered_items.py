"""Sentences that say who does which of the items above by their numbers: 第1—2项由甲负责，第3项由乙负责."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter

from raci.analysis.annotations.content import AnnotationContent
from raci.analysis.annotations.name_lines import labels_and_names, names_alone, names_and_verbs
from raci.analysis.annotations.patterns import Patterns
from raci.model import Annotation, Clause
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import at_start
from raci.rules.numerals import numeral

__all__ = ["RULE", "items_by_number", "owners_of"]

#: the rule of what such a sentence says
RULE = "items.numbered"
#: without this there is no such sentence
_HINT = compiled("(?:[项章节\\d]|部分)(?:任务|工作|措施|内容)?[，,]?(?:均|都)?(?:由|的?[责牵负]|[:：])")
#: the longest sentence, and how far before it its bracket may open, in characters; so many sentences are read
_LONGEST, _OPENED, _MOST = 400, 40, 200
_START = attrgetter("start")
_NUMBER = compiled(r"[一二三四五六七八九十]{1,3}|\d{1,2}")
_RANGE = compiled(r"\s*(?:[-—–~～至到]+)\s*")
#: what may stand around a part, and parts of words before its bodies
_AROUND = " \t\u3000\xa0\n，,；;。、（()）〔〕【】"
_BEFORE_NAMES = compiled(r"\s*(?:[，,:：]\s*)?(?:均|都|分别|的?(?=(?:责任|牵头|负责)(?:单位|部门)))?\s*")
_PART = compiled("部分|[章节]")
#: the longest number of a part, in characters
_LONGEST_PART = 8
_OF_REST = frozenset("其余他")


def items_by_number(words: str, clauses: Sequence[Clause], patterns: Patterns) -> Iterator[Annotation]:
    """What such sentences say, an annotation for each of their parts; none where a number stands at no item above."""
    if _HINT.search(words) is None:
        return
    done = 0
    for first in islice(lexicon_pattern("scope.items-by-number").finditer(words), _MOST):
        start = first.start("ref")
        if start < done:
            continue
        end = _sentence_end(words, start)
        parts = list(_parts(words, start, end, patterns))
        at = _clause_at(clauses, start)
        if not parts or at is None:
            continue
        owners = owners_of([ref for ref, *_ in parts], at, clauses)
        if owners is None:
            continue
        done = end
        for (_, begin, stop, content, offset), items in zip(parts, owners, strict=True):
            yield Annotation(
                rule=RULE,
                start=begin,
                end=stop,
                quote=words[begin:stop],
                clauses=tuple(items),
                groups=content.groups(offset),
            )


def _sentence_end(words: str, start: int) -> int:
    """Where a sentence ends: with its bracket, or at its full stop or line's end."""
    stops = [stop for stop in (words.find(mark, start, start + _LONGEST) for mark in "。\n") if stop >= 0]
    end = min(stops, default=min(len(words), start + _LONGEST))
    opened = words.rfind("（", max(0, start - _OPENED), start)
    depth = 1 if opened >= 0 and "）" not in words[opened:start] else 0
    for place in range(start, end) if depth else ():
        depth += (words[place] == "（") - (words[place] == "）")
        if not depth:
            return place
    return end


def _parts(
    words: str, start: int, end: int, patterns: Patterns
) -> Iterator[tuple[str, int, int, AnnotationContent, int]]:
    """The parts of a sentence: what each refers to, its span, what it says, and where that begins.

    None at all where one of them says anything else than who has which role.
    """
    refs = list(lexicon_pattern("scope.item-reference").finditer(words, start, end))
    found = []
    for ref, following in zip(refs, [*refs[1:], None], strict=True):
        begin = ref.end()
        if before := _BEFORE_NAMES.match(words, begin, end):
            begin = before.end()
        stop = following.start() if following else end
        said = words[begin:stop].rstrip(_AROUND + "外")
        if said.endswith("除"):
            said = said[:-1].rstrip(_AROUND)
        content = names_and_verbs(said, patterns) or labels_and_names(said, patterns) or names_alone(said, patterns)
        if content is None:
            return
        found.append((ref["what"], ref.start(), begin + len(said), content, begin))
    yield from found


def _clause_at(clauses: Sequence[Clause], offset: int) -> int | None:
    """The clause in which a place stands."""
    place = bisect_right(clauses, offset, key=_START) - 1
    return place if place >= 0 and offset < clauses[place].end else None


def owners_of(refs: Sequence[str], at: int, clauses: Sequence[Clause]) -> list[list[int]] | None:
    """The items that each reference means: of the nearest list above in which all of them stand."""
    index: int | None = next((each.index for each in reversed(clauses[: at + 1]) if _value(each) is not None), None)
    while index is not None:
        beside = [each for each in clauses[: at + 1] if each.parent == clauses[index].parent and each.kind != "row"]
        unit = _PART.search(refs[0])
        items = [each for each in beside if _value(each) is not None and (unit is None or _is_part(each, unit[0]))]
        owners = _among(items, refs)
        if owners is not None:
            return [_tasks_of(parts, clauses, at) for parts in owners] if unit else owners
        index = clauses[index].parent
    return None


def _is_part(clause: Clause, unit: str) -> bool:
    """Whether a clause is a part of this kind by its number; 第三部分 may mean 三、 as well."""
    return unit in _number(clause) or (unit == "部分" and clause.number.endswith("、"))


def _number(clause: Clause) -> str:
    """The number of a clause, or the words that its heading begins with (第一部分)."""
    return clause.number or clause.heading[:_LONGEST_PART]


def _value(clause: Clause) -> int | None:
    """The number of a clause, or the one that its heading begins with (第一部分 夯实基础)."""
    marker = at_start(clause.number) if clause.number else None
    if marker is None and clause.heading.startswith("第"):
        marker = at_start(clause.heading)
    return marker.value if marker is not None else None


def _tasks_of(parts: Sequence[int], clauses: Sequence[Clause], at: int) -> list[int]:
    """The items that stand below parts, and themselves where none does; those before a place alone."""
    found: list[int] = []
    for part in parts:
        level = clauses[part].level
        end = next((each.index for each in clauses[part + 1 :] if each.level <= level), len(clauses))
        found += [each.index for each in clauses[part + 1 : min(end, at)] if each.kind == "item"] or [part]
    return found


def _among(items: Sequence[Clause], refs: Sequence[str]) -> list[list[int]] | None:
    """The items by reference; None where one of these is none of them, or names no item."""
    by_value: dict[int, int] = {}
    for item in items:
        value = _value(item)
        if value is not None:
            by_value[value] = item.index
    values = [_values(ref, len(by_value)) for ref in refs]
    named = {value for found in values if found for value in found}
    if not named or not named <= by_value.keys():
        return None
    rest = sorted(set(by_value) - named)
    return [[by_value[value] for value in (found or rest)] for found in values]


def _values(ref: str, count: int) -> list[int]:
    """The numbers that a reference means: 第1—2项, 前三项, 后两项; none for all the others (其余各项)."""
    if ref[0] in _OF_REST:
        return []
    numbers = [(match.start(), match.end(), numeral(match[0])) for match in _NUMBER.finditer(ref.replace("两", "二"))]
    if ref[0] == "前":
        return list(range(1, numbers[0][2] + 1))
    if ref[0] == "后":
        return list(range(count - numbers[0][2] + 1, count + 1))
    values: list[int] = []
    for place, (start, _, value) in enumerate(numbers):
        between = ref[numbers[place - 1][1] : start].strip("第（）()项章节部分 ") if place else ""
        if place and between and _RANGE.fullmatch(between):
            values += range(values[-1] + 1, value + 1)
        else:
            values.append(value)
    return values
