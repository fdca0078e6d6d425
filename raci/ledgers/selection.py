"""A part of a ledger: the tasks of one body, or those whose time limit falls into a span."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from raci.errors import OptionError
from raci.ledgers.lights import last_due
from raci.ledgers.values import Ledger, LedgerTask

__all__ = ["LedgerPart", "bodies_named", "selected"]


@dataclass(frozen=True, slots=True)
class LedgerPart:
    """What is wanted of a ledger: the tasks of a ``department``, those due from ``since`` up to ``until``."""

    department: str = ""
    since: date | None = None
    until: date | None = None

    def __bool__(self) -> bool:
        return bool(self.department or self.since or self.until)

    def words(self) -> str:
        """What it is, for people."""
        span = f"{self.since or ''}—{self.until or ''}" if self.since or self.until else ""
        return "，".join(filter(None, (self.department, f"到期日 {span}" if span else "")))


def selected(ledger: Ledger, part: LedgerPart) -> tuple[Ledger, str]:
    """The ledger with these tasks alone, and what was left out because it has no date, in words.

    Raises OptionError where no body is called so, or ``since`` is after ``until``.
    """
    if not part:
        return ledger, ""
    if part.since and part.until and part.since > part.until:
        raise OptionError("在 --until 之后", place="--since", remedy="请对调")
    bodies = bodies_named(ledger, part.department) if part.department else None
    undated = 0
    plans = []
    for plan in ledger.plans:
        tasks = []
        for task in plan.tasks:
            if bodies is not None and not any(party.body in bodies for party in task.parties):
                continue
            if (part.since or part.until) and not _in_span(task, part):
                undated += last_due(task) is None
                continue
            tasks.append(task)
        plans.append(replace(plan, tasks=tuple(tasks)))
    kept = {task.id for plan in plans for task in plan.tasks}
    like = tuple(pair for pair in ledger.like if pair.one in kept or pair.other in kept)
    note = f"没有日期的任务 {undated} 项未列入" if undated else ""
    return replace(ledger, plans=tuple(plan for plan in plans if plan.tasks), like=like), note


def _in_span(task: LedgerTask, part: LedgerPart) -> bool:
    due = last_due(task)
    return due is not None and (part.since or due) <= due <= (part.until or due)


def bodies_named(ledger: Ledger, name: str) -> set[str]:
    """The ids of the bodies of that name: as written in a plan or in full, else a part of it, else by the register.

    Raises OptionError where there is none, naming what there is.
    """
    wanted = "".join(name.split())
    exact = {body.id for body in ledger.bodies if wanted in (body.label, *body.names)}
    found = exact or {body.id for body in ledger.bodies if any(wanted in each for each in (body.label, *body.names))}
    found = found or _by_register(ledger, wanted)
    if not found:
        near = sorted(ledger.bodies, key=lambda body: -len(set(wanted) & set(body.label)))
        known = "、".join(body.label for body in near[:8]) or "（没有写明单位）"
        raise OptionError(
            f"没有“{name}”的任务", place="--department", remedy=f"可用：{known}{' 等' if len(near) > 8 else ''}"
        )
    return found


def _by_register(ledger: Ledger, wanted: str) -> set[str]:
    """By what the register says that the name means: 市发改委 finds what a plan writes as 市发展和改革委员会."""
    from raci.config.lookup import names

    meant: Iterable[str] = [found.canonical for found in names([wanted]) if found.canonical]
    return {
        body.id
        for body in ledger.bodies
        for canonical in meant
        if canonical in (body.label, *body.names) or body.label.endswith(canonical)
    }
