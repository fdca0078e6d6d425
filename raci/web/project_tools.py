"""What is made of several plans at once, each declared by one value: a new one is a value in ``TOOLS``."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from raci.escaping import escape_formula
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
    """Two plans side by side, as ``raci diff`` shows them, with what was put right in both."""
    from raci.outputs.versions import diff, render_diff

    old, new = states[:2]
    return HandedFile("两份方案的不同.html", render_diff(diff(old.analysis, new.analysis), "html"))


TOOLS: tuple[ProjectTool, ...] = (
    ProjectTool("ledger", "合成总台账", 1, _ledger),
    ProjectTool("differences", "比较两份方案", 2, _differences),
)
