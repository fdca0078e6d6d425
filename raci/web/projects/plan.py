"""A plan as it stands: what was read, with all changes of one coder that count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from raci.analysis.checks import check
from raci.analysis.overlaps import with_overlaps
from raci.config.profiles import load_profile
from raci.edits.apply import extend
from raci.edits.session import EditSession
from raci.model import Analysis, Edit, Finding, Profile
from raci.model.layers import main_layer
from raci.views.grid import Grid, grid
from raci.web.projects.values import Change, Decision

__all__ = ["PlanState", "Reading", "finding_key", "first_state", "next_state", "reading_of"]

Settings = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class PlanState:
    """A plan with the changes that count.

    ``analysis`` holds both layers, ``grid`` what tables and matrix show; ``ids`` is the id of the task of each clause
    (by its index) by which edits know it, whatever is changed. ``changes`` are all of the coder's, undone ones too.
    ``session`` and ``applied`` are what the next change goes on from.
    """

    analysis: Analysis
    ids: Mapping[int, str]
    grid: Grid
    profile: Profile
    session: EditSession = field(repr=False)
    applied: tuple[Edit, ...] = ()
    changes: tuple[Change, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    settings: Settings = field(default_factory=dict)


def first_state(base: Analysis, changes: Sequence[Change]) -> PlanState:
    """What was read, with the changes that count among all that were made."""
    return _with(EditSession(base), (), {}, {}, changes, [change for change in changes if change.state == "done"])


def next_state(state: PlanState, change: Change) -> PlanState:
    """The state with one more change; as ``first_state`` makes it of all of them."""
    kept = tuple(
        replace(each, state="dropped") if each.state == "undone" else each for each in (*state.changes, change)
    )
    return _with(state.session.fork(), state.applied, state.decisions, state.settings, kept, [change])


@dataclass(frozen=True, slots=True)
class Reading:
    """How the user has a plan read: what columns of its tables are (head → role), and rules of their own (TOML)."""

    columns: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()


def reading_of(changes: Iterable[Change]) -> Reading:
    """What the changes that count say of how the plan is to be read."""
    columns: dict[str, str] = {}
    rules: dict[str, str] = {}
    for change in changes:
        if change.state == "done":
            columns |= change.settings.get("columns", {})
            rules |= change.settings.get("rules", {})
    return Reading(
        tuple(sorted((head, role) for head, role in columns.items() if role)), tuple(filter(None, rules.values()))
    )


def _with(
    session: EditSession,
    applied: tuple[Edit, ...],
    decisions: Mapping[str, Decision],
    settings: Settings,
    changes: Sequence[Change],
    more: Iterable[Change],
) -> PlanState:
    for change in more:
        applied = (*applied, *extend(session, change.edits, change.meanings))
        decisions = {**decisions, **change.decisions}
        settings = {**settings, **{name: {**settings.get(name, {}), **new} for name, new in change.settings.items()}}
    analysis = with_overlaps(session.analysis(applied))
    analysis = replace(analysis, findings=check(analysis))
    profile = load_profile(settings.get("profile", {}).get("name") or "explicit")
    shown = grid(main_layer(analysis), profile)
    decided = {key: decision for key, decision in decisions.items() if decision.verdict}
    return PlanState(analysis, session.ids(), shown, profile, session, applied, tuple(changes), decided, settings)


def finding_key(finding: Finding) -> str:
    """What a finding is known by as long as it says the same of the same words."""
    words = f"{finding.check}\x1f{finding.start}\x1f{finding.end}\x1f{finding.message}"
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
