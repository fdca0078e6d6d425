"""按单位: a block for each body, what it leads first; and what one body is handed out to fill in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from raci.ledgers.lights import last_due, light_of
from raci.ledgers.tables.total import FILL_COLUMNS, TaskTable
from raci.ledgers.values import FilledIn, Ledger, LedgerBody, LedgerParty, LedgerPlan, LedgerTask
from raci.model import ROLES
from raci.model.labels import ROLE_WORDS, UNASSIGNED
from raci.rules.lexicon import lexicon_pattern
from raci.views.tables.table import Column, TableView, without_empty

__all__ = ["by_body", "of_body", "tasks_of_bodies", "tasks_to_fill", "unnamed_bodies"]

_ROLE_WORDS: Mapping[str, str] = dict(ROLE_WORDS)

#: a task of a body: its plan, itself, what the body is to it
BodyTask = tuple[LedgerPlan, LedgerTask, tuple[str, ...]]

_COLUMNS = (
    Column("department", "单位", 12),
    Column("role", "角色", 6),
    Column("order", "总表序号", 5),
    Column("plan", "文件", 14),
    Column("task", "任务", 26),
    Column("partners", "同任务单位", 24),
    Column("deadline", "完成时限", 9),
    Column("due", "到期日", 8),
    Column("light", "时限情况", 7),
    Column("state", "完成情况", 7),
    Column("progress", "进展情况", 18),
)
_PART_COLUMNS = (
    Column("order", "序号", 4),
    Column("plan", "文件", 14),
    Column("task", "任务", 26),
    Column("role", "本单位角色", 7),
    Column("lead", "牵头单位", 12),
    Column("partners", "其他单位", 18),
    Column("deadline", "完成时限", 9),
    Column("light", "时限情况", 7),
    *FILL_COLUMNS,
)
_WHERE_PRESENT = frozenset({"lead", "partners", "deadline", "due", "state", "progress"})


def tasks_of_bodies(ledger: Ledger) -> dict[str, list[BodyTask]]:
    """Id of each body → its tasks, what it leads first; bodies with most to lead first, persons last."""
    found: dict[str, list[BodyTask]] = {}
    for plan, task in ledger.tasks():
        roles: dict[str, list[str]] = {}
        for party in task.parties:
            roles.setdefault(party.body, []).append(party.role)
        for body, own in roles.items():
            found.setdefault(body, []).append((plan, task, tuple(sorted(set(own), key=_order))))
    bodies = ledger.by_id()
    for own_tasks in found.values():
        own_tasks.sort(key=lambda item: _order(item[2][0]))

    def load(body: str) -> tuple[bool, bool, int, int]:
        leads = sum("lead" in roles for _, _, roles in found[body])
        return bodies[body].person, bodies[body].kind == "collective", -leads, -len(found[body])

    return {body: found[body] for body in sorted(found, key=load)}


def by_body(ledger: Ledger, today: date) -> TaskTable:
    """A row a body and task; last the tasks that nobody is named for."""
    bodies = ledger.by_id()
    order = {task.id: number for number, (_, task) in enumerate(ledger.tasks(gone=True), start=1)}
    shared = {task.id: _SharedCells(ledger, plan, task, today) for plan, task in ledger.tasks()}
    rows: list[tuple[str | int, ...]] = []
    ids, of_rows, breaks = [], [], set()
    for body, own in tasks_of_bodies(ledger).items():
        breaks.add(len(rows))
        for _, task, roles in own:
            words = "、".join(_role_word(role) for role in roles)
            rows.append((bodies[body].label, words, order[task.id], *shared[task.id].cells(body)))
            ids.append(task.id)
            of_rows.append(body)
    breaks.add(len(rows))
    first = len(rows)
    for _, task in ledger.tasks():
        if not task.parties:
            rows.append((UNASSIGNED, "", order[task.id], *shared[task.id].cells("")))
            ids.append(task.id)
            of_rows.append("")
    marked = frozenset(range(first, len(rows)))
    table = TableView(_COLUMNS, tuple(rows), marked, frozenset(breaks - {0, len(rows)}), "没有读出任务")
    return TaskTable(without_empty(table, _WHERE_PRESENT), tuple(ids), tuple(of_rows))


def tasks_to_fill(ledger: Ledger, only: Collection[str] = ()) -> dict[str, list[BodyTask]]:
    """The bodies that get a workbook to fill in, with their tasks: ``only`` these, or all who could receive one.

    Persons get none, and 各有关部门 neither: nobody knows whose it is (``unnamed_bodies``).
    """
    bodies = ledger.by_id()
    return {
        body: own
        for body, own in tasks_of_bodies(ledger).items()
        if not bodies[body].person and (body in only if only else not _is_unnamed(bodies[body]))
    }


def unnamed_bodies(ledger: Ledger) -> dict[LedgerBody, int]:
    """The bodies that plans do not name (各有关部门), and how many tasks each has."""
    bodies = ledger.by_id()
    return {bodies[body]: len(own) for body, own in tasks_of_bodies(ledger).items() if _is_unnamed(bodies[body])}


def _is_unnamed(body: LedgerBody) -> bool:
    unnamed = lexicon_pattern("ledgers.unnamed-bodies")
    return not body.person and all(unnamed.search(name) for name in body.names or (body.label,))


def of_body(ledger: Ledger, body: LedgerBody, own: list[BodyTask], today: date) -> TaskTable:
    """What one body is handed out: its own tasks, and the columns that it fills in with what it reported so far."""
    said: Mapping[str, FilledIn] = {
        report.task: report.filled for report in ledger.reports if report.body == body.id and report.status == "采用"
    }
    rows: list[tuple[str | int, ...]] = []
    for number, (plan, task, roles) in enumerate(own, start=1):
        filled = said.get(task.id)
        if filled is None:
            filled = ledger.filled.get(task.id, FilledIn()) if task.main_body() == body.id else FilledIn()
        light = light_of(task, ledger.filled.get(task.id), today, ledger.soon)
        lead = task.names("lead") or (task.names("responsible") if "responsible" not in roles else "")
        rows.append(
            (
                number,
                plan.title,
                task.label,
                "、".join(_role_word(role) for role in roles),
                lead,
                _partners(_by_role(task), body.id, without="lead"),
                task.deadline,
                light,
                *filled.cells(),
            )
        )
    return TaskTable(TableView(_PART_COLUMNS, tuple(rows)), tuple(task.id for _, task, _ in own))


class _SharedCells:
    """What the rows of a task say alike for all of its bodies, found once."""

    def __init__(self, ledger: Ledger, plan: LedgerPlan, task: LedgerTask, today: date) -> None:
        filled, due = ledger.filled.get(task.id), last_due(task)
        self._names = _by_role(task)
        self._first = plan.title, task.label
        self._rest = (
            task.deadline,
            due.isoformat() if due else "",
            light_of(task, filled, today, ledger.soon),
            filled.state if filled else "",
            filled.progress if filled else "",
        )

    def cells(self, body: str) -> tuple[str, ...]:
        """The cells of one body: beside whom it is named differs."""
        return (*self._first, _partners(self._names, body), *self._rest)


def _by_role(task: LedgerTask) -> dict[str, list[LedgerParty]]:
    """Role → who has it, in the order of the roles."""
    of_role: dict[str, list[LedgerParty]] = {}
    for party in task.parties:
        of_role.setdefault(party.role, []).append(party)
    return {role: of_role[role] for role in ROLES if role in of_role}


def _partners(names: Mapping[str, list[LedgerParty]], body: str, without: str = "") -> str:
    """Who has a part in a task besides a body."""
    parts = []
    for role, held in names.items():
        others = "" if role == without else "、".join(dict.fromkeys(one.name for one in held if one.body != body))
        if others:
            parts.append(f"{_role_word(role)}：{others}")
    return "；".join(parts)


def _role_word(role: str) -> str:
    return _ROLE_WORDS[role]


def _order(role: str) -> int:
    return ROLES.index(role)
