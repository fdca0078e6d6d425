"""Which clauses are tasks: those that ask somebody to do something, named or not."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.outline.patterns import is_no_task
from raci.model import Annotation, Clause
from raci.rules import Rule

__all__ = ["tasks"]


def tasks(
    clauses: Sequence[Clause], annotations: Sequence[Annotation], rules: tuple[Rule, ...] = ()
) -> tuple[int, ...]:
    """The indexes of the clauses that are tasks, in document order.

    Every clause that an annotation speaks for; and every numbered leaf that none speaks for, unless its
    chapter is one that asks nobody (总体要求, 指导思想 …). ``rules`` are a user's.
    """
    spoken = {index for annotation in annotations for index in annotation.clauses}
    below: set[int] = set()  # clauses under one that is spoken for
    above: set[int] = set()  # clauses over one that is spoken for
    for index in spoken:
        parent = clauses[index].parent
        while parent is not None and parent not in above:
            above.add(parent)
            parent = clauses[parent].parent
    found = set(spoken)
    none: set[int] = set()  # chapters that ask nobody, and what stands under them
    for clause in clauses:
        if clause.parent in none or (clause.kind != "paragraph" and is_no_task(clause.heading, rules)):
            none.add(clause.index)
        if clause.parent is not None and (clause.parent in below or clause.parent in spoken):
            below.add(clause.index)
        leaf = clause.kind == "item" and clause.index not in below and clause.index not in above
        if leaf and clause.index not in none:
            found.add(clause.index)
    return tuple(sorted(found))
