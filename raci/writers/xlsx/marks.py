"""What a person changed by hand, cell by cell: the sheets show it with a border and a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from xlsxwriter.worksheet import Worksheet

from raci.analysis.checks.edited import says
from raci.model import Analysis, Assignment, Edit
from raci.views.grid import Grid
from raci.views.tables.detail import row_places
from raci.writers.hand_changes import edits_by_body, edits_by_task, names_of, shown_edits
from raci.writers.xlsx.page_setup import write_comment

__all__ = ["change_legend", "detail_changes", "division_changes", "matrix_changes", "write_change"]

_TITLE = "人工修改："
#: the colour of the comments on changes
_PAPER = "#FFE8CC"
#: what was changed of a task itself → the key of the column of 明细 that shows it
_TASK_COLUMNS = {"deadline": "deadline", "due": "due", "heading": "task", "task": "task"}

Key = TypeVar("Key")


def write_change(sheet: Worksheet, row: int, column: int, words: str) -> None:
    """Say in a comment what was changed."""
    write_comment(sheet, row, column, words, _PAPER)


def change_legend(analysis: Analysis) -> str:
    """What the border means, where there is one."""
    return "橙色粗框：人工修改，批注中有原样" if any(edit.field != "open" for edit in analysis.edits) else ""


def matrix_changes(analysis: Analysis, grid: Grid) -> dict[tuple[int, int | None], str]:
    """By task and body what was changed; without body what was changed of the task itself."""
    return _comments(edits_by_body(analysis, grid)) if analysis.edits else {}


def division_changes(analysis: Analysis, grid: Grid) -> dict[tuple[int, str], str]:
    """By row and key of the 任务分工 what was changed."""

    def cells() -> Iterator[tuple[tuple[int, str], Edit]]:
        for task, edit in edits_by_task(analysis, grid):
            for key in _division_keys(edit) - {""}:
                yield (task, key), edit

    return _comments(cells()) if analysis.edits else {}


def _division_keys(edit: Edit) -> set[str]:
    """The keys of the columns of 任务分工 that show a change."""
    if edit.field in ("deadline", "due"):
        return {edit.field}
    if edit.field in ("heading", "task"):
        return {"task", "heading"}
    return {edit.role or "", edit.after if edit.field in ("role", "added") else ""}


def detail_changes(analysis: Analysis) -> dict[tuple[int, str], str]:
    """By row and key of the 明细 what was changed."""
    edits: dict[tuple[int | None, str], list[Edit]] = {}  # by clause, and by name: empty where the task was changed
    for edit in shown_edits(analysis):
        for name in names_of(edit):
            edits.setdefault((edit.clause, name), []).append(edit)
    places = row_places(analysis)
    cells: list[tuple[tuple[int, str], Edit]] = []
    for row, place in enumerate(places):
        assignment = None if place.assignment is None else analysis.assignments[place.assignment]
        if assignment is not None and assignment.origin == "hand":
            for edit in edits.get((assignment.clause.index, assignment.department.name), ()):
                cells += (((row, key), edit) for key in _detail_keys(edit, assignment))
    for row, place in enumerate(places):
        of_task = [edit for edit in edits.get((place.clause, ""), ()) if edit.field in _TASK_COLUMNS]
        cells += (((row, _TASK_COLUMNS[edit.field]), edit) for edit in of_task)
    return _comments(cells)


def _detail_keys(edit: Edit, assignment: Assignment) -> tuple[str, ...]:
    """The keys of the columns of 明细 that show a change of an assignment."""
    if edit.field == "name":
        return ("department",) if edit.after == assignment.department.name else ()
    if edit.field in ("role", "added"):
        if edit.after != assignment.role:
            return ()
        return ("role", "department") if edit.field == "added" else ("role",)
    return (edit.field,) if edit.field in ("canonical", "deadline", "due") else ()


def _comments(cells: Iterable[tuple[Key, Edit]]) -> dict[Key, str]:
    """Cell → what all its changes say, each once."""
    comments: dict[Key, str] = {}
    for cell, edit in cells:
        words = says(edit)
        if cell not in comments:
            comments[cell] = f"{_TITLE}{words}"
        elif words not in comments[cell]:
            comments[cell] += f"\n{words}"
    return comments
