"""A task as the page shows it: its words, its place in the text, who has a part in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from raci.model import ROLES, Analysis, Assignment
from raci.model.labels import BASIS_WORDS
from raci.views.grid import Grid, GridEntry, GridTask
from raci.web.utf16 import Utf16

__all__ = ["TaskData"]

Data = Mapping[str, object]


@dataclass(frozen=True)
class TaskData:
    """Makes it of the tasks of a grid; ``ids`` is the id of the task of each clause, by its index."""

    analysis: Analysis
    grid: Grid
    ids: Mapping[int, str]
    offsets: Utf16

    def id(self, task: GridTask) -> str:
        """The id by which edits know a task."""
        return self.ids.get(task.clause, task.id) if task.clause is not None else task.id

    def facts(self, task: GridTask, entries: Sequence[GridEntry]) -> object:
        """All that is shown of a task, to be compared; assignments that no change touched are the same values."""
        clause = self.analysis.clauses[task.clause] if task.clause is not None else None
        span = (clause.start, clause.end) if clause else None
        bodies = self.grid.bodies
        shown = [(id(entry.assignment), entry.letter, bodies[entry.body].label, entry.role) for entry in entries]
        words = task.number, task.heading, task.shown, task.path, task.deadline, task.due, task.remark
        return words, span, shown

    def task(self, task: GridTask, entries: Sequence[GridEntry]) -> Data:
        """A task with its entries."""
        at = self.offsets.of
        clause = self.analysis.clauses[task.clause] if task.clause is not None else None
        spoken = sorted(entries, key=lambda entry: ROLES.index(entry.role))
        return {
            "id": self.id(task),
            "number": task.number,
            "heading": task.heading,
            "shown": task.shown,
            "path": list(task.path),
            "span": [at(clause.start), at(clause.end)] if clause else [0, 0],
            "deadline": task.deadline,
            "due": task.due,
            "remark": task.remark,
            "entries": [self._entry(entry) for entry in spoken],
        }

    def _entry(self, entry: GridEntry) -> Data:
        assignment, at = entry.assignment, self.offsets.of
        body = self.grid.bodies[entry.body]
        department = assignment.department
        start, end = _quoted(self.analysis.document.text, assignment)
        return {
            "name": department.name,
            "body": body.label,
            "canonical": department.canonical,
            "kind": department.kind,
            "level": department.level,
            "candidates": list(department.candidates),
            "reason": department.reason,
            "role": entry.role,
            "letter": entry.letter or "",
            "span": None if assignment.added else [at(assignment.start), at(assignment.end)],
            "quote": None if assignment.added else [at(start), at(end)],
            "basis": BASIS_WORDS[assignment.basis],
            "rule": assignment.rule,
            "inherited": assignment.inherited_from or "",
            "hand": assignment.origin == "hand",
            "ocr": assignment.origin == "ocr",
            "deadline": assignment.deadline.text if assignment.deadline else "",
        }


def _quoted(text: str, assignment: Assignment) -> tuple[int, int]:
    """The span of the quote around a mention; that of the mention where the quote does not stand there."""
    quote, start = assignment.quote, assignment.start
    first = text.rfind(quote, max(0, start - len(quote)), start + len(quote)) if quote else -1
    return (first, first + len(quote)) if first >= 0 else (start, assignment.end)
