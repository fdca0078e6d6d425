"""任务分工表 as offices hand it out: 序号, 重点任务, 工作内容, who, by when, 备注."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from raci.config.templates import Template, TemplateColumn, load_template
from raci.model import ROLES, Analysis
from raci.model.labels import UNASSIGNED
from raci.views.grid import Grid, GridEntry, GridTask
from raci.views.tables.bands import TaskBand, bands
from raci.views.tables.division import evidence, names
from raci.views.tables.rare_roles import rare_roles, with_others_joined
from raci.views.tables.source_columns import SourceColumns, SourceRow, in_order, source_columns
from raci.views.tables.table import Column, TableView
from raci.views.tables.wording import TaskWording, task_wordings

__all__ = ["PlanTable", "merged", "plan_table"]

#: the head of the column of tasks where these are articles of a law
_ARTICLES = "条款"
#: what stands beside a number that only counts
_AROUND_NUMBER = ".．、 "


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The 任务分工表 of a plan with all columns of its template, those that stay empty too.

    ``template`` has the heads and the columns of content of the document's own tables where it is to follow these;
    ``own_columns`` are the keys of the columns that the document's table has as well;
    ``grid`` holds the tasks as they are printed, under the headings that do not stand in a column.
    """

    table: TableView
    template: Template
    grid: Grid
    own_columns: tuple[str, ...] = ()

    def part(self, tasks: Sequence[int]) -> TableView:
        """Those rows, with the columns in which something stands, or that stay in any case."""
        rows = [self.table.rows[task] for task in tasks]
        filled = [any(row[index] for row in rows) for index in range(len(self.table.columns))]
        indexes = _shown(self.template, filled)
        shown = replace(
            self.table,
            columns=tuple(self.table.columns[index] for index in indexes),
            rows=tuple(tuple(row[index] for index in indexes) for row in rows),
            marked=frozenset(place for place, task in enumerate(tasks) if task in self.table.marked),
        )
        if not self.template.follow_source:
            return shown
        # a column that the plan's own table has stays
        return with_others_joined(shown, rare_roles(self.table) - set(self.own_columns))

    def whole(self) -> TableView:
        """All rows."""
        return self.part(range(len(self.table.rows)))

    def bands(self, department: str = "") -> list[TaskBand]:
        """How the rows are divided (``raci.views.tables.bands``)."""
        return bands(self.grid, department, chapters=not self.template.chapters)


def plan_table(analysis: Analysis, grid: Grid, template: Template | None = None) -> PlanTable:
    """The table of a plan, of which parts can be taken: a row a task, in document order, with the columns of the
    template (by default ``plan``).
    """
    chosen = template or load_template()
    source = source_columns(analysis, grid) if chosen.follow_source else SourceColumns()
    chosen = _fitted(chosen, source)
    orders = _orders(analysis, grid) if any(field.key == "order" for field in chosen.columns) else {}
    wordings = _wordings(analysis, grid, chosen, source)
    printed, rows = [], []
    entries_of_task = grid.of_task()
    for index, (task, wording) in enumerate(zip(grid.tasks, wordings, strict=True)):
        row = source.rows.get(index)
        printed.append(_printed(task, row, wording, counted=index in orders))
        if index in orders:
            wording = replace(wording, title=printed[-1].label)
        order = orders.get(index, index + 1)
        values = _values(order, printed[-1], entries_of_task.get(index, ()), wording)
        if row is not None:
            values |= _of_source(printed[-1], row, values)
        cells = iter(_contents(task, row, wording.content, several=bool(source.contents)))
        rows.append(tuple(next(cells, "") if one.key == "content" else values[one.key] for one in chosen.columns))
    of_law = chosen.follow_source and bool(wordings) and all(wording.article for wording in wordings)
    columns = tuple(
        Column(field.key, _ARTICLES if of_law and field.key == "task" else field.heading, field.width)
        for field in chosen.columns
    )
    joins = {field.key for field in chosen.columns if field.merge}
    if any(wording.article for wording in wordings):
        joins.add("task")
    if any(_is_lifted(task, source.rows.get(index)) for index, task in enumerate(grid.tasks)):
        joins.add("task")
    marked = frozenset(grid.unassigned())
    table = TableView(columns, tuple(rows), marked, empty="没有读出任务", joins=frozenset(joins))
    return PlanTable(table, chosen, replace(grid, tasks=tuple(printed)), source.order)


def _wordings(analysis: Analysis, grid: Grid, template: Template, source: SourceColumns) -> list[TaskWording]:
    """What each task is called and asks for, as the template has columns for both or not."""
    keys = {field.key: field for field in template.columns}
    if "task" in keys and "content" in keys:
        return task_wordings(analysis, grid, may_join=keys["content"].optional and not source.rows)
    wordings = task_wordings(analysis, grid, may_join=False)
    return [TaskWording(task.label, wording.content) for task, wording in zip(grid.tasks, wordings, strict=True)]


