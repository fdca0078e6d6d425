"""Tables in which the role stands in a column of its own: 任务 │ 单位 │ 职责 (牵头, 配合)."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.tables.column_cells import BY_CELLS, by_role, kinds_below, stand_roles
from raci.analysis.tables.columns import understand
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.analysis.tables.limit_columns import limit_column
from raci.model import CellDuty, Span, TableColumn, TableTask, UnreadCells
from raci.rules.bare_head import name_of_head
from raci.rules.columns import NAMED
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules
from raci.rules.role_words import role_of_word

__all__ = ["read_role_column"]

_PERSONS = frozenset({"leader"})
#: of the filled cells of a column of persons so many must be names
_MOSTLY = 0.8


def read_role_column(
    grid: TableGrid, head: TableHead, rows: Sequence[int], rules: ActiveRules
) -> tuple[tuple[TableColumn, ...], list[TableTask], list[UnreadCells]] | None:
    """The columns, the tasks (rows of one task together), and the cells whose role was not understood."""
    data = [row for row in rows if not grid.is_across(row)]
    columns = understand(grid, head, data)
    # what stands below its head tells a column of roles (角色: 牵头, 配合), which may be headed as one of bodies
    duties = [column for column in columns if stand_roles(grid, data, column.place)]
    bodies = [column for column in by_role(columns, "unit", *NAMED) if column not in duties]
    units = by_role(bodies, "unit", "responsible") or [column for column in bodies if column.role not in _PERSONS]
    persons = [] if units else _persons(grid, data, columns)
    units = units or persons
    tasks = [column for column in by_role(columns, "task", "content") if column not in duties]
    if len(units) != 1 or len(duties) != 1 or not tasks:
        return None
    unit, duty, task = units[0].place, duties[0].place, tasks[0].place
    numbers, limit = by_role(columns, "number"), limit_column(columns)
    chapters = [column.place for column in by_role(columns, "chapter")]
    found: list[TableTask] = []
    unread: list[UnreadCells] = []
    for row in data:
        reaching = grid.reaching[row]
        heading = " ".join(grid.words(reaching.get(task)).split())
        body, role = reaching.get(unit), reaching.get(duty)
        own: tuple[CellDuty, ...] = ()
        if body is not None and role is not None and grid.words(body):
            words = grid.words(role)
            known = role_of_word(words, rules)
            if known is not None:
                span = Span(body.start, body.end)
                own = (CellDuty((known,), span, span, any_words=bool(persons)),)
            else:
                unread.append(UnreadCells(Span(role.start, role.end), f"不明白“{words[:20]}”是什么角色"))
        filled = grid.filled(row)
        start, end = min(cell.start for cell in filled), max(cell.end for cell in filled)
        if found and (not heading or heading == found[-1].heading):
            last = found[-1]
            found[-1] = last._replace(end=max(end, last.end), duties=last.duties + own)
        elif heading:
            number = grid.words(reaching.get(numbers[0].place)) if numbers else ""
            above = [" ".join(grid.words(reaching.get(place)).split()) for place in chapters]
            due = reaching.get(limit.place) if limit is not None else None
            deadline = Span(due.start, due.end) if due is not None and grid.words(due) else None
            found.append(TableTask(number, heading, tuple(filter(None, above)), start, end, own, deadline))
    return columns, found, unread


def _persons(grid: TableGrid, rows: Sequence[int], columns: Sequence[TableColumn]) -> list[TableColumn]:
    """The column of persons below a head that says no role, where no column names bodies: 人员 beside 承担角色."""
    said = lexicon_pattern("column.persons")
    found = []
    for column in columns:
        counted = kinds_below(grid, rows, column.place)
        named = counted["person"] >= _MOSTLY * counted.total() > 0
        if (
            (column.role in (None, "remark") or column.rule == BY_CELLS)
            and named
            and said.search(name_of_head(column.head))
        ):
            found.append(column)
    return found
