"""Tasks that nobody is named for."""

from __future__ import annotations

from collections.abc import Iterator

from raci.model import Analysis, Finding

__all__ = ["check"]


def check(analysis: Analysis) -> Iterator[Finding]:
    """A finding for each task without an assignment."""
    for clause in analysis.unassigned():
        yield Finding(
            "unassigned",
            "warning",
            f"未写明责任单位：{clause.label}",
            clause.start,
            clause.end,
            clause.index,
        )
