"""Which clauses are tasks: those that ask somebody to do something, named or not."""

from __future__ import annotations

from raci.analysis.bare_rows import bare_rows
from raci.analysis.conditions import conditions
from raci.model import Analysis
from raci.rules.headings import is_no_task
from raci.rules.matching import ActiveRules

__all__ = ["tasks"]

#: the roles of those who do something: to be told of it or to approve it makes no task
_DOING = frozenset({"lead", "responsible", "support"})


def tasks(analysis: Analysis, rules: ActiveRules) -> tuple[int, ...]:
    """The indexes of the clauses that are tasks, in document order.

    Every clause that an annotation speaks for, and every numbered leaf that none speaks for, unless its chapter is one
    that asks nobody (总体要求, 指导思想 …), it is one of a list of conditions, or the row of a table says who does it:
    then the row is the task. Rows of a table that name nobody where most others do are tasks as well. Where nothing is
    annotated (laws, rules), also every clause of which a sentence tells who does it.
    """
    annotated = {index for annotation in analysis.annotations for index in annotation.clauses}
    if not annotated:
        return _by_sentences(analysis, rules)
    return _of_annotated(analysis, annotated, rules)


def _by_sentences(analysis: Analysis, rules: ActiveRules) -> tuple[int, ...]:
    """The tasks of a document in which only sentences tell who does what, the numbered leaves among them."""
    told = {
        index
        for duty in analysis.duties
        if any(group.role in _DOING for group in duty.groups)
        for index in duty.clauses
    }
    return _of_annotated(analysis, told, rules)


def _of_annotated(analysis: Analysis, annotated: set[int], rules: ActiveRules) -> tuple[int, ...]:
    clauses = analysis.clauses
    above: set[int] = set()  # clauses over an annotated one
    for index in annotated:
        parent = clauses[index].parent
        while parent is not None and parent not in above:
            above.add(parent)
            parent = clauses[parent].parent
    task_indexes = set(annotated)
    below: set[int] = set()  # clauses under an annotated one
    no_tasks = set(conditions(clauses, analysis.document.text))  # what asks nobody, and what stands under it
    for clause in clauses:
        if clause.parent in no_tasks or (clause.kind != "paragraph" and is_no_task(clause.heading, rules)):
            no_tasks.add(clause.index)
        if clause.parent is not None and (clause.parent in below or clause.parent in annotated):
            below.add(clause.index)
        leaf = clause.kind == "item" and clause.index not in below and clause.index not in above
        if leaf and clause.index not in no_tasks:
            task_indexes.add(clause.index)
    in_tables = {
        overlap.clause.clause.index for overlap in analysis.overlaps if overlap.silent and overlap.row.assignments
    }
    return tuple(sorted((task_indexes - in_tables) | set(bare_rows(analysis, annotated))))
