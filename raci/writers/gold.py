"""``gold.json``: who is to do what in the form of the labelled corpus: a reviewed document becomes test data."""

from __future__ import annotations

import json
from collections.abc import Mapping

from raci.model import Clause
from raci.model.assignments import Assignment
from raci.model.work_groups import WorkGroup
from raci.views.grid import GridTask
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render"]


def render(job: Job) -> bytes:
    """A list of one document: its clauses with their annotation, bodies, roles and time limits, in UTF-8."""
    of_task = job.grid.of_task()
    clauses = [
        _clause(job, task, [entry.assignment for entry in of_task[index]])
        for index, task in enumerate(job.grid.tasks)
        if index in of_task
    ]
    document: dict[str, object] = {"document": job.analysis.document.title or job.title, "clauses": clauses}
    if job.analysis.groups:
        document["groups"] = [_group(group) for group in job.analysis.groups]
    return (json.dumps([document], ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _clause(job: Job, task: GridTask, assignments: list[Assignment]) -> Mapping[str, object]:
    clause: Clause | GridTask = job.analysis.clauses[task.clause] if task.clause is not None else task
    quotes = dict.fromkeys(assignment.quote for assignment in assignments if not assignment.added)
    # what sentences tell is another matter there, unless a person took it over
    told = [assignment for assignment in assignments if assignment.basis == "prose" and assignment.origin != "hand"]
    limits = dict.fromkeys(assignment.deadline.text for assignment in assignments if assignment.deadline)
    return {
        "clause": f"{clause.number}{clause.heading}",
        "annotation": ";".join(quotes),
        "assignments": [
            {"dept": assignment.department.name, "role": assignment.role}
            for assignment in dict.fromkeys(assignments)
            if assignment not in told
        ],
        **({"optional": [[assignment.department.name, assignment.role] for assignment in told]} if told else {}),
        **({"deadline": "；".join(limits)} if limits else {}),
    }


def _group(group: WorkGroup) -> Mapping[str, object]:
    return {
        "group": group.name,
        "members": [
            {
                "position": member.position,
                "name": member.name,
                "post": member.post,
                "dept": member.department.name if member.department else None,
            }
            for member in group.members
        ],
    }


FORMAT = OutputFormat(
    "gold", "gold.json", "标注数据：核对后可作测试用，样子同标注语料", 150, render=render, usual=False
)
