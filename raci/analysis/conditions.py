"""Lists of conditions, of papers to hand in, of what is forbidden: what stands there is no task."""

from __future__ import annotations

from raci.analysis.numbers import begins_anew
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["conditions"]

#: so much before a list leads in to it, in characters
_REACH = 200


def conditions(clauses: tuple[Clause, ...], text: str) -> frozenset[int]:
    """The indexes of the items of lists that a line leads in to as conditions (应同时符合以下条件：)."""
    lead_in = lexicon_pattern("outline.conditions-lead")
    found: set[int] = set()
    before: dict[int | None, Clause] = {}  # the parent of items → the last of them
    for clause in clauses:
        if clause.kind != "item":
            continue
        last = before.get(clause.parent)
        before[clause.parent] = clause
        if last is not None and not begins_anew(last, clause):
            if last.index in found:
                found.add(clause.index)
        elif lead_in.search(text[max(0, clause.start - _REACH) : clause.start].rstrip().rpartition("\n")[2]):
            found.add(clause.index)
    return frozenset(found)
