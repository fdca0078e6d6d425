"""Tables without ruled lines whose cells go on below themselves: rows of a page with words in one lane alone.

Rows parted by wide gaps show the lanes. A row that stands under a single piece of them, or overleaf at the left edge of
one, is a further line of a cell and no paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import Passage, TextLine, clean_line
from raci.readers.layout.field_lanes import find_field_lanes
from raci.readers.layout.form_rows import form_table
from raci.readers.layout.glyphs import COLUMN_BLANK, TextRow
from raci.readers.layout.measures import upper_median
from raci.readers.layout.row_pieces import RowPiece, fields_of, pieces_of
from raci.readers.tables.mending import restore_laid

__all__ = ["HangingRun", "find_hanging_runs"]

#: rows of one cell follow one another within so many sizes of type
_LEAD = 2.4
#: lines begin at one place where they do so within so many characters
_ALIGNED = 0.6
#: a gap so many times the lead parts rows; the line above one in a cell is one of so many above it
_PARTING, _NEAR_ROWS = 1.12, 4
#: so many rows with wide gaps make a table, and so many lanes
_LEAST = 2


class HangingRun(NamedTuple):
    """What the rows from ``begin`` to ``end`` are: a table, and what stands before and behind it."""

    begin: int
    end: int
    parts: Sequence[Passage | DraftTable]


def find_hanging_runs(rows: Sequence[TextRow]) -> Iterator[HangingRun]:
    """The runs of rows with wide gaps in which cells go on below themselves, as tables; others are left alone."""
    begin = no_form = 0  # no form begins before the latter
    while begin < len(rows):
        if not rows[begin].lefts or rows[begin].order != (0, 0):
            begin += 1  # (rows in columns were read column by column)
            continue
        lanes = find_field_lanes(rows, begin)
        if lanes is not None:
            yield HangingRun(begin, lanes.end, lanes.tables)
            begin = lanes.end
            continue
        if begin >= no_form:
            no_form, hanging = _run(rows, begin, fields_of)
            form = form_table(rows[begin:no_form], hanging) if hanging else None
            if form is not None:
                yield HangingRun(begin, no_form, [form])
                begin = no_form
                continue
        if not rows[begin].parted:
            begin += 1
            continue
        end, hanging = _run(rows, begin, pieces_of)
        parts = _table(rows[begin:end], hanging) if hanging else None
        if parts is not None:
            yield HangingRun(begin, end, parts)
        begin = max(end, begin + 1)


#: parts a row
_Parting = Callable[[TextRow], list[RowPiece]]


def _run(rows: Sequence[TextRow], begin: int, parting: _Parting) -> tuple[int, set[int]]:
    """The end of the run of rows that begins with a parted one, and which of its rows hang below a piece (from 0)."""
    end, hanging = begin, set[int]()
    above: list[RowPiece] = []
    lanes: list[tuple[float, float]] = []
    while end < len(rows) and rows[end].order == (0, 0):
        row = rows[end]
        pieces = parting(row)
        if len(pieces) > 1 and (row.parted or not above or abs(pieces[0].left - above[0].left) < _ALIGNED * row.size):
            above = pieces
            lanes = _with_pieces(lanes, pieces)
        elif (
            _hangs(row, rows[end - 1], lanes)
            or _is_between(row, rows, end, above)
            or _is_in_middle(row, rows, end, lanes)
        ):
            hanging.add(end - begin)
        else:
            break
        end += 1
    return end, hanging


def _with_pieces(lanes: Sequence[tuple[float, float]], pieces: Sequence[RowPiece]) -> list[tuple[float, float]]:
    """The lanes, from left to right, with the pieces of one more row; one that lies across several makes none."""
    found = list(lanes)
    for piece in pieces:
        over = [lane for lane in found if lane[0] < piece.right and piece.left < lane[1]]
        if len(over) == 1:
            found[found.index(over[0])] = min(over[0][0], piece.left), max(over[0][1], piece.right)
        elif not over:
            found.append((piece.left, piece.right))
    return sorted(found)


def _hangs(row: TextRow, before: TextRow, lanes: Sequence[tuple[float, float]]) -> bool:
    """Whether a row stands in a single lane, which is not the first."""
    if len(lanes) < _LEAST or row.left <= lanes[0][1]:
        return False
    if row.line.page != before.line.page:
        return any(abs(left - row.left) < _ALIGNED * row.size for left, _ in lanes[1:])
    if row.top - before.top > _LEAD * row.size:
        return False
    over = [place for place, (left, right) in enumerate(lanes) if left < row.right and row.left < right]
    return len(over) == 1 and over[0] > 0


def _is_between(row: TextRow, rows: Sequence[TextRow], place: int, above: Sequence[RowPiece]) -> bool:
    """Whether a row under the first piece stands between rows of the table, as close as they are."""
    if len(above) < 2 or place + 1 == len(rows) or row.right >= above[1].left:
        return False
    if row.left < above[0].left - _ALIGNED * row.size:
        return False
    before, following = rows[place - 1], rows[place + 1]
    close = following.top - row.top <= _LEAD * row.size and row.top - before.top <= _LEAD * row.size
    return close and before.line.page == row.line.page == following.line.page and following.parted


def _is_in_middle(row: TextRow, rows: Sequence[TextRow], place: int, lanes: Sequence[tuple[float, float]]) -> bool:
    """Whether a row in the first lane stands nearer to the lines around it, which hang, than lines of a cell do."""
    if place + 1 == len(rows) or len(lanes) < _LEAST or row.right > lanes[1][0] or row.left < lanes[0][0] - row.size:
        return False
    before, following = rows[place - 1], rows[place + 1]
    near = row.top - before.top < row.size and 0 < following.top - row.top < row.size
    return near and _hangs(following, row, lanes)


def _table(rows: Sequence[TextRow], hanging: Collection[int]) -> Sequence[Passage | DraftTable] | None:
    """What a run of rows is; None where its rows make no table that holds those that hang."""
    if len(rows) - len(hanging) < _LEAST:
        return None
    half = _half_width(rows)
    edge = min(row.left for row in rows)
    laid = [_as_printed(row, edge, half) for row in rows]
    lines = [clean_line(row.line) for row in rows]
    for place in reversed(_row_starts(rows)):  # blank lines part the rows of the table
        lines.insert(place, TextLine(""))
        laid.insert(place, "")
    parts = list(restore_laid(lines, laid))
    outside = {(line.page, line.line) for part in parts if isinstance(part, Passage) for line in part.lines}
    if any((rows[place].line.page, rows[place].line.line) in outside for place in hanging):
        return None
    tables = [part for part in parts if isinstance(part, DraftTable)]
    return parts if all(_keeps_lanes(rows, table) for table in tables) else None


def _half_width(rows: Sequence[TextRow]) -> float:
    """Half of how wide a Chinese character is set, in points."""
    steps = [
        row.lefts[place + 1] - row.lefts[place]
        for row in rows
        for place, pair in enumerate(zip(row.line.text, row.line.text[1:], strict=False))
        if row.lefts and not any(map(str.isascii, pair))
    ]
    least = min(row.size for row in rows)
    return (upper_median(steps, least) or least or 1.0) / 2  # (characters printed one over another make no step)


def _row_starts(rows: Sequence[TextRow]) -> list[int]:
    """The rows that more than the lead between the lines of a cell parts from the one above, on one page."""
    gaps = [gap for place in range(1, len(rows)) if (gap := _gap_in_lane(rows, place)) is not None]
    lead = min(gaps, default=0.0)
    return [
        place
        for place, (upper, lower) in enumerate(pairwise(rows), 1)
        if upper.line.page == lower.line.page and lower.top - upper.top > _PARTING * lead
    ]


def _gap_in_lane(rows: Sequence[TextRow], place: int) -> float | None:
    """How far below the next words above it, in the same lane, the words of a row stand."""
    row = rows[place]
    for above in rows[max(0, place - _NEAR_ROWS) : place][::-1]:
        if above.line.page == row.line.page and any(
            one.left < other.right and other.left < one.right for one in pieces_of(above) for other in pieces_of(row)
        ):
            return row.top - above.top
    return None


def _keeps_lanes(rows: Sequence[TextRow], table: DraftTable) -> bool:
    """Whether the lines of each cell stand below one another."""
    by_line = {(row.line.page, row.line.line): row for row in rows}
    for cell in table.cells:
        lines = [line for passage in cell.passages for line in passage.lines if line.text]
        places = [_extent(by_line[line.page, line.line], line.text) for line in lines]
        if any(one[0] >= other[1] or other[0] >= one[1] for one, other in pairwise(places)):
            return False
    return True


def _extent(row: TextRow, words: str) -> tuple[float, float]:
    """Where words of a row begin and end, in points."""
    start = row.line.text.find(words)
    if not row.lefts or start < 0:
        return row.left, row.right
    left = row.lefts[start]
    width = len(words) - len(words.encode("ascii", "ignore")) / 2
    return left, min(row.right, left + width * row.size)


def _as_printed(row: TextRow, edge: float, half: float) -> str:
    """The words of a row, each piece as many half characters from the edge as it is printed."""
    words = ""
    width = 0
    for piece in pieces_of(row):
        at = round((piece.left - edge) / half)
        blank = max(at - width, len(COLUMN_BLANK) if words else 0)
        words += " " * blank + piece.words
        width += blank + 2 * len(piece.words) - len(piece.words.encode("ascii", "ignore"))
    return words
