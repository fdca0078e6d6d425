"""What the record of a workbook says, as the sheets are compared with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from raci.analysis.overlaps import with_overlaps
from raci.edits.names import one_line, split_names
from raci.model import Analysis, WorkbookRecord
from raci.storage.task_ids import task_id
from raci.views.grid import Grid, GridEntry, grid

__all__ = ["DEADLINE_FIELDS", "Baseline", "task_ids"]

#: what an edit may be of besides bodies: the time limit, as words and as a date
DEADLINE_FIELDS: tuple[Literal["deadline", "due"], ...] = ("deadline", "due")


def task_ids(analysis: Analysis, grid: Grid) -> dict[int, str]:
    """Index of a clause → id of its task; those too of rows of an annex that the grid leaves to their clauses."""
    ids = {task.clause: task.id for task in grid.tasks if task.clause is not None}
    taken = set(ids.values())
    for assignment in analysis.assignments:
        clause = assignment.clause
        if clause.index not in ids:
            unique = f"{task_id(analysis.document.title, clause.path, clause.number, clause.heading)}~"
            while unique in taken:
                unique += "~"
            taken.add(unique)
            ids[clause.index] = unique
    return ids


@dataclass(frozen=True)
class Baseline:
    """A record, with its grid and what is looked up in it. Tasks are known by their ids."""

    record: WorkbookRecord

    @cached_property
    def grid(self) -> Grid:
        """The grid that the sheets were written from."""
        return grid(with_overlaps(self.record.analysis), self.record.profile)

    @cached_property
    def task_index(self) -> dict[str, int]:
        """Id of a task → its index in the grid."""
        return {task.id: index for index, task in enumerate(self.grid.tasks)}

    @cached_property
    def entries_of_task(self) -> dict[int, tuple[GridEntry, ...]]:
        """Index of a task → its entries."""
        return self.grid.of_task()

    @cached_property
    def task_ids(self) -> dict[int, str]:
        """Index of a clause → id of its task."""
        return task_ids(self.record.analysis, self.grid)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names that the document knows, as a cell shows them → as they are written; the longest first."""
        names = {one_line(name): name for body in self.grid.bodies for name in body.names}
        return dict(sorted(names.items(), key=lambda pair: -len(pair[0])))

    def entries(self, task: str) -> tuple[GridEntry, ...]:
        """The entries of a task."""
        index = self.task_index.get(task)
        return () if index is None else self.entries_of_task.get(index, ())

    def label(self, task: str) -> str:
        """Number and heading of a task; empty for an unknown one."""
        index = self.task_index.get(task)
        return "" if index is None else self.grid.tasks[index].label

    def split(self, text: str) -> list[str]:
        """The names in a cell. A name that the document knows stays whole, whatever it holds."""
        return split_names(text, self.names)
