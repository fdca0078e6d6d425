"""The user's rules that took too long."""

from __future__ import annotations

from collections.abc import Iterator

from raci.model import Analysis, Finding
from raci.rules.values import PATTERN_SECONDS

__all__ = ["check"]


def check(analysis: Analysis) -> Iterator[Finding]:
    """A finding for each rule that was left out because its pattern exceeded the time limit."""
    for rule in analysis.stopped:
        message = f"自定规则 {rule} 超过 {PATTERN_SECONDS:g} 秒，已停用，本文没有用它（或没有用全）"
        yield Finding("stopped", "warning", message)
