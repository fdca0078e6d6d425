"""Tables without heads: that the bodies in them are responsible is what the cells look like, not what a head says."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.values import Check, Issue
from raci.analysis.tables.columns import BODIES_ALONE
from raci.analysis.tables.ticks import TICKS_ALONE
from raci.model import Analysis

__all__ = ["CHECK"]


#: what was taken for responsible bodies, by why the columns are what they are
_ASSUMED = {BODIES_ALONE: "没有栏名，{} 行的单位", TICKS_ALONE: "没有图例，{} 行里打勾的单位"}


def _find(analysis: Analysis) -> Iterator[Issue]:
    """One issue for each table of which rows were read though no head says what its columns are."""
    for reading in analysis.tables:
        what = next((_ASSUMED[column.why] for column in reading.columns if column.why in _ASSUMED), None)
        if what is not None and reading.tasks:
            first = reading.tasks[0]
            clause = clause_at(analysis, first.start)
            message = f"这张表{what.format(len(reading.tasks))}按责任单位读：{first.heading}"
            yield Issue(message, first.start, first.end, clause.index if clause else None)


CHECK = Check(
    "headless",
    "表没有栏名",
    "warning",
    _find,
    why="表里每行只有一件事和一个单位，没有栏名说单位做什么，或者只在单位下面打了勾、没有图例；按责任单位读，也可能是牵头、配合或监管。",
    remedy="对照原文核实；有栏名、图例的，补上再读，或用 --columns 说明各列。",
    finds=("一、任务分工\n修缮堤坝——县水利局\n清理背街——县城管局\n补种绿篱——县林业局\n",),
    passes=("任务——责任单位\n修缮堤坝——县水利局\n清理背街——县城管局\n补种绿篱——县林业局\n",),
)
