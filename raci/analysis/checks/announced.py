"""Lists that hold more or fewer items than the sentence before them says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.values import Check, Issue
from raci.analysis.numbers import number_shape, number_value
from raci.model import Analysis, Clause
from raci.rules.headings import printed_label
from raci.rules.lexicon import lexicon_pattern
from raci.rules.numerals import numeral

__all__ = ["CHECK"]

#: fewer are written without numbers, more are counted over chapters
_FEWEST, _MOST = 3, 60


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each number of tasks or measures (以下6项任务) that no list, no kind of item and no table of the plan has; once.

    What the heading of a list says is held to that list. One of an item without a list of its own (开展十大行动) may be
    told elsewhere.
    """
    counts: set[int] | None = None
    told: set[int] = set()
    for said in _said(analysis):
        number = numeral(said.number)
        if not _FEWEST <= number <= _MOST or number in told:
            continue
        if said.own is None and counts is None:
            counts = _counts(analysis)
        if number not in (said.own or counts or ()):
            told.add(number)
            where = "文件里没有一处是" if said.own is None else "下面列的不是"
            message = f"“{said.words}”，{where} {number} 项的，请核对项数"
            yield Issue(message, said.start, said.end, said.clause)


class _AnnouncedCount(NamedTuple):
    """A number of items as it is said, and where; ``own``: how many the list below may be counted to have."""

    number: str
    words: str
    start: int | None
    end: int | None
    clause: int | None
    own: set[int] | None = None


def _said(analysis: Analysis) -> Iterator[_AnnouncedCount]:
    heading, open_list = lexicon_pattern("checks.announced-heading"), lexicon_pattern("checks.announced")
    if analysis.tasks and (found := heading.search(analysis.document.title)) is not None:
        yield _AnnouncedCount(found["count"], analysis.document.title, None, None, None)
    lists = _lists(analysis)
    for index, own in lists.items():
        clause = analysis.clauses[index]
        if (found := heading.search(clause.heading) or open_list.search(clause.heading)) is not None:
            yield _AnnouncedCount(found["count"], printed_label(clause), clause.start, clause.end, index, own)
    if lexicon_pattern("hint.announced").search(analysis.document.text) is None:
        return
    for found in open_list.finditer(analysis.document.text):
        at = clause_at(analysis, found.start())
        if at is None or at.index not in lists or found["opening"]:
            words = found[0].strip().rstrip("：:")
            number, end = found["count"] or found["opening"], found.start() + len(words)
            behind = _list_behind(analysis, end) if found["opening"] else None
            yield _AnnouncedCount(number, words, found.start(), end, at.index if at else None, behind)


def _lists(analysis: Analysis) -> dict[int, set[int]]:
    """Clause with numbered items below it → how many these are, with those below them, or of the lowest alone."""
    below: dict[int, list[Clause]] = {}
    for clause in analysis.clauses:
        if clause.number and clause.parent is not None:
            below.setdefault(clause.parent, []).append(clause)
    counts: dict[int, set[int]] = {}
    for index in reversed(below):  # the items of a list stand behind its heading
        own = below[index]
        deeper = [counts.get(clause.index, {1}) for clause in own]
        counts[index] = {len(own), max(map(number_value, own)), sum(map(max, deeper)), sum(map(min, deeper))}
    return {index: counts[index] for index in below}


def _counts(analysis: Analysis) -> set[int]:
    """How many items each list has, each part of the plan, each kind of number; all rows, all tasks."""
    items = [clause for clause in analysis.clauses if clause.number or clause.kind == "row"]
    lists = Counter((clause.parent, clause.path) for clause in items)
    parts = Counter(clause.path[:depth] for clause in items for depth in range(1, len(clause.path) + 1))
    shapes = Counter(number_shape(clause.number) for clause in items if clause.number)
    rows = sum(clause.kind == "row" for clause in items)
    told = _told_one_by_one(analysis.document.text)
    return {len(analysis.tasks), rows, *told, *lists.values(), *parts.values(), *shapes.values()}


def _told_one_by_one(text: str) -> Iterator[int]:
    """How far each list of sentences counts: 一是 …… 二是 ……."""
    last = 0
    for found in lexicon_pattern("checks.one-by-one").finditer(text):
        number = numeral(found["number"])
        if number <= last:
            yield last
        last = number
    yield last


def _list_behind(analysis: Analysis, offset: int) -> set[int] | None:
    """How many sentences the list counts that begins right behind a place; None where none of that kind does."""
    rest = analysis.document.text[offset:]
    found = lexicon_pattern("checks.one-by-one").search(rest)
    if found is None or len(rest[: found.start()].strip("：: \u3000\n")) > 0:
        return None
    return {next(_told_one_by_one(rest))}


CHECK = Check(
    "count",
    "项数不符",
    "note",
    _find,
    why="文中说有几项，列出来的不是几项：多半删了一项或添了一项没有改前面的话，也可能漏印了一项。",
    remedy="对照原件，补上漏掉的一项，或改正项数。",
    finds=(
        "云泽市护河方案\n一、主要任务\n2025年实施下列4项任务：\n1.整治河道。（市水利局负责）\n2.清理垃圾。（市城管局负责）\n"
        "3.修复湿地。（市林业局负责）\n",
        "云泽市护河四条措施\n一、整治河道。（市水利局负责）\n二、清理垃圾。（市城管局负责）\n三、修复湿地。（市林业局负责）\n",
        "云泽市护河方案\n一、主要任务\n开展三个方面的整治：\n一是整治河道。由市水利局负责。\n二是清理垃圾。由市城管局负责。\n"
        "三是修复湿地。由市林业局负责。\n四是拆除违建。由市住建局负责。\n",
    ),
    passes=(
        "云泽市护河三条措施\n一、整治河道。（市水利局负责）\n二、清理垃圾。（市城管局负责）\n三、修复湿地。（市林业局负责）\n",
        "云泽市护河方案\n一、深入开展五大行动。（市水利局负责）\n二、清理垃圾。（市城管局负责）\n",
        "云泽市护河方案\n一、主要任务\n2025年实施下列3项任务：\n1.整治河道。（市水利局负责）\n2.清理垃圾。（市城管局负责）\n"
        "3.修复湿地。（市林业局负责）\n",
        "云泽市护河方案\n为落实省政府部署的4项任务，制定本方案。\n一、整治河道。（市水利局负责）\n",
    ),
)
