"""The cells of a table as rows and columns: what stands where, and what reaches there from above."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence

from raci.analysis.tables.body_codes import coded_bodies
from raci.model import Cell, Span
from raci.model.pattern_codes import compiled
from raci.rules.cell_content import CellContent, cell_content

__all__ = ["TableGrid"]

BLANK = " \t\u3000\xa0\n"
#: what programs write for an empty cell, and above a column without a head
_NOTHING = compiled(r"NaN|nan|NaT|None|null|#N/A|Unnamed: \d+(?:_level_\d+)?")
#: a row of so many cells that all say the same is a line across the table
_SAME = 3


def _without_nothing(text: str, cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells, those empty that say so in the words of a program."""
    if not cells or _NOTHING.search(text, cells[0].start, cells[-1].end) is None:
        return cells
    return [
        cell._replace(end=cell.start) if _NOTHING.fullmatch(text[cell.start : cell.end].strip(BLANK)) else cell
        for cell in cells
    ]


class TableGrid:
    """A table's cells by row and column; made in one pass, whatever reach a cell claims.

    ``rows`` are the numbers of the rows that hold a cell, in order; ``own[row]`` the cells that begin in a row, by
    column; ``reaching[row]`` those and the ones that reach there from above.
    """

    def __init__(self, text: str, cells: Sequence[Cell], codes: Mapping[str, Span] | None = None) -> None:
        self.text = text
        #: where the names stand that codes in its cells are for
        self.codes = codes or {}
        self.own: dict[int, dict[int, Cell]] = {}
        for cell in _without_nothing(text, cells):
            self.own.setdefault(cell.row, {})[cell.column] = cell
        for row, held in self.own.items():
            if len(held) >= _SAME and self._says_one_thing(held):
                first = min(held)
                self.own[row] = {first: held[first]._replace(colspan=max(held) - first + held[max(held)].colspan)}
        self.rows = sorted(self.own)
        # a reach beyond the columns in which cells begin adds no column of its own
        self.places = sorted({cell.column for cell in cells})
        self.reaching: dict[int, dict[int, Cell]] = {}
        above: dict[int, Cell] = {}
        for row in self.rows:
            above = {place: cell for place, cell in above.items() if cell.row + cell.rowspan > row}
            above.update(self.own[row])
            self.reaching[row] = above.copy()
        # asked again for each column
        self._filled: dict[int, list[Cell]] = {}
        self._contents: dict[int, CellContent] = {}
        self._columns: dict[int, list[int]] = {}

    def _says_one_thing(self, held: Mapping[int, Cell]) -> bool:
        """Whether all cells of a row say the same, as programs write a cell that reaches across the table."""
        said = iter(held.values())
        words = self.words(next(said))
        return len(words) > 1 and all(self.words(cell) == words for cell in said)

    def turned(self) -> TableGrid:
        """The grid with its columns as rows."""
        cells = [cell for row in self.rows for cell in self.own[row].values()]
        swapped = [
            cell._replace(row=cell.column, column=cell.row, rowspan=cell.colspan, colspan=cell.rowspan)
            for cell in cells
        ]
        return TableGrid(self.text, sorted(swapped, key=lambda cell: (cell.row, cell.column)), self.codes)

    def upright(self) -> TableGrid:
        """The grid without the lines across it."""
        return self.of_rows([row for row in self.rows if not self.is_across(row)])

    def of_rows(self, rows: Sequence[int]) -> TableGrid:
        """The cells that begin in some of the rows."""
        return TableGrid(self.text, [cell for row in rows for cell in self.own[row].values()], self.codes)

    def part(self, columns: Collection[int]) -> TableGrid:
        """The cells that begin in some of the columns."""
        cells = [cell for row in self.rows for cell in self.own[row].values() if cell.column in columns]
        return TableGrid(self.text, cells, self.codes)

    def words(self, cell: Cell | None) -> str:
        """The words of a cell without blanks at its ends; empty where there is none."""
        return "" if cell is None else self.text[cell.start : cell.end].strip(BLANK)

    def coded(self, cell: Cell) -> list[Span]:
        """Where the names stand that the codes of a cell are for; empty where it holds none that a note explains."""
        return coded_bodies(self.words(cell), self.codes) if self.codes else []

    def content(self, cell: Cell) -> CellContent:
        """What kind of thing stands in a cell, read once: a large table has more cells than are remembered."""
        # an empty cell begins where the next one does
        key = cell.start if cell.end > cell.start else -1
        if key not in self._contents:
            self._contents[key] = cell_content(self.words(cell))
        return self._contents[key]

    def filled(self, row: int) -> list[Cell]:
        """The cells that begin in a row and hold words, by column."""
        if row not in self._filled:
            self._filled[row] = [cell for _, cell in sorted(self.own[row].items()) if self.words(cell)]
        return self._filled[row]

    def spanning(self, row: int, place: int) -> Cell | None:
        """The cell of a row that stands in a column or reaches over it from the left."""
        cell = self.reaching[row].get(place)
        if cell is not None:
            return cell
        if row not in self._columns:
            self._columns[row] = sorted(self.reaching[row])
        index = bisect_left(self._columns[row], place) - 1
        cell = self.reaching[row][self._columns[row][index]] if index >= 0 else None
        return cell if cell is not None and cell.column + cell.colspan > place else None

    def reaches_down(self, cell: Cell) -> bool:
        """Whether a cell reaches over a further row that holds cells."""
        below = bisect_right(self.rows, cell.row)
        return below < len(self.rows) and self.rows[below] < cell.row + cell.rowspan

    def is_across(self, row: int) -> bool:
        """Whether a row is one line of words across the table: a title, a section or a note."""
        filled = self.filled(row)
        return len(filled) == 1 and len(self.reaching[row]) - len(self.own[row]) <= 1 and len(self.places) > 1
