"""Tasks for which persons are named, and no body."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.by_task import marked_of_tasks
from raci.analysis.checks.listing import of_tasks
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis
from raci.model.roles import PERSON_ROLES

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """All such tasks in one finding; a body that a sentence names is one."""
    told = {one.clause.index for one in analysis.assignments if one.basis == "prose"}
    found = [
        analysis.clauses[index]
        for index, assignments in marked_of_tasks(analysis).items()
        if index not in told and all(one.role in PERSON_ROLES or one.department.kind == "person" for one in assignments)
    ]
    if found:
        yield of_tasks(found, "有 {count} 项任务只写了人，没有写单位")


CHECK = Check(
    "persons",
    "只写了人",
    "note",
    _find,
    why="人会调动，任务要落在单位上；责任矩阵里这几项没有单位。",
    remedy="补上这些人所在的、承担任务的单位。",
    finds=("一、整治河道。（责任领导：张某某）\n二、清理垃圾。（责任单位：市城管局）\n",),
    passes=(
        "一、整治河道。（责任领导：张某某；责任单位：市水利局）\n",
        "一、整治河道\n1.市水利局（责任领导：张某某）：负责整治河道。\n",
    ),
)
