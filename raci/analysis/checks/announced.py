"""Lists that hold more or fewer items than the sentence before them says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.values import Check, Issue
from raci.analysis.numbers import number_shape
from raci.model import Analysis
from raci.rules.lexicon import lexicon_pattern
from raci.rules.numerals import numeral

__all__ = ["CHECK"]

#: fewer are written without numbers, more are counted over chapters
_FEWEST, _MOST = 3, 60


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each number of tasks or measures (以下6项任务) that no list, no kind of item and no table of the plan has."""
    counts: set[int] | None = None
    for found in lexicon_pattern("checks.announced").finditer(analysis.document.text):
        number = numeral(found["count"])
        if not _FEWEST <= number <= _MOST:
            continue
        counts = counts if counts is not None else _counts(analysis)
        if number not in counts:
            clause = clause_at(analysis, found.start())
            message = f"“{found[0]}”，文件里没有一处是 {number} 项的，请核对项数"
            yield Issue(message, found.start(), found.end(), clause.index if clause else None)


def _counts(analysis: Analysis) -> set[int]:
    """How many items each list has, each part of the plan, each kind of number; all rows, all tasks."""
    items = [clause for clause in analysis.clauses if clause.number or clause.kind == "row"]
    lists = Counter((clause.parent, clause.path) for clause in items)
    parts = Counter(clause.path[:depth] for clause in items for depth in range(1, len(clause.path) + 1))
    shapes = Counter(number_shape(clause.number) for clause in items if clause.number)
    rows = sum(clause.kind == "row" for clause in items)
    return {len(analysis.tasks), rows, *lists.values(), *parts.values(), *shapes.values()}


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
    ),
    passes=(
        "云泽市护河方案\n一、主要任务\n2025年实施下列3项任务：\n1.整治河道。（市水利局负责）\n2.清理垃圾。（市城管局负责）\n"
        "3.修复湿地。（市林业局负责）\n",
        "云泽市护河方案\n为落实省政府部署的4项任务，制定本方案。\n一、整治河道。（市水利局负责）\n",
    ),
)
