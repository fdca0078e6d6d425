"""What a person changed by hand, cell by cell: what the sheets show with a border and a comment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from xlsxwriter.worksheet import Worksheet

from raci.analysis.checks.edited import says
from raci.model import Analysis, Edit
from raci.views.grid import Grid
from raci.writers.job import Job

__all__ = ["BORDER", "comment", "detail_marks", "division_marks", "legend", "matrix_marks"]

INK = "#D9730D"
#: the border of a cell that was changed by hand
BORDER: Mapping[str, Any] = {"border": 2, "border_color": INK}

_TITLE = "人工修改："


def comment(sheet: Worksheet, row: int, column: int, words: str) -> None:
    """Say in a comment what was changed."""
    lines = sum(-(-len(line) // 22) for line in words.split("\n"))
    size = {"width": 300, "height": min(24 + 16 * lines, 420)}
    sheet.write_comment(
        row, column, words, {"author": "raci", "font_name": "宋体", "font_size": 9, "color": "#FFE8CC", **size}
    )


def legend(analysis: Analysis) -> str:
    """What the border means, where there is one."""
    return "橙色粗框：人工修改，批注中有原样" if any(edit.field != "open" for edit in analysis.edits) else ""


def _told(analysis: Analysis) -> Iterator[Edit]:
    return (edit for edit in analysis.edits if edit.field != "open" and edit.clause is not None)


def _named(edit: Edit) -> set[str]:
    return {edit.name, edit.after} if edit.field == "name" else {edit.name}


def matrix_marks(analysis: Analysis, grid: Grid) -> dict[tuple[int, int | None], str]:
    """By task and body what was changed; without body what was changed of the task itself."""
    if not analysis.edits:
        return {}
    tasks = {task.clause: at for at, task in enumerate(grid.tasks)}
    found: dict[tuple[int, int | None], str] = {}
    for edit in _told(analysis):
        task = tasks.get(edit.clause)
        if task is None:
            continue
        bodies: list[int | None] = [at for at, body in enumerate(grid.bodies) if _named(edit) & set(body.names)]
        if edit.field in ("heading", "task"):
            bodies = [None]
        for body in bodies:
            _add(found, (task, body), edit)
    return found


def division_marks(analysis: Analysis, grid: Grid) -> dict[tuple[int, str], str]:
    """By row and key of the 任务分工 what was changed."""
    if not analysis.edits:
        return {}
    tasks = {task.clause: at for at, task in enumerate(grid.tasks)}
    found: dict[tuple[int, str], str] = {}
    for edit in _told(analysis):
        task = tasks.get(edit.clause)
        if task is None:
            continue
        keys: set[str]
        if edit.field in ("deadline", "due"):
            keys = {edit.field}
        elif edit.field in ("heading", "task"):
            keys = {"task", "heading"}
        else:
            keys = {edit.role or "", edit.after if edit.field in ("role", "added") else ""}
        for key in keys - {""}:
            _add(found, (task, key), edit)
    return found


def detail_marks(job: Job) -> dict[tuple[int, str], str]:
    """By row and key of the 明细 what was changed."""
    found: dict[tuple[int, str], str] = {}
    if not job.analysis.edits:
        return found
    told: dict[tuple[int | None, str], list[Edit]] = {}
    for edit in _told(job.analysis):
        for name in _named(edit):
            told.setdefault((edit.clause, name), []).append(edit)
    for row, one in enumerate(job.analysis.assignments):
        for edit in told.get((one.clause.index, one.department.name), ()) if one.origin == "hand" else ():
            if edit.field == "name" and edit.after == one.department.name:
                _add(found, (row, "department"), edit)
            elif edit.field in ("role", "added") and edit.after == one.role:
                _add(found, (row, "role"), edit)
                if edit.field == "added":
                    _add(found, (row, "department"), edit)
            elif edit.field in ("canonical", "deadline", "due"):
                _add(found, (row, edit.field), edit)
    for row, one in enumerate(job.analysis.assignments):
        for edit in told.get((one.clause.index, ""), ()):
            key = {"deadline": "deadline", "due": "due", "heading": "task", "task": "task"}.get(edit.field)
            if key:
                _add(found, (row, key), edit)
    return found


def _add(found: dict, key: tuple, edit: Edit) -> None:  # type: ignore[type-arg]
    words = says(edit)
    if key not in found:
        found[key] = f"{_TITLE}{words}"
    elif words not in found[key]:
        found[key] += f"\n{words}"
