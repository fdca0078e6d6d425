"""Tables with a task a row: heads say what the columns are (任务, 牵头单位, 配合单位, 完成时限)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from raci.analysis.tables.blank_below import BLANK_BELOW, blank_below
from raci.analysis.tables.column_cells import BY_CELLS, NOTICED, by_role, owns_tasks, share_of_names, unsaid_units
from raci.analysis.tables.columns import understand
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.analysis.tables.limit_columns import limit_column
from raci.analysis.tables.merged_rows import is_merged, names_more, reaches_on, repeated
from raci.analysis.tables.other_rows import is_sum, says_no_task
from raci.analysis.tables.row_duties import RowDuties
from raci.analysis.tables.section_rows import Section, section_of, sections_below
from raci.analysis.tables.thing_lists import lists_things
from raci.model import Cell, CellDuty, Span, TableColumn, TableTask, UnreadCells
from raci.model.late_patterns import late_pattern
from raci.rules.bare_head import name_of_head
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED
from raci.rules.lexicon import lexicon_pattern
from raci.rules.role_words import role_of_work

__all__ = ["read_rows"]

Item = TypeVar("Item")

#: so many cells, and of the filled ones so many, must be names of persons to be reported
_NAMES, _MOSTLY = 2, 0.8
#: the roles of those who do not do the task themselves
_HELPING = frozenset({"leader", "support", "guide", "inform", "approve"})
#: a person by surname and post: 靳副区长
_POST = late_pattern(r"[\u4e00-\u9fff]{1,3}(?:常务)?副?(?:书记|[市县区镇乡州]长|局长|主任|院长|校长|总经理?|部长)")
_ONLY = "只有这一列是单位"
_BESIDE = "牵头单位旁边的单位列"


def read_rows(
    grid: TableGrid, head: TableHead, rows: Sequence[int]
) -> tuple[tuple[TableColumn, ...], list[TableTask], list[UnreadCells]] | None:
    """The columns, the tasks and what was not read; None where no column names bodies or none says a task."""
    data = [row for row in rows if not (grid.is_across(row) or is_sum(grid, row))]
    columns = understand(grid, head, data)
    if lists_things(columns):
        return None
    named = by_role(columns, *NAMED)
    units = by_role(columns, "unit")
    persons = all(column.role == "leader" or column.rule == BY_CELLS for column in named)
    helping = all(column.role in _HELPING for column in named)
    if helping and len(units) == 1 and by_role(columns, "task", "content") and not by_role(columns, "duty"):
        # 科室, 任务, 责任人, 配合科室: whose the tasks are the unit says, not the person alone and not who helps
        whose = _bodies(grid, data, units[0].place) or owns_tasks(grid, data, units[0], columns)
        named = [*_said_beside(units, columns), *named] if whose else named
    if by_role(columns, "lead") and not units:
        columns = _with_others(columns)
        named = by_role(columns, *NAMED)
    led = not named or any(column.role == "leader" for column in named)
    if helping and led and not units:
        # beside who leads a task in person the one column of bodies is theirs that do it
        named = [*_only_unit(columns), *named]
        columns = tuple(
            column._replace(role="unit", why=_ONLY) if column in named and column.role is None else column
            for column in columns
        )
    counted = bool(by_role(columns, "number", "deadline")) and any(
        one.rule for one in by_role(columns, "task", "content")
    )
    sections = sections_below(grid, rows, whose=counted and not (named or units))
    said = any(section.duty for section in (_section_above(grid, head), *sections.values()))
    if not (named or said) or not by_role(columns, "task", "content", "chapter", "number"):
        return None
    if persons and not (units or said or by_role(columns, "deadline")) and _are_groups(head, columns):
        return None
    first = min((column.place for column in by_role(columns, "task", "content")), default=0)
    remarks = [column.place for column in by_role(columns, "remark")]
    merged = blank_below(grid, rows, sections, columns)
    columns = tuple(column._replace(why=BLANK_BELOW) if column.place in merged else column for column in columns)
    duties_of = RowDuties(grid, head, named, first, remarks, merged)
    tasks = _tasks(grid, head, rows, columns, duties_of, sections)
    if tasks and not any(task.heading for task in tasks):
        return None  # numbers alone say no task
    unread = [
        UnreadCells(Span(cell.start, cell.end), f"列“{column.head}”里像是{kind}，表头不认识")
        for column in columns
        if (kind := _looks_like(grid, data, column))
        for cell in _filled(grid, data, column.place)[:1]
    ]
    return columns, tasks, [*unread, *duties_of.unread]


def _are_groups(head: TableHead, columns: Sequence[TableColumn]) -> bool:
    """Whether the rows are groups and who is in them (组别, 组长, 组员): the head of the tasks says a chapter."""
    known = [head.known.get(column.place) for column in by_role(columns, "task", "content")]
    return all(one is not None and one.role == "chapter" for one in known)


def _looks_like(grid: TableGrid, rows: Sequence[int], column: TableColumn) -> str:
    """What stands below a head that is not known, where that may be who has a part: 单位, 人名; else empty."""
    if column.role is not None or column.rule:
        return ""
    if column.fit >= NOTICED:
        return "单位"
    filled = _filled(grid, rows, column.place)
    posts = sum(_POST.fullmatch(grid.words(cell)) is not None for cell in filled) >= _MOSTLY * len(filled)
    named = posts or share_of_names(grid, rows, column.place) >= _MOSTLY
    return "人名" if len(filled) >= _NAMES and named else ""


def _with_others(columns: Sequence[TableColumn]) -> tuple[TableColumn, ...]:
    """The columns with a role for one of bodies beside the leads, whose head says none: 成员单位, 相关部门."""
    found = unsaid_units(columns)
    if len(found) != 1:
        return tuple(columns)
    role = "support" if lexicon_pattern("column.other-members").search(name_of_head(found[0].head)) else "responsible"
    return tuple(column._replace(role=role, why=_BESIDE) if column is found[0] else column for column in columns)


def _only_unit(columns: Sequence[TableColumn]) -> list[TableColumn]:
    """The one column of bodies of a table, whose head says no role (涉及单位); empty where it may be something else."""
    found = [column for column in columns if column.role is None and not column.rule and column.fit >= NOTICED]
    said = lexicon_pattern("column.some-unit")
    return found if len(found) == 1 and said.search(name_of_head(found[0].head)) else []


def _said_beside(units: Sequence[TableColumn], columns: Sequence[TableColumn]) -> list[TableColumn]:
    """The column of units with the role that the head of the tasks beside it says: 单位 │ 牵头任务."""
    heads = [name_of_head(column.head) for column in by_role(columns, "task", "content")]
    roles = [role for head in heads if (role := role_of_work(head)) is not None]
    return [unit._replace(role=roles[0]) for unit in units] if len(roles) == 1 else list(units)


def _bodies(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    filled = _filled(grid, rows, place)
    bodies = sum(cell_content(grid.words(cell)).kind == "bodies" for cell in filled)
    return bool(filled) and bodies >= 0.5 * len(filled)


def _filled(grid: TableGrid, rows: Sequence[int], place: int) -> list[Cell]:
    return [cell for row in rows if (cell := grid.own[row].get(place)) is not None and grid.words(cell)]


def _tasks(
    grid: TableGrid,
    head: TableHead,
    rows: Sequence[int],
    columns: Sequence[TableColumn],
    duties_of: RowDuties,
    sections: Mapping[int, Section],
) -> list[TableTask]:
    found: list[TableTask] = []
    section = _section_above(grid, head)
    limit = limit_column(columns)
    merged = is_merged(grid, rows, columns)
    said_again = repeated(grid, rows, columns)
    for row in rows:
        goes_down = bool(found) and names_more(grid, row, columns)
        if not (duties_of.goes_on(row) or goes_down) and (begun := sections.get(row)) is not None:
            # a line that names bodies alone goes on the section above it
            section = begun if begun.heading else section._replace(duty=begun.duty)
            duties_of.restart()
            continue
        filled = grid.filled(row)
        if not filled or says_no_task(grid, row, head, columns):
            continue
        duties = duties_of.of(row)
        if goes_down:
            own = [duty for duty in duties if duty.evidence.start == filled[0].start]
            found[-1] = found[-1]._replace(end=filled[0].end, duties=(*found[-1].duties, *own))
            continue
        due = duties_of.limit(row, limit.place) if limit is not None else None
        is_chapter = merged or row in said_again
        found.append(_task(grid, row, columns, is_chapter, section.heading, tuple(section.duties(duties)), due))
    return found


def _says_clock(words: str) -> bool:
    return lexicon_pattern("cell.clock").search(words) is not None


def _section_above(grid: TableGrid, head: TableHead) -> Section:
    """What the line right above the head says of who does all that stands below it; a title says nothing."""
    place = bisect_left(grid.rows, head.first) - 1
    begun = section_of(grid, grid.rows[place]) if place >= 0 else None
    return begun if begun is not None and begun.duty is not None else Section("")


def _task(
    grid: TableGrid,
    row: int,
    columns: Sequence[TableColumn],
    merged: bool,
    section: str,
    duties: tuple[CellDuty, ...],
    due: Cell | None,
) -> TableTask:
    reaching = grid.reaching[row]

    def cells(role: str) -> list[tuple[str, Cell]]:
        found = [reaching.get(column.place) for column in by_role(columns, role)]
        listed = [(" ".join(grid.words(cell).split()), cell) for cell in found if cell is not None]
        return [(words, cell) for words, cell in listed if words]

    chapters = [section] if section else []
    chapters += [words for words, _ in cells("chapter")]
    chosen = [*cells("task"), *cells("content")]
    if merged:
        chosen.sort(key=lambda one: one[1].column)
    if len(chosen) > 1 and (merged or reaches_on(grid, chosen[0][1], chosen[1][1].column)):
        # a task over several rows is their chapter, and so is what stands left of it or reaches as it does; each row's
        # own words head it
        first = chosen[0][1]
        above = [
            (cell.column, words)
            for (words, cell), (_, beside) in pairwise(chosen)
            if cell is first or reaches_on(grid, cell, beside.column) or cell.column < first.column
        ]
        chapters += [words for _, words in sorted(above)]
        chosen = [(words, cell) for words, cell in chosen if (cell.column, words) not in above]
    heading = chosen[0][0] if chosen else chapters.pop() if chapters else ""
    number = next((words for words, _ in cells("number")), "")
    filled = grid.filled(row)
    start, end = min(cell.start for cell in filled), max(cell.end for cell in filled)
    timed = due is not None and grid.content(due).kind != "empty" and not _says_clock(grid.words(due))
    deadline = Span(due.start, due.end) if due is not None and timed else None
    return TableTask(number, heading, tuple(chapters), start, end, duties, deadline)
