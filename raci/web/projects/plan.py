"""A plan as it stands: what was read, with all changes of one coder that count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from raci.config.check_settings import CheckSettings
from raci.edits.apply import extend
from raci.edits.session import EditSession
from raci.model import Analysis, Finding, Profile
from raci.views.grid import Grid
from raci.web.plan_profile import chosen_profile
from raci.web.projects.outcome import Outcome
from raci.web.projects.values import Decision, PlanChange

__all__ = [
    "PlanState",
    "Reading",
    "done_of",
    "finding_key",
    "first_state",
    "next_state",
    "reading_of",
    "rules_taken",
    "state_of",
]

Settings = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class PlanState:
    """A plan with the changes that count: ``outcome`` is what their edits come to, letters are those of ``profile``.

    ``changes`` are all of the coder's, undone ones too.
    """

    outcome: Outcome = field(repr=False)
    profile: Profile
    changes: tuple[PlanChange, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    settings: Settings = field(default_factory=dict)

    @property
    def analysis(self) -> Analysis:
        """Both layers, with their findings."""
        return self.outcome.analysis

    @property
    def ids(self) -> Mapping[int, str]:
        """The id of the task of each clause (by its index) by which edits know it, whatever is changed."""
        return self.outcome.ids

    @property
    def grid(self) -> Grid:
        """What tables and matrix show."""
        return self.outcome.grid(self.profile)

    @property
    def version(self) -> str:
        """What is another whenever the changes are others."""
        return f"{len(self.changes)}/{sum(change.state == 'done' for change in self.changes)}"


def first_state(base: Analysis, changes: Sequence[PlanChange], checks: CheckSettings) -> PlanState:
    """What was read, with the changes that count among all that were made, checked as ``checks`` says."""
    session = EditSession(base)
    applied = [edit for change in done_of(changes) for edit in extend(session, change.edits, change.meanings)]
    return state_of(Outcome(session, tuple(applied), checks), changes)


def next_state(state: PlanState, change: PlanChange) -> PlanState:
    """The state with one more change; as ``first_state`` makes it of all of them."""
    outcome = state.outcome
    if change.edits:
        session = outcome.session.fork()
        applied = (*outcome.applied, *extend(session, change.edits, change.meanings))
        outcome = Outcome(session, applied, outcome.checks)
    earlier = (replace(each, state="dropped") if each.state == "undone" else each for each in state.changes)
    return state_of(outcome, (*earlier, change))


def state_of(outcome: Outcome, changes: Sequence[PlanChange]) -> PlanState:
    """The state that changes make whose edits come to ``outcome``."""
    decisions: dict[str, Decision] = {}
    settings: dict[str, dict[str, str]] = {}
    for change in done_of(changes):
        decisions |= change.decisions
        for name, values in change.settings.items():
            settings[name] = {**settings.get(name, {}), **values}
    decided = {key: decision for key, decision in decisions.items() if decision.verdict}
    return PlanState(outcome, chosen_profile(settings)[1], tuple(changes), decided, settings)


def done_of(changes: Iterable[PlanChange]) -> list[PlanChange]:
    """The changes that count."""
    return [change for change in changes if change.state == "done"]


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


def finding_key(finding: Finding) -> str:
    """What a finding is known by as long as it says the same of the same words."""
    words = f"{finding.check}\x1f{finding.start}\x1f{finding.end}\x1f{finding.message}"
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
