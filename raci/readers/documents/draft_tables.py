"""Tables as readers draft them, before they become blocks of a Document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci.readers.documents.passages import Passage, TextLine
from raci.rules.columns import columns

__all__ = ["DraftCell", "DraftTable", "NestedCell", "has_task_head"]

#: the head of a table of tasks stands in one of the first rows
_HEAD_ROWS = 4


class DraftCell(NamedTuple):
    """One cell: its row and column (from 0), its paragraphs, and how many rows and columns it spans.

    ``unplaced``: nothing tells for certain that it stands in this column of bodies and not in another.
    """

    row: int
    column: int
    passages: tuple[Passage, ...]
    rowspan: int = 1
    colspan: int = 1
    unplaced: bool = False


class DraftTable(NamedTuple):
    """A table, its cells in reading order; ``width`` is how many columns its lines draw, 0 where none are known."""

    cells: tuple[DraftCell, ...]
    width: int = 0


class NestedCell(NamedTuple):
    """A cell while a table is read: its row and column (from 0), its spans, and the lines and tables inside it."""

    row: int
    column: int
    rowspan: int
    colspan: int
    parts: Sequence[TextLine | DraftTable]


def has_task_head(table: DraftTable) -> bool:
    """Whether one of the first rows heads the columns of a table of tasks."""
    rows: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return any(
        columns(["".join(line.text for passage in cell.passages for line in passage.lines) for cell in rows[row]])
        for row in sorted(rows)[:_HEAD_ROWS]
    )
