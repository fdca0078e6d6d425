"""Roles that few tasks have: several of them stand in one column, which says what each is.

A column in which hardly anything stands takes from the others the room that their words need.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from raci.model import Role
from raci.model.labels import ROLE_WORDS
from raci.views.tables.table import TableView

__all__ = ["rare_roles", "with_others_joined"]

#: the roles that are rare as such, and those that are where fewer than this share of the tasks has them
_OTHERS: Mapping[str, Role] = {"guide": "guide", "inform": "inform", "approve": "approve", "support": "support"}
_RARE_AS_SUCH = frozenset(("guide", "inform", "approve"))
_FEW = 0.05
_OTHERS_HEAD = "其他单位"


def rare_roles(table: TableView) -> frozenset[str]:
    """The keys of the columns of a plan's whole table that are to be joined where there are several of them."""
    few = _FEW * len(table.rows)
    return _RARE_AS_SUCH | {
        column.key
        for index, column in enumerate(table.columns)
        if column.key in _OTHERS and sum(bool(row[index]) for row in table.rows) < few
    }


def with_others_joined(table: TableView, rare: Collection[str]) -> TableView:
    """The table with its columns of ``rare`` roles as one, where there are several: each would hold next to nothing."""
    others = [index for index, column in enumerate(table.columns) if column.key in rare]
    if len(others) < 2:
        return table
    first, rest = others[0], set(others[1:])

    def joined(row: tuple[str | int, ...]) -> str:
        parts = ((ROLE_WORDS[_OTHERS[table.columns[index].key]], row[index]) for index in others)
        return "；".join(f"{word}：{names}" for word, names in parts if names)

    columns = [
        replace(one, key="others", heading=_OTHERS_HEAD) if place == first else one
        for place, one in enumerate(table.columns)
    ]
    rows = [
        tuple(joined(row) if place == first else cell for place, cell in enumerate(row) if place not in rest)
        for row in table.rows
    ]
    kept = tuple(one for place, one in enumerate(columns) if place not in rest)
    return replace(table, columns=kept, rows=tuple(rows))
