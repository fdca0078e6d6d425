"""Annotations that speak for other clauses than those beside them: for all above, or for what stands below."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from raci.analysis.annotations.field_sheets import Owner
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["all_above", "duties_below"]


def all_above(clauses: Sequence[Clause], line: Clause, annotated: Collection[int], text: str) -> Owner | None:
    """The tasks above a line that speaks of all of them (以上各项均由县水利局牵头); None for any other line.

    Where numbered clauses follow, those of the section in which it stands. ``annotated`` are the clauses with words
    and annotations: of paragraphs without a number these are the tasks.
    """
    if lexicon_pattern("scope.all-above").match(text, line.start, line.end) is None:
        return None
    first = 0
    if any(behind.number for behind in clauses[line.index + 1 :]):
        above = line
        while above.parent is not None:
            above = clauses[above.parent]
        first = above.index
    tasks = [
        each.index
        for each in clauses[first : line.index]
        if each.kind == "item" or (each.kind == "paragraph" and each.index in annotated)
    ]
    return (tasks[0], tuple(tasks[1:])) if tasks else None


def duties_below(clauses: Sequence[Clause], unit: int, units: Collection[int], text: str) -> Owner:
    """What the body that the clause ``unit`` names (单位：县住建局) is to do: the clause below it.

    Where that is nothing but a label (职责任务：), the items below it, up to the next of the ``units``.
    """
    below = clauses[unit + 1]
    items: list[int] = []
    if lexicon_pattern("label.duty-field").fullmatch(text, below.start, below.end):
        for clause in clauses[unit + 2 :]:
            if clause.index in units:
                break
            items += [clause.index] if clause.kind == "item" else []
    return (items[0], tuple(items[1:])) if items else (below.index, ())
