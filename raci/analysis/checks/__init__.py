"""Checks: what needs a human eye, one module and one declared value (``CHECK``) a check.

``CHECKS`` holds them in the order of their findings; whoever adds a check adds its module and its value there.
"""

from __future__ import annotations

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
    unread_tables,
    unresolved,
)
from raci.analysis.checks.values import Check
from raci.model import Analysis, Finding

__all__ = ["CHECKS", "check", "check_title"]

CHECKS: tuple[Check, ...] = (
    unassigned.CHECK,
    unread.CHECK,
    unread_tables.CHECK,
    ocr.CHECK,
    many_leads.CHECK,
    standing.CHECK,
    annex.CHECK,
    unresolved.CHECK,
    similar_names.CHECK,
    obsolete_bodies.CHECK,
    stopped.CHECK,
    edited.CHECK,
)


def check(analysis: Analysis) -> tuple[Finding, ...]:
    """The findings of all checks, in the order of the checks and of the text."""
    return tuple(finding for known in CHECKS for finding in known.findings(analysis))


def check_title(check_id: str) -> str:
    """What the table 待核 calls a check; its id where there is no such check (a finding of a caller's own)."""
    return next((known.title for known in CHECKS if known.id == check_id), check_id)