def _fitted(template: Template, source: SourceColumns) -> Template:
    """The template with the heads of the document's tables, a column for each of their columns of content, in order."""
    columns: list[TemplateColumn] = []
    for field in template.columns:
        if field.key == "content" and source.contents:
            width = max(field.width // len(source.contents), 8)
            columns += [replace(field, heading=head, width=width) for head in source.contents]
        else:
            columns.append(replace(field, heading=source.heads.get(field.key, field.heading)))
    places = in_order([field.key for field in columns], source.order)
    return replace(template, columns=tuple(columns[place] for place in places))


def _is_lifted(task: GridTask, row: SourceRow | None) -> bool:
    """Whether the task of the source's row reaches over several rows, and was made the chapter of these."""
    return row is not None and bool(row.task) and row.task in task.path


def _orders(analysis: Analysis, grid: Grid) -> dict[int, int]:
    """Task → its number, where that only counts the rows of the source and can stand under 序号.

    All such numbers where every task has one, also where a chapter begins with 1 again; else those that are what 序号
    says anyway.
    """
    counts = {}
    for index, task in enumerate(grid.tasks):
        is_row = task.clause is not None and task.clause < len(analysis.clauses)
        is_row = is_row and analysis.clauses[task.clause or 0].kind == "row"
        number = task.number.strip(_AROUND_NUMBER)
        if is_row and number.isascii() and number.isdigit():
            counts[index] = int(number)
    if len(counts) == len(grid.tasks) and len(set(counts.values())) > 1:
        return counts
    return {index: number for index, number in counts.items() if number == index + 1}


def _printed(task: GridTask, row: SourceRow | None, wording: TaskWording, *, counted: bool) -> GridTask:
    """A task as the table prints it: without the chapter or the article of a law that stands in its column.

    Also without a number that is ``counted`` under 序号.
    """
    if wording.article in task.path:
        task = _without(task, task.path.index(wording.article))
    if row is not None and _is_lifted(task, row):
        task = _without(task, len(task.path) - 1 - task.path[::-1].index(row.task))
    return replace(task, number="") if counted else task


def _without(task: GridTask, place: int) -> GridTask:
    """The task without the heading above it at that place."""
    path, above = (headings[:place] + headings[place + 1 :] for headings in (task.path, task.above))
    return replace(task, path=path, above=above)


def _of_source(task: GridTask, row: SourceRow, values: Mapping[str, str | int]) -> dict[str, str | int]:
    """What the source's row says otherwise: its task, and what stands under its 备注."""
    remark = "\n".join(filter(None, (str(values["remark"]), row.remark)))
    own = row.task and not any(row.task == heading for heading in task.path) and row.task != task.heading
    return {"remark": remark, **({"task": row.task} if own else {})}


def _contents(task: GridTask, row: SourceRow | None, content: str, *, several: bool) -> tuple[str, ...]:
    """What stands in the columns of content; ``several`` where each of the source's has its own."""
    if row is None:
        return (content,)
    cells, cut = row.contents, task.shown != task.heading
    if not _is_lifted(task, row):
        # of a row without a task of its own the first content is its heading, said again where that is printed cut
        said = [_same(cell, task.heading) for cell in cells]
        cells = tuple("" if same and not cut else cell for cell, same in zip(cells, said, strict=True))
        if cut and not any(said):
            first, *rest = cells or ("",)
            cells = ("\n".join(filter(None, (task.heading, first))), *rest)
    return cells if several else ("\n".join(filter(None, cells)),)


def _same(cell: str, heading: str) -> bool:
    return "".join(cell.split()) == "".join(heading.split())


def _shown(template: Template, filled: Sequence[bool]) -> list[int]:
    """The columns that are shown; where nobody is named at all one of those for bodies stays, to be filled in."""
    columns = template.columns
    shown = {index for index, field in enumerate(columns) if not field.optional or filled[index]}
    of_bodies = [index for index, field in enumerate(columns) if field.key in ROLES]
    if of_bodies and not shown & set(of_bodies):
        shown.add(next((index for index in of_bodies if columns[index].key == "responsible"), of_bodies[0]))
    return sorted(shown)


def _values(order: int, task: GridTask, entries: tuple[GridEntry, ...], wording: TaskWording) -> dict[str, str | int]:
    """All that may stand in the row of a task, by the keys of templates."""
    return {
        "order": order,
        "chapter": "\n".join(task.above),
        "number": task.number,
        "heading": task.shown,
        "task": wording.title or "（无标题）",
        "content": wording.content,
        **{role: names(entries, role) for role in ROLES},
        "deadline": task.deadline,
        "due": task.due,
        "quote": evidence(entries),
        "remark": task.remark if entries else UNASSIGNED,
        "blank": "",
    }


def merged(table: TableView, tasks: tuple[int, ...]) -> dict[int, list[int]]:
    """For the columns whose cells are joined: how many rows each cell takes, 0 for those that another covers.

    Column (by index) → a number a row of ``tasks``, which are the rows that stand one below the other.
    """
    spans: dict[int, list[int]] = {}
    for index, column in enumerate(table.columns):
        if column.key not in table.joins:
            continue
        counts: list[int] = []
        first = 0
        for place, task in enumerate(tasks):
            value = table.rows[task][index]
            if place and value and value == table.rows[tasks[first]][index]:
                counts[first] += 1
                counts.append(0)
            else:
                first = place
                counts.append(1)
        spans[index] = counts
    return spans
