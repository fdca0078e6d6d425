"""任务分工 as a person left it: names, time limits, headings; tasks added and taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from raci.edits.base import LIMITS, Base, address, bare, matched, same
from raci.edits.changes import rows_changed
from raci.model import ROLES, Edit, Role, SheetContent, SheetSnapshot
from raci.model.labels import UNASSIGNED
from raci.storage.marks import TASK_MARK
from raci.storage.parse_rows import split_path
from raci.views.grid import task_id

__all__ = ["RULE", "division_edits", "is_division"]

RULE = "edited.table"
#: the columns by which a row is known for its task
_TELLING = ("number", "heading", "task")
#: the columns that only tell what stands elsewhere
_COUNTED = ("order",)


@dataclass(frozen=True, slots=True)
class _View:
    """The sheet as it stands: the column of each key; the rows below its head, and which task each is."""

    columns: Mapping[str, int]
    extra: Mapping[int, str]
    rows: tuple[tuple[int, tuple[str, ...], str | None], ...]
    head: int

    def text(self, cells: Sequence[str], key: str) -> str:
        column = self.columns.get(key)
        return cells[column] if column is not None and column < len(cells) else ""


def is_division(sheet: SheetContent, written: SheetSnapshot) -> bool:
    """Whether it is the table of the tasks: it has its ids, and no letters; or its heads."""
    return _head(sheet, written) is not None


def _head(sheet: SheetContent, written: SheetSnapshot) -> int | None:
    wanted = {bare(heading) for heading in written.headings}
    for at, row in enumerate(sheet.rows[:40]):
        cells = {bare(cell) for cell in row}
        if len(wanted & cells) * 2 > len(wanted) and (TASK_MARK in cells or sheet.name == written.sheet):
            return at
    return None


def division_edits(base: Base, sheet: SheetContent) -> list[Edit]:
    """The changes, row by row."""
    written = base.record.division
    view = _view(sheet, written)
    like = Edit(sheet.name, "", RULE, "open")
    known = {one for _, _, one in view.rows if one is not None}
    gone = [one for one in written.ids if one not in known]
    if gone and len(gone) == len(written.ids):
        return [replace(like, why="表中一项任务也认不出，这张表的改动未读")]
    lost = [
        key
        for key in written.keys
        if key not in view.columns and any(row[written.keys.index(key)] for row in written.rows)
    ]
    found: list[Edit] = []
    if lost and set(lost) - {*_COUNTED, "quote"}:
        words = "、".join(written.headings[written.keys.index(key)] for key in lost)
        found.append(replace(like, why=f"栏目“{words}”已删去或改名，其中的内容仍按原样"))
    for column, heading in view.extra.items():
        filled = [at for at, cells, _ in view.rows if column < len(cells) and bare(cells[column])]
        if filled:
            where = address(filled[0], column)
            found.append(replace(like, cell=where, after=heading, why=f"添加的栏目（{len(filled)} 格）不带入新表"))
    found += [replace(like, field="untask", task=one, label=base.label(one)) for one in gone]
    rows = dict(zip(written.ids, written.rows, strict=True))
    before = ""
    for at, cells, one in view.rows:
        if one is None:
            made = list(_new(base, view, replace(like, cell=address(at, _first(view))), at, cells, before))
            before = made[0].task if made and made[0].task else before
            found += made
        else:
            found += _changed(base, view, replace(like, task=one, label=base.label(one)), at, cells, rows[one])
            before = one
    return found


def _first(view: _View) -> int:
    return next((view.columns[key] for key in ("task", "heading") if key in view.columns), 0)


def _view(sheet: SheetContent, written: SheetSnapshot) -> _View:
    head = _head(sheet, written) or 0
    heads = [bare(cell) for cell in sheet.rows[head]]
    columns = {
        key: heads.index(bare(heading))
        for key, heading in zip(written.keys, written.headings, strict=True)
        if bare(heading) in heads
    }
    mark = heads.index(TASK_MARK) if TASK_MARK in heads else -1
    taken = {*columns.values(), mark}
    reach = max((len(row) for row in sheet.rows[head:]), default=0)
    extra = {at: heads[at] if at < len(heads) else "" for at in range(reach) if at not in taken}
    keys = [key for key in _TELLING if key in columns]
    listed = []
    for at, cells in enumerate(sheet.rows[head + 1 :], start=head + 1):
        texts = tuple(bare(cells[columns[key]]) if columns[key] < len(cells) else "" for key in keys)
        one = bare(cells[mark]) if 0 <= mark < len(cells) else ""
        if one or (any(texts) and texts != (bare(written.empty),)):
            listed.append((at, cells, one, texts))
    known = {
        one: tuple(bare(row[written.keys.index(key)]) for key in keys)
        for one, row in zip(written.ids, written.rows, strict=True)
    }
    ids = matched([(one, texts) for _, _, one, texts in listed], known)
    rows = tuple((at, cells, found) for (at, cells, _, _), found in zip(listed, ids, strict=True))
    return _View(columns, extra, rows, head)


def _changed(base: Base, view: _View, like: Edit, at: int, cells: Sequence[str], row: Sequence[str]) -> Iterator[Edit]:
    """The changes of a task that is known."""
    written = base.record.division
    was = dict(zip(written.keys, row, strict=True))
    now = {key: view.text(cells, key) for key in view.columns}
    differ = [key for key in view.columns if not same(bare(now[key]), was[key])]
    if not differ:
        return
    where = {key: address(at, column) for key, column in view.columns.items()}
    entries = base.entries(like.task)
    roles: dict[Role, list[str]] = {}
    after: dict[Role, list[str]] = {}
    for role in ROLES:
        if role in view.columns:
            roles[role] = list(dict.fromkeys(one.assignment.department.name for one in entries if one.role == role))
            after[role] = base.split(_named(now[role])) if role in differ else roles[role]
    yield from rows_changed(like, roles, after, {role: where[role] for role in after})
    if set(differ) & set(_TELLING):
        yield from _heading(base, like, was, now, differ, where)
    for field in LIMITS:
        if field in differ:
            yield replace(like, cell=where[field], field=field, before=was[field], after=bare(now[field]))
    for key in differ:
        # a merged cell is filled in its first row alone; 未标注 goes when somebody is named
        empty = key in ("chapter", "path", "remark") and not bare(now[key])
        if key not in (*_TELLING, *ROLES, *_COUNTED, *LIMITS) and not empty:
            heading = written.headings[written.keys.index(key)]
            no = "记载原文，不能在表中改" if key in ("quote", "content") else "的改动不带入新表"
            why = f"“{heading}”栏{no}"
            yield replace(like, cell=where[key], before=_short(was[key]), after=_short(bare(now[key])), why=why)


def _named(text: str) -> str:
    return text.replace(UNASSIGNED, "")


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _heading(
    base: Base,
    like: Edit,
    was: Mapping[str, str],
    now: Mapping[str, str],
    differ: Sequence[str],
    where: Mapping[str, str],
) -> Iterator[Edit]:
    task = base.grid.tasks[base.tasks[like.task]]
    number, heading, cell = task.number, task.heading, ""
    for key in differ:
        words = bare(now.get(key, ""))
        if key == "number":
            number, cell = words, cell or where[key]
        elif key == "heading" or (key == "task" and bare(was[key]) == bare(task.heading)):
            heading, cell = words, where[key]
        elif key == "task":
            heading, cell = words.removeprefix(bare(task.number)).strip(), where[key]
    if not heading and not number:
        yield replace(like, cell=cell, before=task.label, why="任务名称不能为空")
        return
    yield replace(like, cell=cell, field="heading", before=task.label, after=heading, number=number)


def _new(base: Base, view: _View, like: Edit, at: int, cells: Sequence[str], before: str) -> Iterator[Edit]:
    """A task that a person added, with its bodies and its time limit."""
    heading = bare(view.text(cells, "heading")) or bare(view.text(cells, "task"))
    number = bare(view.text(cells, "number"))
    if not heading:
        yield replace(like, after=number, why="新增的一行没有任务名称")
        return
    path = split_path(bare(view.text(cells, "path")) or bare(view.text(cells, "chapter")))
    if not path and before in base.tasks:
        path = base.grid.tasks[base.tasks[before]].path
    one = task_id(base.record.analysis.document.title, path, number, heading)
    if one in base.tasks:
        yield replace(like, after=heading, why="与已有的任务相同，重复的一行未采用")
        return
    made = replace(like, task=one, label=f"{number}{heading}")
    yield replace(made, field="task", number=number, path=path, after=heading, follows=before)
    for role in ROLES:
        for name in base.split(_named(view.text(cells, role))):
            yield replace(made, cell=address(at, view.columns[role]), field="added", name=name, after=role)
    for field in LIMITS:
        if bare(view.text(cells, field)):
            where = address(at, view.columns[field])
            yield replace(made, cell=where, field=field, after=bare(view.text(cells, field)))
