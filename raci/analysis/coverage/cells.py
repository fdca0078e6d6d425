"""Stretches in tables: columns with bodies or letters, and what was read of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.analysis.coverage.spans import is_covered
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.rosters import NO_DUTIES
from raci.analysis.tables.thing_lists import lists_things
from raci.model import Cell, Span, Stretch, TableReading
from raci.rules.cell_content import cell_content, letters_of
from raci.rules.columns import NAMED, TASKS, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.list_heads import heads_list
from raci.rules.matching import ActiveRules

__all__ = ["columns_of_duties"]

#: in a table that was not understood so many cells must name bodies, or hold letters, to be noticed
_NOTICED = 2
#: of the filled cells of a column so many must be of that kind
_SHARE = 0.6
#: so many rows at the top may hold heads
_HEAD_ROWS = 3
_DUTIES = frozenset({"bodies", "letters", "role"})


def columns_of_duties(
    grid: TableGrid, reading: TableReading, evidence: Sequence[Span], rules: ActiveRules
) -> Iterator[Stretch]:
    """Each column with bodies or letters: its cells that are in rows, and those that are not.

    ``evidence`` are the spans of cells that gave rows, in order. What the table's own reader reported comes first.
    """
    if reading.shape in NO_DUTIES or (not reading.shape and (lists_things(reading.columns) or _is_list(grid, reading))):
        return
    for unread in reading.unread:
        yield Stretch("cells", *unread.span, unread.why)
    roles = {column.place: column.role for column in reading.columns}
    heads = {column.place: column.head for column in reversed(reading.columns)}
    # marks at school are letters too; a matrix holds an R
    lettered = any("R" in letters_of(grid.words(cell)) for cell in _all_cells(grid) if _is_letters(grid, cell))
    told = sorted(unread.span for unread in reading.unread)
    beside_text = _has_other_words(grid)
    for place in grid.places:
        named = reading.shape == "matrix" and roles.get(place) in (None, "matrix") and _is_of_body(grid, place)
        own = heads.get(place, "")
        cells = [cell for cell in _cells(grid, place, rules, named) if not own or not own.endswith(grid.words(cell))]
        if not reading.shape:
            cells = [cell for cell in cells if cell.row != grid.rows[0] and (lettered or not _is_letters(grid, cell))]
        read = [cell for cell in cells if is_covered(evidence, cell.start, cell.end)]
        if read:
            yield Stretch("cells", read[0].start, read[-1].end)
        left = [cell for cell in cells if not is_covered(evidence, cell.start, cell.end)]
        if reading.shape == "pairs":
            left = [cell for cell in left if not _is_beside_other_head(grid, cell, rules)]
        reported = any(is_covered(told, cell.start, cell.end) for cell in cells)
        if not left or reported or not beside_text or (not reading.shape and reading.unread):
            continue
        role = roles.get(place)
        if role is not None and role not in NAMED and not named:
            continue
        if role is None and not named and not _is_column_of_duties(grid, place, left):
            continue
        head = grid.words(grid.own[grid.rows[0]].get(place)) if role is None else heads[place]
        yield Stretch("cells", left[0].start, left[-1].end, _why(head, len(left), reading.shape))


def _all_cells(grid: TableGrid) -> Iterator[Cell]:
    return (cell for row in grid.rows for cell in grid.own[row].values())


def _is_letters(grid: TableGrid, cell: Cell) -> bool:
    return grid.content(cell).kind == "letters"


def _why(head: str, number: int, shape: str) -> str:
    column = f"列“{' '.join(head.split())[:20]}”" if head else "有一列"
    where = "" if shape else "这张表没有读懂："
    return f"{where}{column}有 {number} 格像是分工，没有读进表里"


def _is_of_body(grid: TableGrid, place: int) -> bool:
    """Whether the head of a column of a matrix names a body; then whatever stands below it is its part in a task."""
    heads = (grid.words(grid.own[row].get(place)) for row in grid.rows[:3])
    return any(cell_content(words).kind == "bodies" for words in heads if words)


def _cells(grid: TableGrid, place: int, rules: ActiveRules, of_body: bool) -> list[Cell]:
    """The cells of a column, below its head, that name bodies or hold letters; all with words in one ``of_body``."""
    cells = [cell for row in grid.rows if (cell := grid.own[row].get(place)) is not None and not grid.is_across(row)]
    return [
        cell
        for cell in cells
        if (words := grid.words(cell))
        and _may_assign(grid.content(cell).kind, of_body)
        and read_head(words, rules) is None
    ]


def _may_assign(kind: str, of_body: bool) -> bool:
    return kind not in ("empty", "bodies") if of_body else kind in _DUTIES


def _is_beside_other_head(grid: TableGrid, cell: Cell, rules: ActiveRules) -> bool:
    """Whether the name of a field stands to the left of a cell, and is none of those for bodies (进展情况)."""
    left = grid.own[cell.row].get(grid.places[0])
    head = read_head(grid.words(left), rules) if left is not None and left is not cell else None
    return head is not None and not NAMED & set(head.roles)


def _is_column_of_duties(grid: TableGrid, place: int, cells: Sequence[Cell]) -> bool:
    """Whether so many cells of a column are of that kind that it cannot be chance."""
    filled = sum(bool(grid.words(grid.own[row].get(place))) for row in grid.rows[1:])
    return len(cells) >= _NOTICED and len(cells) >= _SHARE * filled


def _is_list(grid: TableGrid, reading: TableReading) -> bool:
    """Whether heads say that it lists persons, numbers or money: nobody's duties.

    A table with time limits is none, nor is one of tasks that says but whom to call.
    """
    calls = lexicon_pattern("column.telephone").search
    upright = [row for row in grid.rows[:_HEAD_ROWS] if not grid.is_across(row)]
    heads = [words for row in upright for cell in grid.own[row].values() if heads_list(words := grid.words(cell))]
    roles = {column.role for column in reading.columns}
    if "deadline" in roles or (roles & TASKS and all(calls(words) for words in heads)):
        return False
    return bool(heads)


def _has_other_words(grid: TableGrid) -> bool:
    """Whether something stands beside the bodies and letters that they could be doing; a table of these alone says
    nothing, and neither do letters without a body.
    """
    kinds: set[str] = set()
    for cell in _all_cells(grid):
        kinds.add(grid.content(cell).kind)
        if "text" in kinds and "bodies" in kinds:
            return True
    return False
