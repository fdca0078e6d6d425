"""Tables whose columns stand one below the other, each its head and then its cells, a line each.

What is copied out of a PDF stands so. Only where all columns have as many cells is it known which belong together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.readers.tables.cell_pieces import Line
from raci.readers.tables.text_grid import GridCell, TextTable
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, TASKS, columns, read_head

__all__ = ["find_tables_by_columns"]

#: so many rows are no chance; so many cells of a column of bodies must be bodies
_LEAST_ROWS, _FITTING = 3, 0.6
#: the longest head and cell
_LONGEST_HEAD, _LONGEST_CELL = 12, 60
#: what no head ends with, but many lines that a PDF broke
_PAUSES = "，、；。"


class _Column(NamedTuple):
    """A head and the lines below it, each by its place."""

    role: str
    head: int
    cells: list[int]


def find_tables_by_columns(lines: Sequence[Line]) -> Iterator[TextTable]:
    """The tables that stand so, from the top down."""
    if not _may_hold(lines):
        return
    # a task may be built like a head (调整公积金贷款政策): blank lines part the columns rather than it
    apart = list(_tables(lines, apart=True))
    yield from apart or _tables(lines, apart=False)


def _tables(lines: Sequence[Line], *, apart: bool) -> Iterator[TextTable]:
    """The tables; ``apart``: a blank line stands before each head that did not stand above."""
    before: Sequence[str] = ()
    for run in _runs(lines, apart=apart):
        heads = [lines[column.head][1] for column in run]
        table = _table(lines, run, 1 if heads == before else _LEAST_ROWS)
        if table is not None:
            before = heads
            yield table


def _runs(lines: Sequence[Line], *, apart: bool) -> Iterator[list[_Column]]:
    """The columns of as many cells that follow one another; on a further page the first head stands again."""
    run: list[_Column] = []
    for column in _columns(lines, apart=apart):
        again = bool(run) and lines[column.head][1] == lines[run[0].head][1]
        if run and (again or len(column.cells) != len(run[0].cells) or not _follows(lines, run[-1], column)):
            yield run
            run = []
        run.append(column)
    if run:
        yield run


def _may_hold(lines: Sequence[Line]) -> bool:
    """Whether a head of tasks and one of bodies stand above as many lines as a column has: a quick look."""
    lengths = [len(text) for _, text in lines]
    says = names = False
    for place, (_, text) in enumerate(lines):
        if 0 < lengths[place] <= _LONGEST_HEAD and text[-1] not in _PAUSES and _have_cells(lengths, place):
            head = read_head(text)
            says = says or (head is not None and head.role in TASKS)
            names = names or (head is not None and not NAMED.isdisjoint(head.roles))
            if says and names:
                return True
    return False


def _columns(lines: Sequence[Line], *, apart: bool) -> Iterator[_Column]:
    """Each head that stands alone in its line, with the lines down to the next blank one or the next head.

    Without those below which fewer lines stand than a table has rows: these part what stands above and below all alike,
    unless they stood above, with so many.
    """
    column: _Column | None = None
    known: set[str] = set()
    lengths = [len(text) for _, text in lines]
    for place, (_, text) in enumerate(lines):
        head = None
        if 0 < len(text) <= _LONGEST_HEAD and (column is not None or text in known or _have_cells(lengths, place)):
            within = apart and column is not None and text not in known
            head = None if within else read_head(text)
        if column is not None and (not text or head is not None or len(text) > _LONGEST_CELL):
            yield column
            column = None
        if head is not None:
            column = _Column(head.role, place, [])
            known.add(text)
        elif column is not None:
            column.cells.append(place)
    if column is not None:
        yield column


def _have_cells(lengths: Sequence[int], place: int) -> bool:
    """Whether as many lines that may be cells stand below a line as a column has at least."""
    below = lengths[place + 1 : place + 1 + _LEAST_ROWS]
    return len(below) == _LEAST_ROWS and min(below) > 0 and max(below) <= _LONGEST_CELL


def _follows(lines: Sequence[Line], before: _Column, column: _Column) -> bool:
    return not any(text for _, text in lines[max([before.head, *before.cells]) + 1 : column.head])


def _table(lines: Sequence[Line], run: Sequence[_Column], least: int) -> TextTable | None:
    """The table of columns side by side; None where these are none, or have fewer cells than the ``least``."""
    if len(run) < 2 or len(run[0].cells) < least or not TASKS & {column.role for column in run}:
        return None
    if columns([lines[column.head][1] for column in run]) is None:
        return None
    for column in run:
        kinds = [cell_content(lines[place][1]).kind for place in column.cells]
        wanted = ("person", "text") if column.role == "leader" else ("bodies",)
        if column.role in NAMED and sum(kind in wanted for kind in kinds) < _FITTING * len(kinds):
            return None
    rows = [[column.head for column in run], *zip(*(column.cells for column in run), strict=True)]
    cells = [GridCell(row, place, (lines[at],)) for row, held in enumerate(rows) for place, at in enumerate(held)]
    return TextTable(run[0].head, run[-1].cells[-1] + 1, tuple(cells))
