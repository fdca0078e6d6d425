"""Lists of conditions, of papers to hand in, of what is forbidden: what stands there is no task."""

from __future__ import annotations

from raci.analysis.numbers import begins_anew
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern
from raci.rules.punctuation import COLONS

__all__ = ["conditions"]

#: so much before a list leads in to it, in characters
_REACH = 200


def conditions(clauses: tuple[Clause, ...], text: str) -> frozenset[int]:
    """The indexes of the items of lists that a line leads in to as conditions (应同时符合以下条件：)."""
    found: set[int] = set()
    before: dict[int | None, Clause] = {}  # the parent of items → the last of them
    for clause in clauses:
        if clause.kind != "item":
            continue
        last = before.get(clause.parent)
        before[clause.parent] = clause
        goes_on = last is not None and last.index in found and not begins_anew(last, clause)
        if goes_on or _follows_lead_in(text, clause.start):
            found.add(clause.index)
    return frozenset(found)


def _follows_lead_in(text: str, start: int) -> bool:
    """Whether the line before a place leads in to conditions; most lines do not end in a colon."""
    line = text[max(0, start - _REACH) : start].rstrip()
    if line[-1:] not in COLONS:
        return False
    return lexicon_pattern("outline.conditions-lead").search(line.rpartition("\n")[2]) is not None
