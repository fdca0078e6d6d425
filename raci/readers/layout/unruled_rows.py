"""Which rows of a page belong to a table without ruled lines: those that leave white between all of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.model.late_patterns import late_pattern
from raci.readers.layout.glyphs import Glyph, glyph_size
from raci.readers.layout.gutters import HANGING_MARKS
from raci.readers.layout.parted_heads import part_at_gaps, words_of
from raci.readers.layout.running_heads import is_page_number
from raci.rules.text_patterns import text_patterns

__all__ = [
    "MOST_HEAD_CHARS",
    "WIDE_GAP",
    "TableColumns",
    "White",
    "begins_lines",
    "extend_down",
    "find_continuation",
    "is_even",
    "is_section",
    "says_section",
    "split_row",
]

#: the white between columns is at least so wide, in characters, and where it is so wide, nothing else is
_MIN_WHITE, WIDE_GAP = 0.25, 1.8
#: a head, and a row that names a section, is no longer
MOST_HEAD_CHARS = 40
#: what follows a mark so near, in parts of the least white, stands in its cell
_JOINED = 0.4
#: what stands so many characters below the last row is no part of a table
_MAX_GAP = 4.0
#: … nor what stands so far and so many times farther below than rows stand apart, where no number tells that it is one
_FAR, _APART = 2.2, 1.8
#: lines of a column begin at one place where they do so within this part of a character
_ALIGNED = 0.25
#: so many rows above a table that goes on overleaf may be the page's own
_MAX_HEAD_ROWS = 2
#: overleaf a character may reach so far, in points, over what parts two columns
_TOLERANCE = 1
#: how the name of a section begins
_SECTION = late_pattern("(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])[\u4e00-\u9fff]")
#: what stands below a table begins so
_NOTE = late_pattern("(?:备?注|说明|填[表报]|审核|联系)[^，。]{0,6}[：:]")

#: left and right end of a stretch of white, in points
White = tuple[float, float]


class TableColumns(NamedTuple):
    """The columns of a table: the positions between them, which one holds the numbers, which reach over blanks, which
    name bodies; what stands in the head of each, and over how many rows of type the head stands.

    Where no column holds numbers, ``tasks`` has a cell in each row. ``signs`` are the columns of a matrix that hold
    letters, marks or words of roles.
    """

    cuts: tuple[float, ...]
    numbers: int | None
    reaching: frozenset[int]
    parties: frozenset[int] = frozenset()
    heads: tuple[Sequence[Glyph], ...] = ()
    head_rows: int = 1
    tasks: int = 0
    limits: frozenset[int] = frozenset()
    chapters: frozenset[int] = frozenset()
    signs: frozenset[int] = frozenset()


def extend_down(
    rows: Sequence[Sequence[Glyph]], head: int, whites: list[list[White]], numbers: int | None
) -> tuple[int, list[list[White]]]:
    """The index behind the last row that leaves white between all columns, and the white that all of them leave."""
    size = glyph_size(rows[head])
    end = head + 1
    while end < len(rows):
        left = [_less(white, rows[end], _MIN_WHITE * size) for white in whites]
        if _stands_off(rows[end], rows[end - 1], size) and not (all(left) and _has_number(rows[end], left, numbers)):
            break
        if numbers is None and (_is_note(rows[end]) or _is_apart(rows[head : end + 1], size)):
            break
        if all(left) and _is_numbered(rows[end], left, numbers):
            whites = left
        elif not _is_section(rows[end]):
            break
        end += 1
    while end > head + 1 and _is_section(rows[end - 1]):
        end -= 1
    return end, whites


def says_section(words: str) -> bool:
    """Whether words are the name of a section with its number: 二、城市更新（5项）."""
    return len(words) <= MOST_HEAD_CHARS and _SECTION.match(words) is not None


def _is_section(row: Sequence[Glyph]) -> bool:
    """Whether a row is nothing but the name of a section."""
    return len(part_at_gaps(row, WIDE_GAP * glyph_size(row))) == 1 and says_section(words_of(row))


def is_section(row: Sequence[Glyph], table: TableColumns) -> bool:
    """Whether a row of a table stands across its columns and names a section."""
    return not _fits(row, table) and _is_section(row)


def _stands_off(row: Sequence[Glyph], above: Sequence[Glyph], size: float) -> bool:
    return row[0].top - above[0].bottom > _MAX_GAP * size


def _less(white: Iterable[White], row: Sequence[Glyph], min_width: float) -> list[White]:
    """The white that a row leaves, where it is wide enough; marks may hang into it where nothing follows them."""
    stretches = list(white)
    for index, glyph in enumerate(row):
        follows = index + 1 < len(row) and row[index + 1].left - glyph.right < _JOINED * min_width
        if glyph.text in HANGING_MARKS and not follows:
            continue
        cut: list[White] = []
        for left, right in stretches:
            if glyph.right <= left or glyph.left >= right:
                cut.append((left, right))
            else:
                cut += [(left, glyph.left), (glyph.right, right)]
        stretches = [(left, right) for left, right in cut if right - left >= min_width]
    return stretches


def _is_apart(rows: Sequence[Sequence[Glyph]], size: float) -> bool:
    """Whether the last of some rows stands farther below the others than any of these below the one above it."""
    *gaps, last = [lower[0].top - upper[0].bottom for upper, lower in pairwise(rows)]
    return bool(gaps) and last > max(_FAR * size, _APART * max(gaps))


def is_even(rows: Iterable[Sequence[Glyph]], table: TableColumns) -> bool:
    """Whether each of the rows has words in all columns, wide gaps between them: as lines of text they are read too."""
    count = len(table.cuts) + 1
    return all(len(part_at_gaps(row, WIDE_GAP * glyph_size(row))) == count for row in rows)


def _is_note(row: Sequence[Glyph]) -> bool:
    """Whether a row begins what stands below a table: 注：, 填表人：."""
    return _NOTE.match(words_of(row)) is not None


def _is_numbered(row: Sequence[Glyph], whites: Sequence[Sequence[White]], numbers: int | None) -> bool:
    """Whether what a row has in the column of numbers is a number, or nothing."""
    if numbers is None:
        return _may_stand_in_numbers("", row)
    left = whites[numbers - 1][0][0] if numbers else float("-inf")
    right = whites[numbers][-1][1] if numbers < len(whites) else float("inf")
    words = words_of(glyph for glyph in row if glyph.left >= left and glyph.right <= right)
    return _may_stand_in_numbers(words, row)


def _has_number(row: Sequence[Glyph], whites: Sequence[Sequence[White]], numbers: int | None) -> bool:
    """Whether a row has a number in the first column, and words in most others: far below the last row it is one too.

    Where merged cells have many lines, rows stand far apart.
    """
    if numbers != 0:
        return False
    cells = split_row(row, [(left + right) / 2 for (left, right), *_ in whites])
    filled = sum(map(bool, cells))
    return words_of(cells[0]).isdigit() and 2 * filled > len(cells)


def _may_stand_in_numbers(words: str, row: Sequence[Glyph]) -> bool:
    """Whether a row with these words in the column of numbers may be one of the table."""
    if words:
        return text_patterns("pages")["row-number"].holds(words)
    return not is_page_number(words_of(row))


def find_continuation(rows: Sequence[Sequence[Glyph]], table: TableColumns, lefts: Sequence[float]) -> tuple[int, int]:
    """The rows that go on with a table of the page before: the index of the first, and that behind the last.

    ``lefts`` says where the lines of each column began there: a row that begins all of its cells so is one of it, be it
    a single line. Others stand in several columns.
    """
    begin = 0
    while begin < min(_MAX_HEAD_ROWS, len(rows)) and not (
        _fits(rows[begin], table)
        and (sum(map(bool, split_row(rows[begin], table.cuts))) > 1 or begins_lines(rows[begin], table, lefts))
    ):
        begin += 1
    end = begin
    while end < len(rows) and (_fits(rows[end], table) or (end > begin and _is_section(rows[end]))):
        if end > begin and _stands_off(rows[end], rows[end - 1], glyph_size(rows[end])):
            break
        end += 1
    while end > begin and is_section(rows[end - 1], table):
        end -= 1
    return begin, end


def begins_lines(row: Sequence[Glyph], table: TableColumns, lefts: Sequence[float]) -> bool:
    """Whether what a row has in each column begins where the lines of the column do (``lefts``)."""
    near = _ALIGNED * glyph_size(row)
    cells = split_row(row, table.cuts)
    return all(abs(cell[0].left - left) < near for cell, left in zip(cells, lefts, strict=True) if cell)


def _fits(row: Sequence[Glyph], table: TableColumns) -> bool:
    """Whether a row runs over nothing that parts the columns and has a number, or nothing, in theirs."""
    for glyph in row:
        if glyph.text not in HANGING_MARKS and any(
            glyph.left < cut - _TOLERANCE and glyph.right > cut + _TOLERANCE for cut in table.cuts
        ):
            return False
    words = "" if table.numbers is None else words_of(split_row(row, table.cuts)[table.numbers])
    return _may_stand_in_numbers(words, row)


def split_row(row: Iterable[Glyph], cuts: Sequence[float]) -> list[list[Glyph]]:
    """The characters of a row column by column; a column without any gives an empty list."""
    cells: list[list[Glyph]] = [[] for _ in range(len(cuts) + 1)]
    for glyph in row:
        cells[sum((glyph.left + glyph.right) / 2 > cut for cut in cuts)].append(glyph)
    return cells
