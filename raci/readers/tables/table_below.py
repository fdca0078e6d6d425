"""The table below a head in text: its pieces laid in each of the ways in which they may be, and the best one taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from raci.readers.tables.cell_pieces import CellPiece, Line, TableStart, tokens
from raci.readers.tables.column_fit import ColumnFits
from raci.readers.tables.laid_table import laid_table, shape_of, wraps
from raci.readers.tables.laying import Laying
from raci.readers.tables.layouts import Layout, is_plain, layouts, shortfall
from raci.readers.tables.printed_lines import Shape
from raci.readers.tables.table_ends import ends_table
from raci.readers.tables.text_grid import TextTable

__all__ = ["same_head", "table_below"]

#: the widths of the columns show in so many pieces, which are laid so often to learn them
_LOOKED_AT, _LOOKS = 120, 2
#: in so many it shows how the cells are laid out
_SHOWING = 400
#: a piece that may be of a table, and whether it comes first behind its head on a new page
_Piece = tuple[CellPiece, bool]


def table_below(
    lines: Sequence[Line],
    start: TableStart,
    starts: Mapping[int, TableStart],
    others: Collection[int],
) -> TextTable | None:
    """The table of a head, down to the next one's, which ``starts`` holds or stands in a line of ``others``."""
    kept: dict[TableStart, _MadeOnce] = {}
    weighed: dict[tuple[Sequence[str], bool, int | None], ColumnFits] = {}
    ways: list[_LaidSoFar] = []
    for each, layout in layouts(lines, start):
        columns = tuple(words for _, words in each.heads), layout.filled, layout.task
        # what the layouts of the same columns ask of a cell is asked once
        fits = ColumnFits(*columns, like=weighed.get(columns))
        weighed.setdefault(columns, fits)
        pieces: Iterable[_Piece] = _pieces(lines, each, starts, others, fits)
        if each.style == "stacked":
            pieces = kept.setdefault(each, _MadeOnce(pieces))  # a line is a piece, whatever fits
        way = _showing(pieces, each, fits, layout)
        ways.append(way)
        if is_plain(way.laying):
            break
    seen = max((way.laying.taken for way in ways), key=len)
    best = min(ways, key=lambda way: shortfall(way.laying, seen))
    return laid_table(best.lay())


def same_head(first: TableStart, second: TableStart) -> bool:
    """Whether two heads say the same."""
    return [words for _, words in first.heads] == [words for _, words in second.heads]


class _MadeOnce:
    """Pieces that are gone through several times, each made once."""

    def __init__(self, pieces: Iterable[_Piece]) -> None:
        self._more, self._made = iter(pieces), list[_Piece]()

    def __iter__(self) -> Iterator[_Piece]:
        place = 0
        while True:
            if place == len(self._made):
                self._made += islice(self._more, 1)
            if place == len(self._made):
                return
            yield self._made[place]
            place += 1


class _LaidSoFar:
    """Pieces on the way of being laid in one of the ways; it may be gone on with."""

    def __init__(self, laying: Laying, pieces: Iterable[_Piece]) -> None:
        self.laying, self._pieces = laying, iter(pieces)
        self._has_ended = False

    def lay(self, most: int | None = None) -> Laying:
        """The pieces laid, down to where the table ends; ``most`` of them in all."""
        while not self._has_ended and len(self.laying.taken) != most:
            piece = next(self._pieces, None)
            self._has_ended = piece is None or not self.laying.take(*piece)
        return self.laying


def _showing(pieces: Iterable[_Piece], start: TableStart, fits: ColumnFits, layout: Layout) -> _LaidSoFar:
    """The pieces below a head laid in one of the ways, so many that it shows how well."""

    def begun(shape: Shape) -> _LaidSoFar:
        return _LaidSoFar(Laying(start, shape, fits, layout.in_cells, layout.begins, layout.begun), pieces)

    shape = Shape()
    way = begun(shape)
    for _ in range(_LOOKS if start.style == "stacked" else 0):
        looked_at, seen = way.lay(_LOOKED_AT), shape
        # the widths of the columns, and whether each row has its number, show when the pieces lie in them
        is_wrapped, shape = wraps(looked_at), shape_of(looked_at)
        if not is_wrapped:
            shape = Shape(numbered=shape.numbered)
        if shape == seen:
            break  # it would be laid as it is again
        way = begun(shape)
        if not is_wrapped or len(shape.widths) == sum(role != "number" for role in fits.roles):
            break  # once more would tell no more
    way.lay(_SHOWING)
    return way


def _pieces(
    lines: Sequence[Line],
    start: TableStart,
    starts: Mapping[int, TableStart],
    others: Collection[int],
    fits: ColumnFits,
) -> Iterator[_Piece]:
    """The pieces that may be of a table."""
    skip, overleaf = -1, False
    for token in tokens(lines, start, fits.is_in_place):
        if token.line < skip:
            continue
        other = starts.get(token.line) if token.line > start.start else None
        if other is not None and same_head(other, start):
            skip, overleaf = other.end, True
            continue
        if (other is None and start.start < token.line and token.line in others) or (
            other is not None and not same_head(other, start)
        ):
            return
        if ends_table(token, start.style):
            return
        yield token, overleaf
        overleaf = False
