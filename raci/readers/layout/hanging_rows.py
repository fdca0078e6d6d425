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
from raci.readers.layout.form_rows import form_table
from raci.readers.layout.glyphs import COLUMN_BLANK, TextRow
from raci.readers.layout.row_pieces import RowPiece, fields_of, pieces_of
from raci.readers.tables.mending import restore_laid

__all__ = ["HangingRun", "find_hanging_runs"]

#: rows of one cell follow one another within so many sizes of type
_LEAD = 2.4
#: lines begin at one place where they do so within so many characters
_ALIGNED = 0.6
#: a gap so many times the lead parts rows; lines of one cell stand so many sizes of type apart
_PARTING, _LEAST_LEAD = 1.12, 0.95
#: so many rows with wide gaps make lanes
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
    while end < len(rows) and rows[end].order == (0, 0):
        row = rows[end]
        pieces = parting(row)
        if len(pieces) > 1 and (row.parted or not above or abs(pieces[0].left - above[0].left) < _ALIGNED * row.size):
            above = pieces
        elif _hangs(row, rows[end - 1], above) or _is_between(row, rows, end, above):
            hanging.add(end - begin)
        else:
            break
        end += 1
    return end, hanging


def _hangs(row: TextRow, before: TextRow, above: Sequence[RowPiece]) -> bool:
    """Whether a row stands under a single piece of the parted row above, which is not its first."""
    if len(above) < 2 or row.left <= above[0].right:
        return False
    if row.line.page == before.line.page and row.top - before.top > _LEAD * row.size:
        return False
    near = _ALIGNED * row.size
    if row.line.page != before.line.page:
        return any(abs(piece.left - row.left) < near for piece in above[1:])
    under = [piece for piece in above if piece.left < row.right and row.left < piece.right]
    right = next((piece.left for piece in above if under and piece.left > under[-1].left), row.right)
    return len(under) == 1 and under[0] is not above[0] and row.right <= right


def _is_between(row: TextRow, rows: Sequence[TextRow], place: int, above: Sequence[RowPiece]) -> bool:
    """Whether a row under the first piece stands between rows of the table, as close as they are."""
    if len(above) < 2 or place + 1 == len(rows) or row.right >= above[1].left:
        return False
    if row.left < above[0].left - _ALIGNED * row.size:
        return False
    before, following = rows[place - 1], rows[place + 1]
    close = following.top - row.top <= _LEAD * row.size and row.top - before.top <= _LEAD * row.size
    return close and before.line.page == row.line.page == following.line.page and following.parted


def _table(rows: Sequence[TextRow], hanging: Collection[int]) -> Sequence[Passage | DraftTable] | None:
    """What a run of rows is; None where its rows make no table that holds those that hang."""
    if len(rows) - len(hanging) < _LEAST:
        return None
    half = min(row.size for row in rows) / 2
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
    return parts


def _row_starts(rows: Sequence[TextRow]) -> list[int]:
    """The rows that more than the usual lead parts from the one above; none where lines stand between lines."""
    gaps = [lower.top - upper.top for upper, lower in pairwise(rows) if upper.line.page == lower.line.page]
    lead = min(gaps, default=0.0)
    if lead < _LEAST_LEAD * min(row.size for row in rows):
        return []
    return [
        place
        for place, (upper, lower) in enumerate(pairwise(rows), 1)
        if upper.line.page == lower.line.page and lower.top - upper.top > _PARTING * lead
    ]


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
