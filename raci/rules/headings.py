"""Headings: which of them ask nobody to do anything."""

from __future__ import annotations

from raci.rules.matching import ActiveRules, any_of

__all__ = ["is_no_task"]


def is_no_task(heading: str, rules: ActiveRules) -> bool:
    """Whether a heading is that of a chapter which asks nobody to do anything (总体要求, 指导思想, 适用范围 …)."""
    return rules.pattern(any_of, "not-a-task").search(heading.rstrip("：:∶ ")) is not None
