"""Checks: what needs a human eye, one module a check.

A check is a function ``check(analysis) -> Iterator[Finding]``; CHECKS holds them in the order of their findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from raci.analysis.checks import (
    annex,
    edited,
    many_leads,
    obsolete_bodies,
    ocr,
    similar_names,
    standing,
    stopped,
    unassigned,
    unread,
    unresolved,
)
from raci.model import Analysis, Finding

__all__ = ["CHECKS", "check"]

Check = Callable[[Analysis], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    unassigned.check,
    unread.check,
    ocr.check,
    many_leads.check,
    standing.check,
    annex.check,
    unresolved.check,
    similar_names.check,
    obsolete_bodies.check,
    stopped.check,
    edited.check,
)


def check(analysis: Analysis) -> tuple[Finding, ...]:
    """The findings of all checks, in the order of the checks and of the text."""
    return tuple(finding for each in CHECKS for finding in each(analysis))
