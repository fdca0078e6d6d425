"""The matrix as a person left it: letters changed, added, taken out; rows and columns too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from raci.edits.base import Base, address, bare, matched
from raci.edits.changes import roles_changed
from raci.edits.letters import parts, solve
from raci.model import Edit, Role, SheetContent
from raci.storage.marks import BODY_MARK, TASK_MARK
from raci.views.grid import GridEntry, join_letters
from raci.views.matrix import cell_letters

__all__ = ["RULE", "differing", "is_matrix", "matrix_edits"]

RULE = "edited.matrix"
_NUMBER, _TASK, _COUNT, _SUM = "编号", "任务", "单位数", "合计"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a task: where it stands, its id (None: a new one), its number and heading."""

    at: int
    task: str | None
    number: str
    heading: str


@dataclass(frozen=True, slots=True)
class _View:
    """The matrix as it stands: its rows, and column → body (its place in the grid, or the name of a new one)."""

    sheet: SheetContent
    rows: tuple[_Row, ...]
    bodies: Mapping[int, int | str]
    head: int
    task: int

    def text(self, row: int, column: int) -> str:
        cells = self.sheet.rows[row] if row < len(self.sheet.rows) else ()
        return bare(cells[column]) if column < len(cells) else ""


def is_matrix(sheet: SheetContent) -> bool:
    """Whether it is a matrix of raci's: somewhere it says which ids stand there."""
    return any(BODY_MARK in row for row in sheet.rows)


def matrix_edits(base: Base, sheet: SheetContent) -> list[Edit]:
    """The changes, task by task; those of rows that were added or taken out too."""
    view = _view(base, sheet)
    if isinstance(view, str):
        return [Edit(sheet.name, "", RULE, "open", why=view)]
    return [*_rows(base, view), *_letters(base, view)]


def differing(base: Base, sheet: SheetContent, now: Base, skip: frozenset[str]) -> Iterator[Edit]:
    """The cells of changed tasks whose letters, by the profile, are other ones than a person left there."""
    view = _view(base, sheet)
    if isinstance(view, str):
        return
    after = {
        (now.grid.tasks[task].clause, name): letter
        for (task, body), letter in cell_letters(now.grid).items()
        for name in now.grid.bodies[body].names
    }
    clauses = {edit.task: edit.clause for edit in now.record.analysis.edits}
    for row in view.rows:
        if row.task is None or row.task in skip or row.task not in clauses:
            continue
        for column, body in view.bodies.items():
            wanted = view.text(row.at, column)
            names = base.grid.bodies[body].names if isinstance(body, int) else (body,)
            made = join_letters(after.get((clauses[row.task], name)) for name in names)
            if parts(wanted, base.record.profile) != parts(made, base.record.profile):
                now_is = f"“{names[0]}”的字母应为“{made or '空'}”，表中为“{wanted or '空'}”"
                why = f"改动以后，按角色方案“{base.record.profile.title}”，{now_is}"
                yield Edit(
                    view.sheet.name,
                    address(row.at, column),
                    RULE,
                    "open",
                    row.task,
                    base.label(row.task),
                    names[0],
                    why=why,
                )


def _view(base: Base, sheet: SheetContent) -> _View | str:
    """The matrix, or why it cannot be read."""
    rows = sheet.rows
    head = next((at for at, row in enumerate(rows) if {_NUMBER, _TASK} <= set(map(bare, row))), None)
    below = next((at for at, row in enumerate(rows) if BODY_MARK in row), len(rows))
    if head is None:
        return "找不到矩阵的栏名（编号、任务），这张表的改动未读"
    heads = [bare(cell) for cell in rows[head]]
    number, task = heads.index(_NUMBER), heads.index(_TASK)
    ids = [bare(cell) for cell in rows[below]] if below < len(rows) else []
    mark = ids.index(TASK_MARK) if TASK_MARK in ids else -1
    known = {body.id: place for place, body in enumerate(base.grid.bodies)}
    labels = {bare(name): place for place, body in enumerate(base.grid.bodies) for name in (*body.names, body.label)}
    bodies: dict[int, int | str] = {}
    for column, words in enumerate(heads):
        one = ids[column] if column < len(ids) else ""
        if column in (number, task, mark) or words == _COUNT or one == BODY_MARK:
            continue
        place = known.get(one, labels.get(words))
        if place is not None or words:
            bodies[column] = words if place is None else place
    return _View(sheet, tuple(_tasks(base, sheet, head, below, number, task, mark)), bodies, head, task)


def _tasks(base: Base, sheet: SheetContent, head: int, below: int, number: int, task: int, mark: int) -> Iterator[_Row]:
    listed = []
    for at in range(head + 1, min(below, len(sheet.rows))):
        row = sheet.rows[at]

        def text(column: int, row: Sequence[str] = row) -> str:
            return bare(row[column]) if 0 <= column < len(row) else ""

        if text(mark) or text(task) not in ("", _SUM):
            listed.append((at, text(mark), (text(number), text(task))))
    known = {one.id: (bare(one.number), bare(one.heading)) for one in base.grid.tasks}
    ids = matched([(one, texts) for _, one, texts in listed], known)
    for (at, _, (words, heading)), found in zip(listed, ids, strict=True):
        yield _Row(at, found, words, heading)


