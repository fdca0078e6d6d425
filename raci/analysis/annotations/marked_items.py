"""Lines of a label that say who does which of the items above by their numbers: 责任人员：（1）（2）甲；（3）乙."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from raci.analysis.annotations.numbered_items import RULE, owners_of
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns
from raci.model import Annotation, Clause
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import at_start

__all__ = ["items_by_mark"]

#: without this there is no such line: a label's end, its colon and a number
_HINT = compiled(r"[:：](?<=[任头责合办实工位门室员人体].)[ \u3000]*[（(①-⑳第\d]")
#: the numbers before the names of one part: （1）（2）, ①、②
_MARKS = compiled(
    r"(?:(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳])[、和\s]*)+|第?\d{1,2}(?:[、—–~～至-]{1,2}\d{1,2})*项[，,：:]"
)
_MARK = compiled(r"[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]")
_TAIL = "；;，,。 \u3000"
_START = attrgetter("start")


def items_by_mark(words: str, clauses: Sequence[Clause], patterns: Patterns) -> Iterator[Annotation]:
    """What such lines say, an annotation for each of their parts; none where a number stands at no item above."""
    if _HINT.search(words) is None:
        return
    for line in lexicon_pattern("scope.items-by-mark").finditer(words):
        label = line["label"] if patterns.labels.finditer(f"{line['label']}：") else "责任单位"
        marks = list(_MARKS.finditer(words, *line.span("list")))
        refs = [_reference(found[0]) for found in marks]
        at = bisect_right(clauses, line.start("label"), key=_START) - 1
        owners = owners_of(refs, at, clauses) if at > 0 else None
        if owners is None:
            continue
        ends = [*(found.start() for found in marks[1:]), line.end("list")]
        for found, stop, items in zip(marks, ends, owners, strict=True):
            names = words[found.end() : stop].rstrip(_TAIL)
            content = parse(f"{label}：{names}", patterns)
            if names and content.role_mentions and not content.odd_names:
                begin = found.start()
                yield Annotation(
                    rule=RULE,
                    start=begin,
                    end=found.end() + len(names),
                    quote=words[begin : found.end() + len(names)],
                    clauses=tuple(items),
                    groups=content.groups(found.end() - len(label) - 1),
                )


def _reference(marks: str) -> str:
    """The items that the words before some names mean: （1）（2） and 1—2项 are 第1、2项 and 第1—2项."""
    if "项" in marks:
        return marks.strip("，,：:")
    return f"第{'、'.join(str(_number(mark)) for mark in _MARK.findall(marks))}项"


def _number(mark: str) -> int:
    marker = at_start(mark)
    return marker.value if marker is not None else 0
