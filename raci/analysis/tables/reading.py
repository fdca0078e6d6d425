"""Tables as understood: each tried in the shapes that are known, one after the other.

A table is cut where a further head stands in it (a second table in the same sheet). Of each part the first shape that
fits is it. A part that holds bodies, letters or role words and fits no shape is reported as unread.
"""

from __future__ import annotations

from typing import NamedTuple

from raci.analysis.tables.body_codes import body_codes
from raci.analysis.tables.body_rows import read_body_rows
from raci.analysis.tables.cell_items import without_bullets
from raci.analysis.tables.column_cells import lists_roles, says_roles
from raci.analysis.tables.columns import understand
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.grouped_pairs import without_groups
from raci.analysis.tables.heads import TableHead, find_head, heads_at
from raci.analysis.tables.key_values import read_key_values
from raci.analysis.tables.matrix import read_matrix
from raci.analysis.tables.rosters import MEMBERS, RECORD, lists_members
from raci.analysis.tables.section_rows import Section, duty_of_line
from raci.analysis.tables.table_parts import TablePart, read_below, read_under
from raci.analysis.tables.task_rows import read_rows
from raci.analysis.tables.thing_lists import lists_things
from raci.analysis.tables.turned import read_turned
from raci.analysis.tables.unit_tables import body_of, read_unit
from raci.analysis.tables.unread_tables import unread_cells
from raci.model import Block, CellDuty, Span, TableColumn, TableReading
from raci.rules.bare_head import name_of_head
from raci.rules.columns import NAMED, read_head
from raci.rules.headless import is_headless_table
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import is_annex
from raci.rules.matching import ActiveRules

__all__ = ["TableCaption", "read_table"]

#: so many characters before and behind a table may hold its legend
_AROUND = 200
#: the head of a table begins in one of so many rows
_HEAD_ROWS = 3
#: a head that says bodies has so many characters (责任单位, 主办方), and no head beside it is longer
_PLAIN, _LONGEST = 3, 12


class TableCaption(NamedTuple):
    """The line above a table: its words and where they stand."""

    words: str
    start: int


def read_table(
    text: str,
    block: Block,
    rules: ActiveRules,
    caption: TableCaption | None = None,
    head: TableHead | None = None,
) -> TableReading:
    """What a table says. ``caption`` is the line above it, ``head`` that of the table above which this goes on."""
    grid = TableGrid(text, block.cells)
    notes = [Span(max(0, block.start - _AROUND), block.start), Span(block.end, min(len(text), block.end + _AROUND))]
    lines = [grid.filled(row)[0] for row in grid.rows if grid.is_across(row)]
    notes += [Span(line.start, line.end) for line in lines]
    grid.codes = body_codes(text, notes)
    around = "\n".join(text[note.start : note.end] for note in notes)
    if lists_members(grid):  # of which the groups are read
        return TableReading(block.start, block.end, MEMBERS)
    title = "\n".join([caption.words if caption is not None else "", *map(grid.words, lines)])
    rest = read_under(grid, head, grid.rows, rules) if head is not None else None
    parts = [rest] if rest is not None else _whole(grid, rules, around, title) or _parts(grid, rules, caption)
    duty = duty_of_line(caption.words, caption.start) if caption is not None else None
    parts = [_shared(part, duty) for part in parts] if duty is not None else parts
    if not parts:
        columns = _columns(grid, rules)
        unread = () if lists_things(columns) else unread_cells(grid, rules)
        return TableReading(block.start, block.end, "", columns, unread=unread)
    return TableReading(
        block.start,
        block.end,
        parts[0].shape,
        tuple(column for part in parts for column in part.columns),
        tuple(without_bullets(task) for part in parts for task in part.tasks),
        tuple(cells for part in parts for cells in part.unread),
    )


def _whole(grid: TableGrid, rules: ActiveRules, around: str, title: str) -> list[TablePart]:
    """The table as one part, where all of it has a shape of its own; empty where heads above tell its columns."""
    part = read_body_rows(grid, rules)
    if part is not None:
        return [part]
    paired = without_groups(grid, rules)
    pairs = read_key_values(paired, paired.rows, rules)
    if pairs is not None:
        return [TablePart("pairs" if pairs[1] else RECORD, *pairs)]
    matrix = read_matrix(grid, grid.rows, around, title, rules)
    if matrix is not None:
        return [TablePart("matrix", *matrix)]
    turned = read_turned(grid, rules)
    return [turned] if turned is not None else []


