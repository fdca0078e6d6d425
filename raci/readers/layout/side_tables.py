"""A wide table that was printed on pages side by side: its right part is put beside the left one again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import Passage
from raci.rules.columns import NAMED, TASKS, read_head

__all__ = ["are_sides", "is_beside", "join_sides"]

#: the head stands in one of the first rows, and a table has so many rows with it
_HEAD_ROWS, _MIN_ROWS = 4, 3
#: this part of a head is known
_KNOWN_HEADS = 0.6
#: so many lines stand between both parts: the notes below a table, the title that is repeated above it
_MOST_BETWEEN = 4
#: what a right part tells, and what none does
_WHO_OR_WHEN, _NOT_BESIDE = NAMED | {"deadline"}, {"task", "number", "unit"}


def are_sides(left: DraftTable, right: DraftTable) -> bool:
    """Whether two tables are parts of one, by their heads."""
    head, other = _head(left), _head(right)
    return head is not None and other is not None and is_beside(head[1], other[1])


def is_beside(left: Collection[str], right: Collection[str]) -> bool:
    """Whether two heads, by what their columns are, are parts of one: the first names tasks, the other who, or when.

    The other names no tasks, counts nothing, says nothing that the first says, and has no column of bodies as lists of
    persons have; it tells more of the tasks only where the first names nobody.
    """
    said = set(right) - {"remark"}
    if TASKS.isdisjoint(left) or said.isdisjoint(_WHO_OR_WHEN) or not said.isdisjoint({*_NOT_BESIDE, *left}):
        return False
    return said.isdisjoint(TASKS) or NAMED.isdisjoint(left)


def join_sides(parts: Iterable[Passage | DraftTable]) -> tuple[list[Passage | DraftTable], int]:
    """The paragraphs and tables with parts of one table put side by side, and how often that was done.

    Both parts have the same number of rows. Lines below the left one and above the right one come behind the whole.
    """
    joined: list[Passage | DraftTable] = []
    count = 0
    for part in parts:
        at = _last_table(joined) if isinstance(part, DraftTable) else None
        left = None if at is None else joined[at]
        whole = _joined(left, part) if isinstance(left, DraftTable) and isinstance(part, DraftTable) else None
        if whole is None or at is None:
            joined.append(part)
        else:
            joined[at] = whole
            count += 1
    return joined, count


def _last_table(parts: Sequence[Passage | DraftTable]) -> int | None:
    """Where the last table is, if no more stands behind it than at the foot of a page and at the head of the next."""
    behind = reversed(range(max(0, len(parts) - 1 - _MOST_BETWEEN), len(parts)))
    return next((index for index in behind if isinstance(parts[index], DraftTable)), None)


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
