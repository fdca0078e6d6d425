"""Tasks as rows: what is to be done, who has which role, by when (``tasks.csv``, ``raci.frames.tasks``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from raci.model import ROLES, Analysis
from raci.storage.rows import document_id
from raci.views.grid import Grid, GridEntry, GridTask

__all__ = ["TASK_COLUMNS", "task_rows"]

#: the keys of a row; a role's holds the bodies' names as written, parted by 、
TASK_COLUMNS: tuple[str, ...] = (
    *("document", "source", "document_id", "task_id", "path", "number", "task", "text"),
    *ROLES,
    *("deadline", "due", "departments", "assignments", "characters"),
)


def task_rows(grid: Grid, analysis: Analysis | None = None) -> Iterator[dict[str, Any]]:
    """A row for each task of a grid, in order; ``analysis`` is the one of which it was made, and has the words.

    ``path`` is a list, as in the rows of assignments.
    """
    entries_of = grid.of_task()
    own_id = document_id(analysis.document) if analysis is not None else None
    for index, task in enumerate(grid.tasks):
        entries = entries_of.get(index, ())
        text = _text(task, analysis)
        yield {
            "document": task.document,
            "source": task.source,
            "document_id": own_id or task.document_id,
            "task_id": task.own_id,
            "path": list(task.path),
            "number": task.number,
            "task": task.heading,
            "text": text,
            **_names_by_role(entries),
            "deadline": task.deadline,
            "due": min(filter(None, task.due.split("；")), default=None),
            "departments": len({entry.body for entry in entries if not grid.bodies[entry.body].person}),
            "assignments": len(entries),
            "characters": None if text is None else len(text),
        }


def _names_by_role(entries: Sequence[GridEntry]) -> dict[str, str]:
    """Role → the names as written, each once, parted by 、; empty where nobody has it."""
    names: dict[str, dict[str, None]] = {}
    for entry in entries:
        names.setdefault(entry.assignment.role, {})[entry.assignment.department.name] = None
    return {role: "、".join(names.get(role, ())) for role in ROLES}


def _text(task: GridTask, analysis: Analysis | None) -> str | None:
    """The words of a task, number and annotation included; None where there is no text, or a person added the task."""
    if analysis is None or task.clause is None or not analysis.document.text:
        return None
    clause = analysis.clauses[task.clause]
    return analysis.document.quote(clause.start, clause.end).strip() or None
