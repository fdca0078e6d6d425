"""明细 as a person left it: bodies, roles, time limits of single rows; rows added and taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from raci.edits.base import LIMITS, Base, address, bare, matched, same
from raci.edits.letters import parts, solve
from raci.model import ROLES, Edit, Role, SheetContent
from raci.model.roles import role_of
from raci.storage.marks import ROW_MARK
from raci.storage.parse_rows import NEEDED, split_path
from raci.views.grid import task_id
from raci.views.tables.detail import HEADINGS, detail

__all__ = ["RULE", "detail_edits", "is_detail"]

RULE = "edited.rows"
#: what tells of which task a row is
_TASK = ("number", "task", "path")
#: what the register says of a body: not written by hand but worked out from its name
_KNOWN = ("department_id", "kind", "level", "jurisdiction")


def is_detail(sheet: SheetContent) -> bool:
    """Whether it holds rows: it has their keys."""
    return _head(sheet) is not None


def _head(sheet: SheetContent) -> int | None:
    return next((at for at, row in enumerate(sheet.rows[:40]) if set(NEEDED) <= set(map(bare, row))), None)


@dataclass(frozen=True)
class _Book:
    """The sheet beside what was written into it."""

    base: Base
    sheet: SheetContent

    @cached_property
    def written(self) -> list[dict[str, str]]:
        """The rows as they were written, key by key."""
        table = detail(self.base.record.analysis, self.base.record.profile)
        keys = [column.key for column in table.columns]
        return [dict(zip(keys, map(str, row), strict=True)) for row in table.rows]

    @cached_property
    def head(self) -> int:
        return _head(self.sheet) or 0

    @cached_property
    def columns(self) -> dict[str, int]:
        """Key → column."""
        keys = [bare(cell) for cell in self.sheet.rows[self.head]]
        return {key: keys.index(key) for key in (*HEADINGS, "current") if key in keys}

    def text(self, cells: Sequence[str], key: str) -> str:
        column = self.columns.get(key)
        return cells[column] if column is not None and column < len(cells) else ""

    def rows(self) -> list[tuple[int, tuple[str, ...], int | None]]:
        """The rows as they stand, each with the number of the row that it was."""
        heads = [bare(cell) for cell in self.sheet.rows[self.head]]
        mark = heads.index(ROW_MARK) if ROW_MARK in heads else -1
        telling = [
            key for key in ("number", "task", "path", "department", "role", "start", "quote") if key in self.columns
        ]
        where = [key for key in (*_TASK, "start", "end") if key in self.columns]
        listed = [
            (at, cells)
            for at, cells in enumerate(self.sheet.rows[self.head + 1 :], start=self.head + 1)
            if any(bare(self.text(cells, key)) for key in NEEDED)
        ]

        def texts(cells: Sequence[str], keys: Sequence[str]) -> tuple[str, ...]:
            return tuple(bare(self.text(cells, key)) for key in keys)

        seen = [(bare(cells[mark]) if 0 <= mark < len(cells) else "", texts(cells, telling)) for _, cells in listed]
        known = {
            f"{ROW_MARK}:{number}": tuple(bare(row[key]) for key in telling) for number, row in enumerate(self.written)
        }
        like = {
            f"{ROW_MARK}:{number}": tuple(bare(row[key]) for key in where) for number, row in enumerate(self.written)
        }
        found = matched(seen, known, like if mark < 0 else None, [texts(cells, where) for _, cells in listed])
        return [
            (at, cells, None if one is None else int(one.rpartition(":")[2]))
            for (at, cells), one in zip(listed, found, strict=True)
        ]


def detail_edits(base: Base, sheet: SheetContent) -> list[Edit]:
    """The changes, row by row."""
    book = _Book(base, sheet)
    like = Edit(sheet.name, "", RULE, "open")
    rows = book.rows()
    present = {number for _, _, number in rows if number is not None}
    gone = [number for number in range(len(book.written)) if number not in present]
    if gone and len(gone) == len(book.written):
        return [replace(like, why="表中一条分工也认不出，这张表的改动未读")]
    found: list[Edit] = []
    for number in gone:
        one = base.record.analysis.assignments[number]
        made = replace(like, task=base.ids[one.clause.index], label=one.clause.label)
        found.append(replace(made, field="removed", name=one.department.name, role=one.role, before=one.role))
    for at, cells, row in rows:
        if row is None:
            found += _new(book, like, at, cells)
        else:
            found += _changed(book, like, at, cells, row)
    return found


def _changed(book: _Book, like: Edit, at: int, cells: Sequence[str], number: int) -> Iterator[Edit]:
    was = book.written[number]
    differ = [key for key in book.columns if not same(bare(book.text(cells, key)), was[key])]
    if not differ:
        return
    one = book.base.record.analysis.assignments[number]
    now = {key: bare(book.text(cells, key)) for key in book.columns}
    where = {key: address(at, column) for key, column in book.columns.items()}
    made = replace(
        like, task=book.base.ids[one.clause.index], label=one.clause.label, name=one.department.name, role=one.role
    )

    def no(key: str, why: str) -> Edit:
        return replace(made, cell=where[key], before=_short(was[key]), after=_short(now[key]), why=why)

    if moved := [key for key in differ if key in _TASK]:
        yield no(moved[0], "任务、编号和章节请在“任务分工”中改")
    if "department" in differ:
        names = book.base.split(book.text(cells, "department"))
        if not names:
            yield replace(made, cell=where["department"], field="removed", before=one.role)
            return
        for turn, name in enumerate(names):
            if turn == 0 and name != one.department.name:
                yield replace(made, cell=where["department"], field="name", before=one.department.name, after=name)
            elif turn:
                yield replace(made, cell=where["department"], field="added", name=name, role=None, after=one.role)
    elif "canonical" in differ:
        yield replace(made, cell=where["canonical"], field="canonical", before=was["canonical"], after=now["canonical"])
    if "role" in differ:
        role = role_of(now["role"])
        if role is None:
            yield no("role", "不认识的角色")
        elif role != one.role:
            yield replace(made, cell=where["role"], field="role", before=one.role, after=role)
    elif "letter" in differ:
        role = _by_letter(book.base, number, now["letter"])
        if role is None:
            yield no("letter", "不能由字母确定角色，请改“角色”一栏")
        elif role != one.role:
            yield replace(made, cell=where["letter"], field="role", before=one.role, after=role)
    for field in LIMITS:
        if field in differ:
            yield replace(made, cell=where[field], field=field, before=was[field], after=now[field])
    settled = {*_TASK, "department", "canonical", "role", "letter", "deadline", "due"}
    if "department" in differ or "canonical" in differ:
        settled |= {*_KNOWN, "current"}
    for key in differ:
        if key not in settled:
            name = HEADINGS[key][0] if key in HEADINGS else "现名"
            yield no(key, f"“{name}”一栏由原文和名录得出，不能在表中改")


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _by_letter(base: Base, number: int, letter: str) -> Role | None:
    """The role that a row with this letter has."""
    profile, assignments = base.record.profile, base.record.analysis.assignments
    wanted = parts(letter, profile)
    if not wanted:
        return None
    one = assignments[number]
    beside = [(place, each.role) for place, each in enumerate(assignments) if each.clause.index == one.clause.index]
    [roles] = solve(profile, beside, {number: wanted}, [number]).values()
    return roles[0] if len(roles) == 1 else None


def _new(book: _Book, like: Edit, at: int, cells: Sequence[str]) -> Iterator[Edit]:
    """A row that a person added."""
    base = book.base
    now = {key: bare(book.text(cells, key)) for key in book.columns}
    where: Mapping[str, str] = {key: address(at, column) for key, column in book.columns.items()}
    task = _task(base, now.get("number", ""), now.get("task", ""), now.get("path", ""))
    names = base.split(book.text(cells, "department"))
    made = replace(like, cell=where["department"], label=now.get("task", ""), after="、".join(names))
    role = role_of(now.get("role", "")) or _plain(base, now.get("letter", ""))
    if task is None:
        yield replace(made, why="没有（或不止一项）这样的任务；新任务请加在“任务分工”中")
    elif not names:
        yield replace(made, task=task, why="新增的一行没有单位")
    elif role is None:
        yield replace(made, task=task, cell=where["role"], why="新增的一行没有写明角色")
    else:
        made = replace(made, task=task, label=base.label(task), field="added")
        for name in names:
            yield replace(made, name=name, after=role)
            for field in LIMITS:
                limit = base.grid.tasks[base.tasks[task]]
                if now.get(field) and now[field] != getattr(limit, field):
                    yield replace(made, cell=where[field], field=field, name=name, role=role, after=now[field])


def _plain(base: Base, letter: str) -> Role | None:
    wanted = parts(letter, base.record.profile)
    if not wanted or len(wanted) > 1:
        return None
    letters = base.record.profile.letters
    return next((role for role in ROLES if {letters.get(role)} == wanted), None)


def _task(base: Base, number: str, heading: str, path: str) -> str | None:
    """The task that reads so, if there is just one."""
    exact = task_id(base.record.analysis.document.title, split_path(path), number, heading)
    if exact in base.tasks:
        return exact
    found = [
        task.id
        for task in base.grid.tasks
        if bare(task.heading) == heading
        and (not number or bare(task.number) == number)
        and (not path or bare(task.chapter) == path)
    ]
    return found[0] if len(found) == 1 and heading else None
