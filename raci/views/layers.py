"""Two layers of who does what: what a document marks, and what its sentences tell beside that."""

from __future__ import annotations

from dataclasses import replace

from raci.model import Analysis, Assignment

__all__ = ["agreements", "main_layer", "second_layer"]


def main_layer(analysis: Analysis) -> Analysis:
    """The analysis with what tables, matrix and drawings count: sentences only where a task has nothing else.

    An annotation is more exact than a sentence of the same task; what the sentence says beside it is not lost, but
    stands in the second layer.
    """
    second = set(map(id, second_layer(analysis)))
    if not second:
        return analysis
    kept = tuple(assignment for assignment in analysis.assignments if id(assignment) not in second)
    return replace(analysis, assignments=kept)


def second_layer(analysis: Analysis) -> tuple[Assignment, ...]:
    """What sentences tell of clauses that are no tasks, or whose bodies are marked; in the order of the text."""
    marked = {assignment.clause.index for assignment in analysis.marked}
    counted = set(analysis.tasks) - marked
    return tuple(
        assignment
        for assignment in analysis.assignments
        if assignment.basis == "prose" and assignment.clause.index not in counted
    )


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
