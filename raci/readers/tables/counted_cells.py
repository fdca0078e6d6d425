"""Tables in plain text with one cell a line in which each row has all its cells, the blank ones too.

There the cells can be counted off: a blank cell is a blank line more than the heads have between them, or nothing
between two bars. Where that reads every row, nothing need be weighed; else the cells are laid to their columns
(``laying``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

from raci.readers.tables.cell_pieces import ONLY_BARS, CellPiece, Line, TableStart, barred_cells, piece_lines
from raci.readers.tables.column_fit import SECTION, ColumnFits
from raci.readers.tables.fitting import fit_of
from raci.readers.tables.laid_table import reaching
from raci.readers.tables.table_ends import ends_table
from raci.readers.tables.text_grid import GridCell, TextTable
from raci.rules.cell_content import cell_content

__all__ = ["counted_table"]

#: so many rows show that the cells can be counted off
_LEAST = 2
#: a cell that fits its column worse than this is none of it
_MISFIT = -1.95
_LONGEST_SECTION, _LONGEST_NAMES, _LONGEST_NAME = 60, 160, 16
_MOST_BLANK_LINES = 3
#: columns of running text
_SAYING, _TELLING = ("task", "content", "chapter"), ("number", "deadline")
_Row = tuple[CellPiece, ...]


class _Counted(NamedTuple):
    """The rows counted off (a section is a row of one cell), and how many cells they take."""

    rows: list[_Row]
    taken: int
    is_whole: bool


def counted_table(lines: Sequence[Line], start: TableStart, stop: int) -> TextTable | None:
    """The table of a head with one cell a line, above the line ``stop``; None where rows lack cells."""
    fits = ColumnFits([words for _, words in start.heads])
    if fits.named.isdisjoint(range(len(fits.roles))):
        return None
    best: _Counted | None = None
    for cells, leads in _readings(lines, start, stop):
        counted = _count(cells, leads, fits, stop == len(lines))
        if leads and not counted.is_whole:
            counted = _between_bars(cells, fits)
        if counted.is_whole and (best is None or counted.taken > best.taken):
            best = counted
    if best is None or sum(len(row) > 1 for row in best.rows) < _LEAST:
        return None
    return _table(start, best.rows, fits)


def _readings(lines: Sequence[Line], start: TableStart, stop: int) -> Iterator[tuple[list[CellPiece], bool]]:
    """The cells below a head, in the ways they may be parted, and whether a bar by itself leads each row."""
    if start.style == "stacked":
        cells = _lined(lines, start, stop)
        if cells is not None:
            yield cells, False
        return
    cells = list(barred_cells(lines[:stop], start.end))
    yield cells, False
    if cells and not cells[0].pieces:
        yield cells[1:], False  # the bar that closes the last head
        if start.start and ONLY_BARS.fullmatch(lines[start.start - 1][1]):
            yield cells, True


def _lined(lines: Sequence[Line], start: TableStart, stop: int) -> list[CellPiece] | None:
    """The cells that stand one a line; None where the blank lines between them do not show which are blank."""
    filled = [place for place in range(start.start, start.end) if lines[place][1]]
    gaps = {after - before - 1 for before, after in pairwise(filled)}
    if len(filled) != len(start.heads) or len(gaps) != 1:
        return None
    gap = gaps.pop()
    if gap > _MOST_BLANK_LINES:
        return None
    cells: list[CellPiece] = []
    before = filled[-1]
    for place in range(start.end, stop):
        number, text = lines[place]
        if not text:
            continue
        more, odd = divmod(place - before - 1 - gap, gap + 1)
        if not odd and 0 < more <= len(start.heads):
            cells += [CellPiece(place, (), True, False)] * more
        piece = CellPiece(place, piece_lines(number, text), True, False)
        if ends_table(piece, start.style):
            break
        cells.append(piece)
        before = place
    return cells


def _count(cells: Sequence[CellPiece], leads: bool, fits: ColumnFits, is_last: bool) -> _Counted:
    """The rows of the cells; the last may be cut short where the text ends with it (``is_last``)."""
    fits.begin()
    width = len(fits.roles)
    rows: list[_Row] = []
    place = 0
    while place < len(cells):
        first = place + (leads and not cells[place].pieces)
        row = tuple(cells[first : first + width])
        after = _behind_section(cells, first, width, leads)
        counted = fits.counted
        is_row, counted_on = _is_row(row, fits), fits.counted
        fits.counted = counted
        if after is not None and not (is_row and not _is_row(cells[after + leads : after + leads + width], fits)):
            rows.append((cells[first],))
            place, fits.counted = after, counted
        elif is_row:
            rows.append(row)
            place, fits.counted = first + width, counted_on
        elif is_last and 0 < len(row) < width and rows and _begins_row(row, fits) and _is_cut_off(row, fits):
            rows.append(row)
            place = len(cells)
        else:
            break
    while rows and len(rows[-1]) == 1 and len(cells) > place:
        rows.pop()  # a heading behind the table
    return _Counted(rows, place, bool(rows) and not _goes_on(cells[place : place + width + 1], fits))


def _between_bars(cells: Sequence[CellPiece], fits: ColumnFits) -> _Counted:
    """The rows between bars by themselves, where the first cells of some are merged away."""
    fits.begin()
    width = len(fits.roles)
    rows: list[_Row] = []
    taken = 0
    for filled, group in groupby(enumerate(cells), lambda each: bool(each[1].pieces)):
        held = list(group)
        if not filled:
            continue
        row = [cell for _, cell in takewhile(lambda each: each[1].closed, held)]  # the text goes on unclosed
        if not row:
            break
        if len(row) == 1 and SECTION.match(row[0].text):
            rows.append(tuple(row))
        else:
            _, places = fits.placed([cell.text for cell in row]) if len(row) <= width else (0.0, ())
            placed = [CellPiece(row[0].line, (), False, True)] * width
            for cell, place in zip(row, places, strict=False):
                placed[place] = cell
            if not places or not _names_bodies(placed, fits):
                return _Counted(rows, taken, False)
            rows.append(tuple(placed))
        taken = held[0][0] + len(row)
    return _Counted(rows, taken, bool(rows))


def _names_bodies(row: Sequence[CellPiece], fits: ColumnFits) -> bool:
    """Whether the cells of a row fit their columns, and one names bodies."""
    if any(cell.pieces and _is_misfit(cell.text, place, fits) for place, cell in enumerate(row)):
        return False
    return any(row[place].pieces and fits.fit(row[place].text, place) > 0 for place in fits.named)


def _is_row(row: Sequence[CellPiece], fits: ColumnFits) -> bool:
    """Whether cells are a row: each fits its column, and one names bodies."""
    if len(row) < len(fits.roles) or not _begins_row(row, fits):
        return False
    named = [fits.fit(row[place].text, place) for place in fits.named if row[place].pieces]
    return any(fit > 0 for fit in named)


def _begins_row(row: Sequence[CellPiece], fits: ColumnFits) -> bool:
    for place, cell in enumerate(row):
        text = cell.text
        if fits.roles[place] == "number":
            if not fits.see(text):
                return False
        elif cell.pieces and _is_misfit(text, place, fits):
            return False
    return True


def _is_cut_off(row: Sequence[CellPiece], fits: ColumnFits) -> bool:
    """Whether no cell of a row that the text ends in would stand better in a column further on."""
    for place, cell in enumerate(row):
        role = fits.roles[place]
        if not cell.pieces or role in _SAYING:
            continue
        if place in fits.named or role in _TELLING:
            if fits.fit(cell.text, place) < 0:
                return False
        elif cell_content(cell.text).kind == "bodies":
            return False
    return True


def _is_misfit(text: str, place: int, fits: ColumnFits) -> bool:
    """Whether words can stand in no such column; where no numbers count the rows all must show what they are."""
    counted = "number" in fits.roles
    if fits.roles[place] in _SAYING:
        content = cell_content(text)
        names = content.kind == "bodies" and not content.odd and len(text) <= _LONGEST_NAME
        return content.kind == "number" or (names and not counted)
    if place in fits.named and (len(text) > _LONGEST_NAMES or not (counted or fits.fit(text, place) > 0)):
        return True
    return fits.fit(text, place) < _MISFIT


def _behind_section(cells: Sequence[CellPiece], first: int, width: int, leads: bool) -> int | None:
    """Where the cells behind a section of the table begin; None where no section stands."""
    if first >= len(cells):
        return None
    text = cells[first].text
    if not text or len(text) > _LONGEST_SECTION or not SECTION.match(text):
        return None
    place = first + 1
    while place < len(cells) and place - first < width and not cells[place].pieces:
        place += 1
    return place - (leads and place > first + 1)


def _goes_on(cells: Sequence[CellPiece], fits: ColumnFits) -> bool:
    """Whether what stands behind the rows counted off belongs to the table."""
    if any(cell.closed and cell.pieces for cell in cells):
        return True
    return any(
        fits.see(cell.text) or any(fits.fit(cell.text, place) > 0 for place in fits.named)
        for cell in cells
        if cell.pieces
    )


def _table(start: TableStart, rows: Sequence[_Row], fits: ColumnFits) -> TextTable | None:
    cells = [
        GridCell(number, place, cell.pieces, 1 if len(row) > 1 else 0)
        for number, row in enumerate(rows, 1)
        for place, cell in enumerate(row)
        if cell.pieces
    ]
    if fit_of(cells, fits) is None:
        return None
    heads = [GridCell(0, place, piece_lines(*head)) for place, head in enumerate(start.heads) if head[1]]
    end = max(cell.line for row in rows for cell in row) + 1
    return TextTable(start.start, end, (*heads, *reaching(fits.roles, cells, len(rows))))
