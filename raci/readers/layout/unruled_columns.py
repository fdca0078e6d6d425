"""The columns of a table without ruled lines: the known heads of a row, and the white that runs down between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from raci.readers.layout.glyphs import Glyph, glyph_size
from raci.readers.layout.parted_heads import part_at_gaps, parted_heads, words_of
from raci.readers.layout.unruled_matrix import matrix_columns
from raci.readers.layout.unruled_rows import MOST_HEAD_CHARS, WIDE_GAP, TableColumns, White, extend_down
from raci.rules.columns import NAMED, ColumnHead, columns, read_head

__all__ = ["find_columns"]

#: the heads of columns are so far apart, in characters (tried in order)
_HEAD_GAPS = (0.6, WIDE_GAP)
_MIN_COLUMNS, _MAX_COLUMNS = 3, 12
#: a head stands in so many rows of type, no farther apart, in characters; a further one is alike in size
_MAX_HEAD_LINES, _MAX_HEAD_LEAD, _HEAD_SIZE = 3, 0.8, 0.1
#: lines begin at one place within so many points; what parts columns is so far short of it
_ALIGNED, _SHORT_OF = 1.0, 2.0
#: the first of them is parted, or nothing but one word
_MAX_WORD = 8


def find_columns(rows: Sequence[Sequence[Glyph]], head: int) -> tuple[TableColumns, int] | None:
    """The columns of the table whose head begins with the row ``head``, and the index behind its last row.

    None where that row heads neither a table whose rows are numbered, or say what is to be done, nor a matrix. Heads
    that found no room go on in the next rows, and some may be parted there: 责任分工 over 牵头单位 and 配合单位.
    """
    size = min(glyph_size(rows[head]), _usual_width(rows[head]))  # some fonts are taller than wide
    best: tuple[TableColumns, int] | None = None  # of those without numbers
    for gap in _HEAD_GAPS:
        is_parted = len(rows[head]) <= _MAX_WORD or len(part_at_gaps(rows[head], gap * size)) > 1
        for count in range(1, _MAX_HEAD_LINES + 1 if is_parted else 1):
            if count > 1 and not _is_head_line(rows, head + count - 1):
                break
            found = _below_head(rows, head, count, gap * size)
            if found is not None and (found[0].numbers is not None or found[0].signs):
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
    return near and len(row) <= MOST_HEAD_CHARS and abs(glyph_size(row) - size) < _HEAD_SIZE * size


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
        return matrix_columns(rows, last, cells, heads)
    between: list[list[White]] = [
        [(max(glyph.right for glyph in left), right[0].left)] for left, right in pairwise(cells)
    ]
    end, whites = extend_down(rows, last, between, numbers)
    if end == last + 1:
        return None
    widest = [max(white, key=lambda stretch: stretch[1] - stretch[0]) for white in whites]
    cuts = tuple(_cut(white, rows[last + 1 : end]) for white in widest)
    reaching = frozenset(column for column, rule in known.items() if rule.role in ("chapter", "task"))
    parties = frozenset(column for column, rule in known.items() if rule.role in NAMED)
    limits, chapters = (
        frozenset(column for column, rule in known.items() if rule.role == role) for role in ("deadline", "chapter")
    )
    found = TableColumns(cuts, numbers, reaching, parties, tuple(heads), tasks=tasks or 0)
    return found._replace(limits=limits, chapters=chapters), end


def _cut(white: White, rows: Iterable[Sequence[Glyph]]) -> float:
    """Where the white between two columns parts them: short of where the lines of the right one begin, if most do so.

    Overleaf those of the left one may be longer.
    """
    left, right = white
    middle = (left + right) / 2
    begins = [begin for row in rows if (begin := next((each.left for each in row if each.left > middle), None))]
    aligned = sum(begin - right < _ALIGNED for begin in begins)
    return right - min(_SHORT_OF, (right - left) / 4) if 2 * aligned > len(begins) else middle


def _tasks(known: Mapping[int, ColumnHead], count: int) -> int | None:
    """The column that says in each row what is to be done: the contents, where it has a column of tasks beside them.

    Or else the one column of which the head says nothing.
    """
    by_role = {rule.role: column for column, rule in reversed([*known.items()])}
    unknown = [column for column in range(count) if column not in known]
    said = next((by_role[role] for role in ("content", "task") if role in by_role), None)
    return unknown[0] if said is None and len(unknown) == 1 else said


def _line_by_line(cell: Iterable[Glyph], lines: Iterable[Sequence[Glyph]]) -> list[Glyph]:
    """What stands in a cell, in the order of its lines."""
    inside = set(cell)
    return [glyph for line in lines for glyph in line if glyph in inside]
