"""Tables in one line, as a copy leaves them that loses the line ends: the heads, then row by row."""

from __future__ import annotations

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

__all__ = ["find_one_line_tables"]

#: a head that names bodies, and behind it so many more pieces: a quick look
_HEADED = compiled(
    r"(?:单位|部门|主体|领导|处室|科室|责任|负责|牵头|配合|分工)人?"
    r"(?:(?:\t|[ \u3000]*[|｜¦│┃║][ \u3000]*|[ \u3000]+)[^\s|｜¦│┃║]+){5}"
)
_STYLES: tuple[Style, ...] = ("bar", "tab", "wide", "ideographic", "single")
_LONGEST_LEAD = 80
#: the title and what leads up to the table are so many pieces at the most; it has so many heads, and rows
_MOST_BEFORE, _MOST_HEADS, _LEAST_ROWS = 12, 14, 2


def find_one_line_tables(lines: Sequence[Line], scan: LineScan) -> Iterator[TextTable]:
    """The tables that stand so, from the top down."""
    for index in scan.holding(_HEADED):
        for style in _STYLES:
            table = _table(lines, index, style)
            if table is not None:
                yield table
                break


def _table(lines: Sequence[Line], index: int, style: Style) -> TextTable | None:
    number, text = lines[index]
    start = text.find("：", 0, _LONGEST_LEAD) + 1  # 现将任务分解如下：
    pieces = split(text[start:], style)
    first = _first_head(pieces)
    if first is None:
        return None
    size = _size(pieces[first:])
    rest = pieces[first + size :]
    if size < 2 or len(rest) % size or len(rest) < _LEAST_ROWS * size or columns(pieces[first : first + size]) is None:
        return None
    if size == 2 and not all(cell_content(body).kind == "bodies" for body in rest[1::2]):
        return None  # a menu
    before = " ".join(filter(None, (text[:start], *pieces[:first])))
    top = int(bool(before))
    cells = [
        GridCell(top + place // size, place % size, piece_lines(number, words))
        for place, words in enumerate(pieces[first:])
        if words
    ]
    if fit_of(cells[size:], ColumnFits(pieces[first : first + size])) is None:
        return None
    title = [GridCell(0, 0, piece_lines(number, before))] if before else []
    return TextTable(index, index + 1, (*title, *cells))


def _first_head(pieces: Sequence[str]) -> int | None:
    """The first of two heads, one behind the other."""
    known = [bool(words) and read_head(words) is not None for words in pieces[: _MOST_BEFORE + 2]]
    return next((place for place in range(len(known) - 1) if known[place] and known[place + 1]), None)


def _size(pieces: Sequence[str]) -> int:
    """How many heads there are."""
    size = next((place for place, words in enumerate(pieces[:_MOST_HEADS]) if read_head(words) is None), _MOST_HEADS)
    return number_of_heads(pieces[:size], pieces[size : 2 * size])
