"""Several leads for one task."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis

__all__ = ["CHECK"]

#: with more leads than this nobody leads
_MOST_LEADS = 3


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each task with more than three leads."""
    leads: dict[int, list[str]] = defaultdict(list)
    for assignment in analysis.assignments:
        if assignment.role == "lead":
            leads[assignment.clause.index].append(assignment.department.name)
    for index, names in leads.items():
        if len(names) > _MOST_LEADS:
            clause = analysis.clauses[index]
            message = f"{clause.label}：牵头单位有 {len(names)} 个（{'、'.join(names)}）"
            yield Issue(message, clause.start, clause.end, index)


CHECK = Check("leads", "多家牵头", "note", _find)
