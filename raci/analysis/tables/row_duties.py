"""Who has a part in each row of a table of tasks: by its own cells, or those above that a blank or 同上 stands for."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.tables.column_cells import names_posts
from raci.analysis.tables.divided_cells import divided_bodies
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.analysis.tables.remarks import remarked
from raci.model import Cell, CellDuty, Span, TableColumn, UnreadCells
from raci.rules.bare_head import name_of_head
from raci.rules.columns import NAMED
from raci.rules.lexicon import lexicon_pattern

__all__ = ["RowDuties"]


class RowDuties:
    """The bodies of the rows below a head, asked for from the top down; ``first`` is the column of the tasks.

    ``remarks`` are the columns whose cells may say so in passing, ``unread`` the cells that stand for one above where
    there is none; in those of ``below`` a blank one goes on from that above it.
    """

    def __init__(
        self,
        grid: TableGrid,
        head: TableHead,
        named: Sequence[TableColumn],
        first: int,
        remarks: Sequence[int] = (),
        below: frozenset[int] = frozenset(),
    ) -> None:
        self._grid, self._head, self._named, self._first = grid, head, named, first
        #: a body that stands before the tasks is that of the rows below it too, whose cells are merged away or blank
        self._before = {column.place for column in named if column.place < first}
        self._posts = {column.place for column in named if names_posts(column)}
        said = lexicon_pattern("column.taking-part")
        #: who helps in person, whatever their surnames
        self._persons = {column.place for column in named if said.search(name_of_head(column.head))}
        self._remarks, self._below = remarks, below
        self._above: dict[int, Cell] = {}
        self._latest: dict[int, Cell] = {}
        self.unread: list[UnreadCells] = []

    def restart(self) -> None:
        """A section begins: a blank stands for nothing above it any more, though 同上 does."""
        self._above = {}

    def goes_on(self, row: int) -> bool:
        """Whether a row is a further task of the bodies above it, though it holds but one cell."""
        held = self._before and self._above
        return bool(held) and any(cell.column == self._first for cell in self._grid.filled(row))

    def said(self, place: int, cell: Cell) -> Cell | None:
        """The cell that a cell of a column stands for: itself, or that above 同上; None where none is above."""
        if self._grid.content(cell).kind != "ditto":
            self._latest[place] = cell
        return self._latest.get(place)

    def limit(self, row: int, place: int) -> Cell | None:
        """The cell that says by when a row is to be done."""
        cell = self._cell(row, place)
        meant = self.said(place, cell) if cell is not None else None
        if meant is not None:
            self._above[place] = meant
        return meant

    def _cell(self, row: int, place: int) -> Cell | None:
        """The cell of a row in a column, or that above which goes on there."""
        cell = self._grid.reaching[row].get(place)
        goes_on = place in self._below and not self._grid.words(cell)
        return self._above.get(place) if goes_on else cell

    def of(self, row: int) -> list[CellDuty]:
        """Who has a part in the task of a row."""
        reaching = self._grid.reaching[row]
        anew = any(self._grid.words(reaching.get(place)) for place in self._before)  # a blank beside it is one
        found = []
        for column in self._named:
            cell = self._cell(row, column.place)
            if column.place in self._before and not anew and not self._grid.words(cell):
                cell = self._above.get(column.place)
            if cell is None:
                continue
            meant = self.said(column.place, cell)
            if meant is None:
                self.unread.append(UnreadCells(Span(cell.start, cell.end), "上面没有可以接着的单位"))
                continue
            self._above[column.place] = meant
            if self._grid.content(meant).kind != "empty":
                found += self._duties(column, meant)
        for place in self._remarks:
            cell = reaching.get(place)
            found += remarked(self._grid.words(cell), cell.start) if cell is not None and cell.end > cell.start else ()
        return found

    def _duties(self, column: TableColumn, cell: Cell) -> list[CellDuty]:
        known = self._head.known.get(column.place)
        roles = tuple(role for role in known.roles if role in NAMED) if known is not None else ()
        roles = roles or (column.role if column.role in NAMED else "responsible",)
        span, coded = Span(cell.start, cell.end), self._grid.coded(cell)
        if parts := divided_bodies(self._grid.text[cell.start : cell.end]):
            coded = [Span(cell.start + first, cell.start + last) for first, last in parts]
            return [CellDuty(roles, names, span) for names in coded]
        any_words = bool(coded) or column.place in self._posts or self._names_persons(column, cell)
        return [CellDuty(roles, names, span, any_words) for names in coded or [span]]

    def _names_persons(self, column: TableColumn, cell: Cell) -> bool:
        names = lexicon_pattern("column.short-names")
        return column.place in self._persons and names.match(self._grid.words(cell)) is not None
