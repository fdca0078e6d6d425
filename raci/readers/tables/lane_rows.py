"""The rows of a table whose cells stand in lanes: which line begins one, and which goes on with the one above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raci.readers.tables.cell_pieces import Line, TableStart
from raci.readers.tables.column_fit import MARKED, STOPS, ColumnFits
from raci.readers.tables.laid_table import reaching
from raci.readers.tables.lanes import LaneRow, LaneWords
from raci.readers.tables.text_grid import GridCell, TextTable
from raci.readers.tables.wrapped_names import GOES_ON, TAIL, is_broken_off
from raci.rules.cell_content import cell_content

__all__ = ["lane_table"]

#: a line that ends so near to the edge of its lane (in half characters) is full
_NEAR = 4
#: of the cells of bodies so many must fit their column
_FITTING = 0.6
_SAYING = ("task", "content")


def lane_table(
    rows: Sequence[LaneRow], lanes: Sequence[tuple[int, int]], start: TableStart, fits: ColumnFits
) -> TextTable | None:
    """The table of the lines below a head; None where no line begins its first row, or the words fit no column."""
    begins = list(_begins(rows, lanes, fits))
    if not begins or not begins[0]:
        return None
    cells: list[GridCell] = []
    held: dict[int, GridCell] = {}
    number = 0
    for row, fresh in zip(rows, begins, strict=True):
        if fresh:
            cells += [held[column] for column in sorted(held)]
            number, held = number + 1, {}
        for column, stretch in row.stretches.items():
            before: tuple[Line, ...] = held[column].pieces if column in held else ()
            held[column] = GridCell(number, column, (*before, (row.number, stretch.words)), 0 if row.across else 1)
    cells += [held[column] for column in sorted(held)]
    if not _fit(cells, fits):
        return None
    heads = [GridCell(0, place, (head,)) for place, head in enumerate(start.heads) if head[1]]
    return TextTable(start.start, rows[-1].place + 1, (*heads, *reaching(fits.roles, cells, number)))


def _fit(cells: Sequence[GridCell], fits: ColumnFits) -> bool:
    """Whether the cells of the columns of bodies and persons fit these."""
    named = [cell for cell in cells if cell.column in fits.named and cell.rowspan]
    fitting = sum(fits.fit("".join(words for _, words in cell.pieces), cell.column) > 0 for cell in named)
    return bool(named) and fitting >= _FITTING * len(named)


def _begins(rows: Sequence[LaneRow], lanes: Sequence[tuple[int, int]], fits: ColumnFits) -> list[bool]:
    """For each line whether it begins a row (a section is one by itself)."""
    numbers = [place for place, role in enumerate(fits.roles) if role == "number" and _counts_rows(rows, place)]
    begins: list[bool] = []
    held: dict[int, LaneWords] = {}
    first = 0
    for row in rows:
        if row.across or not held:
            fresh = row.across or not numbers or numbers[0] in row.stretches
        elif numbers:
            fresh = numbers[0] in row.stretches
        else:
            fresh = _is_new(row.stretches, held, first, lanes, fits)
        begins.append(fresh)
        if fresh:
            held, first = {}, len(row.stretches)
        held = {} if row.across else {**held, **row.stretches}
    return begins


def _counts_rows(rows: Sequence[LaneRow], place: int) -> bool:
    """Whether each row has its number: lines without one hold less than a row does."""
    counts: dict[bool, list[int]] = {True: [], False: []}
    for row in rows:
        if not row.across:
            counts[place in row.stretches].append(len(row.stretches))
    numbered = sorted(counts[True])
    return bool(numbered) and all(count < numbered[len(numbered) // 2] - 1 for count in counts[False])


def _is_new(
    line: Mapping[int, LaneWords],
    above: Mapping[int, LaneWords],
    first: int,
    lanes: Sequence[tuple[int, int]],
    fits: ColumnFits,
) -> bool:
    """Whether a line begins a row, by the words above its own; ``first``: so many cells the row above began with."""
    says = [_says(line[place], above.get(place), lanes[place][1], fits, place) for place in line]
    if True in says:
        # 2.… alone goes on a list in the cell above, which somebody does
        listed = len(line) == 1 and first > 1 and fits.roles[next(iter(line))] in _SAYING
        return not (listed and MARKED.match(next(iter(line.values())).words))
    return False not in says and len(line) >= first


def _says(piece: LaneWords, above: LaneWords | None, edge: int, fits: ColumnFits, place: int) -> bool | None:
    """Whether a piece begins a cell or goes on in the one above it; None where it does not tell."""
    role = fits.roles[place]
    if role == "number" or (role in (*_SAYING, "chapter") and MARKED.match(piece.words)):
        return True
    if above is None:
        return True if role == "chapter" else None
    if above.words[-1] in GOES_ON:
        return False
    if place in fits.named and (TAIL.match(piece.words) or is_broken_off(above.words)):
        return False
    if edge - above.last > _NEAR or above.words[-1] in STOPS:
        return True  # the line is not full
    kinds = {cell_content(above.words).kind, cell_content(piece.words).kind}
    return True if kinds == {"date"} or (place in fits.named and kinds == {"bodies"}) else None
