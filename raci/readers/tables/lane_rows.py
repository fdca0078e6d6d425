"""The rows of a table whose cells stand in lanes: which line begins one, and which goes on with the one above."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from raci.readers.tables.balanced_rows import balanced
from raci.readers.tables.cell_pieces import Line, TableStart
from raci.readers.tables.centred_rows import centred
from raci.readers.tables.column_fit import MARKED, STOPS, ColumnFits
from raci.readers.tables.fitting import fit_of
from raci.readers.tables.laid_table import reaching
from raci.readers.tables.lanes import LaneRow, LaneWords
from raci.readers.tables.merged_leads import merged_leads
from raci.readers.tables.name_breaks import breaks_name
from raci.readers.tables.row_numbers import counts_rows, numbered_rows
from raci.readers.tables.text_grid import GridCell, TextTable
from raci.readers.tables.text_lines import NEVER_FIRST
from raci.readers.tables.wrapped_names import GOES_ON
from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.columns import SAYING, TASKS
from raci.rules.lexicon import lexicon_pattern

__all__ = ["lane_table"]

#: a line that ends so near to the edge of its lane, in Chinese characters, is full
_NEAR = 2
#: of a narrow lane it must end nearer: by a character for so many of its width
_NARROW = 4
#: so much better must the words fit where they are to stand in the middle of their rows, or rows all have numbers
_CENTRED = 0.2
#: what it costs that names meet within a cell
_GLUED = 2.0
#: what a row costs that begins within a name or a list of names, or below a full line; so many lines are looked at
_BROKEN, _FULL, _REACH = 3.0, 1.0, 12
#: a year whose month stands below it
_YEAR = re.compile(r"20\d\d\s*年")
#: rows are parted by blank lines where so many are, and none takes more lines than so many on the whole
_PARTED_ROWS, _MOST_LINES = 3, 12


def lane_table(
    rows: Sequence[LaneRow], lanes: Sequence[tuple[int, int]], wide: int, start: TableStart, fits: ColumnFits
) -> tuple[float, TextTable] | None:
    """The table of the lines below a head, and how well its words fit their columns.

    None where no line begins its first row, or the words fit no column.

    ``wide`` is the width of a Chinese character across the lines.
    """
    # a line that ends so near to the edge is full
    edges = [last - _NEAR * wide for _, last in lanes]
    narrow = [last - wide * max(1, min(_NEAR, (last - first) // wide // _NARROW)) for first, last in lanes]
    numbers = [place for place, role in enumerate(fits.roles) if role == "number"]
    apart = _apart(rows)
    ways = [apart or _begins(rows, edges, fits)]
    middles: list[list[bool] | None] = []
    if not apart:
        middles = [numbered_rows(rows, place) for place in numbers]
        middles += [balanced(rows, narrow, fits, _Breaks(rows, narrow, fits))]
        middles += centred(rows, numbers or range(len(lanes)), _Breaks(rows, edges, fits))
    for begins in middles:
        ways += [begins] if begins and begins not in ways else []
    laid = [(place > 0, _cells(rows, begins)) for place, begins in enumerate(ways) if begins and begins[0]]
    # most tables have their cells at the top of their rows, and cells that are merged
    fitted = [
        (fit - _CENTRED * middle - _GLUED * _glued(cells, fits) / len(cells), cells)
        for middle, cells in laid
        if (fit := fit_of(cells, fits)) is not None
    ]
    if not fitted:
        return None
    fit, cells = max(fitted, key=itemgetter(0))
    heads = [GridCell(0, place, (head,)) for place, head in enumerate(start.heads) if head[1]]
    found = reaching(fits.roles, cells, max(cell.row for cell in cells), merged_leads(cells, fits))
    return fit, TextTable(start.start, rows[-1].place + 1, (*heads, *found))


def _cells(rows: Sequence[LaneRow], begins: Sequence[bool]) -> list[GridCell]:
    """The cells of the rows that begin at some of the lines."""
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
    return [*cells, *(held[column] for column in sorted(held))]


def _glued(cells: Sequence[GridCell], fits: ColumnFits) -> int:
    """How often whole names meet in a cell with nothing but the end of a line between them, which is not full."""
    count = 0
    for column in fits.named:
        held = [cell for cell in cells if cell.column == column and cell.rowspan]
        full = max((len(words) for cell in held for _, words in cell.pieces), default=0) - _NEAR
        pairs = (pair for cell in held for pair in pairwise(cell.pieces))
        count += sum(len(above) < full and not breaks_name(above, below) for (_, above), (_, below) in pairs)
    return count


def _apart(rows: Sequence[LaneRow]) -> list[bool] | None:
    """For each line whether it begins a row, where blank lines part the rows; None where they do not."""
    parted = [after.place > before.place + 1 for before, after in pairwise(rows)]
    if not _PARTED_ROWS <= sum(parted) + 1 < len(rows) or _MOST_LINES * (sum(parted) + 1) < len(rows):
        return None
    across = [before.across or after.across for before, after in pairwise(rows)]
    return [True, *(first or second for first, second in zip(parted, across, strict=True))]


def _begins(rows: Sequence[LaneRow], edges: Sequence[int], fits: ColumnFits) -> list[bool]:
    """For each line whether it begins a row (a section is one by itself)."""
    numbers = [place for place, role in enumerate(fits.roles) if role == "number" and counts_rows(rows, place)]
    begins: list[bool] = []
    held: dict[int, LaneWords] = {}
    before: Collection[int] = ()
    first = 0
    for row in rows:
        if row.across or not held:
            fresh = row.across or not numbers or numbers[0] in row.stretches
        elif numbers:
            fresh = numbers[0] in row.stretches
        else:
            # a cell does not go on below a line in which it has ended
            fresh = not row.stretches.keys() <= set(before) or _is_new(row.stretches, held, first, edges, fits)
        before = row.stretches.keys()
        begins.append(fresh)
        if fresh:
            held, first = {}, len(row.stretches)
        held = {} if row.across else held | {place: _after(held, place, row) for place in row.stretches}
    return begins


def _after(held: Mapping[int, LaneWords], place: int, row: LaneRow) -> LaneWords:
    """The words of a cell so far, which end where those of the line do."""
    piece = row.stretches[place]
    return piece._replace(words=held[place].words + piece.words) if place in held else piece


def _is_new(
    line: Mapping[int, LaneWords],
    above: Mapping[int, LaneWords],
    first: int,
    edges: Sequence[int],
    fits: ColumnFits,
) -> bool:
    """Whether a line begins a row, by the words above its own; ``first``: so many cells the row above began with."""
    if any(piece.words[0] in NEVER_FIRST for piece in line.values()):
        return False  # 中国人民银行 ⏎ 、市财政局
    says = [_says(line[place], above.get(place), edges[place], fits, place) for place in line]
    if True in says:
        # 2.… alone goes on a list in the cell above, which somebody does
        listed = len(line) == 1 and first > 1 and fits.roles[next(iter(line))] in SAYING
        return not (listed and MARKED.match(next(iter(line.values())).words))
    if False in says:
        return False
    return len(line) >= first or _holds_row(line, above, fits)


def _holds_row(line: Mapping[int, LaneWords], above: Mapping[int, LaneWords], fits: ColumnFits) -> bool:
    """Whether a line says what is done, and who does it below whole names: a row whose first cells are merged away."""
    doing = lexicon_pattern("headless.task").match
    tasks = [piece.words for place, piece in line.items() if fits.roles[place] in SAYING]
    names = [(above[place].words, line[place].words) for place in fits.named if place in line and place in above]
    whole = [like_bodies(words) == (1, 0) for pair in names for words in pair]
    return bool(tasks) and all(map(doing, tasks)) and bool(whole) and all(whole)


class _Breaks:
    """What it costs that a row begins at a line: much where names go on in it, something below a line that is full.

    A cell breaks off where its line is full: a row rather begins below a line that is not.
    """

    def __init__(self, rows: Sequence[LaneRow], edges: Sequence[int], fits: ColumnFits) -> None:
        self._rows, self._edges, self._named = rows, edges, fits.named
        self._columns = [place for place, role in enumerate(fits.roles) if role in SAYING or place in fits.named]

    def __call__(self, place: int) -> float:
        return sum(self._cost(place, column) for column in self._columns)

    def _cost(self, place: int, column: int) -> float:
        lines = self._rows[max(0, place - _REACH) : place], self._rows[place : place + _REACH]
        above = next((row.stretches[column] for row in reversed(lines[0]) if column in row.stretches), None)
        below = next((row.stretches[column] for row in lines[1] if column in row.stretches), None)
        if above is None or below is None:
            return 0.0
        full = _FULL if above.last >= self._edges[column] else -_FULL
        return full + (_BROKEN if column in self._named and breaks_name(above.words, below.words) else 0.0)


def _says(piece: LaneWords, above: LaneWords | None, edge: int, fits: ColumnFits, place: int) -> bool | None:
    """Whether a piece begins a cell or goes on in the one above it; None where it does not tell."""
    role = fits.roles[place]
    if role == "number" or (role in TASKS and MARKED.match(piece.words)):
        return True
    if above is None:
        return True if role == "chapter" else None
    if above.words[-1] in GOES_ON or (role == "deadline" and _YEAR.fullmatch(above.words)):
        return False  # 2026年 ⏎ 7月底
    if place in fits.named and breaks_name(above.words, piece.words):
        return False
    if above.last < edge or above.words[-1] in STOPS:
        return True  # the line is not full
    kinds = {cell_content(above.words).kind, cell_content(piece.words).kind}
    return True if kinds == {"date"} else None
