"""The changes in 明细: bodies, roles, time limits of single rows; rows added and taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from raci.edits.baseline import DEADLINE_FIELDS, Baseline
from raci.edits.cells import bare, same, shorten
from raci.edits.detail_sheet import TASK_KEYS, DetailRow, DetailSheet, is_detail
from raci.edits.letters import parts, solve
from raci.model import ROLES, Assignment, Edit, Role, SheetContent
from raci.model.roles import role_of
from raci.storage.parse_rows import split_path
from raci.storage.rows import CURRENT
from raci.storage.task_ids import task_id
from raci.views.tables.detail import HEADINGS, RowPlace

__all__ = ["RULE", "detail_edits", "is_detail"]

RULE = "edited.rows"
#: what the register says of a body: not written by hand but worked out from its name
_FROM_REGISTER = ("department_id", "kind", "level", "jurisdiction", CURRENT)
#: the keys whose changes are read, each by a function below
_READ = frozenset((*TASK_KEYS, "department", "canonical", "role", "letter", *DEADLINE_FIELDS))


def detail_edits(base: Baseline, sheet: SheetContent) -> list[Edit]:
    """The changes, row by row."""
    detail = DetailSheet(base, sheet)
    blank = Edit(sheet.name, "", RULE, "open")
    rows = list(detail.rows())
    analysis = base.record.analysis
    present = {row.was.assignment for row in rows if row.was is not None}
    removed = [number for number in range(len(analysis.assignments)) if number not in present]
    if removed and len(removed) == len(analysis.assignments):
        return [replace(blank, why="表中一条分工也认不出，这张表的改动未读")]
    edits = []
    for number in removed:
        assignment = analysis.assignments[number]
        of_row = _of_assignment(base, blank, assignment)
        edits.append(replace(of_row, field="removed", before=assignment.role))
    for row in rows:
        if row.was is None:
            edits += _added_row(detail, blank, row)
        elif row.was.assignment is None:
            edits += _filled_row(detail, blank, row, row.was)
        else:
            edits += _changed_row(detail, blank, row, row.was, row.was.assignment)
    return edits


def _of_assignment(base: Baseline, blank: Edit, assignment: Assignment) -> Edit:
    return replace(
        blank,
        task=base.task_ids[assignment.clause.index],
        label=assignment.clause.label,
        name=assignment.department.name,
        role=assignment.role,
    )


@dataclass(frozen=True, slots=True)
class _ChangedCells:
    """A row of which some cells (``keys``) differ from what was written; ``blank`` is an edit of its assignment."""

    base: Baseline
    number: int
    assignment: Assignment
    blank: Edit
    keys: tuple[str, ...]
    before: Mapping[str, str]
    after: Mapping[str, str]
    addresses: Mapping[str, str]

    def edit(self, key: str) -> Edit:
        """An edit made in the cell of that key."""
        return replace(self.blank, cell=self.addresses[key])

    def unread(self, key: str, why: str) -> Edit:
        """A change in the cell of that key that is not taken over."""
        return replace(self.edit(key), before=shorten(self.before[key]), after=shorten(self.after[key]), why=why)


def _changed_row(detail: DetailSheet, blank: Edit, row: DetailRow, was: RowPlace, number: int) -> Iterator[Edit]:
    before, after = detail.written[was], detail.values(row.cells)
    keys = tuple(key for key in detail.columns if not same(after[key], before[key]))
    if not keys:
        return
    assignment = detail.base.record.analysis.assignments[number]
    blank = _of_assignment(detail.base, blank, assignment)
    cells = _ChangedCells(detail.base, number, assignment, blank, keys, before, after, detail.addresses(row.index))
    if moved := [key for key in keys if key in TASK_KEYS]:
        yield cells.unread(moved[0], "任务、编号和章节请在“任务分工”中改")
    if "department" in keys:
        names = detail.base.split(detail.text(row.cells, "department"))
        if not names:
            yield replace(cells.edit("department"), field="removed", before=assignment.role)
            return
        yield from _names_changed(cells, names)
    elif "canonical" in keys:
        yield replace(cells.edit("canonical"), field="canonical", before=before["canonical"], after=after["canonical"])
    yield from _role_changed(cells)
    for field in DEADLINE_FIELDS:
        if field in keys:
            yield replace(cells.edit(field), field=field, before=before[field], after=after[field])
    yield from _derived_changed(cells)


def _names_changed(cells: _ChangedCells, names: list[str]) -> Iterator[Edit]:
    """The first name takes the place of the old one, the others join it in its role."""
    edit, assignment = cells.edit("department"), cells.assignment
    if names[0] != assignment.department.name:
        yield replace(edit, field="name", before=assignment.department.name, after=names[0])
    for name in names[1:]:
        yield replace(edit, field="added", name=name, role=None, after=assignment.role)


def _role_changed(cells: _ChangedCells) -> Iterator[Edit]:
    """The role by its word or, where that stands as it was, by the letter."""
    if "role" in cells.keys:
        key, role, why = "role", role_of(cells.after["role"]), "不认识的角色"
    elif "letter" in cells.keys:
        key, why = "letter", "不能由字母确定角色，请改“角色”一栏"
        role = _role_by_letter(cells.base, cells.number, cells.after["letter"])
    else:
        return
    if role is None:
        yield cells.unread(key, why)
    elif role != cells.assignment.role:
        yield replace(cells.edit(key), field="role", before=cells.assignment.role, after=role)


def _derived_changed(cells: _ChangedCells) -> Iterator[Edit]:
    """Columns that follow from the text or the register: they follow a new name, and are not changed by hand."""
    renamed = "department" in cells.keys or "canonical" in cells.keys
    for key in cells.keys:
        if key not in _READ and not (renamed and key in _FROM_REGISTER):
            heading = HEADINGS[key][0] if key in HEADINGS else "现名"
            yield cells.unread(key, f"“{heading}”一栏由原文和名录得出，不能在表中改")


def _role_by_letter(base: Baseline, number: int, letter: str) -> Role | None:
    """The role that a row with this letter has."""
    profile, assignments = base.record.profile, base.record.analysis.assignments
    wanted = parts(letter, profile)
    if not wanted:
        return None
    clause = assignments[number].clause.index
    beside = [(place, other.role) for place, other in enumerate(assignments) if other.clause.index == clause]
    [roles] = solve(profile, beside, {number: wanted}, [number]).values()
    return roles[0] if len(roles) == 1 else None


def _filled_row(detail: DetailSheet, blank: Edit, row: DetailRow, was: RowPlace) -> Iterator[Edit]:
    """The row of a task that nobody was named for: with a body it is a new assignment, else it is as it was."""
    before, after = detail.written[was], detail.values(row.cells)
    if after.get("department"):
        yield from _added_row(detail, blank, row)
        return
    task, addresses = detail.base.task_ids[was.clause], detail.addresses(row.index)
    for key in detail.columns:
        if not same(after[key], before[key]):
            edit = replace(blank, cell=addresses[key], task=task, label=detail.base.label(task))
            why = "这项任务没有单位，时限和任务请在“任务分工”中改"
            yield replace(edit, before=shorten(before[key]), after=shorten(after[key]), why=why)


def _added_row(detail: DetailSheet, blank: Edit, row: DetailRow) -> Iterator[Edit]:
    base, values, addresses = detail.base, detail.values(row.cells), detail.addresses(row.index)
    task = _task_of(base, values.get("number", ""), values.get("task", ""), values.get("path", ""))
    names = base.split(detail.text(row.cells, "department"))
    edit = replace(blank, cell=addresses["department"], label=values.get("task", ""), after="、".join(names))
    role = role_of(values.get("role", "")) or _role_of_letter(base, values.get("letter", ""))
    if task is None:
        yield replace(edit, why="没有（或不止一项）这样的任务；新任务请加在“任务分工”中")
    elif not names:
        yield replace(edit, task=task, why="新增的一行没有单位")
    elif role is None:
        yield replace(edit, task=task, cell=addresses["role"], why="新增的一行没有写明角色")
    else:
        edit = replace(edit, task=task, label=base.label(task), field="added")
        grid_task = base.grid.tasks[base.task_index[task]]
        known = {"deadline": grid_task.deadline, "due": grid_task.due}
        for name in names:
            yield replace(edit, name=name, after=role)
            for field in DEADLINE_FIELDS:
                if values.get(field) and values[field] != known[field]:
                    yield replace(edit, cell=addresses[field], field=field, name=name, role=role, after=values[field])


def _role_of_letter(base: Baseline, letter: str) -> Role | None:
    """The role that the profile always writes with this one letter."""
    wanted = parts(letter, base.record.profile)
    if not wanted or len(wanted) > 1:
        return None
    letters = base.record.profile.letters
    return next((role for role in ROLES if {letters.get(role)} == wanted), None)


def _task_of(base: Baseline, number: str, heading: str, path: str) -> str | None:
    """The id of the task that reads so, if there is just one."""
    exact = task_id(base.record.analysis.document.title, split_path(path), number, heading)
    if exact in base.task_index:
        return exact
    matches = [
        task.id
        for task in base.grid.tasks
        if heading in (bare(task.heading), bare(task.shown))
        and (not number or bare(task.number) == number)
        and (not path or bare(task.chapter) == path)
    ]
    return matches[0] if len(matches) == 1 and heading else None
