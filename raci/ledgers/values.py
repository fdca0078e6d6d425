"""The values of a ledger: its plans with their tasks, its bodies, what was filled in, what needs an eye."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import NamedTuple

from raci.model import Role, label, notebook
from raci.model.codec import OUTSIDE

__all__ = [
    "FIELDS",
    "SOON",
    "FilledIn",
    "Ledger",
    "LedgerBody",
    "LedgerFinding",
    "LedgerParty",
    "LedgerPlan",
    "LedgerTask",
    "LikeTasks",
    "Report",
]

#: a task falls due soon within so many days, where nothing else is asked for
SOON = 30


class LedgerParty(NamedTuple):
    """What a body is to a task: ``body`` is the id of a ``LedgerBody``, ``name`` as written in the plan."""

    body: str
    name: str
    role: Role


class LedgerBody(NamedTuple):
    """A body over all plans. ``label`` is unique among them; ``names`` are those as written, ``kind`` the register's.

    ``open_place`` where the plans do not say of which city or county it is.
    """

    id: str
    label: str
    names: tuple[str, ...] = ()
    kind: str | None = None
    person: bool = False
    open_place: bool = False


class LedgerFinding(NamedTuple):
    """What needs a human eye: ``kind`` says what, ``place`` where (a plan; a file, sheet and row)."""

    kind: str
    message: str
    place: str = ""
    task: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class FilledIn:
    """What people wrote about a task. Dates are ISO and shares end in % where they were understood, else as written."""

    progress: str = ""
    state: str = ""
    share: str = ""
    problems: str = ""
    by: str = ""
    on: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, key) for key in FIELDS)

    def cells(self) -> tuple[str, ...]:
        """The values in the order of their columns."""
        return tuple(getattr(self, key) for key in FIELDS)

    def differences(self, other: FilledIn) -> list[tuple[str, str, str]]:
        """Heading, value here, value there, for each column in which both are filled and differ."""
        pairs = ((FIELDS[key], getattr(self, key), getattr(other, key)) for key in FIELDS)
        return [(heading, one, two) for heading, one, two in pairs if one and two and one != two]

    def over(self, other: FilledIn) -> FilledIn:
        """These values, and where one is empty that of ``other``."""
        return FilledIn(*(one or two for one, two in zip(self.cells(), other.cells(), strict=True)))


#: field of FilledIn → the heading of its column
FIELDS: dict[str, str] = dict(
    zip(
        (each.name for each in fields(FilledIn)),
        ("进展情况", "完成情况", "完成比例", "存在问题", "填报人", "填报日期"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Report:
    """What one body reported of one task, from which file; ``status`` says what was done with it.

    A report is never removed: of several of one body for one task the last that was adopted holds.
    """

    task: str
    body: str
    filled: FilledIn
    file: str = ""
    status: str = "采用"


@dataclass(frozen=True, slots=True, repr=False)
class LedgerTask:
    """A task of a plan. ``id`` is unique in the ledger and the same in every run over the same words.

    ``words`` is what it asks for (its beginning), ``quote`` the annotation verbatim, ``place`` where that stands.
    ``due`` holds the ISO dates of its time limits parted by ；. ``change`` says what became of it in the last run,
    ``gone`` that the newest version of the plan does not have it any more.
    """

    id: str
    number: str
    heading: str
    path: tuple[str, ...] = ()
    words: str = ""
    parties: tuple[LedgerParty, ...] = ()
    deadline: str = ""
    due: str = ""
    quote: str = ""
    place: str = ""
    change: str = ""
    gone: bool = False

    def __repr__(self) -> str:
        return notebook.call("LedgerTask", self.label, deadline=self.deadline or None)

    @property
    def label(self) -> str:
        """Number and heading as a reader sees them."""
        return label(self.number, self.heading)

    def names(self, role: Role) -> str:
        """The bodies with a role, as written, parted by 、."""
        return "、".join(dict.fromkeys(party.name for party in self.parties if party.role == role))

    def main_body(self) -> str | None:
        """The id of the body that answers first: the first that leads, else the first responsible, else the first."""
        for role in ("lead", "responsible"):
            for party in self.parties:
                if party.role == role:
                    return party.body
        return self.parties[0].body if self.parties else None


@dataclass(frozen=True, slots=True, repr=False)
class LedgerPlan:
    """A plan with its tasks, those that its newest version does not have any more at the end.

    ``text`` is the hash of its text (``document_id``); ``change`` says what became of it in the last run.
    """

    id: str
    title: str
    source: str = ""
    text: str = ""
    number: str = ""
    issuers: str = ""
    date: str = ""
    place: str = ""
    level: str = ""
    tasks: tuple[LedgerTask, ...] = ()
    findings: tuple[LedgerFinding, ...] = ()
    change: str = ""

    def __repr__(self) -> str:
        return notebook.call("LedgerPlan", self.title or self.source, tasks=len(self.tasks))


class LikeTasks(NamedTuple):
    """Two tasks (ids) of two plans that ask for the same, how alike they are (in %), and in what they differ."""

    one: str
    other: str
    score: int
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Ledger:
    """Many plans as one list, with what was filled in (``filled``: id of a task → values; ``reports``: by body).

    ``id`` tells the workbooks that were handed out of this ledger from those of others. ``sent`` are the bodies (ids)
    that got a workbook to fill in. ``findings`` are those of the last run, those of each plan stand in the plan;
    ``news`` says what that run changed, a line each; ``like`` are the tasks that
    stand in two plans.
    """

    id: str
    plans: tuple[LedgerPlan, ...] = ()
    bodies: tuple[LedgerBody, ...] = ()
    filled: Mapping[str, FilledIn] = field(default_factory=dict, hash=False)
    reports: tuple[Report, ...] = ()
    sent: tuple[str, ...] = ()
    soon: int = SOON
    like: tuple[LikeTasks, ...] = field(default=(), metadata=OUTSIDE)
    findings: tuple[LedgerFinding, ...] = field(default=(), metadata=OUTSIDE)
    news: tuple[str, ...] = field(default=(), metadata=OUTSIDE)

    def __repr__(self) -> str:
        counts = {"plans": len(self.plans), "tasks": sum(len(plan.tasks) for plan in self.plans)}
        return notebook.call("Ledger", self.id, **counts, bodies=len(self.bodies), findings=len(self.findings))

    def _repr_html_(self) -> str:
        rows = [
            (plan.title, task.label, task.names("lead") or task.names("responsible"), task.deadline)
            for plan, task in self.tasks()
        ]
        return notebook.table(f"台账：{len(self.plans)} 份文件", ("文件", "任务", "牵头（责任）单位", "时限"), rows)

    def tasks(self, *, gone: bool = False) -> Iterator[tuple[LedgerPlan, LedgerTask]]:
        """The tasks with their plans, in order; with ``gone`` those that plans do not have any more as well."""
        for plan in self.plans:
            for task in plan.tasks:
                if gone or not task.gone:
                    yield plan, task

    def bodies_with_tasks(self) -> int:
        """How many bodies the tasks name: in a part of a ledger less than it knows."""
        return len({party.body for _, task in self.tasks() for party in task.parties})

    def body(self, id: str) -> LedgerBody:
        """The body of that id. Raises KeyError."""
        return self.by_id()[id]

    def by_id(self) -> dict[str, LedgerBody]:
        """Id → body."""
        return {body.id: body for body in self.bodies}