def _parts(grid: TableGrid, rules: ActiveRules, caption: TableCaption | None) -> list[TablePart]:
    part = _without_heads(grid, caption)
    if part is not None:
        return [part]
    heads: list[tuple[int, TableHead]] = []
    places = {row: place for place, row in enumerate(grid.rows)}
    again: set[int] = set()  # rows that say the head once more, as at the top of a page
    parts_of_bodies: list[int] | None = None
    position = 0
    while position < len(grid.rows):
        head = find_head(grid, position, rules, heads[-1][1] if heads else None)
        if head is not None and position:
            if parts_of_bodies is None:
                parts_of_bodies = [place for place in grid.places if lists_roles(grid, place)]
            if any(
                grid.content(cell).kind == "role" for cell in grid.filled(head.first) if cell.column in parts_of_bodies
            ):
                head = None  # a row whose body leads or helps, as others do
        if head is not None and heads and head.words == heads[-1][1].words:
            again.update(grid.rows[position : places[head.last] + 1])
        elif head is not None:
            heads.append((position, head))
        position += 1 if head is None else places[head.last] - position + 1
    if not heads:
        return _headless(grid, rules, caption)
    found = []
    for number, (position, head) in enumerate(heads):
        stop = heads[number + 1][0] if number + 1 < len(heads) else len(grid.rows)
        rows = [row for row in grid.rows[position:stop] if row > head.last and row not in again]
        part = read_below(grid, head, rows, rules)
        found += [part] if part is not None else []
    title = _annex_title(grid, heads[0][0])
    return [part.under(title) for part in found] if title else found


def _shared(part: TablePart, duty: CellDuty) -> TablePart:
    """The part, its tasks those of the bodies too that the line above the table names for all of it.

    Who is responsible is not said anew of tasks that say so themselves.
    """
    said = {role for task in part.tasks for each in task.duties for role in each.roles}
    if "responsible" in duty.roles and said & {"lead", "responsible"}:
        return part
    above = Section("", duty)
    return part._replace(tasks=[task._replace(duties=tuple(above.duties([*task.duties]))) for task in part.tasks])


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


def _headless(grid: TableGrid, rules: ActiveRules, caption: TableCaption | None) -> list[TablePart]:
    """A table whose heads name no body: 单位 and 职责, a column of roles, or the title says whose tasks they are."""
    for position in range(min(_HEAD_ROWS, len(grid.rows))):
        first = not any(len(grid.filled(row)) > 1 for row in grid.rows[:position])
        for head in heads_at(grid, position, rules):
            if not _may_head(head, first):
                continue
            rows = [row for row in grid.rows[position:] if row > head.last]
            part = read_below(grid, head, rows, rules)
            if part is not None:
                return [part]
            body = _title_body(grid, position, caption)
            unit = read_unit(grid, head, rows, body, rules) if body is not None else None
            if unit is not None:
                return [TablePart("unit", *unit)]
    part = _by_cells(grid)
    return [part] if part is not None else []


def _without_heads(grid: TableGrid, caption: TableCaption | None) -> TablePart | None:
    """A table without heads whose cells tell the columns: 修水渠, 县水利局, 4月底."""
    upright = [row for row in grid.rows if not grid.is_across(row) and grid.filled(row)]
    cells = [[grid.words(grid.own[row].get(place)) for place in grid.places] for row in upright]
    if not upright or not is_headless_table(cells, caption.words if caption is not None else ""):
        return None
    tasks = read_rows(grid, TableHead(upright[0] - 1, upright[0] - 1, {}, {}), grid.rows)
    return None if tasks is None else TablePart("rows", *tasks)


def _may_head(head: TableHead, first: bool) -> bool:
    """Whether rows may be the head of a table: they know half of their columns, or one of bodies among short words.

    The latter holds but for the ``first`` row of several cells: further down it is one of a table on its side.
    """
    words = [held for held in head.words.values() if held]
    units, posts = lexicon_pattern("column.some-unit"), lexicon_pattern("column.post-of-person")
    unknown = (name_of_head(held) for place, held in head.words.items() if place not in head.known)
    others = (units, posts, *map(lexicon_pattern, ("column.own-persons", "column.own-duties")))
    known = len(head.known) + sum(any(one.search(held) for one in others) for held in unknown)
    if known >= 2 and 2 * known >= len(words):
        return True
    named = any(known.role in NAMED and len(head.words[place]) >= _PLAIN for place, known in head.known.items())
    return first and named and max(map(len, words)) <= _LONGEST


def _by_cells(grid: TableGrid) -> TablePart | None:
    """A table whose heads say nothing, or that has none, but whose cells do: 甲局牵头，乙局配合."""
    upright = [row for row in grid.rows if not grid.is_across(row) and grid.filled(row)]
    said = [place for place in grid.places if says_roles(grid, upright, place)]
    if len(upright) < 2 or not said:
        return None
    first = upright[0]
    begins = says_roles(grid, upright[:1], said[0])
    words = {} if begins else {place: grid.words(cell) for place, cell in grid.own[first].items()}
    rows = [row for row in grid.rows if row >= first] if begins else [row for row in grid.rows if row > first]
    tasks = read_rows(grid, TableHead(first - 1 if begins else first, first, {}, words), rows)
    return None if tasks is None else TablePart("rows", *tasks)


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
