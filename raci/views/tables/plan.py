"""任务分工表 as offices hand it out: 序号, 重点任务, 工作内容, who, by when, 备注."""

from __future__ import annotations

from collections.abc import Sequence

from raci.config.templates import Template, TemplateColumn, load_template
from raci.model import ROLES, Analysis
from raci.model.labels import UNASSIGNED
from raci.views.grid import Grid, GridEntry, GridTask
from raci.views.tables.content import contents
from raci.views.tables.division import evidence, names
from raci.views.tables.table import Column, TableView

__all__ = ["merged", "part", "plan", "whole"]


def plan(analysis: Analysis, grid: Grid, template: Template | None = None) -> TableView:
    """A row a task, in document order, with the columns of the template (by default ``plan``)."""
    chosen = template or load_template()
    return part(whole(analysis, grid, chosen), chosen, range(len(grid.tasks)))


def whole(analysis: Analysis, grid: Grid, template: Template) -> TableView:
    """A row a task, with all columns of the template, those that stay empty too."""
    entries_of_task = grid.of_task()
    rows = []
    for index, (task, content) in enumerate(zip(grid.tasks, contents(analysis, grid), strict=True)):
        values = _values(index, task, entries_of_task.get(index, ()), content)
        rows.append(tuple(values[field.key] for field in template.columns))
    columns = tuple(Column(field.key, field.heading, field.width) for field in template.columns)
    return TableView(columns, tuple(rows), frozenset(grid.unassigned()), empty="没有读出任务")


def part(table: TableView, template: Template, tasks: Sequence[int]) -> TableView:
    """Those rows of a ``whole`` table, with the columns in which something stands, or that stay in any case."""
    rows = [table.rows[task] for task in tasks]
    filled = {column.key for index, column in enumerate(table.columns) if any(row[index] for row in rows)}
    shown = _shown(template, filled)
    indexes = [index for index, field in enumerate(template.columns) if field in shown]
    return TableView(
        tuple(table.columns[index] for index in indexes),
        tuple(tuple(row[index] for index in indexes) for row in rows),
        frozenset(place for place, task in enumerate(tasks) if task in table.marked),
        empty=table.empty,
    )


def _shown(template: Template, filled: set[str]) -> list[TemplateColumn]:
    """The columns that are shown; where nobody is named at all one of those for bodies stays, to be filled in."""
    shown = [field for field in template.columns if not field.optional or field.key in filled]
    of_bodies = [field for field in template.columns if field.key in ROLES]
    if of_bodies and not any(field in shown for field in of_bodies):
        to_fill_in = next((field for field in of_bodies if field.key == "responsible"), of_bodies[0])
        shown = [field for field in template.columns if field in shown or field is to_fill_in]
    return shown


def _values(index: int, task: GridTask, entries: tuple[GridEntry, ...], content: str) -> dict[str, str | int]:
    """All that may stand in the row of a task, by the keys of templates."""
    return {
        "order": index + 1,
        "chapter": "\n".join(task.path),
        "number": task.number,
        "heading": task.shown,
        "task": task.label or "（无标题）",
        "content": content,
        **{role: names(entries, role) for role in ROLES},
        "deadline": task.deadline,
        "due": task.due,
        "quote": evidence(entries),
        "remark": task.remark if entries else UNASSIGNED,
        "blank": "",
    }


def merged(table: TableView, template: Template, tasks: tuple[int, ...]) -> dict[int, list[int]]:
    """For the columns whose cells are joined: how many rows each cell takes, 0 for those that another covers.

    Column (by index) → a number a row of ``tasks``, which are the rows that stand one below the other.
    """
    keys = {field.key for field in template.columns if field.merge}
    spans: dict[int, list[int]] = {}
    for index, column in enumerate(table.columns):
        if column.key not in keys:
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
