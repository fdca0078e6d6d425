"""Names that the register could not resolve."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each name whose body stays open, where it first stands: why, and what it might be."""
    reported: set[str] = set()
    for assignment in analysis.marked:
        body = assignment.department
        if not body.reason or body.name in reported:
            continue
        reported.add(body.name)
        message = f"“{body.name}”指哪个单位未定：{body.reason}"
        if body.candidates:
            message += f"（可能是{'、'.join(body.candidates)}）"
        yield Issue(
            message,
            assignment.start,
            assignment.end,
            assignment.clause.index,
            "note" if body.canonical else None,
        )


CHECK = Check(
    "unresolved",
    "单位待定",
    "warning",
    _find,
    why="不知道指哪个单位的名称，统计和派发时会丢。",
    remedy="从候选里选一个，写进 raci.toml 的 [same]，或用 --register 加进名录。",
    passes=("云泽市河道方案\n一、整治河道。（市水利局负责）\n",),
)
