"""Steps of a plan that begin before the step before them."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.annotations.due_dates import first_day
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Clause
from raci.rules.headings import printed_label
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]

#: of steps whose years are not all written one that begins so many months earlier may be of the next year
_NEXT_YEAR = 6


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each step that begins earlier than the one before it under the same heading of steps."""
    before: dict[tuple[int | None, tuple[str, ...]], tuple[Clause, str, bool]] = {}
    heading = lexicon_pattern("checks.steps")
    for clause in analysis.clauses:
        if not clause.path or heading.search(clause.path[-1]) is None:
            continue
        line = analysis.document.text[clause.start : clause.end].strip().split("\n", 1)[0]
        span = lexicon_pattern("checks.step-span").search(line)
        known = before.get((clause.parent, clause.path))
        begins = first_day(span["words"], int(known[1][:4]) if known else None) if span else None
        if begins is None:
            continue
        day, has_year = begins
        if known is not None and day < known[1] and not _may_be_next_year(known, day, has_year=has_year):
            message = f"“{printed_label(clause)}”早于上一步“{printed_label(known[0])}”，请对照原件"
            yield Issue.of_clause(clause, message)
        before[clause.parent, clause.path] = (clause, day, has_year or (known is not None and known[2]))


def _may_be_next_year(known: tuple[Clause, str, bool], day: str, *, has_year: bool) -> bool:
    return not (has_year and known[2]) and int(known[1][5:7]) - int(day[5:7]) >= _NEXT_YEAR


CHECK = Check(
    "step-order",
    "步骤时间颠倒",
    "warning",
    _find,
    why="后一步比前一步还早，多半是改了一处时间没有改另一处，照着办会落空。",
    remedy="对照原件，核对各步骤的起止时间。",
    finds=(
        "云泽市河道整治方案\n一、工作步骤\n（一）动员部署（2025年6月）。\n（二）集中整治（2025年9月至10月）。\n"
        "（三）总结验收（2025年8月）。\n二、主要任务\n（一）整治河道。（市水利局负责）\n",
    ),
    passes=(
        "云泽市河道整治方案\n一、工作步骤\n（一）动员部署（2025年10月）。\n（二）集中整治（11月至12月）。\n"
        "（三）总结验收（1月）。\n二、主要任务\n（一）整治河道。（市水利局负责）\n",
        "云泽市河道整治方案\n一、主要任务\n（一）整治河道（2025年9月）。（市水利局负责）\n"
        "（二）清理垃圾（2025年6月）。（市城管局负责）\n",
    ),
)
