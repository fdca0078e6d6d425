"""Tables in one line, as a copy leaves them that loses the line ends: the heads, then row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import Line, Style, piece_lines, split
from raci.readers.tables.column_fit import ColumnFits
from raci.readers.tables.fitting import fit_of
from raci.readers.tables.head_ends import number_of_heads
from raci.readers.tables.line_scan import LineScan
from raci.readers.tables.text_grid import GridCell, TextTable
from raci.rules.cell_content import cell_content
from raci.rules.columns import columns, read_head

__all__ = ["find_one_line_tables", "is_one_line_table"]

#: a head that names bodies, and behind it so many more pieces: a quick look
_HEADED = compiled(
    r"(?:单位|部门|主体|领导|处室|科室|责任|负责|牵头|配合|分工)人?"
    r"(?:(?:\t|[ \u3000]*[|｜¦│┃║][ \u3000]*|[ \u3000]+)[^\s|｜¦│┃║]+){5}"
)
#: the row of dashes below the head of a table of Markdown, in the line of its head; what parts its rows there
_DASHED = compiled(r"[|｜][ \t]+[|｜][ \t]*:?-{3,}")
_DASHES, _BETWEEN_ROWS = re.compile(r":?-+:?"), re.compile(r"[|｜][ \t]+(?=[|｜])")
_STYLES: tuple[Style, ...] = ("bar", "tab", "wide", "ideographic", "single")
_LONGEST_LEAD = 80
#: the title and what leads up to the table are so many pieces at the most; it has so many heads, and rows
_MOST_BEFORE, _MOST_HEADS, _LEAST_ROWS = 12, 14, 2


def find_one_line_tables(lines: Sequence[Line], scan: LineScan) -> Iterator[TextTable]:
    """The tables that stand so, from the top down."""
    for index in scan.holding(_HEADED):
        table = next(_tables(lines, index), None)
        if table is not None:
            yield table
    for index in scan.holding(_DASHED):
        table = _dashed(lines, index)
        if table is not None:
            yield table


def is_one_line_table(text: str) -> bool:
    """Whether a line is such a table, with all cells of each row."""
    lines = [(0, text)]
    return next(_tables(lines, 0), None) is not None or (
        _DASHED.search(text) is not None and _dashed(lines, 0) is not None
    )


def _dashed(lines: Sequence[Line], index: int) -> TextTable | None:
    """The table of Markdown whose lines have run together into one; None where its rows are no table of tasks."""
    number, text = lines[index]
    heads, *rows = [split(row, "bar") for row in _BETWEEN_ROWS.split(text)]
    if not rows or len(rows) < _LEAST_ROWS or not all(map(_DASHES.fullmatch, rows[0])) or columns(heads) is None:
        return None
    if any(len(row) > len(heads) for row in rows):
        return None
    return TextTable(index, index + 1, tuple(_cells(number, [heads, *rows[1:]])))


def _tables(lines: Sequence[Line], index: int) -> Iterator[TextTable]:
    """What a line may be read as, the most certain separators first."""
    number, text = lines[index]
    start = text.find("：", 0, _LONGEST_LEAD) + 1  # 现将任务分解如下：
    for style in _STYLES:
        pieces = split(text[start:], style)
        for first in _heads(pieces):
            rows = _rows(pieces[first:])
            before = " ".join(filter(None, (text[:start], *pieces[:first])))
            if rows:
                cells = _cells(number, [(before,), *rows] if before else rows)
                yield TextTable(index, index + 1, tuple(cells))


def _heads(pieces: Sequence[str]) -> Iterator[int]:
    """Where the heads may begin: two stand one behind the other."""
    known = [bool(words) and read_head(words) is not None for words in pieces[: _MOST_BEFORE + 2]]
    return (place for place in range(len(known) - 1) if known[place] and known[place + 1])


def _rows(pieces: Sequence[str]) -> list[Sequence[str]]:
    """The row of heads and those below it; none where the pieces do not fit."""
    size = next((place for place, words in enumerate(pieces[:_MOST_HEADS]) if read_head(words) is None), _MOST_HEADS)
    size = number_of_heads(pieces[:size], pieces[size : 2 * size])
    heads, *rows = [pieces[place : place + size] for place in range(0, len(pieces), max(size, 1))]
    if size < 2 or len(rows) < _LEAST_ROWS or len(rows[-1]) < size or columns(heads) is None:
        return []
    if size == 2 and not all(cell_content(body).kind == "bodies" for _, body in rows):
        return []  # a menu
    return [heads, *rows] if fit_of(list(_cells(0, rows)), ColumnFits(heads)) is not None else []


def _cells(number: int, rows: Sequence[Sequence[str]]) -> Iterator[GridCell]:
    for row, words in enumerate(rows):
        yield from (GridCell(row, place, piece_lines(number, held)) for place, held in enumerate(words) if held)
