"""The lists of items below a clause: one, or several where numbers begin anew behind a line of annotations."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from raci.model import Clause

__all__ = ["ItemList", "item_lists"]

#: what stands around a number: (一）, （一）, 1.
_AROUND = "（()）、.．"


class ItemList(NamedTuple):
    """The indexes of items that follow one another.

    Whether an annotation that names bodies stands before them under the same clause, and whether words do.
    """

    items: list[int]
    bodies_before: bool
    words_before: bool


def item_lists(children: Sequence[Clause], pure: Set[int], bodies: Set[int]) -> list[ItemList]:
    """The lists of items among the children of a clause, in order.

    Behind a line of annotations numbers that begin anew begin another list: its own heading was lost. ``pure`` are
    the clauses that hold nothing but annotations, ``bodies`` those with annotations that name bodies.
    """
    lists: list[ItemList] = []
    bodies_before = words_before = False
    first = ""
    lines = pure & bodies
    for child in children:
        if child.kind == "item":
            number = child.number.strip(_AROUND)
            if not lists or (number and number == first and child.index - 1 in pure):
                lists.append(ItemList([], bodies_before, words_before))
            first = first or number
            lists[-1].items.append(child.index)
        # the line behind the last item stands under that
        bodies_before = bodies_before or child.index in bodies or child.index + 1 in lines
        words_before = words_before or child.index not in pure
    return lists
