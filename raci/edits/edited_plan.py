"""A plan under edit: what is known of it by the keys of its clauses, which stay the same while tasks come and go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace

from raci.edits.deadlines import without_deadline
from raci.edits.edited_outline import EditedOutline
from raci.edits.evidence import coverage_with
from raci.model import Analysis, Annotation, Assignment, Clause, Deadline, Edit

__all__ = ["EditedPlan"]


class EditedPlan:
    """The outline, tasks, annotations and assignments as they are by now; ``analysis`` gives what they make together.

    ``pointed_at`` are spans of the text that a person pointed at as saying who does what.
    """

    def __init__(self, before: Analysis) -> None:
        self.before = before
        self.outline = EditedOutline(before.clauses)
        self.tasks = set(before.tasks)
        self.annotations = list(before.annotations)
        self.assignments: dict[int, list[Assignment]] = {}
        for assignment in before.assignments:
            self.assignments.setdefault(assignment.clause.index, []).append(assignment)
        self.pointed_at: list[tuple[int, int]] = []

    def fork(self) -> EditedPlan:
        """A plan of its own that begins where this one stands."""
        fork = copy(self)
        fork.outline, fork.annotations, fork.tasks = self.outline.fork(), list(self.annotations), set(self.tasks)
        fork.assignments = {key: list(assignments) for key, assignments in self.assignments.items()}
        fork.pointed_at = list(self.pointed_at)
        return fork

    def stated_deadline(self, key: int) -> Deadline | None:
        """The time limit that an annotation states for a clause."""
        return next((note.deadline for note in self.annotations if key in note.clauses and note.deadline), None)

    def forget_deadline(self, key: int) -> None:
        """What the text said of the time of a task holds for nobody any more."""
        self.annotations = [part for annotation in self.annotations for part in without_deadline(annotation, key)]

    def remove_task(self, key: int) -> None:
        """A clause is no task any more: nothing is said of it."""
        self.tasks.discard(key)
        self.assignments.pop(key, None)
        shortened = (
            replace(annotation, clauses=tuple(clause for clause in annotation.clauses if clause != key))
            for annotation in self.annotations
        )
        self.annotations = [annotation for annotation in shortened if annotation.clauses]

    def analysis(self, edits: Sequence[Edit]) -> Analysis:
        """The analysis, its clauses numbered anew, with the edits that were made."""
        index_of, clauses = self.outline.indexes(), self.outline.numbered()

        def renumbered(key: int | None) -> int | None:
            return None if key is None else index_of[key]

        for key, assignments in self.assignments.items():
            clause = clauses[index_of[key]]
            if any(assignment.clause is not clause for assignment in assignments):
                self.assignments[key] = _of_clause(clause, assignments)
        return replace(
            self.before,
            coverage=coverage_with(self.before.coverage, self.pointed_at),
            clauses=clauses,
            tasks=tuple(sorted(index_of[key] for key in self.tasks)),
            annotations=tuple(_of_clauses(annotation, index_of) for annotation in self.annotations),
            assignments=tuple(assignment for key in self.outline.order for assignment in self.assignments.get(key, ())),
            findings=tuple(replace(finding, clause=renumbered(finding.clause)) for finding in self.before.findings),
            edits=tuple(replace(edit, clause=renumbered(edit.clause)) for edit in (*self.before.edits, *edits)),
        )

    def part(self, keys: Collection[int], clauses: tuple[Clause, ...]) -> Analysis:
        """Of what ``analysis`` will give, some clauses alone: their assignments and time limits, without findings.

        ``clauses`` are those of the analysis before; of ``keys`` none may be new, moved or renamed since.
        """
        index_of = self.outline.indexes()
        annotations = (
            replace(annotation, clauses=tuple(index_of[key] for key in annotation.clauses if key in keys))
            for annotation in self.annotations
            if any(key in keys for key in annotation.clauses)
        )
        indexes = {index_of[key]: key for key in keys}
        return replace(
            self.before,
            clauses=clauses,
            tasks=tuple(sorted(index for index, key in indexes.items() if key in self.tasks)),
            annotations=tuple(annotations),
            assignments=tuple(
                assignment
                for index, key in sorted(indexes.items())
                for assignment in _of_clause(clauses[index], self.assignments.get(key, ()))
            ),
            findings=(),
            edits=(),
            overlaps=(),
        )


def _of_clause(clause: Clause, assignments: Iterable[Assignment]) -> list[Assignment]:
    """Assignments of a clause as it is now."""
    return [
        assignment if assignment.clause is clause else replace(assignment, clause=clause) for assignment in assignments
    ]


def _of_clauses(annotation: Annotation, index_of: Mapping[int, int]) -> Annotation:
    """An annotation whose clauses are keys, with their places instead."""
    clauses = tuple(index_of[key] for key in annotation.clauses)
    return annotation if clauses == annotation.clauses else replace(annotation, clauses=clauses)
