"""A plan as it stands: what was read, with all changes of one coder that count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from raci.analysis.checks import check
from raci.config.options.analysis import Options
from raci.config.profiles import load_profile
from raci.edits import apply_with_ids
from raci.model import Analysis, Finding, Profile
from raci.model.layers import main_layer
from raci.views.grid import Grid, grid
from raci.web.projects.values import Change, Decision

__all__ = ["PlanState", "finding_key", "fold", "state_of"]


@dataclass(frozen=True)
class PlanState:
    """A plan with the changes that count.

    ``analysis`` holds both layers, ``grid`` what tables and matrix show; ``ids`` is the id of the task of each clause
    (by its index) by which edits know it, whatever is changed. ``changes`` are all of the coder's, undone ones too.
    """

    analysis: Analysis
    ids: Mapping[int, str]
    grid: Grid
    profile: Profile
    changes: tuple[Change, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)


def fold(changes: Iterable[Change]) -> tuple[list[Change], dict[str, Decision], dict[str, dict[str, str]]]:
    """The changes that count, what was decided on findings, and the settings: of each the last word."""
    done = [change for change in changes if change.state == "done"]
    decisions: dict[str, Decision] = {}
    settings: dict[str, dict[str, str]] = {}
    for change in done:
        decisions |= change.decisions
        for name, values in change.settings.items():
            settings[name] = {**settings.get(name, {}), **values}
    return done, {key: decision for key, decision in decisions.items() if decision.verdict}, settings


def state_of(base: Analysis, changes: Sequence[Change], options: Options) -> PlanState:
    """The plan with its changes: the edits applied to what was read, checked, and made into a grid."""
    done, decisions, settings = fold(changes)
    edits = [edit for change in done for edit in change.edits]
    analysis, ids = apply_with_ids(base, edits, options.names)
    analysis = replace(analysis, findings=check(analysis))
    profile = load_profile(settings.get("profile", {}).get("name") or "explicit")
    return PlanState(analysis, ids, grid(main_layer(analysis), profile), profile, tuple(changes), decisions)


def finding_key(finding: Finding) -> str:
    """What a finding is known by as long as it says the same of the same words."""
    words = f"{finding.check}\x1f{finding.start}\x1f{finding.end}\x1f{finding.message}"
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
