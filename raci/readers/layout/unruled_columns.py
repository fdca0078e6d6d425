"""The columns of a table without ruled lines: the known heads of a row, and the white that runs down between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.readers.layout.glyphs import Glyph, glyph_size
from raci.readers.layout.running_heads import is_page_number
from raci.rules.columns import columns
from raci.rules.text_patterns import text_patterns

__all__ = ["TableColumns", "find_columns", "find_continuation", "split_row"]

#: the heads of columns are so far apart, in characters (tried in order); the white between columns is at least so wide
_HEAD_GAPS, _MIN_WHITE = (0.6, 1.8), 0.25
_MIN_COLUMNS, _MAX_COLUMNS = 3, 12
#: marks that may hang over the edge of a cell
_HANGING_MARKS = frozenset("，。、；：）")
#: what stands so many characters below the last row is no part of a table
_MAX_GAP = 4.0
#: so many rows above a table that goes on overleaf may be the page's own
_MAX_HEAD_ROWS = 2
#: overleaf a character may reach so far, in points, over what parts two columns
_TOLERANCE = 1

#: left and right end of a stretch of white, in points
_White = tuple[float, float]


class TableColumns(NamedTuple):
    """The columns of a table: the positions between them, which one holds the numbers, which reach over blanks."""

    cuts: tuple[float, ...]
    numbers: int
    reaching: frozenset[int]


def find_columns(rows: Sequence[Sequence[Glyph]], head: int) -> tuple[TableColumns, int] | None:
    """The columns of the table whose head is the row ``head``, and the index behind its last row.

    None where that row heads no table of tasks with numbered rows.
    """
    head_row = rows[head]
    size = glyph_size(head_row)
    for gap in _HEAD_GAPS:
        cells = _part_at_gaps(head_row, gap * size)
        if not _MIN_COLUMNS <= len(cells) <= _MAX_COLUMNS:
            continue
        known = columns([_words(cell) for cell in cells])
        numbers = next((column for column, rule in (known or {}).items() if rule.role == "number"), None)
        if known is None or numbers is None:
            continue
        between: list[list[_White]] = [[(left[-1].right, right[0].left)] for left, right in pairwise(cells)]
        end, whites = _extend_down(rows, head, between, numbers)
        widest = [max(white, key=lambda stretch: stretch[1] - stretch[0]) for white in whites]
        cuts = tuple((left + right) / 2 for left, right in widest)
        reaching = frozenset(column for column, rule in known.items() if rule.role in ("chapter", "task"))
        return TableColumns(cuts, numbers, reaching), end
    return None


def _extend_down(
    rows: Sequence[Sequence[Glyph]], head: int, whites: list[list[_White]], numbers: int
) -> tuple[int, list[list[_White]]]:
    """The index behind the last row that leaves white between all columns, and the white that all of them leave."""
    size = glyph_size(rows[head])
    end = head + 1
    while end < len(rows):
        left = [_less(white, rows[end], _MIN_WHITE * size) for white in whites]
        if _stands_off(rows[end], rows[end - 1], size) or not all(left) or not _is_numbered(rows[end], left, numbers):
            break
        whites = left
        end += 1
    return end, whites


def _stands_off(row: Sequence[Glyph], above: Sequence[Glyph], size: float) -> bool:
    return row[0].top - above[0].bottom > _MAX_GAP * size


def _part_at_gaps(row: Sequence[Glyph], gap: float) -> list[list[Glyph]]:
    cells = [[row[0]]]
    for left, right in pairwise(row):
        if right.left - left.right > gap:
            cells.append([])
        cells[-1].append(right)
    return cells


def _words(glyphs: Iterable[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs)


def _less(white: Iterable[_White], row: Iterable[Glyph], min_width: float) -> list[_White]:
    """The white that a row leaves, where it is wide enough."""
    stretches = list(white)
    for glyph in row:
        if glyph.text in _HANGING_MARKS:
            continue
        cut: list[_White] = []
        for left, right in stretches:
            if glyph.right <= left or glyph.left >= right:
                cut.append((left, right))
            else:
                cut += [(left, glyph.left), (glyph.right, right)]
        stretches = [(left, right) for left, right in cut if right - left >= min_width]
    return stretches


def _is_numbered(row: Sequence[Glyph], whites: Sequence[Sequence[_White]], numbers: int) -> bool:
    """Whether what a row has in the column of numbers is a number, or nothing."""
    left = whites[numbers - 1][0][0] if numbers else float("-inf")
    right = whites[numbers][-1][1] if numbers < len(whites) else float("inf")
    words = _words(glyph for glyph in row if glyph.left >= left and glyph.right <= right)
    return _may_stand_in_numbers(words, row)


def _may_stand_in_numbers(words: str, row: Sequence[Glyph]) -> bool:
    """Whether a row with these words in the column of numbers may be one of the table."""
    if words:
        return text_patterns("pages")["row-number"].holds(words)
    return not is_page_number(_words(row))


def find_continuation(rows: Sequence[Sequence[Glyph]], table: TableColumns) -> tuple[int, int]:
    """The rows that go on with a table of the page before: the index of the first, and that behind the last."""
    begin = 0
    while begin < min(_MAX_HEAD_ROWS, len(rows)) and not (
        _fits(rows[begin], table) and sum(map(bool, split_row(rows[begin], table.cuts))) > 1
    ):
        begin += 1
    end = begin
    while end < len(rows) and _fits(rows[end], table):
        if end > begin and _stands_off(rows[end], rows[end - 1], glyph_size(rows[end])):
            break
        end += 1
    return begin, end


def _fits(row: Sequence[Glyph], table: TableColumns) -> bool:
    """Whether a row runs over nothing that parts the columns and has a number, or nothing, in theirs."""
    for glyph in row:
        if glyph.text not in _HANGING_MARKS and any(
            glyph.left < cut - _TOLERANCE and glyph.right > cut + _TOLERANCE for cut in table.cuts
        ):
            return False
    return _may_stand_in_numbers(_words(split_row(row, table.cuts)[table.numbers]), row)


def split_row(row: Iterable[Glyph], cuts: Sequence[float]) -> list[list[Glyph]]:
    """The characters of a row column by column; a column without any gives an empty list."""
    cells: list[list[Glyph]] = [[] for _ in range(len(cuts) + 1)]
    for glyph in row:
        cells[sum((glyph.left + glyph.right) / 2 > cut for cut in cuts)].append(glyph)
    return cells
