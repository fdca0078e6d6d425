"""Names that the register could not resolve."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis
from raci.model.assignments import Department
from raci.model.findings import Severity
from raci.rules.lexicon import lexicon_pattern

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
            _severity(body),
        )


def _severity(body: Department) -> Severity | None:
    """The usual one where the name may be another body's, or is not as it should be; a name that is merely not known
    is a note.
    """
    if body.canonical:
        return "note"
    is_damaged = lexicon_pattern("checks.damaged-name").search(body.name) is not None
    return None if body.candidates or is_damaged else "note"


CHECK = Check(
    "unresolved",
    "单位待定",
    "warning",
    _find,
    why="不知道指哪个单位的名称，统计和派发时会丢。",
    remedy="从候选里选一个，写进 raci.toml 的 [same]，或用 --register 加进名录。",
    finds=("云泽市河道方案\n一、整治河道。（责任单位：市水利局、市自然资源）\n",),
    passes=("云泽市河道方案\n一、整治河道。（市水利局负责）\n",),
)
