"""Clauses whose parts have general headings: 1.投资重点 and 2.主要措施 make up the task that heads them."""

from __future__ import annotations

from collections.abc import Sequence

from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["items_of_parts"]


def items_of_parts(clauses: Sequence[Clause], above: int) -> tuple[int, ...]:
    """The items below the parts of a clause, all of which have general headings; none where one is a task itself."""
    level = clauses[above].level
    below: set[int] = {above}
    items: list[int] = []
    for clause in clauses[above + 1 :]:
        if clause.level <= level:
            break
        if clause.parent not in below or clause.kind == "paragraph" or clause.kind == "row":
            continue
        if clause.parent == above and not _is_general(clause.heading):
            return ()
        below.add(clause.index)
        if clause.kind != "section" and clause.parent != above:
            items.append(clause.index)
    return tuple(items)


def _is_general(heading: str) -> bool:
    general, part = lexicon_pattern("label.general-heading"), lexicon_pattern("label.general-part")
    return general.fullmatch(heading) is not None or part.fullmatch(heading) is not None
