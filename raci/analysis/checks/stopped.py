"""The user's rules that took too long."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis
from raci.rules.values import PATTERN_SECONDS

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each rule that was left out because its pattern exceeded the time limit."""
    for rule in analysis.stopped:
        yield Issue(f"自定规则 {rule} 超过 {PATTERN_SECONDS:g} 秒，已停用，本文没有用它（或没有用全）")


CHECK = Check(
    "stopped",
    "规则停用",
    "warning",
    _find,
    why="规则停用后，它本该读出的分工都不在表里。",
    remedy="把规则写得简单些（少用嵌套的重复），或拆成几条。",
)
