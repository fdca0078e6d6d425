"""What was understood of a table: its columns, its tasks with who has a part in them, and what was not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from raci.model.places import Span

__all__ = ["CellDuty", "TableColumn", "TableReading", "TableTask", "UnreadCells"]


class CellDuty(NamedTuple):
    """Who has a part in a task by one cell.

    ``roles`` are those that the column, the letter or the word says (several where a column holds bodies and persons);
    ``names`` is where the names stand, ``evidence`` the cell that says so: the same, but in a matrix.
    ``any_words``: any short words are a name there, as below 岗位 or in the head of a matrix.
    """

    roles: tuple[str, ...]
    names: Span
    evidence: Span
    any_words: bool = False


class TableTask(NamedTuple):
    """A task that a table holds: number and heading as written, the chapters above it, its span, who, and when."""

    number: str
    heading: str
    chapters: tuple[str, ...]
    start: int
    end: int
    duties: tuple[CellDuty, ...] = ()
    deadline: Span | None = None


class TableColumn(NamedTuple):
    """A column as understood: its head as written, the role that it was given (None: unknown), and why.

    ``fit`` is the share of its filled cells whose content fits the role.
    """

    place: int
    head: str
    role: str | None
    rule: str
    fit: float
    why: str


class UnreadCells(NamedTuple):
    """Cells that look like an assignment of duties and were not understood: where, and why."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table as understood. ``shape`` names the form in which it was read; empty where it holds no duties."""

    start: int
    end: int
    shape: str = ""
    columns: tuple[TableColumn, ...] = ()
    tasks: tuple[TableTask, ...] = ()
    unread: tuple[UnreadCells, ...] = ()
