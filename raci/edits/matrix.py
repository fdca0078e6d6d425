"""The changes in the matrix: letters changed, added, taken out; rows and columns too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from raci.edits.baseline import Baseline
from raci.edits.cells import address, bare
from raci.edits.changes import roles_changed
from raci.edits.letters import parts, solve
from raci.edits.matrix_sheet import MatrixRow, MatrixSheet, is_matrix, read_matrix
from raci.model import Edit, Role, SheetContent
from raci.views.grid import GridEntry, join_letters
from raci.views.matrix import cell_letters

__all__ = ["RULE", "is_matrix", "matrix_edits", "remaining_differences"]

RULE = "edited.matrix"


def matrix_edits(base: Baseline, sheet: SheetContent) -> list[Edit]:
    """The changes, task by task; those of rows that were added or taken out too."""
    matrix = read_matrix(base, sheet)
    if isinstance(matrix, str):
        return [Edit(sheet.name, "", RULE, "open", why=matrix)]
    return [*_rows_changed(base, matrix), *_letters_changed(base, matrix)]


def remaining_differences(
    base: Baseline, sheet: SheetContent, changed: Baseline, skip: frozenset[str]
) -> Iterator[Edit]:
    """The cells of changed tasks whose letters, by the profile, are other ones than a person left there.

    ``changed`` is the plan with all edits, ``skip`` holds the ids of tasks of which nothing is to be said.
    """
    matrix = read_matrix(base, sheet)
    if isinstance(matrix, str):
        return
    profile = base.record.profile
    letters_now = {
        (changed.grid.tasks[task].clause, name): letter
        for (task, body), letter in cell_letters(changed.grid).items()
        for name in changed.grid.bodies[body].names
    }
    clauses = {edit.task: edit.clause for edit in changed.record.analysis.edits}
    for row in matrix.rows:
        if row.task is None or row.task in skip or row.task not in clauses:
            continue
        for column, body in matrix.bodies.items():
            left = matrix.text(row.index, column)
            names = base.grid.bodies[body].names if isinstance(body, int) else (body,)
            letter = join_letters(letters_now.get((clauses[row.task], name)) for name in names)
            if parts(left, profile) != parts(letter, profile):
                difference = f"“{names[0]}”的字母应为“{letter or '空'}”，表中为“{left or '空'}”"
                yield Edit(
                    matrix.sheet.name,
                    address(row.index, column),
                    RULE,
                    "open",
                    row.task,
                    base.label(row.task),
                    names[0],
                    why=f"改动以后，按角色方案“{profile.title}”，{difference}",
                )


def _rows_changed(base: Baseline, matrix: MatrixSheet) -> Iterator[Edit]:
    """Tasks that were taken out, or that are not known; numbers and headings."""
    blank = Edit(matrix.sheet.name, "", RULE, "open")
    present = {row.task for row in matrix.rows}
    removed = [task.id for task in base.grid.tasks if task.id not in present]
    if removed and len(removed) == len(base.grid.tasks):
        yield replace(blank, why="矩阵里一项任务也认不出，这张表的改动未读")
        return
    for task_id in removed:
        yield replace(blank, field="untask", task=task_id, label=base.label(task_id))
    for row in matrix.rows:
        in_cell = replace(blank, cell=address(row.index, matrix.task_column), after=row.heading)
        if row.task is None:
            why = "矩阵里新增的任务未采用，请加在“任务分工”中"
            yield replace(in_cell, label=f"{row.number}{row.heading}", why=why)
            continue
        task = base.grid.tasks[base.task_index[row.task]]
        if (row.number, row.heading) != (bare(task.number), bare(task.shown)):
            heading = task.heading if row.heading == bare(task.shown) else row.heading
            of_task = replace(in_cell, task=row.task, label=task.label, after=heading)
            yield replace(of_task, field="heading", before=task.label, number=row.number)


@dataclass(frozen=True, slots=True)
class _MatrixColumns:
    """The columns of bodies: body → column. New bodies have negative keys, with their names in ``new``."""

    columns: Mapping[int, int]
    new: Mapping[int, str]

    def address(self, row: MatrixRow, body: int) -> str:
        """The cell of a body in a row; empty where its column was taken out."""
        return address(row.index, self.columns[body]) if body in self.columns else ""

    def label(self, base: Baseline, body: int) -> str:
        """What a body is called in the matrix."""
        return self.new.get(body) or base.grid.bodies[body].label


def _letters_changed(base: Baseline, matrix: MatrixSheet) -> Iterator[Edit]:
    column_of = {body: column for column, body in matrix.bodies.items()}
    shown = base.grid.columns()
    removed = tuple(body for body in shown if body not in column_of)
    if removed and len(removed) == len(shown):
        yield Edit(matrix.sheet.name, "", RULE, "open", why="矩阵里一个单位也认不出，这张表的字母未读")
        return
    names = [body for body in matrix.bodies.values() if isinstance(body, str)]
    new = {-1 - turn: name for turn, name in enumerate(names)}
    columns = {body: column for body, column in column_of.items() if isinstance(body, int)}
    columns |= {body: column_of[name] for body, name in new.items()}
    written = cell_letters(base.grid)
    for row in matrix.rows:
        if row.task is None:
            continue
        task = base.task_index[row.task]
        after = {body: matrix.text(row.index, column) for body, column in columns.items()} | dict.fromkeys(removed, "")
        before = {body: written.get((task, body), "") for body in after}
        if any(letter != bare(before[body]) for body, letter in after.items()):
            yield from _row_letters(base, matrix, row, _MatrixColumns(columns, new), (before, after))


def _row_letters(
    base: Baseline,
    matrix: MatrixSheet,
    row: MatrixRow,
    columns: _MatrixColumns,
    letters: tuple[Mapping[int, str], Mapping[int, str]],
) -> Iterator[Edit]:
    """The edits of one row: ``letters`` are those of each body before and after."""
    before, after = letters
    task, profile = base.task_index[str(row.task)], base.record.profile
    blank = Edit(matrix.sheet.name, "", RULE, "open", str(row.task), base.grid.tasks[task].label)
    changed = [body for body, letter in after.items() if letter != bare(before[body])]
    wanted = {body: parts(letter, profile) for body, letter in after.items()}
    for body in [body for body in changed if wanted[body] is None]:
        changed.remove(body)
        why = f"不是本方案的字母（{'、'.join(profile.legend())}）"
        in_cell = replace(blank, cell=columns.address(row, body), name=columns.label(base, body))
        yield replace(in_cell, before=before[body], after=after[body], why=why)
    # what was not understood counts as it was
    known = {
        body: (parts(before[body], profile) if letter is None else letter) or frozenset()
        for body, letter in wanted.items()
    }
    entries = base.entries_of_task.get(task, ())
    roles = [(entry.body, entry.role) for entry in entries if not base.grid.bodies[entry.body].person]
    for body, roles_after in solve(profile, roles, known, changed).items():
        in_cell = replace(blank, cell=columns.address(row, body))
        of_body = [entry for entry in entries if entry.body == body and entry.letter]
        edits = list(_body_edits(in_cell, of_body, roles_after, _first_name(base, columns, body)))
        why = f"按角色方案“{profile.title}”，字母应为“{before[body] or '空'}”"
        unread = replace(in_cell, name=columns.label(base, body), before=before[body], after=after[body], why=why)
        yield from edits or [unread]


def _first_name(base: Baseline, columns: _MatrixColumns, body: int) -> str:
    return columns.new.get(body) or base.grid.bodies[body].names[0]


def _body_edits(blank: Edit, entries: Sequence[GridEntry], after: tuple[Role, ...], name: str) -> Iterator[Edit]:
    """The edits of one body whose roles in the task are to be ``after``; ``name`` is for a body that is new there."""
    names = list(dict.fromkeys(entry.assignment.department.name for entry in entries))
    if not names:
        yield from roles_changed(blank, name, (), after)
        return
    # one body under several names in one task: the first takes what is new, the others only lose
    added: list[Role] = [role for role in after if all(entry.role != role for entry in entries)]
    for turn, name_there in enumerate(names):
        before = list(dict.fromkeys(entry.role for entry in entries if entry.assignment.department.name == name_there))
        kept = [role for role in before if role in after]
        yield from roles_changed(blank, name_there, before, (*kept, *(added if turn == 0 else ())))
