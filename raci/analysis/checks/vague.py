"""Tasks that are left to 有关部门 alone."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.by_task import assignments_of_tasks, is_told
from raci.analysis.checks.everybody import asks_everybody
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Assignment
from raci.rules.headings import printed_label
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """The tasks whose bodies are all such that nobody knows who is meant (有关部门, 相关单位); one for the same words.

    Where a task asks everybody (加强组织领导), or only a sentence says it, it is a note.
    """
    pattern = lexicon_pattern("checks.unnamed-bodies")
    unnamed = {name for name in {one.department.name for one in analysis.assignments} if pattern.search(name)}
    if not unnamed:
        return
    found: dict[tuple[str, bool], list[Assignment]] = {}
    for index, assignments in assignments_of_tasks(analysis).items():
        if all(one.department.name in unnamed for one in assignments):
            names = "、".join(dict.fromkeys(one.department.name for one in assignments))
            less = asks_everybody(analysis.clauses[index]) or is_told(assignments)
            found.setdefault((names, less), []).append(assignments[0])
    for (names, less), tasks in found.items():
        first = tasks[0]
        several = f"等 {len(tasks)} 项" if len(tasks) > 1 else ""
        message = f"{printed_label(first.clause)}{several}：只写了“{names}”，没有点名"
        yield Issue(message, first.start, first.end, first.clause.index, "note" if less else None)


CHECK = Check(
    "vague",
    "没有点名",
    "warning",
    _find,
    why="只写“有关部门”的任务没有人认领，督查时谁都可以说不是自己。",
    remedy="问起草部门指的是哪几家，写明单位，至少写明牵头的一家。",
    finds=(
        "一、整治河道。（责任单位：市有关部门）\n",
        "一、整治河道。（各相关单位按职责分工负责）\n",
        "一、整治河道。由市水利局牵头，市城管局配合。\n二、清理垃圾。由市有关部门负责。\n",
    ),
    passes=(
        "一、整治河道。（责任单位：市水利局、市有关部门）\n",
        "一、整治河道。（责任单位：各县（区）人民政府）\n",
    ),
)
