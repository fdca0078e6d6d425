"""Which kind of drawing suits a plan: the most telling that one sheet of A3 holds, and why."""

from __future__ import annotations

from raci.drawing.kinds import bipartite, flow, matrix
from raci.drawing.model import DrawingModel

__all__ = ["choose"]


def choose(plan: DrawingModel) -> tuple[str, str]:
    """A kind, and the reason for it."""
    size = f"{len(plan.bodies)} 个单位、{len(plan.tasks)} 项任务、{len(plan.links)} 条关系"
    if bipartite.alone(plan):
        return "bipartite", f"{size}，一张 A3 画得下，看得清谁做什么"
    if matrix.alone(plan):
        return "matrix", f"{size}，连线太密，用矩阵更清楚"
    if flow.alone(plan):
        return "flow", f"{size}，任务太多，按章节汇总到牵头单位"
    return "load", f"{size}，一张 A3 画不下，只画各单位的任务量"