def _rows(base: Base, view: _View) -> Iterator[Edit]:
    """Tasks that were taken out, or that are not known."""
    present = {row.task for row in view.rows}
    gone = [task.id for task in base.grid.tasks if task.id not in present]
    if gone and len(gone) == len(base.grid.tasks):
        yield Edit(view.sheet.name, "", RULE, "open", why="矩阵里一项任务也认不出，这张表的改动未读")
        return
    for one in gone:
        yield Edit(view.sheet.name, "", RULE, "untask", one, base.label(one))
    for row in view.rows:
        cell = address(row.at, view.task)
        if row.task is None:
            why = "矩阵里新增的任务未采用，请加在“任务分工”中"
            yield Edit(
                view.sheet.name, cell, RULE, "open", label=f"{row.number}{row.heading}", after=row.heading, why=why
            )
            continue
        task = base.grid.tasks[base.tasks[row.task]]
        if (row.number, row.heading) != (bare(task.number), bare(task.heading)):
            yield Edit(
                view.sheet.name,
                cell,
                RULE,
                "heading",
                row.task,
                task.label,
                before=task.label,
                after=row.heading,
                number=row.number,
            )


def _letters(base: Base, view: _View) -> Iterator[Edit]:
    written = cell_letters(base.grid)
    place = {body: column for column, body in view.bodies.items()}
    shown = {body for body in base.grid.columns() if body in place}
    gone = [body for body in base.grid.columns() if body not in place]
    if gone and not shown and base.grid.columns():
        yield Edit(view.sheet.name, "", RULE, "open", why="矩阵里一个单位也认不出，这张表的字母未读")
        return
    new = {-1 - turn: name for turn, name in enumerate(body for body in view.bodies.values() if isinstance(body, str))}
    columns: dict[int, int] = {body: column for body, column in place.items() if isinstance(body, int)}
    columns |= {key: place[name] for key, name in new.items()}
    for row in view.rows:
        if row.task is None:
            continue
        task = base.tasks[row.task]
        now = {body: view.text(row.at, column) for body, column in columns.items()} | dict.fromkeys(gone, "")
        changed = [body for body, letter in now.items() if letter != bare(written.get((task, body), ""))]
        if not changed:
            continue
        entries = base.named.get(task, ())
        like = Edit(view.sheet.name, "", RULE, "open", row.task, base.grid.tasks[task].label)
        wanted = {body: parts(letter, base.record.profile) for body, letter in now.items()}
        for body in [body for body in changed if wanted[body] is None]:
            changed.remove(body)
            legend = "、".join(base.record.profile.legend())
            yield replace(
                like,
                cell=_cell(row, columns.get(body)),
                name=new.get(body) or base.grid.bodies[body].label,
                before=written.get((task, body), ""),
                after=now[body],
                why=f"不是本方案的字母（{legend}）",
            )
        # what was not understood counts as it was
        before = {body: written.get((task, body), "") for body in now}
        known = {
            body: (parts(before[body], base.record.profile) if want is None else want) or frozenset()
            for body, want in wanted.items()
        }
        held = [(entry.body, entry.role) for entry in entries if not base.grid.bodies[entry.body].person]
        for body, after in solve(base.record.profile, held, known, changed).items():
            made = replace(like, cell=_cell(row, columns.get(body)))
            edits = list(_of_body(base, made, entries, body, after, new))
            name = new.get(body) or base.grid.bodies[body].label
            why = f"按角色方案“{base.record.profile.title}”，字母应为“{before[body] or '空'}”"
            yield from edits or [replace(made, name=name, before=before[body], after=now[body], why=why)]


def _cell(row: _Row, column: int | None) -> str:
    return address(row.at, column) if column is not None else ""


def _of_body(
    base: Base, like: Edit, entries: Sequence[GridEntry], body: int, after: tuple[Role, ...], new: Mapping[int, str]
) -> Iterator[Edit]:
    mine = [entry for entry in entries if entry.body == body and entry.letter]
    names = list(dict.fromkeys(entry.assignment.department.name for entry in mine))
    if not names:
        name = new.get(body) or base.grid.bodies[body].names[0]
        yield from roles_changed(like, name, (), after)
        return
    # one body under several names in one task: the first takes what is new, the others only lose
    given: list[Role] = [role for role in after if all(entry.role != role for entry in mine)]
    for turn, name in enumerate(names):
        before = list(dict.fromkeys(entry.role for entry in mine if entry.assignment.department.name == name))
        kept = [role for role in before if role in after]
        yield from roles_changed(like, name, before, (*kept, *(given if turn == 0 else ())))
