"""Steps of a plan that are over before the step before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from raci.analysis.annotations.due_dates import days_named
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Clause
from raci.rules.headings import printed_label
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]

#: a step of the same year that is over so many months earlier is of the next year, which was not written
_NEXT_YEAR = 6


class _Step(NamedTuple):
    """A step with its last day; ``has_year`` where the year of that was written, here or before."""

    clause: Clause
    last: str
    has_year: bool


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each step that is over earlier than the one before it under the same heading of steps."""
    before: dict[tuple[int | None, tuple[str, ...]], _Step] = {}
    heading = lexicon_pattern("checks.steps")
    for clause in analysis.clauses:
        if not clause.path or heading.search(clause.path[-1]) is None:
            continue
        known = before.get((clause.parent, clause.path))
        step = _step(analysis, clause, known)
        if step is None:
            continue
        if known is not None and step.last < known.last and not _may_be_next_year(known, step):
            message = f"“{printed_label(clause)}”早于上一步“{printed_label(known.clause)}”，请对照原件"
            yield Issue.of_clause(clause, message)
        before[clause.parent, clause.path] = step


def _step(analysis: Analysis, clause: Clause, before: _Step | None) -> _Step | None:
    """A clause as a step, if it says when in brackets; what has no year is of the year of the step before."""
    line = analysis.document.text[clause.start : clause.end].strip().split("\n", 1)[0]
    span = lexicon_pattern("checks.step-span").search(line)
    days = days_named(span["words"], int(before.last[:4]) if before else None) if span else []
    if not days:
        return None
    has_year = any(written for _, written in days) or (before is not None and before.has_year)
    return _Step(clause, days[-1][0], has_year)


def _may_be_next_year(before: _Step, step: _Step) -> bool:
    months = int(before.last[5:7]) - int(step.last[5:7])
    return step.last[:4] == before.last[:4] and months >= _NEXT_YEAR


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
