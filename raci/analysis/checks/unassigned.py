"""Tasks that nobody is named for."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each task without an assignment."""
    for clause in analysis.unassigned():
        yield Issue.of_clause(clause, f"未写明责任单位：{clause.label}")


CHECK = Check("unassigned", "未写明单位", "warning", _find)
