"""Several leads for one task."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from raci.model import Analysis, Finding

__all__ = ["check"]

#: with more leads than this nobody leads
_MANY = 3


def check(analysis: Analysis) -> Iterator[Finding]:
    """A note for each task with more than three leads."""
    leads: dict[int, list[str]] = defaultdict(list)
    for one in analysis.assignments:
        if one.role == "lead":
            leads[one.clause.index].append(one.department.name)
    for index, names in leads.items():
        if len(names) > _MANY:
            clause = analysis.clauses[index]
            words = "、".join(names)
            yield Finding(
                "leads",
                "note",
                f"{clause.label}：牵头单位有 {len(names)} 个（{words}）",
                clause.start,
                clause.end,
                index,
            )
