"""What a project holds, as values: the files that were dropped, the changes that were made, what a plan is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from raci.model import Department, Edit

__all__ = ["ChangeState", "Decision", "PlanChange", "PlanTitle", "SourceFile", "Verdict"]

#: ``done`` counts; ``undone`` can be redone; ``dropped`` was undone before another change was made, and stays known
ChangeState = Literal["done", "undone", "dropped"]
#: ``accepted``: seen, and right; ``ignored``: of no weight; empty: open again
Verdict = Literal["accepted", "ignored", ""]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was dropped: its name, the path that the analysis calls it by, and its bytes."""

    name: str
    path: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PlanTitle:
    """A plan of a project by its number, its title, and how many tasks were found in it."""

    number: int
    title: str
    tasks: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person made of a finding: seen and right (``accepted``) or of no weight (``ignored``), and why."""

    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One change that a person made in a plan, with its time: edits, decisions on findings, or settings.

    ``coder`` names who made it (empty: nobody in particular), ``at`` is ISO, ``what`` says it in words. ``decisions``
    are by the key of the finding, ``settings`` (columns, profile) by their names, as JSON holds them. ``meanings`` are
    what the names that edits bring in were found to mean then, by the number of the edit.
    """

    number: int
    plan: int
    coder: str
    at: str
    what: str
    edits: tuple[Edit, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    settings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    meanings: Mapping[int, tuple[Department, ...]] = field(default_factory=dict)
    state: ChangeState = "done"
