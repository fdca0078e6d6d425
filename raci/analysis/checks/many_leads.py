"""Several leads for one task."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from raci.analysis.checks.values import Check, Issue
from raci.config.check_settings import CheckSettings
from raci.model import Analysis
from raci.rules.headings import printed_label

__all__ = ["CHECK"]


def _find(analysis: Analysis, settings: CheckSettings) -> Iterator[Issue]:
    """Each task with more leads than are usual; one finding for several in a row that have the same ones."""
    leads: dict[int, list[str]] = defaultdict(list)
    for assignment in analysis.marked:
        if assignment.role == "lead":
            leads[assignment.clause.index].append(assignment.department.name)
    for names, group in groupby(sorted(leads), lambda index: tuple(leads[index])):
        if len(names) > settings.most_leads:
            clauses = [analysis.clauses[index] for index in group]
            first = clauses[0]
            several = f"等 {len(clauses)} 项" if len(clauses) > 1 else ""
            message = f"{printed_label(first)}{several}：牵头单位有 {len(names)} 个（{'、'.join(names)}）"
            yield Issue(message, first.start, clauses[-1].end, first.index)


CHECK = Check(
    "leads",
    "多家牵头",
    "note",
    _find,
    why="牵头的多了，等于没有人牵头。",
    remedy="请起草部门定一家总牵头；几家算多，可在 raci.toml 的 [checks] most-leads 里定（默认三家以上）。",
    finds=("一、整治河道。（牵头单位：市水利局、市城管局、市财政局、市教育局）\n",),
    passes=("一、整治河道。（牵头单位：市水利局、市城管局、市财政局）\n",),
)
