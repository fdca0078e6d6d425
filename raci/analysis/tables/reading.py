"""Tables as understood: each tried in the shapes that are known, one after the other.

A table is cut where a further head stands in it (a second table in the same sheet). Of each part the first shape that
fits is it. A part that holds bodies, letters or role words and fits no shape is reported as unread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from raci.analysis.tables.columns import kinds_below, understand
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead, find_head, side_by_side
from raci.analysis.tables.key_values import read_key_values
from raci.analysis.tables.matrix import read_matrix
from raci.analysis.tables.role_column import read_role_column
from raci.analysis.tables.task_rows import read_rows
from raci.analysis.tables.turned import read_turned
from raci.analysis.tables.unit_tables import body_of, read_duties, read_unit
from raci.model import Block, Span, TableColumn, TableReading, TableTask, UnreadCells
from raci.rules.cell_content import cell_content, letters_of
from raci.rules.columns import NAMED, read_head
from raci.rules.markers import is_annex
from raci.rules.matching import ActiveRules

__all__ = ["TableCaption", "read_table"]

#: so many rows with bodies beside text make a table worth a look
_BODIES = 2


class TableCaption(NamedTuple):
    """The line above a table: its words and where they stand."""

    words: str
    start: int


class _Part(NamedTuple):
    shape: str
    columns: tuple[TableColumn, ...]
    tasks: Sequence[TableTask]
    unread: Sequence[UnreadCells] = ()

    def under(self, chapter: str) -> _Part:
        """The part with its tasks under one more chapter."""
        return self._replace(tasks=[task._replace(chapters=(chapter, *task.chapters)) for task in self.tasks])


def read_table(
    text: str, block: Block, rules: ActiveRules, caption: TableCaption | None = None, around: str = ""
) -> TableReading:
    """What a table says. ``caption`` is the line above it, ``around`` the words beside it that may hold a legend."""
    grid = TableGrid(text, block.cells)
    around = "\n".join([around, *(grid.words(grid.filled(row)[0]) for row in grid.rows if grid.is_across(row))])
    pairs = read_key_values(grid, grid.rows, rules)
    if pairs is not None:
        parts = [_Part("pairs", *pairs)]
    else:
        matrix = read_matrix(grid, grid.rows, around, rules)
        turned = read_turned(grid, rules) if matrix is None else None
        if matrix is not None:
            parts = [_Part("matrix", *matrix)]
        else:
            parts = [_Part("turned", *turned)] if turned is not None else _parts(grid, rules, caption)
    if not parts:
        return TableReading(block.start, block.end, "", _columns(grid, rules), unread=_unread(grid, rules))
    return TableReading(
        block.start,
        block.end,
        parts[0].shape,
        tuple(column for part in parts for column in part.columns),
        tuple(task for part in parts for task in part.tasks),
        tuple(cells for part in parts for cells in part.unread),
    )


def _parts(grid: TableGrid, rules: ActiveRules, caption: TableCaption | None) -> list[_Part]:
    heads: list[tuple[int, TableHead]] = []
    places = {row: place for place, row in enumerate(grid.rows)}
    position = 0
    while position < len(grid.rows):
        head = find_head(grid, position, rules)
        if head is not None and (not heads or head.words != heads[-1][1].words):
            heads.append((position, head))
        position += 1 if head is None else places[head.last] - position + 1
    if not heads:
        return _headless(grid, rules, caption)
    found = []
    for number, (position, head) in enumerate(heads):
        stop = heads[number + 1][0] if number + 1 < len(heads) else len(grid.rows)
        rows = [row for row in grid.rows[position:stop] if row > head.last]
        beside = side_by_side(head)
        parts = [_of_part(grid, head, rows, places, rules) for places in beside]
        if not beside or None in parts:
            parts = [_of_rows(grid, head, rows, rules)]
        found += _in_order([part for part in parts if part is not None])
    title = _annex_title(grid, heads[0][0])
    return [part.under(title) for part in found] if title else found


def _of_part(
    grid: TableGrid, head: TableHead, rows: Sequence[int], places: Collection[int], rules: ActiveRules
) -> _Part | None:
    """Of tables side by side the one in some of the columns."""
    part = grid.part(places)
    return _of_rows(part, head.part(places), [row for row in rows if part.own.get(row)], rules)


def _in_order(parts: Sequence[_Part]) -> list[_Part]:
    """Parts side by side as one, their tasks in the order of the text."""
    if len(parts) < 2:
        return list(parts)
    return [
        _Part(
            parts[0].shape,
            tuple(column for part in parts for column in part.columns),
            sorted((task for part in parts for task in part.tasks), key=lambda task: task.start),
            [cells for part in parts for cells in part.unread],
        )
    ]


def _annex_title(grid: TableGrid, position: int) -> str:
    """The title of the annex that a table is, where the rows above its head say it: 附件2 ⏎ 年度任务分工表."""
    lines = [
        line.strip()
        for row in grid.rows[:position]
        if grid.is_across(row)
        for line in grid.words(grid.filled(row)[0]).split("\n")
        if line.strip()
    ]
    return lines[1] if len(lines) > 1 and is_annex(lines[0], 0, len(lines[0])) else ""


def _of_rows(grid: TableGrid, head: TableHead, rows: Sequence[int], rules: ActiveRules) -> _Part | None:
    roles = read_role_column(grid, head, rows, rules)
    if roles is not None:
        return _Part("roles", *roles)
    tasks = read_rows(grid, head, rows)
    if tasks is not None:
        return _Part("rows", *tasks)
    duties = read_duties(grid, head, rows)
    return _Part("duties", *duties) if duties is not None else None


def _headless(grid: TableGrid, rules: ActiveRules, caption: TableCaption | None) -> list[_Part]:
    """A table whose heads name no body: 单位 and 职责, a column of roles, or the title says whose tasks they are."""
    for position, row in enumerate(grid.rows[:3]):
        known = {place: read for place, cell in grid.own[row].items() if (read := read_head(grid.words(cell), rules))}
        if len(known) < 2 or 2 * len(known) < len(grid.filled(row)):
            continue
        head = TableHead(row, row, known, {place: grid.words(cell) for place, cell in grid.own[row].items()})
        rows = grid.rows[position + 1 :]
        part = _of_rows(grid, head, rows, rules)
        if part is not None:
            return [part]
        body = _title_body(grid, position, caption)
        unit = read_unit(grid, head, rows, body) if body is not None else None
        return [_Part("unit", *unit)] if unit is not None else []
    return []


def _title_body(grid: TableGrid, position: int, caption: TableCaption | None) -> Span | None:
    for row in reversed(grid.rows[:position]):
        cell = grid.filled(row)[0] if grid.filled(row) else None
        if cell is not None and (span := body_of(grid.words(cell))) is not None:
            return Span(cell.start + span[0], cell.start + span[1])
    if caption is not None and (span := body_of(caption.words)) is not None:
        return Span(caption.start + span[0], caption.start + span[1])
    return None


def _columns(grid: TableGrid, rules: ActiveRules) -> tuple[TableColumn, ...]:
    """The columns of a table in which no duties were read, by its first row of several cells."""
    position = next((number for number, row in enumerate(grid.rows) if len(grid.filled(row)) > 1), None)
    if position is None or position + 1 == len(grid.rows):
        return ()
    row = grid.rows[position]
    words = {place: grid.words(cell) for place, cell in grid.own[row].items()}
    known = {place: head for place, text in words.items() if (head := read_head(text, rules)) is not None}
    return understand(grid, TableHead(row, row, known, words), grid.rows[position + 1 :])


def _unread(grid: TableGrid, rules: ActiveRules) -> tuple[UnreadCells, ...]:
    """A table that fits no shape, though bodies stand in its cells, or over them, beside other words."""
    if len(grid.places) < 2 or len(grid.rows) < 2:
        return ()
    first = grid.rows[0]
    known = {place: read_head(grid.words(cell), rules) for place, cell in grid.own[first].items()}
    if any(head is not None and head.role in ("unit", "remark") for head in known.values()):
        return ()  # a list of people or bodies
    below = grid.rows[1:]
    over = [cell for place, cell in sorted(grid.own[first].items()) if kinds_below(grid, [first], place)["bodies"]]
    named = any(head is not None and head.role in NAMED for head in known.values())
    if len(over) > 1 and not named and _holds_words(grid, below, [cell.column for cell in over]):
        return (UnreadCells(Span(over[0].start, over[0].end), "这张表以单位为栏名，没有看懂格里写的是什么"),)
    # without heads the first row is one like the others
    rows = grid.rows if over and not any(known.values()) else below
    columns = [place for place in grid.places if kinds_below(grid, rows, place)["bodies"] >= _BODIES]
    if named and not columns:
        columns = [place for place, head in known.items() if head is not None and head.role in NAMED]
        columns = columns if kinds_below(grid, below, columns[0]) else []
    if not columns or len(columns) == len(grid.places):
        return ()
    cell = next(cell for row in rows if (cell := grid.own[row].get(columns[0])) is not None and grid.words(cell))
    return (UnreadCells(Span(cell.start, cell.end), "这张表里有单位，没有看懂是谁做什么"),)


def _holds_words(grid: TableGrid, rows: Sequence[int], places: Sequence[int]) -> bool:
    """Whether most cells of the columns hold anything but bodies, numbers and dates (letters where an R is among them:
    without one they are marks of a contest).
    """
    counted: Counter[str] = sum((kinds_below(grid, rows, place) for place in places), Counter())
    words = sum(counted[kind] for kind in ("text", "person", "mark", "role"))
    cells = (grid.words(grid.own[row].get(place)) for row in rows for place in places)
    if any("R" in letters_of(held) for held in cells if cell_content(held).kind == "letters"):
        words += counted["letters"]
    return words > 0 and words >= 0.6 * sum(counted.values())
