"""Names that the register could not resolve."""

from __future__ import annotations

from collections.abc import Iterator

from raci.model import Analysis, Finding

__all__ = ["check"]


def check(analysis: Analysis) -> Iterator[Finding]:
    """A finding for each name whose body stays open, where it first stands: why, and what it might be."""
    told: set[str] = set()
    for one in analysis.assignments:
        body = one.department
        if not body.reason or body.name in told:
            continue
        told.add(body.name)
        which = f"“{body.name}”指哪个单位未定：{body.reason}"
        if body.candidates:
            which += f"（可能是{'、'.join(body.candidates)}）"
        yield Finding(
            "unresolved", "note" if body.canonical else "warning", which, one.start, one.end, one.clause.index
        )
