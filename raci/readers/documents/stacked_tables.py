"""Tables that hold several below one another, of which one is a matrix: each becomes a table of its own.

A sheet, or a page made of one, often has a roster above a chart of duties. A roster has no head that is known, so that
one of its rows would head the chart. Tables that all have heads of tasks need no parting: the head of the second is
found where the first is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from raci.readers.documents.draft_tables import DraftCell, DraftTable
from raci.readers.documents.passages import Passage
from raci.rules.cell_content import SIGN_KINDS, cell_content
from raci.rules.columns import columns

__all__ = ["part_stacked_tables"]

#: signs are no longer
_LONGEST_SIGN = 4
#: a matrix has so many signs below its head, and of what its columns hold so many are such
_LEAST_SIGNS, _SIGNS = 4, 0.7
#: a table has so many columns and, above another, so many rows
_LEAST_COLUMNS, _LEAST_ROWS = 3, 2

#: the filled cells of a table by row
_Rows = Mapping[int, Sequence[DraftCell]]


def part_stacked_tables(parts: Sequence[Passage | DraftTable]) -> list[Passage | DraftTable]:
    """The parts, tables cut where a matrix begins below another table, or ends above one; lines between are text."""
    parted: list[Passage | DraftTable] = []
    for part in parts:
        parted += _stacked(part) if isinstance(part, DraftTable) else [part]
    return parted


def _stacked(table: DraftTable) -> Sequence[Passage | DraftTable]:
    if sum(map(_is_sign, table.cells)) < _LEAST_SIGNS:
        return [table]
    rows: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        if _words(cell):
            rows.setdefault(cell.row, []).append(cell)
    order = sorted(rows)
    starts = [*_starts(rows, order)]
    if not starts:
        return [table]
    bounds = [0, *(head for _, head in starts), len(order)]
    matrices = [_is_matrix(rows, order[begin:end]) for begin, end in pairwise(bounds)]
    parts: list[Passage | DraftTable] = []
    first = 0
    for (begin, head), (before, after) in zip(starts, pairwise(matrices), strict=True):
        if before == after or not (after or _is_known_head(rows[order[head]])):
            continue
        parts.append(_between(table, first, order[begin]))
        parts += [passage for row in order[begin:head] for cell in rows[row] for passage in cell.passages]
        first = order[head]
    return [*parts, _between(table, first, order[-1] + 1)] if parts else [table]


def _between(table: DraftTable, first: int, end: int) -> DraftTable:
    """The rows of a table from the ``first`` on, up to the ``end``; none reaches beyond."""
    cells = (cell for cell in table.cells if first <= cell.row < end)
    held = (cell._replace(row=cell.row - first, rowspan=min(cell.rowspan, end - cell.row)) for cell in cells)
    return table._replace(cells=tuple(held))


def _starts(rows: _Rows, order: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where a further table may begin: the places of the first line above its head, and of the head."""
    above = 0
    begin: int | None = None
    for place, row in enumerate(order):
        is_apart = place > 0 and row > 1 + max(cell.row + cell.rowspan - 1 for cell in rows[order[place - 1]])
        if begin is None and (is_apart or len(rows[row]) == 1):
            begin = place
        if len(rows[row]) == 1:
            continue
        if begin is not None and above >= _LEAST_ROWS and len(rows[row]) >= _LEAST_COLUMNS:
            yield begin, place
        begin = None
        above += 1


def _is_matrix(rows: _Rows, order: Sequence[int]) -> bool:
    """Whether the first of these rows with several cells heads columns of signs."""
    several = [row for row in order if len(rows[row]) > 1]
    if not several or sum(map(_is_sign, rows[several[0]])) > 1:
        return False
    by_column: dict[int, list[DraftCell]] = {cell.column: [] for cell in rows[several[0]][1:]}
    for row in several[1:]:
        for cell in rows[row]:
            by_column.get(cell.column, []).append(cell)
    signs = [sum(map(_is_sign, cells)) for cells in by_column.values()]
    held = [count for count, cells in zip(signs, by_column.values(), strict=True) if count > _SIGNS * len(cells)]
    return len(held) > 1 and sum(held) >= _LEAST_SIGNS


def _words(cell: DraftCell) -> str:
    return "".join(passage.text for passage in cell.passages).strip()


def _is_sign(cell: DraftCell) -> bool:
    words = _words(cell)
    return 0 < len(words) <= _LONGEST_SIGN and cell_content(words).kind in SIGN_KINDS


def _is_known_head(cells: Sequence[DraftCell]) -> bool:
    texts = [""] * (max(cell.column for cell in cells) + 1)
    for cell in cells:
        texts[cell.column] = _words(cell)
    return columns(texts) is not None
