"""Several leads for one task."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis
from raci.rules.headings import printed_label

__all__ = ["CHECK"]

#: with more leads than this nobody leads
_MOST_LEADS = 3


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each task with more than three leads; one finding for several in a row that have the same ones."""
    leads: dict[int, list[str]] = defaultdict(list)
    for assignment in analysis.marked:
        if assignment.role == "lead":
            leads[assignment.clause.index].append(assignment.department.name)
    for names, group in groupby(sorted(leads), lambda index: tuple(leads[index])):
        if len(names) > _MOST_LEADS:
            clauses = [analysis.clauses[index] for index in group]
            first = clauses[0]
            several = f"等 {len(clauses)} 项" if len(clauses) > 1 else ""
            message = f"{printed_label(first)}{several}：牵头单位有 {len(names)} 个（{'、'.join(names)}）"
            yield Issue(message, first.start, clauses[-1].end, first.index)


CHECK = Check("leads", "多家牵头", "note", _find)
