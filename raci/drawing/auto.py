"""Which kind of drawing suits a plan: by its size, and why."""

from __future__ import annotations

from raci.drawing.plan import Plan

__all__ = ["choose"]

#: on A3 more lines than this are no longer followed by the eye, and more cells no longer read
_LINES, _TASKS, _COLUMNS = 220, 60, 60


def choose(plan: Plan) -> tuple[str, str]:
    """A kind, and the reason for it."""
    bodies, tasks, links = len(plan.bodies), len(plan.tasks), len(plan.links)
    size = f"{bodies} 个单位、{tasks} 项任务、{links} 条关系"
    if links <= _LINES and tasks <= _TASKS:
        return "bipartite", f"{size}，连线不多，看得清谁做什么"
    if bodies <= _COLUMNS and tasks <= _TASKS:
        return "matrix", f"{size}，连线太密，用矩阵更清楚"
    if bodies <= _COLUMNS:
        return "flow", f"{size}，任务太多，按章节汇总到牵头单位"
    return "load", f"{size}，单位太多，只画各单位的任务量"
