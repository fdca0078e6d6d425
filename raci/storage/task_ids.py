"""The ids of tasks, by which the rows of assignments and those of tasks are joined."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from raci.model import Analysis
from raci.storage.unique_names import UniqueNames

__all__ = ["ids_of_tasks", "task_id"]


def task_id(document: str, path: Sequence[str], number: str, heading: str) -> str:
    """The id of a task, made of its words alone: the title of its document, the headings above it, its own.

    The same plan in another folder keeps its ids, and so do the tasks beside one that was changed.
    """
    words = "\x1f".join((document, *path, number, heading))
    return "task:" + hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def ids_of_tasks(analysis: Analysis) -> Mapping[int, str]:
    """Index of a clause → the id of the task that it is, unique in the document.

    Where the words of several tasks are the same, all but the first have their count behind the id (``#2``). A row of a
    table that says no more than a clause has the id of that. Clauses that are no tasks have none.
    """
    document, clauses = analysis.document.title, analysis.clauses
    told = {
        overlap.row.clause.index: overlap.clause.clause.index
        for overlap in analysis.overlaps
        if overlap.same or overlap.finer
    }
    tasks = {*analysis.tasks, *(assignment.clause.index for assignment in analysis.marked)}
    unique, ids = UniqueNames(), {}
    for index in sorted(tasks - told.keys()):
        clause = clauses[index]
        ids[index] = unique.of(task_id(document, clause.path, clause.number, clause.heading))
    return ids | {row: ids[clause] for row, clause in told.items() if clause in ids}
