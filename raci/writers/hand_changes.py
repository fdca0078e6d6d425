"""What a person changed by hand, by task and body: sheets and report say it where the change stands."""

from __future__ import annotations

from collections.abc import Iterator

from raci.model import Analysis, Edit
from raci.views.grid import Grid

__all__ = ["edits_by_body", "edits_by_task", "names_of", "shown_edits"]


def shown_edits(analysis: Analysis) -> Iterator[Edit]:
    """The changes that were made, each of a task."""
    return (edit for edit in analysis.edits if edit.field != "open" and edit.clause is not None)


def edits_by_task(analysis: Analysis, grid: Grid) -> Iterator[tuple[int, Edit]]:
    """The changes of the tasks in the grid, each with the index of its task."""
    tasks = {task.clause: index for index, task in enumerate(grid.tasks)}
    for edit in shown_edits(analysis):
        task = tasks.get(edit.clause)
        if task is not None:
            yield task, edit


def names_of(edit: Edit) -> set[str]:
    """The names, before and after, that a change speaks of."""
    return {edit.name, edit.after} if edit.field == "name" else {edit.name}


def edits_by_body(analysis: Analysis, grid: Grid) -> Iterator[tuple[tuple[int, int | None], Edit]]:
    """The changes by task and body; without body those of the task's own words."""
    for task, edit in edits_by_task(analysis, grid):
        if edit.field in ("heading", "task"):
            yield (task, None), edit
            continue
        for body, names in enumerate(grid.bodies):
            if names_of(edit) & set(names.names):
                yield (task, body), edit
