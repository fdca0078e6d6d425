"""Checks: what needs a human eye, one module and one declared value (``CHECK``) a check.

``CHECKS`` holds them in the order of their findings, the most harmful first; whoever adds a check adds its module and
its value there.
"""

from __future__ import annotations

from raci.analysis.checks import (
    annex,
    contradicted,
    edited,
    many_leads,
    obsolete_bodies,
    ocr,
    similar_names,
    standing,
    stopped,
    time_limits,
    unassigned,
    unread,
    unread_words,
    unresolved,
)
from raci.analysis.checks.values import Check
from raci.model import Analysis, Finding
from raci.model.findings import SEVERITIES

__all__ = ["CHECKS", "check", "check_title"]

#: in the order of the harm that is done where nobody looks
CHECKS: tuple[Check, ...] = (
    stopped.CHECK,
    unread.CHECK,
    unread_words.CHECK,
    standing.CHECK,
    many_leads.CHECK,
    annex.CHECK,
    time_limits.CHECK,
    contradicted.CHECK,
    unresolved.CHECK,
    edited.CHECK,
    ocr.CHECK,
    unassigned.CHECK,
    obsolete_bodies.CHECK,
    similar_names.CHECK,
)


def check(analysis: Analysis) -> tuple[Finding, ...]:
    """The findings of all checks: the urgent ones first, then in the order of the checks and of the text."""
    findings = [finding for known in CHECKS for finding in known.findings(analysis)]
    urgency = list(SEVERITIES)
    return tuple(sorted(findings, key=lambda finding: urgency.index(finding.severity)))


def check_title(check_id: str) -> str:
    """What the table 待核 calls a check; its id where there is no such check (a finding of a caller's own)."""
    return next((known.title for known in CHECKS if known.id == check_id), check_id)
