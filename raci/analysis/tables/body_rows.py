"""Tables with a body a row and its tasks in several columns: 部门 │ 牵头事项 │ 配合事项; 成员单位 │ Ⅲ级响应 │ Ⅱ级响应.

What parts the columns is the role of the body, or the time, the level or the number of the task. Tables on their side
(月份 │ 团委 │ 学生处) are read as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from raci.analysis.tables.cell_items import cell_items
from raci.analysis.tables.column_cells import NOTICED, by_role, kinds_below, unsaid_units
from raci.analysis.tables.columns import understand
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead, heads_at
from raci.analysis.tables.table_parts import TablePart
from raci.model import Cell, CellDuty, Span, TableColumn, TableTask
from raci.rules.bare_head import name_of_head
from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import at_start
from raci.rules.matching import ActiveRules
from raci.rules.role_words import role_of_work

__all__ = ["read_body_rows"]

#: the head of a table begins in one of so many rows
_HEAD_ROWS = 3
#: so many columns of work, and so many bodies
_SEVERAL = 2
#: what is to be done has so many characters, taken together
_LONG = 4
_WHY = "每格是这个单位的一项任务"


@dataclass(frozen=True, slots=True)
class _Work:
    """A column of tasks: where it stands, the role of the bodies in them, its chapter, or by when they are done."""

    place: int
    role: str = "responsible"
    chapter: str = ""
    deadline: Span | None = None


def read_body_rows(grid: TableGrid, rules: ActiveRules) -> TablePart | None:
    """The table with its cells as tasks; None where it is none of these."""
    grid = _without_lines(grid)
    for position in range(min(_HEAD_ROWS, len(grid.rows))):
        for head in heads_at(grid, position, rules):
            part = _read(grid, head, [row for row in grid.rows[position:] if row > head.last])
            if part is not None:
                return part
    return _on_its_side(grid, rules)


def _without_lines(grid: TableGrid) -> TableGrid:
    """The grid without the lines above its head and those that reach across it: a row may hold but one task."""
    begins = next((row for row in grid.rows if not grid.is_across(row) and grid.filled(row)), 0)
    rows = [row for row in grid.rows if row >= begins]
    rows = [row for row in rows if not (grid.is_across(row) and grid.filled(row)[0].colspan > 1)]
    return grid.of_rows(rows)


def _on_its_side(grid: TableGrid, rules: ActiveRules) -> TablePart | None:
    """The table whose columns bodies head: 月份 │ 团委 │ 学生处, or 团委 │ 学生处 alone; None where none do."""
    words = {place: grid.words(cell) for place, cell in grid.own[grid.rows[0]].items()} if grid.rows else {}
    bodies = [place for place, held in words.items() if like_bodies(held) == (1, 0)]
    label = grid.places[:1] if bodies[:1] != grid.places[:1] else []
    others = {place: read_head(words.get(place, ""), rules) for place in grid.places if place not in bodies + label}
    if len(bodies) < _SEVERAL or any(head is None or head.role != "remark" for head in others.values()):
        return None
    turned = grid.part(label + bodies).turned()
    if label:
        first = next(heads_at(turned, 0, rules))
        return _read(turned, first, [row for row in turned.rows if row > first.last], turned=True)
    work = [_Work(place) for place in turned.places[1:]]
    if not work or not _holds_work(turned, turned.rows, work):
        return None
    tasks = _tasks(turned, turned.rows, turned.places[0], work, ())
    columns = [TableColumn(place, words[place], "task", "table.work", 1.0, _WHY) for place in bodies]
    return TablePart("work", tuple(columns), tasks)


def _read(grid: TableGrid, head: TableHead, rows: Sequence[int], turned: bool = False) -> TablePart | None:
    work = [one for place in sorted(head.words) if (one := _work(grid, head, place)) is not None]
    rows = [row for row in rows if not head.is_said_by(grid, row)]
    if not _are_work(head, work) or len(rows) < _SEVERAL or not _holds_work(grid, rows, work):
        return None
    columns = understand(grid, head, rows)
    if len(work) < _SEVERAL and by_role(columns, "deadline"):
        return None  # a table of tasks as any other
    places = {one.place: one for one in work}
    others = [column for column in columns if column.place not in places]
    body = _body_column(grid, rows, others, turned)
    if body is None:
        return None
    others.remove(body)
    leaders = by_role(others, "leader")
    if len(by_role(others, *NAMED, "unit", "task", "content", "duty")) > len(leaders):
        return None
    said = [
        column._replace(role="task", why=_WHY) if column.place in places else column
        for column in columns
        if column is not body
    ]
    tasks = _tasks(grid, rows, body.place, work, [column.place for column in leaders])
    return TablePart("work", tuple(sorted([*said, body._replace(role="unit")])), tasks)


def _are_work(head: TableHead, work: Sequence[_Work]) -> bool:
    """Whether the columns of tasks are several, or one whose head says the part of the bodies: 单位 │ 负责任务."""
    return len(work) >= _SEVERAL or any(role_of_work(name_of_head(head.words[one.place])) for one in work)


def _work(grid: TableGrid, head: TableHead, place: int) -> _Work | None:
    """What the head of a column says that parts the tasks of a body; None where it says no such thing."""
    words = head.words[place]
    cell = grid.spanning(head.last, place)
    if cell is not None and grid.content(cell).kind == "date":
        return _Work(place, deadline=Span(cell.start, cell.end))
    # all of the words, or the lowest alone: 应急响应 over Ⅲ级响应
    for name in (name_of_head(words), name_of_head(words.split()[-1])) if words.split() else ():
        role = role_of_work(name)
        if role is not None:
            return _Work(place, role)
        if lexicon_pattern("column.counted-work").search(name):
            return _Work(place)
        if lexicon_pattern("column.occasion").search(name):
            return _Work(place, chapter=name)
    return None


def _holds_work(grid: TableGrid, rows: Sequence[int], work: Sequence[_Work]) -> bool:
    """Whether most cells of the columns say what is to be done: no figures, signs, names or marks of success."""
    cells = [words for row in rows for one in work if (words := grid.words(grid.own[row].get(one.place)))]
    kinds = [cell_content(words).kind for words in cells]
    texts = sum(kind in ("text", "person") for kind in kinds)
    names = lexicon_pattern("column.full-names")
    if not texts or texts < NOTICED * (len(kinds) - kinds.count("empty")):
        return False
    return sum(map(len, cells)) >= _LONG * len(cells) and not all(names.search(words) for words in cells)


def _body_column(
    grid: TableGrid, rows: Sequence[int], columns: Sequence[TableColumn], turned: bool
) -> TableColumn | None:
    """The one column of bodies beside those of work."""
    if turned:
        return columns[0]
    found = by_role(columns, "unit", "responsible") or unsaid_units(columns)
    if len(found) != 1:
        return None
    counted = kinds_below(grid, rows, found[0].place)
    named = counted["bodies"] >= NOTICED * sum(counted.values())
    return found[0] if named else None


def _tasks(
    grid: TableGrid, rows: Sequence[int], body: int, work: Sequence[_Work], leaders: Sequence[int]
) -> list[TableTask]:
    """What the cells say, in order; a task that several bodies have a part in is one."""
    found: dict[tuple[str, str], TableTask] = {}
    for row in rows:
        who = _duties("responsible", [grid.reaching[row].get(body)])
        over = _duties("leader", [grid.reaching[row].get(place) for place in leaders])
        for one in work if who else ():
            cell = grid.own[row].get(one.place)
            own = [who[0]._replace(roles=(one.role,)), *(over if one.role != "support" else ())]
            for start, end in cell_items(grid, cell):
                heading = " ".join(grid.text[start:end].split())
                chapters = (one.chapter,) if one.chapter else ()
                first = TableTask("", heading, chapters, start, end, (), one.deadline)
                marker = at_start(heading)
                key = heading[marker.end :] if marker else heading, one.chapter
                task = found.setdefault(key, first)
                found[key] = task._replace(duties=(*task.duties, *own))
    return sorted(found.values(), key=lambda task: task.start)


def _duties(role: str, cells: Iterable[Cell | None]) -> list[CellDuty]:
    spans = [Span(cell.start, cell.end) for cell in cells if cell is not None and cell.end > cell.start]
    return [CellDuty((role,), span, span) for span in spans]
