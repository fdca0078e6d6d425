"""A table as a value."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

__all__ = ["Column", "TableView", "without_empty"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its Chinese heading, and the most that it may take, in Chinese characters."""

    key: str
    heading: str
    widest: int = 12


@dataclass(frozen=True, slots=True)
class TableView:
    """Rows of texts and whole numbers under columns.

    ``marked`` holds the rows (by place) that tell of a task that nobody is named for, ``breaks`` the rows
    with which a new part begins. ``empty`` is what stands there when there are no rows. ``joins`` are the keys of the
    columns in which cells one below the other that say the same become one.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | int, ...], ...]
    marked: frozenset[int] = frozenset()
    breaks: frozenset[int] = frozenset()
    empty: str = ""
    joins: frozenset[str] = frozenset()


def without_empty(table: TableView, keys: Collection[str]) -> TableView:
    """The table without those of the columns in which nothing stands; a table without rows stays as it is."""
    shown = [
        index
        for index, column in enumerate(table.columns)
        if column.key not in keys or not table.rows or any(row[index] for row in table.rows)
    ]
    return replace(
        table,
        columns=tuple(table.columns[index] for index in shown),
        rows=tuple(tuple(row[index] for index in shown) for row in table.rows),
    )
