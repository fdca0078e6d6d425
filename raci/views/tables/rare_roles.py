"""Roles that few tasks have: several of them stand in one column, which says what each is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from raci.model import Role
from raci.model.labels import ROLE_WORDS
from raci.views.tables.table import TableView

__all__ = ["with_others_joined"]

_OTHERS: Mapping[str, Role] = {"guide": "guide", "inform": "inform", "approve": "approve"}
_OTHERS_HEAD = "其他单位"


def with_others_joined(table: TableView) -> TableView:
    """The table with its columns of rare roles as one, where there are several: each would be a column of blanks."""
    others = [index for index, column in enumerate(table.columns) if column.key in _OTHERS]
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
