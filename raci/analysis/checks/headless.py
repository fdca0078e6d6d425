"""Tables without heads: that the bodies in them are responsible is what the cells look like, not what a head says."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.values import Check, Issue
from raci.analysis.tables.columns import BODIES_ALONE
from raci.model import Analysis

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """One issue for each table of which rows were read though no head says what its columns are."""
    for reading in analysis.tables:
        assumed = any(column.why == BODIES_ALONE for column in reading.columns)
        if assumed and reading.tasks:
            first = reading.tasks[0]
            clause = clause_at(analysis, first.start)
            message = f"这张表没有栏名，{len(reading.tasks)} 行的单位按责任单位读：{first.heading}"
            yield Issue(message, first.start, first.end, clause.index if clause else None)


CHECK = Check(
    "headless",
    "表没有栏名",
    "warning",
    _find,
    why="表里每行只有一件事和一个单位，没有栏名说单位做什么；按责任单位读，也可能是牵头、配合或监管。",
    remedy="对照原文核实；有栏名的，补上再读，或用 --columns 说明各列。",
    finds=("一、任务分工\n修缮堤坝——县水利局\n清理背街——县城管局\n补种绿篱——县林业局\n",),
    passes=("任务——责任单位\n修缮堤坝——县水利局\n清理背街——县城管局\n补种绿篱——县林业局\n",),
)
