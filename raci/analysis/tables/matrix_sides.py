"""The columns of a matrix beside its signs: who has a part in each row by name, its time limit, its chapters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci.analysis.tables.column_cells import NOTICED, by_role, kinds_below
from raci.analysis.tables.columns import understand
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.analysis.tables.limit_columns import limit_column
from raci.model import CellDuty, Span, TableColumn
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, ColumnHead, read_head
from raci.rules.matching import ActiveRules

__all__ = ["MatrixSides", "head_over", "matrix_sides"]


#: by the head, a column of chapters (章节), though nothing but it may say a task
_CHAPTER = "column.chapter"
#: what a head may say above words that name the rows all the same
_COUNTED = ("deadline", "number")


class MatrixSides(NamedTuple):
    """The columns of a matrix that hold no signs, as understood, and the roles of those that name bodies.

    ``parting`` are those that say something of its own in each row.
    """

    columns: tuple[TableColumn, ...]
    roles: dict[int, tuple[str, ...]]
    parting: frozenset[int] = frozenset()

    def label(self, before: int) -> int | None:
        """The column left of ``before`` that names the rows: that of the tasks, else the first that parts them.

        Else it is the last with no other sense; where nothing stands there, that of the tasks by its head, which some
        put at the right.
        """
        # what is a task by its cells alone says less than where it stands
        columns = [
            column if column.rule else column._replace(role=None) for column in self.columns if column.place < before
        ]
        tasks = [column for column in by_role(columns, "task") if not column.rule.startswith(_CHAPTER)]
        parting = [
            column
            for column in columns
            if column.place in self.parting
            and column.role in (None, "unit", "duty", "content", "task")
            and not column.rule.startswith(_CHAPTER)
        ]
        tasks = tasks or parting[:1] or by_role(columns, "content")
        others = [
            column
            for column in columns
            if column.role in (None, "unit", "duty", "chapter", "task")
            or (column.role in NAMED and column.place not in self.roles)
        ]
        behind = [column for column in self.columns if column.rule] if not columns else []
        named = [column for column in columns if column.role in NAMED]  # where the table stands on its side
        chosen = tasks[-1:] or others[-1:] or by_role(behind, "task")[:1] or named[-1:]
        return chosen[0].place if chosen else None

    def number(self) -> int | None:
        """The column of the numbers of the rows."""
        return next((column.place for column in by_role(self.columns, "number")), None)

    def duties(self, grid: TableGrid, row: int) -> list[CellDuty]:
        """Who has a part in a row by name: 主管部门 beside the columns of signs."""
        cells = [(roles, grid.reaching[row].get(place)) for place, roles in self.roles.items()]
        return [
            CellDuty(roles, Span(cell.start, cell.end), Span(cell.start, cell.end))
            for roles, cell in cells
            if cell is not None and cell_content(grid.words(cell)).kind not in ("empty", "ditto")
        ]

    def limit(self, grid: TableGrid, row: int) -> Span | None:
        """The time limit of a row."""
        column = limit_column(self.columns)
        cell = grid.reaching[row].get(column.place) if column is not None else None
        return Span(cell.start, cell.end) if cell is not None and grid.words(cell) else None

    def chapters(self, grid: TableGrid, row: int, label: int) -> list[str]:
        """The chapters of a row, from left to right."""
        places = [column.place for column in by_role(self.columns, "chapter") if column.place != label]
        words = [" ".join(grid.words(grid.reaching[row].get(place)).split()) for place in places]
        return [held for held in words if held]


def matrix_sides(
    grid: TableGrid, head: int, rows: Sequence[int], signs: Sequence[int], rules: ActiveRules
) -> MatrixSides:
    """What the columns without signs are, by their heads in the row ``head`` and what stands below."""
    places = [place for place in grid.places if place not in frozenset(signs)]
    words = {place: _words_over(grid, head, place) for place in places}
    known = {place: read for place, held in words.items() if (read := read_head(held, rules)) is not None}
    part = grid.part(places)
    own = [row for row in rows if row in part.own]
    columns = understand(part, TableHead(head, head, known, words), own) if own else ()
    named = [column for column in by_role(columns, *NAMED) if _names(part, own, column.place)]
    roles = {
        column.place: tuple(role for role in known[column.place].roles if role in NAMED) or (column.role or "",)
        for column in named
        if column.place in known
    }
    sides = MatrixSides(columns, roles, frozenset(place for place in places if _parts_rows(part, own, place)))
    return sides if sides.label(signs[0]) is not None else sides._replace(columns=_saying(part, own, columns))


def _saying(grid: TableGrid, rows: Sequence[int], columns: Sequence[TableColumn]) -> tuple[TableColumn, ...]:
    """The columns, those of words below a head of times or numbers (节点, 编号) as ones of which no head says more."""
    saying = {column.place for column in by_role(columns, *_COUNTED) if _is_text(grid, rows, column.place)}
    return tuple(column._replace(role=None, rule="") if column.place in saying else column for column in columns)


def _parts_rows(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether a column says something of its own in each row, in words, not codes (QP-01)."""
    words = [grid.words(grid.own[row].get(place)) for row in rows]
    said = [held for held in words if not held.isascii() or held.replace(" ", "").isalpha()]
    return len(said) == len(words) == len(set(words))


def _is_text(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    counted = kinds_below(grid, rows, place)
    # short words (合同签订) may be the name of a person
    return counted["text"] + counted["person"] >= NOTICED * counted.total() > 0


def head_over(grid: TableGrid, head: int, place: int, rules: ActiveRules) -> ColumnHead | None:
    """The head that reaches over the bodies in the row ``head``: 责任单位 above 甲局, 乙局."""
    for row in reversed([row for row in grid.rows if row < head]):
        cell = grid.spanning(row, place)
        known = read_head(grid.words(cell), rules) if cell is not None else None
        if known is not None and known.role in NAMED:
            return known
    return None


def _words_over(grid: TableGrid, head: int, place: int) -> str:
    """The head of a column; in the row above, where csv leaves it blank beside 甲局, 乙局."""
    for row in [row for row in grid.rows if row <= head and not grid.is_across(row)][:-3:-1]:
        if words := grid.words(grid.spanning(row, place)):
            return words
    return ""


def _names(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether bodies or persons stand in most cells of a column."""
    cells = [cell for row in rows if (cell := grid.own[row].get(place)) is not None and grid.words(cell)]
    kinds = [cell_content(grid.words(cell)).kind for cell in cells]
    return bool(kinds) and 2 * sum(kind in ("bodies", "person", "ditto") for kind in kinds) >= len(kinds)
