"""A table as a value."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Column", "TableView"]


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
    with which a new part begins. ``empty`` is what stands there when there are no rows.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | int, ...], ...]
    marked: frozenset[int] = frozenset()
    breaks: frozenset[int] = frozenset()
    empty: str = ""
