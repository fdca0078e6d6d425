"""What a form of file is, and what of a plan stands in it: a table with its merged cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from written.plans import ROLES, Change, Plan, in_sections, limited, table

#: the documents whose labels are written, as many tasks of each
SAMPLE = ("BIZ-094", "RE-056", "MEE-001", "SD-008", "BIZ-049", "SD-010")
_MOST, _ALIKE = 10, 10
_TITLES = (
    "云岭市2026年重点工作任务分解表",
    "青溪县营商环境提升任务清单",
    "海州市重点改革事项责任分工",
    "临江区民生实事推进台账",
)
_SHORT = {"lead": "牵头", "responsible": "责任", "support": "配合"}


class FileForm(NamedTuple):
    """How a plan is written to a file with this suffix, after ``changes`` to it and its labels.

    A form that is ``held`` measures the unseen; ``by_headings``: who does what stands in headings, not beside the task.
    """

    name: str
    suffix: str
    write: Callable[[Plan, Path], object]
    changes: tuple[Change, ...] = ()
    held: bool = False
    by_headings: bool = False


class Merge(NamedTuple):
    """A merged cell of a table whose head is its row 0: its column, its first row and its last."""

    column: int
    first: int
    last: int


def sampled(plan: Plan) -> Plan:
    """A plan with so many tasks as a file form writes, no two of which begin alike; they stand in sections."""
    tasks = {task.name[:_ALIKE]: task for task in reversed(plan.tasks) if task.bodies}
    return limited(in_sections(replace(plan, tasks=tuple(reversed(tasks.values()))[:_MOST])))


def in_pairs(plan: Plan) -> Plan:
    """Two tasks in a row, of one section, have the bodies of the first: the cells of these are merged."""
    tasks = list(plan.tasks)
    for place in range(1, len(tasks), 2):
        tasks[place] = replace(tasks[place], said=tasks[place - 1].said)
    return replace(plan, tasks=tuple(tasks))


def unlimited(plan: Plan) -> Plan:
    """A plan without time limits."""
    return replace(plan, tasks=tuple(replace(task, limit="") for task in plan.tasks))


def title(plan: Plan) -> str:
    return _TITLES[plan.number % len(_TITLES)]


def roles(plan: Plan) -> list[str]:
    """The roles that a plan gives to bodies."""
    return [role for role in ROLES if any(task.said.get(role) for task in plan.tasks)]


def short(role: str) -> str:
    return _SHORT[role]


def columns(plan: Plan, *, section: bool = False) -> list[str]:
    """The names of the columns of a usual table: number, section, task, bodies by role, time limit."""
    limit = ["limit"] if any(task.limit for task in plan.tasks) else []
    return ["number", *(["section"] if section else []), "task", *roles(plan), *limit]


def rows(plan: Plan, *, section: bool = False, between: str = "、") -> list[list[str]]:
    """A usual table: its heads, then its rows, with this between bodies."""
    names = columns(plan, section=section)
    words = table(plan, " ".join(names))
    for task, row in zip(plan.tasks, words[1:], strict=True):
        for place, name in enumerate(names):
            row[place] = between.join(task.said.get(name, ())) if name in ROLES else row[place]
    return words


def merges(plan: Plan, *, section: bool = True) -> Iterator[Merge]:
    """The cells of a usual table that are merged: those of a section, and bodies that are the same within one."""
    body = rows(plan, section=section)[1:]
    for column, name in enumerate(columns(plan, section=section)):
        if name not in ("section", *roles(plan)):
            continue
        words = [(task.section, row[column]) for task, row in zip(plan.tasks, body, strict=True)]
        first = 0
        for place in range(1, len(words) + 1):
            if place == len(words) or words[place] != words[first]:
                if place - first > 1:
                    yield Merge(column, first + 1, place)
                first = place


def sections(plan: Plan) -> Iterator[tuple[str, list[int]]]:
    """The sections of a plan with the places of their tasks, from 0."""
    names = dict.fromkeys(task.section for task in plan.tasks)
    for name in names:
        yield name, [place for place, task in enumerate(plan.tasks) if task.section == name]
