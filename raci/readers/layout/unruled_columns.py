"""The columns of a table without ruled lines: the known heads of a row, and the white that runs down between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.model.late_patterns import late_pattern
from raci.readers.layout.glyphs import Glyph, glyph_size
from raci.readers.layout.parted_heads import part_at_gaps, parted_heads, words_of
from raci.readers.layout.running_heads import is_page_number
from raci.rules.columns import NAMED, ColumnHead, columns, read_head
from raci.rules.text_patterns import text_patterns

__all__ = ["TableColumns", "begins_lines", "find_columns", "find_continuation", "is_section", "split_row"]

#: the heads of columns are so far apart, in characters (tried in order); the white between columns is at least so wide
_HEAD_GAPS, _MIN_WHITE = (0.6, 1.8), 0.25
_MIN_COLUMNS, _MAX_COLUMNS = 3, 12
#: a head stands in so many rows of type, no farther apart, in characters; a further one is no longer, and alike in size
_MAX_HEAD_LINES, _MAX_HEAD_LEAD, _MAX_HEAD_CHARS, _HEAD_SIZE = 3, 0.8, 40, 0.1
#: the first of them is parted, or nothing but one word
_MAX_WORD = 8
#: marks that may hang over the edge of a cell
_HANGING_MARKS = frozenset("，。、；：）")
#: what follows a mark so near, in parts of the least white, stands in its cell
_JOINED = 0.4
#: what stands so many characters below the last row is no part of a table
_MAX_GAP = 4.0
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
_White = tuple[float, float]


class TableColumns(NamedTuple):
    """The columns of a table: the positions between them, which one holds the numbers, which reach over blanks, which
    name bodies; what stands in the head of each, and over how many rows of type the head stands.

    Where no column holds numbers, ``tasks`` has a cell in each row.
    """

    cuts: tuple[float, ...]
    numbers: int | None
    reaching: frozenset[int]
    parties: frozenset[int] = frozenset()
    heads: tuple[Sequence[Glyph], ...] = ()
    head_rows: int = 1
    tasks: int = 0
    limits: frozenset[int] = frozenset()


def find_columns(rows: Sequence[Sequence[Glyph]], head: int) -> tuple[TableColumns, int] | None:
    """The columns of the table whose head begins with the row ``head``, and the index behind its last row.

    None where that row heads no table whose rows are numbered, or say what is to be done. Heads that found no room go
    on in the next rows, and some may be parted there: 责任分工 over 牵头单位 and 配合单位.
    """
    size = min(glyph_size(rows[head]), _usual_width(rows[head]))  # some fonts are taller than wide
    best: tuple[TableColumns, int] | None = None  # of those without numbers
    for gap in _HEAD_GAPS:
        is_parted = len(rows[head]) <= _MAX_WORD or len(part_at_gaps(rows[head], gap * size)) > 1
        for count in range(1, _MAX_HEAD_LINES + 1 if is_parted else 1):
            if count > 1 and not _is_head_line(rows, head + count - 1):
                break
            found = _below_head(rows, head, count, gap * size)
            if found is not None and found[0].numbers is not None:
                return found
            if found is not None and (best is None or _known_heads(found[0]) > _known_heads(best[0])):
                best = found
    return best


def _known_heads(table: TableColumns) -> int:
    return sum(read_head(words_of(head)) is not None for head in table.heads)


def _below_head(rows: Sequence[Sequence[Glyph]], head: int, count: int, gap: float) -> tuple[TableColumns, int] | None:
    """The columns below a head of so many rows, some of which the next row may part; None where it heads no rows."""
    lines = rows[head : head + count]
    cells = part_at_gaps(sorted((glyph for line in lines for glyph in line), key=lambda glyph: glyph.left), gap)
    heads = [_line_by_line(cell, lines) for cell in cells] if count > 1 else cells
    end = head + count
    parted = parted_heads(heads, rows[end], gap) if end < len(rows) and len(cells) > 1 else None
    found = _columns_below(rows, end, *parted) if parted is not None else None
    if found is not None:
        return found[0]._replace(head_rows=count + 1), found[1]
    found = _columns_below(rows, end - 1, cells, heads)
    return None if found is None else (found[0]._replace(head_rows=count), found[1])


def _usual_width(row: Sequence[Glyph]) -> float:
    """The usual width of the characters of a row, in points."""
    return sorted(glyph.right - glyph.left for glyph in row)[len(row) // 2]


def _is_head_line(rows: Sequence[Sequence[Glyph]], index: int) -> bool:
    """Whether a row may be one more of a head: close below the one before, in type of its size."""
    if index >= len(rows):
        return False
    row, above = rows[index], rows[index - 1]
    size = glyph_size(above)
    near = min(glyph.top for glyph in row) - max(glyph.bottom for glyph in above) < _MAX_HEAD_LEAD * size
    return near and len(row) <= _MAX_HEAD_CHARS and abs(glyph_size(row) - size) < _HEAD_SIZE * size


def _columns_below(
    rows: Sequence[Sequence[Glyph]], last: int, cells: Sequence[Sequence[Glyph]], heads: Sequence[Sequence[Glyph]]
) -> tuple[TableColumns, int] | None:
    """The columns below a head whose last row is ``last``; None where it heads no rows.

    ``cells`` stand over the columns, ``heads`` are what these are called.
    """
    if not _MIN_COLUMNS <= len(cells) <= _MAX_COLUMNS:
        return None
    known = columns([words_of(head) for head in heads])
    numbers = next((column for column, rule in (known or {}).items() if rule.role == "number"), None)
    tasks = _tasks(known or {}, len(heads))
    if known is None or (numbers is None and tasks is None):
        return None
    between: list[list[_White]] = [
        [(max(glyph.right for glyph in left), right[0].left)] for left, right in pairwise(cells)
    ]
    end, whites = _extend_down(rows, last, between, numbers)
    if end == last + 1:
        return None
    widest = [max(white, key=lambda stretch: stretch[1] - stretch[0]) for white in whites]
    cuts = tuple((left + right) / 2 for left, right in widest)
    reaching = frozenset(column for column, rule in known.items() if rule.role in ("chapter", "task"))
    parties = frozenset(column for column, rule in known.items() if rule.role in NAMED)
    limits = frozenset(column for column, rule in known.items() if rule.role == "deadline")
    return TableColumns(cuts, numbers, reaching, parties, tuple(heads), tasks=tasks or 0, limits=limits), end


def _tasks(known: Mapping[int, ColumnHead], count: int) -> int | None:
    """The column that says in each row what is to be done: the contents, where it has a column of tasks beside them.

    Or else the one column of which the head says nothing.
    """
    by_role = {rule.role: column for column, rule in reversed(known.items())}
    unknown = [column for column in range(count) if column not in known]
    said = next((by_role[role] for role in ("content", "task") if role in by_role), None)
    return unknown[0] if said is None and len(unknown) == 1 else said


def _line_by_line(cell: Iterable[Glyph], lines: Iterable[Sequence[Glyph]]) -> list[Glyph]:
    """What stands in a cell, in the order of its lines."""
    inside = set(cell)
    return [glyph for line in lines for glyph in line if glyph in inside]


def _extend_down(
    rows: Sequence[Sequence[Glyph]], head: int, whites: list[list[_White]], numbers: int | None
) -> tuple[int, list[list[_White]]]:
    """The index behind the last row that leaves white between all columns, and the white that all of them leave."""
    size = glyph_size(rows[head])
    end = head + 1
    while end < len(rows):
        left = [_less(white, rows[end], _MIN_WHITE * size) for white in whites]
        if _stands_off(rows[end], rows[end - 1], size) or (numbers is None and _is_note(rows[end])):
            break
        if all(left) and _is_numbered(rows[end], left, numbers):
            whites = left
        elif not _says_section(rows[end]):
            break
        end += 1
    while end > head + 1 and _says_section(rows[end - 1]):
        end -= 1
    return end, whites


def _says_section(row: Sequence[Glyph]) -> bool:
    """Whether a row is nothing but the name of a section with its number: 二、城市更新（5项）."""
    is_whole = len(part_at_gaps(row, _HEAD_GAPS[1] * glyph_size(row))) == 1
    return is_whole and len(row) <= _MAX_HEAD_CHARS and _SECTION.match(words_of(row)) is not None


def is_section(row: Sequence[Glyph], table: TableColumns) -> bool:
    """Whether a row of a table stands across its columns and names a section."""
    return not _fits(row, table) and _says_section(row)


def _stands_off(row: Sequence[Glyph], above: Sequence[Glyph], size: float) -> bool:
    return row[0].top - above[0].bottom > _MAX_GAP * size


def _less(white: Iterable[_White], row: Sequence[Glyph], min_width: float) -> list[_White]:
    """The white that a row leaves, where it is wide enough; marks may hang into it where nothing follows them."""
    stretches = list(white)
    for index, glyph in enumerate(row):
        follows = index + 1 < len(row) and row[index + 1].left - glyph.right < _JOINED * min_width
        if glyph.text in _HANGING_MARKS and not follows:
            continue
        cut: list[_White] = []
        for left, right in stretches:
            if glyph.right <= left or glyph.left >= right:
                cut.append((left, right))
            else:
                cut += [(left, glyph.left), (glyph.right, right)]
        stretches = [(left, right) for left, right in cut if right - left >= min_width]
    return stretches


def _is_note(row: Sequence[Glyph]) -> bool:
    """Whether a row begins what stands below a table: 注：, 填表人：."""
    return _NOTE.match(words_of(row)) is not None


def _is_numbered(row: Sequence[Glyph], whites: Sequence[Sequence[_White]], numbers: int | None) -> bool:
    """Whether what a row has in the column of numbers is a number, or nothing."""
    if numbers is None:
        return _may_stand_in_numbers("", row)
    left = whites[numbers - 1][0][0] if numbers else float("-inf")
    right = whites[numbers][-1][1] if numbers < len(whites) else float("inf")
    words = words_of(glyph for glyph in row if glyph.left >= left and glyph.right <= right)
    return _may_stand_in_numbers(words, row)


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
    while end < len(rows) and (_fits(rows[end], table) or (end > begin and _says_section(rows[end]))):
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
        if glyph.text not in _HANGING_MARKS and any(
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
