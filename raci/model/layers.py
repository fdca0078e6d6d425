"""Two layers of who does what: what a document marks, and what its sentences tell beside that."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from raci.model.analysis import Analysis
from raci.model.assignments import Assignment
from raci.model.profiles import Profile

__all__ = ["agreements", "beside_marked", "letters_by_layer", "main_assignments", "main_layer", "second_layer"]


def main_layer(analysis: Analysis) -> Analysis:
    """The analysis with what tables, matrix and drawings count: sentences only where nothing else names the bodies.

    An annotation is more exact than a sentence of the same task; what the sentence says beside it is not lost, but
    stands in the second layer. One that names nothing but a person (责任人：王某) leaves it to the sentence to name
    the body.
    """
    kept = main_assignments(analysis)
    return analysis if len(kept) == len(analysis.assignments) else replace(analysis, assignments=kept)


def main_assignments(analysis: Analysis) -> tuple[Assignment, ...]:
    """The assignments of the main layer, in the order of the text."""
    told = _told_tasks(analysis)
    return tuple(one for one in analysis.assignments if one.basis != "prose" or one.clause.index in told)


def second_layer(analysis: Analysis) -> tuple[Assignment, ...]:
    """What sentences tell of clauses that are no tasks, or whose bodies are marked; in the order of the text."""
    told = _told_tasks(analysis)
    return tuple(one for one in analysis.assignments if one.basis == "prose" and one.clause.index not in told)


def _told_tasks(analysis: Analysis) -> set[int]:
    """The indexes of the tasks of which nothing but sentences may tell."""
    return set(analysis.tasks) - {one.clause.index for one in analysis.assignments if _marks(one)}


def _marks(assignment: Assignment) -> bool:
    """Whether an assignment is marked (in an annotation, a table) and is a body's: the sentence is then beside it."""
    return assignment.basis != "prose" and assignment.role != "leader"


def agreements(analysis: Analysis) -> int:
    """How often sentences say again, by the same name, what the annotation of their clause says."""
    marked = {(one.clause.index, one.department.name, one.role) for one in analysis.marked}
    told = {
        (duty.clauses[0], mention.text, group.role)
        for duty in analysis.duties
        for group in duty.groups
        for mention in group.mentions
    }
    return len(marked & told)


def beside_marked(assignments: Sequence[Assignment], tasks: Sequence[Hashable]) -> tuple[bool, ...]:
    """Of assignments without their Analysis: whether a sentence tells each of a task for which others are marked.

    ``tasks`` are the keys of their tasks. Of clauses that are no tasks only an Analysis knows.
    """
    marked = {task for assignment, task in zip(assignments, tasks, strict=True) if _marks(assignment)}
    return tuple(
        assignment.basis == "prose" and task in marked for assignment, task in zip(assignments, tasks, strict=True)
    )


def letters_by_layer(profile: Profile, assignments: Sequence[Assignment], second: Sequence[bool]) -> list[str | None]:
    """The letters of one document's assignments: in the main layer as if it were alone, so that no sentence changes it.

    ``second`` says of each assignment whether it is in the second layer.
    """
    if not any(second):
        return profile.assign(assignments)
    in_main = [assignment for assignment, is_second in zip(assignments, second, strict=True) if not is_second]
    main = iter(profile.assign(in_main))
    every = profile.assign(assignments)
    return [letter if is_second else next(main) for letter, is_second in zip(every, second, strict=True)]
