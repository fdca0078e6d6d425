"""Which clauses are tasks: those that ask somebody to do something, named or not."""

from __future__ import annotations

from collections.abc import Sequence

from raci.model import Annotation, Clause
from raci.outline.tree import is_no_task

__all__ = ["tasks"]


def tasks(clauses: Sequence[Clause], annotations: Sequence[Annotation]) -> tuple[int, ...]:
    """The indexes of the clauses that are tasks, in document order.

    Every clause that an annotation speaks for; and every numbered leaf that none speaks for, unless its
    chapter is one that asks nobody (总体要求, 指导思想 …).
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
    for clause in clauses:
        if clause.parent is not None and (clause.parent in below or clause.parent in spoken):
            below.add(clause.index)
        if clause.kind != "item" or clause.index in below or clause.index in above or clause.index in spoken:
            continue
        if not any(is_no_task(_bare(heading)) for heading in (clause.heading, *clause.path)):
            found.add(clause.index)
    return tuple(sorted(found))


def _bare(heading: str) -> str:
    """A heading without its number."""
    from raci.outline.markers import at_start

    marker = at_start(heading)
    return heading[marker.end :].strip() if marker else heading
