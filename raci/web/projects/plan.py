"""A plan as it stands: what was read, with all changes of one coder that count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from raci.analysis.checks import check
from raci.analysis.overlaps import with_overlaps
from raci.config.check_settings import CheckSettings
from raci.config.profiles import load_profile
from raci.edits.apply import extend
from raci.edits.session import EditSession
from raci.model import Analysis, Edit, Finding, Profile
from raci.model.layers import main_layer
from raci.views.grid import Grid, grid
from raci.web.plan_profile import chosen_profile
from raci.web.projects.values import Decision, PlanChange

__all__ = ["PlanState", "Reading", "finding_key", "first_state", "next_state", "reading_of", "rules_taken"]

Settings = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class PlanState:
    """A plan with the changes that count.

    ``analysis`` holds both layers, ``grid`` what tables and matrix show; ``ids`` is the id of the task of each clause
    (by its index) by which edits know it, whatever is changed. ``changes`` are all of the coder's, undone ones too.
    ``session`` and ``applied`` are what the next change goes on from; ``checks`` says what is looked for.
    """

    analysis: Analysis
    ids: Mapping[int, str]
    grid: Grid
    profile: Profile
    session: EditSession = field(repr=False)
    applied: tuple[Edit, ...] = ()
    changes: tuple[PlanChange, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    settings: Settings = field(default_factory=dict)
    checks: CheckSettings = CheckSettings()


def first_state(base: Analysis, changes: Sequence[PlanChange], checks: CheckSettings) -> PlanState:
    """What was read, with the changes that count among all that were made, checked as ``checks`` says."""
    session = EditSession(base)
    start = PlanState(base, {}, Grid((), (), (), ()), load_profile(), session, checks=checks)
    return _with(start, session, changes, [change for change in changes if change.state == "done"])


def next_state(state: PlanState, change: PlanChange) -> PlanState:
    """The state with one more change; as ``first_state`` makes it of all of them."""
    kept = tuple(
        replace(each, state="dropped") if each.state == "undone" else each for each in (*state.changes, change)
    )
    return _with(state, state.session.fork(), kept, [change])


@dataclass(frozen=True, slots=True)
class Reading:
    """How the user has a plan read: what columns of its tables are (head → role), and rules of their own (TOML)."""

    columns: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()


def reading_of(changes: Iterable[PlanChange]) -> Reading:
    """What the changes that count say of how the plan is to be read."""
    changes = list(changes)
    columns: dict[str, str] = {}
    for change in changes:
        if change.state == "done":
            columns |= change.settings.get("columns", {})
    return Reading(
        tuple(sorted((head, role) for head, role in columns.items() if role)), tuple(rules_taken(changes).values())
    )


def rules_taken(changes: Iterable[PlanChange]) -> dict[str, str]:
    """The rules that the changes that count took over: id → TOML."""
    rules: dict[str, str] = {}
    for change in changes:
        if change.state == "done":
            rules |= change.settings.get("rules", {})
    return {rule_id: toml for rule_id, toml in rules.items() if toml}


def _with(
    state: PlanState, session: EditSession, changes: Sequence[PlanChange], more: Iterable[PlanChange]
) -> PlanState:
    """A state with more changes, which are made in the session; ``changes`` are all that it will have."""
    applied, decisions, settings = state.applied, state.decisions, state.settings
    for change in more:
        applied = (*applied, *extend(session, change.edits, change.meanings))
        decisions = {**decisions, **change.decisions}
        settings = {**settings, **{name: {**settings.get(name, {}), **new} for name, new in change.settings.items()}}
    analysis = with_overlaps(session.analysis(applied))
    analysis = replace(analysis, findings=check(analysis, state.checks))
    _, profile = chosen_profile(settings)
    return PlanState(
        analysis,
        session.ids(),
        grid(main_layer(analysis), profile),
        profile,
        session,
        applied,
        tuple(changes),
        {key: decision for key, decision in decisions.items() if decision.verdict},
        settings,
        state.checks,
    )


def finding_key(finding: Finding) -> str:
    """What a finding is known by as long as it says the same of the same words."""
    words = f"{finding.check}\x1f{finding.start}\x1f{finding.end}\x1f{finding.message}"
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
