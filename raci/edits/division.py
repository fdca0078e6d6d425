"""The changes in 任务分工: names, time limits, headings; tasks added and taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from raci.edits.baseline import DEADLINE_FIELDS, Baseline
from raci.edits.cells import address, bare, same, shorten
from raci.edits.changes import names_changed
from raci.edits.division_sheet import TASK_KEYS, DivisionRow, DivisionSheet, is_division, read_division
from raci.model import ROLES, Edit, Role, SheetContent
from raci.model.labels import UNASSIGNED
from raci.storage.parse_rows import split_path
from raci.storage.task_ids import task_id

__all__ = ["RULE", "division_edits", "is_division"]

RULE = "edited.table"
#: the columns whose values follow from the order of the rows
_COUNTED = ("order",)
#: the columns that quote the text
_QUOTING = ("quote", "content")
#: the columns in which an emptied cell says nothing: a merged cell is filled in its first row alone, and 未标注 goes
#: when somebody is named
_MAY_BE_EMPTIED = ("chapter", "path", "remark")
_READ = frozenset((*TASK_KEYS, *ROLES, *_COUNTED, *DEADLINE_FIELDS))


def division_edits(base: Baseline, sheet: SheetContent) -> list[Edit]:
    """The changes, row by row."""
    written = base.record.division
    division = read_division(sheet, written)
    blank = Edit(sheet.name, "", RULE, "open")
    present = {row.task for row in division.rows}
    removed = [task for task in written.ids if task not in present]
    if removed and len(removed) == len(written.ids):
        return [replace(blank, why="表中一项任务也认不出，这张表的改动未读")]
    edits = [*_columns_changed(base, division, blank)]
    edits += [replace(blank, field="untask", task=task, label=base.label(task)) for task in removed]
    values_of = dict(zip(written.ids, written.rows, strict=True))
    previous = ""
    for row in division.rows:
        if row.task is None:
            added = list(_added_task(base, division, blank, row, previous))
            previous = added[0].task if added and added[0].task else previous
            edits += added
        else:
            of_task = replace(blank, task=row.task, label=base.label(row.task))
            edits += _changed_task(base, division, of_task, row, values_of[row.task])
            previous = row.task
    return edits


def _columns_changed(base: Baseline, division: DivisionSheet, blank: Edit) -> Iterator[Edit]:
    """Columns that were taken out or renamed, and columns that a person added."""
    written = base.record.division
    lost = [
        key
        for position, key in enumerate(written.keys)
        if key not in division.columns and any(row[position] for row in written.rows)
    ]
    if set(lost) - {*_COUNTED, "quote"}:
        headings = "、".join(written.headings[written.keys.index(key)] for key in lost)
        yield replace(blank, why=f"栏目“{headings}”已删去或改名，其中的内容仍按原样")
    for column, heading in division.added_columns.items():
        filled = [row.index for row in division.rows if column < len(row.cells) and bare(row.cells[column])]
        if filled:
            why = f"添加的栏目（{len(filled)} 格）不带入新表"
            yield replace(blank, cell=address(filled[0], column), after=heading, why=why)


@dataclass(frozen=True, slots=True)
class _ChangedTask:
    """A row of which some cells (``keys``) differ from what was written; ``blank`` is an edit of its task."""

    base: Baseline
    blank: Edit
    keys: tuple[str, ...]
    before: Mapping[str, str]
    after: Mapping[str, str]
    addresses: Mapping[str, str]


def _changed_task(
    base: Baseline, division: DivisionSheet, blank: Edit, row: DivisionRow, written_row: Sequence[str]
) -> Iterator[Edit]:
    before = dict(zip(base.record.division.keys, written_row, strict=True))
    after = {key: division.text(row.cells, key) for key in division.columns}
    keys = tuple(key for key in division.columns if not same(bare(after[key]), before[key]))
    if not keys:
        return
    changed = _ChangedTask(base, blank, keys, before, after, division.addresses(row.index))
    yield from _names_changed(changed)
    if set(keys) & set(TASK_KEYS):
        yield from _heading_changed(changed)
    for field in DEADLINE_FIELDS:
        if field in keys:
            cell = changed.addresses[field]
            yield replace(blank, cell=cell, field=field, before=before[field], after=bare(after[field]))
    yield from _unread_changes(changed)


def _names_changed(changed: _ChangedTask) -> Iterator[Edit]:
    entries = changed.base.entries(changed.blank.task)
    before: dict[Role, list[str]] = {}
    after: dict[Role, list[str]] = {}
    for role in ROLES:
        if role in changed.after:
            names = (entry.assignment.department.name for entry in entries if entry.role == role)
            before[role] = list(dict.fromkeys(names))
            differs = role in changed.keys
            after[role] = changed.base.split(_without_unassigned(changed.after[role])) if differs else before[role]
    yield from names_changed(changed.blank, before, after, {role: changed.addresses[role] for role in after})


def _unread_changes(changed: _ChangedTask) -> Iterator[Edit]:
    written = changed.base.record.division
    for key in changed.keys:
        text = bare(changed.after[key])
        if key in _READ or (key in _MAY_BE_EMPTIED and not text):
            continue
        heading = written.headings[written.keys.index(key)]
        why = f"“{heading}”栏{'记载原文，不能在表中改' if key in _QUOTING else '的改动不带入新表'}"
        before = shorten(changed.before[key])
        yield replace(changed.blank, cell=changed.addresses[key], before=before, after=shorten(text), why=why)


def _without_unassigned(text: str) -> str:
    return text.replace(UNASSIGNED, "")


def _heading_changed(changed: _ChangedTask) -> Iterator[Edit]:
    """A new number or heading; a cell of 任务 holds either the heading, or the number and the heading."""
    base = changed.base
    task = base.grid.tasks[base.task_index[changed.blank.task]]
    number, heading, cell = task.number, task.heading, ""
    for key in changed.keys:
        text = bare(changed.after[key])
        if key == "number":
            number, cell = text, cell or changed.addresses[key]
        elif key == "heading" or (
            key == "task" and bare(changed.before[key]) in (bare(task.shown), bare(task.heading))
        ):
            heading, cell = text, changed.addresses[key]
        elif key == "task":
            heading, cell = text.removeprefix(bare(task.number)).strip(), changed.addresses[key]
    if bare(heading) == bare(task.shown):
        heading = task.heading  # the number was changed, and the heading only stands there in short
    if not heading and not number:
        yield replace(changed.blank, cell=cell, before=task.label, why="任务名称不能为空")
        return
    yield replace(changed.blank, cell=cell, field="heading", before=task.label, after=heading, number=number)


def _added_task(
    base: Baseline, division: DivisionSheet, blank: Edit, row: DivisionRow, previous: str
) -> Iterator[Edit]:
    """A task that a person added behind the task ``previous``, with its bodies and its time limit."""
    blank = replace(blank, cell=address(row.index, division.task_column))
    addresses = division.addresses(row.index)
    values = {key: bare(division.text(row.cells, key)) for key in (*TASK_KEYS, "path", "chapter", *DEADLINE_FIELDS)}
    heading, number = values["heading"] or values["task"], values["number"]
    if not heading:
        yield replace(blank, after=number, why="新增的一行没有任务名称")
        return
    path = split_path(values["path"] or values["chapter"])
    if not path and previous in base.task_index:
        path = base.grid.tasks[base.task_index[previous]].path
    task = task_id(base.record.analysis.document.title, path, number, heading)
    if task in base.task_index:
        yield replace(blank, after=heading, why="与已有的任务相同，重复的一行未采用")
        return
    of_task = replace(blank, task=task, label=f"{number}{heading}")
    yield replace(of_task, field="task", number=number, path=path, after=heading, follows=previous)
    for role in ROLES:
        for name in base.split(_without_unassigned(division.text(row.cells, role))):
            yield replace(of_task, cell=addresses[role], field="added", name=name, after=role)
    for field in DEADLINE_FIELDS:
        if values[field]:
            yield replace(of_task, cell=addresses[field], field=field, after=values[field])
