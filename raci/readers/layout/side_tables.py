"""A wide table that was printed on pages side by side: its right part is put beside the left one again."""

from __future__ import annotations

from collections.abc import Iterable

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import Passage
from raci.rules.columns import NAMED, TASKS, read_head

__all__ = ["are_sides", "join_sides"]

#: the head stands in one of the first rows, and a table has so many rows with it
_HEAD_ROWS, _MIN_ROWS = 4, 3
#: this part of a head is known
_KNOWN_HEADS = 0.6


def are_sides(left: DraftTable, right: DraftTable) -> bool:
    """Whether two tables are parts of one: one says what is to be done and not by whom, the other only by whom."""
    head, other = _head(left), _head(right)
    if head is None or other is None:
        return False
    return bool(head[1] & TASKS) and not head[1] & NAMED and bool(other[1] & NAMED) and not other[1] & TASKS


def join_sides(parts: Iterable[Passage | DraftTable]) -> tuple[list[Passage | DraftTable], int]:
    """The paragraphs and tables with parts of one table put side by side, and how often that was done.

    Both parts have the same number of rows.
    """
    joined: list[Passage | DraftTable] = []
    count = 0
    for part in parts:
        last = joined[-1] if joined else None
        whole = _joined(last, part) if isinstance(last, DraftTable) and isinstance(part, DraftTable) else None
        if whole is None:
            joined.append(part)
        else:
            joined[-1] = whole
            count += 1
    return joined, count


def _joined(left: DraftTable, right: DraftTable) -> DraftTable | None:
    head, other = _head(left), _head(right)
    if head is None or other is None or not are_sides(left, right):
        return None
    rows, other_rows = (sorted({cell.row for cell in table.cells}) for table in (left, right))
    rows, other_rows = rows[rows.index(head[0]) :], other_rows[other_rows.index(other[0]) :]
    if len(rows) != len(other_rows) or len(rows) < _MIN_ROWS:
        return None
    width = max(cell.column + cell.colspan for cell in left.cells)
    beside = dict(zip(other_rows, rows, strict=True))
    moved = [
        cell._replace(row=beside[cell.row], column=cell.column + width) for cell in right.cells if cell.row in beside
    ]
    return DraftTable(tuple(sorted([*left.cells, *moved], key=lambda cell: (cell.row, cell.column))))


def _head(table: DraftTable) -> tuple[int, set[str]] | None:
    """The first row that heads columns, and what it says of them."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.row in rows or len(rows) < _HEAD_ROWS:
            rows.setdefault(cell.row, []).append("".join(passage.text for passage in cell.passages))
    for row, texts in rows.items():
        known = [head for text in texts if (head := read_head(text)) is not None]
        if known and len(known) >= _KNOWN_HEADS * len(texts):
            return row, {role for head in known for role in head.roles}
    return None
