"""Checks: what needs a human eye, one module and one declared value (``CHECK``) a check.

``CHECKS`` holds them in the order of their findings, the most harmful first; whoever adds a check adds its module and
its value there.
"""

from __future__ import annotations

from collections.abc import Iterable

from raci.analysis.checks import (
    addressees,
    annex,
    announced,
    blanks,
    contradicted,
    edited,
    elsewhere,
    gaps,
    headless,
    idle_members,
    led_twice,
    limit_order,
    load,
    loose_cells,
    loose_columns,
    lost_tasks,
    many_leads,
    merged_blanks,
    missing_limits,
    misspelt,
    no_lead,
    numbering,
    obsolete_bodies,
    ocr,
    open_groups,
    persons,
    placeless,
    references,
    repeated,
    replaced_since,
    similar_names,
    standing,
    steps,
    stopped,
    support_alone,
    time_limits,
    told_aside,
    twins,
    two_roles,
    unassigned,
    unread,
    unread_words,
    unresolved,
    vague,
)
from raci.analysis.checks.values import Check
from raci.config.check_settings import CheckSettings
from raci.errors import OptionError
from raci.model import Analysis, Finding
from raci.model.findings import SEVERITIES

__all__ = ["CHECKS", "by_urgency", "check", "check_title", "require_checks"]

#: in the order of the harm that is done where nobody looks
CHECKS: tuple[Check, ...] = (
    stopped.CHECK,
    gaps.CHECK,
    unread.CHECK,
    unread_words.CHECK,
    loose_cells.CHECK,
    loose_columns.CHECK,
    merged_blanks.CHECK,
    blanks.CHECK,
    headless.CHECK,
    lost_tasks.CHECK,
    standing.CHECK,
    many_leads.CHECK,
    support_alone.CHECK,
    no_lead.CHECK,
    led_twice.CHECK,
    two_roles.CHECK,
    repeated.CHECK,
    annex.CHECK,
    annex.MISSING,
    references.CHECK,
    twins.CHECK,
    twins.COPIES,
    time_limits.CHECK,
    limit_order.PAST,
    limit_order.AFTER_PARENT,
    limit_order.AFTER_END,
    steps.CHECK,
    contradicted.CHECK,
    told_aside.CHECK,
    unresolved.CHECK,
    misspelt.CHECK,
    elsewhere.CHECK,
    edited.CHECK,
    ocr.CHECK,
    unassigned.CHECK,
    vague.CHECK,
    persons.CHECK,
    missing_limits.CHECK,
    addressees.CHECK,
    idle_members.CHECK,
    numbering.CHECK,
    announced.CHECK,
    obsolete_bodies.CHECK,
    replaced_since.CHECK,
    similar_names.CHECK,
    placeless.CHECK,
    load.CHECK,
    open_groups.CHECK,
)


def check(analysis: Analysis, settings: CheckSettings | None = None) -> tuple[Finding, ...]:
    """The findings of all checks: the urgent ones first, then in the order of the checks and of the text.

    ``settings`` says which checks are left out, and how urgent they are. Raises OptionError where it names a check that
    there is not.
    """
    settings = settings or CheckSettings()
    require_checks((*settings.ignore, *settings.severities), "raci.toml 的 [checks]")
    made = (known for known in CHECKS if known.id not in settings.ignore)
    return by_urgency(finding for known in made for finding in known.findings(analysis, settings))


def by_urgency(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings, the urgent ones first; those of one severity stay in their order."""
    urgency = list(SEVERITIES)
    return tuple(sorted(findings, key=lambda finding: urgency.index(finding.severity)))


def require_checks(ids: Iterable[str], place: str) -> None:
    """Raises OptionError, with the list of all checks, where one of the ids is none of theirs."""
    known = [one.id for one in CHECKS]
    unknown = [name for name in ids if name not in known]
    if unknown:
        raise OptionError(f"没有名为“{unknown[0]}”的检查项", place=place, remedy=f"可用：{'、'.join(known)}")


def check_title(check_id: str) -> str:
    """What the table 待核 calls a check; its id where there is no such check (a finding of a caller's own)."""
    return next((known.title for known in CHECKS if known.id == check_id), check_id)
