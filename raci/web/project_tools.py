"""What is made of several plans at once, each declared by one value: a new one is a value in ``TOOLS``."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from raci.escaping import escape_formula
from raci.model.labels import ROLE_WORDS
from raci.model.roles import ROLE_TYPES
from raci.web.handouts import HandedFile
from raci.web.projects.plan import PlanState

__all__ = ["TOOLS", "ProjectTool"]


@dataclass(frozen=True, slots=True)
class ProjectTool:
    """What is made of plans that were chosen.

    ``name`` asks for it, ``title`` is on its button, ``least`` says how many plans it takes at least; ``make`` gives
    the file that is handed out.
    """

    name: str
    title: str
    least: int
    make: Callable[[Sequence[PlanState]], HandedFile]


def _ledger(states: Sequence[PlanState]) -> HandedFile:
    """A row a task, over all plans: who has which role, and until when."""
    used = {entry.role for state in states for entry in state.grid.entries}
    roles = [role for role in ROLE_TYPES if role.usual or role.key in used]
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(["序号", "文件", "章节", "任务", *(role.heading for role in roles), "完成时限", "到期日", "依据"])
    number = 0
    for state in states:
        of_task = state.grid.of_task()
        for index, task in enumerate(state.grid.tasks):
            number += 1
            entries = of_task.get(index, ())
            names = {
                role.key: dict.fromkeys(entry.assignment.department.name for entry in entries if entry.role == role.key)
                for role in roles
            }
            hand = any(entry.assignment.origin == "hand" for entry in entries)
            row = [
                str(number),
                state.analysis.document.title,
                task.chapter,
                task.label,
                *("、".join(names[role.key]) for role in roles),
                task.deadline,
                task.due,
                "手工" if hand else "",
            ]
            table.writerow([escape_formula(cell) for cell in row])
    # without the mark Excel takes UTF-8 for GBK
    return HandedFile("任务总台账.csv", written.getvalue().encode("utf-8-sig", "replace"))


def _differences(states: Sequence[PlanState]) -> HandedFile:
    """Bodies whose roles differ between two plans, by the words of the tasks."""
    first, second = (_roles(state) for state in states[:2])
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(["任务", "单位", *(state.analysis.document.title for state in states[:2])])
    for task, body in dict.fromkeys([*first, *second]):
        before, after = first.get((task, body), ""), second.get((task, body), "")
        if before != after:
            table.writerow([escape_formula(cell) for cell in (task, body, before or "—", after or "—")])
    return HandedFile("两份方案的不同.csv", written.getvalue().encode("utf-8-sig", "replace"))


def _roles(state: PlanState) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], dict[str, None]] = {}
    for entry in state.grid.entries:
        key = state.grid.tasks[entry.task].heading, state.grid.bodies[entry.body].label
        found.setdefault(key, {})[ROLE_WORDS[entry.role]] = None
    return {key: "、".join(roles) for key, roles in found.items()}


TOOLS: tuple[ProjectTool, ...] = (
    ProjectTool("ledger", "合成总台账", 1, _ledger),
    ProjectTool("differences", "比较两份方案", 2, _differences),
)
