"""What was changed by hand, applied to an analysis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from raci.analysis.annotations.time_limits import due_date
from raci.analysis.overlaps import with_overlaps
from raci.analysis.resolve import resolve
from raci.edits.base import task_ids
from raci.model import (
    Analysis,
    Annotation,
    Assignment,
    Clause,
    Deadline,
    Department,
    Edit,
    Group,
    Mention,
    Role,
)
from raci.register.naming import Naming
from raci.views.grid import grid, task_id

__all__ = ["apply"]


def apply(analysis: Analysis, edits: Iterable[Edit], naming: Naming | None = None) -> Analysis:
    """The analysis with the edits: assignments that they touch are of a person's ``hand``, and say by which sheet.

    Edits that the analysis held already stay in ``edits``; those that find nothing to change are told (``open``).
    Names are resolved by ``naming``. Without edits the analysis is given back as it is.
    """
    listed = list(edits)
    if not listed:
        return analysis
    desk = _Desk(analysis)
    meant = _meant(analysis, listed, desk.at, naming)
    done = []
    for number, edit in enumerate(listed):
        done.append(edit if edit.field == "open" else desk.make(edit, meant.get(number, ())))
    return with_overlaps(desk.analysis(done))


def _meant(
    analysis: Analysis, edits: Sequence[Edit], at: dict[str, int], naming: Naming | None
) -> dict[int, tuple[Department, ...]]:
    """What the names mean that a person wrote, in the light of all others in the document, by number of the edit."""
    known: dict[tuple[str, bool], set[Department]] = {}
    for one in analysis.assignments:
        known.setdefault((one.department.name, one.role == "leader"), set()).add(one.department)
    found: dict[int, tuple[Department, ...]] = {}
    written: list[Annotation] = []
    for number, edit in enumerate(edits):
        name = edit.name if edit.field == "added" else edit.after if edit.field in ("name", "canonical") else ""
        if name:
            role = cast("Role", edit.after) if edit.field == "added" else edit.role or "responsible"
            meant = known.get((name, role == "leader"), set())
            if len(meant) == 1:
                found[number] = tuple(meant)  # as everywhere else in the document
                continue
            group = Group(role, (Mention(name, 0, len(name)),), f"{_HAND}{number}")
            # a clause of its own: names that stand in a clause already would be passed over
            written.append(Annotation(_HAND, 0, 0, name, (len(analysis.clauses) + number,), (group,)))
    if not written:
        return found
    spare = tuple(Clause(len(analysis.clauses) + number, None, 1, "", "", 0, 0) for number in range(len(edits)))
    every = (*analysis.annotations, *written)
    for one in resolve(analysis.document, (*analysis.clauses, *spare), every, naming or Naming()):
        if one.rule.startswith(_HAND):
            number = int(one.rule.removeprefix(_HAND))
            found[number] = (*found.get(number, ()), one.department)
    return found


_HAND = "edited:"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class _Desk:
    """An analysis on which is worked: clauses by keys that stay while tasks come and go."""

    def __init__(self, analysis: Analysis) -> None:
        self.before = analysis
        self.order = [clause.index for clause in analysis.clauses]
        self.clauses = {clause.index: clause for clause in analysis.clauses}
        self.tasks = set(analysis.tasks)
        self.annotations = list(analysis.annotations)
        self.held: dict[int, list[Assignment]] = {}
        for one in analysis.assignments:
            self.held.setdefault(one.clause.index, []).append(one)
        #: id of a task → key of its clause
        self.at = {one: key for key, one in task_ids(analysis, grid(analysis)).items()}
        #: a clause and the row of an annex that says the same: what is changed in one holds for the other
        self.overlap: dict[int, int] = {}
        for overlap in analysis.overlaps:
            if overlap.same and isinstance(overlap.clause.key, int) and isinstance(overlap.row.key, int):
                self.overlap |= {overlap.clause.key: overlap.row.key, overlap.row.key: overlap.clause.key}
        date = analysis.document.date or ""
        self.year = int(date[:4]) if date[:4].isdigit() else None

    def make(self, edit: Edit, bodies: tuple[Department, ...]) -> Edit:
        """Make one change; the edit, with the key of its clause, or ``open`` where there is nothing to change."""
        if edit.field == "task":
            return self._task(edit)
        key = self.at.get(edit.task)
        if key is None:
            return replace(edit, field="open", why="原文重新读出后没有这项任务，这处改动未用")
        edit = replace(edit, clause=key)
        done = self._made(edit, key, bodies)
        if key in self.overlap:
            done = self._made(edit, self.overlap[key], bodies) or done
        return edit if done else replace(edit, field="open", why="原文重新读出后没有这条分工，这处改动未用")

    def _made(self, edit: Edit, key: int, bodies: tuple[Department, ...]) -> bool:
        match edit.field:
            case "untask":
                self._untask(key)
            case "heading":
                self._heading(edit, key)
            case "deadline" | "due":
                self._limit(edit, key)
            case "added":
                self._added(edit, key, bodies)
            case "order":
                self._order(edit, key, edit.after.split("、"))
            case _:
                return self._assigned(edit, key, bodies)
        return True

    def _task(self, edit: Edit) -> Edit:
        key = max(self.clauses, default=-1) + 1
        before = self.at.get(edit.follows)
        place = self.order.index(before) + 1 if before is not None else 0
        # behind all that stands under the one before
        while before is not None and place < len(self.order) and self._below(self.order[place], before):
            place += 1
        at = self.clauses[self.order[place - 1]].end if place else 0
        like = self.clauses[before] if before is not None else None
        parent = like.parent if like and like.path == edit.path else None
        level = like.level if like and parent == like.parent else len(edit.path) + 1
        self.clauses[key] = Clause(key, parent, level, edit.number, edit.after, at, at, edit.path)
        self.order.insert(place, key)
        self.tasks.add(key)
        self.at[edit.task] = key
        return replace(edit, clause=key)

    def _below(self, key: int, above: int) -> bool:
        parent = self.clauses[key].parent
        while parent is not None and parent != above:
            parent = self.clauses[parent].parent
        return parent == above

    def _untask(self, key: int) -> None:
        self.tasks.discard(key)
        self.held.pop(key, None)
        kept = (replace(one, clauses=tuple(each for each in one.clauses if each != key)) for one in self.annotations)
        self.annotations = [one for one in kept if one.clauses]

    def _heading(self, edit: Edit, key: int) -> None:
        made = replace(self.clauses[key], number=edit.number, heading=edit.after)
        self.clauses[key] = made
        self.at[task_id(self.before.document.title, made.path, made.number, made.heading)] = key

    def _limit(self, edit: Edit, key: int) -> None:
        listed = self.held.get(key, [])
        for place, one in enumerate(listed):
            if not edit.name or (one.department.name == edit.name and one.role == edit.role):
                made = self._deadline(edit, one.deadline)
                listed[place] = _by_hand(replace(one, deadline=made), edit)
        was = next((one.deadline for one in self.annotations if key in one.clauses and one.deadline), None)
        if edit.name and any(one.deadline == was for one in listed):
            return
        # what the text said of the time of this task holds for nobody any more
        self.annotations = [part for one in self.annotations for part in _timeless(one, key)]
        limit = self._deadline(edit, was)
        if limit and not listed:
            start = self.clauses[key].start
            words = edit.after or limit.text
            self.annotations.append(Annotation(edit.rule, start, start, words, (key,), deadline=limit))

    def _deadline(self, edit: Edit, was: Deadline | None) -> Deadline | None:
        if edit.field == "due":
            day = edit.after if _ISO.fullmatch(edit.after) else due_date(edit.after, self.year)
            return Deadline(was.text if was else edit.after, day) if was or edit.after else None
        return Deadline(edit.after, due_date(edit.after, self.year)) if edit.after else None

    def _added(self, edit: Edit, key: int, bodies: tuple[Department, ...]) -> None:
        listed = self.held.setdefault(key, [])
        role = cast("Role", edit.after)
        if any(one.department.name == edit.name and one.role == role for one in listed):
            return
        clause, document = self.clauses[key], self.before.document
        for body in bodies or (Department(edit.name),):
            made = Assignment(
                document.title,
                document.source,
                clause,
                body,
                role,
                clause.start,
                clause.end,
                edit.name,
                edit.rule,
                deadline=self._of_task(key),
                origin="hand",
            )
            listed.insert(_behind(listed, role), made)

    def _of_task(self, key: int) -> Deadline | None:
        """The time limit of a task, for who joins it."""
        held = (one.deadline for one in self.held.get(key, ()) if one.deadline)
        said = (one.deadline for one in self.annotations if key in one.clauses and one.deadline)
        return next(held, None) or next(said, None)

    def _order(self, edit: Edit, key: int, names: Sequence[str]) -> None:
        listed = self.held.get(key, [])
        places = [place for place, one in enumerate(listed) if one.role == edit.role]
        rank = {name: at for at, name in enumerate(names)}
        mine = sorted((listed[place] for place in places), key=lambda one: rank.get(one.department.name, len(rank)))
        for place, one in zip(places, mine, strict=True):
            listed[place] = one

    def _assigned(self, edit: Edit, key: int, bodies: tuple[Department, ...]) -> bool:
        """Change an assignment: its role, its body; or take it out."""
        listed = self.held.get(key, [])
        mine = [one for one in listed if one.department.name == edit.name and one.role == edit.role]
        if not mine and key in self.overlap:  # there it may be written in another way
            meant = {one.department.canonical for one in self.before.assignments if one.department.name == edit.name}
            mine = [one for one in listed if one.department.canonical in meant - {None} and one.role == edit.role]
        if not mine:
            return self._stands(edit, listed)
        place = listed.index(mine[0])
        self.held[key] = listed = [one for one in listed if one not in mine]
        if edit.field == "removed":
            return True
        if edit.field == "role":
            role = cast("Role", edit.after)
            known = {(one.department, one.role) for one in listed}
            made = [_by_hand(replace(one, role=role), edit) for one in mine if (one.department, role) not in known]
            place = _behind(listed, role)
        elif edit.field == "name":
            made = [_by_hand(replace(mine[0], department=body), edit) for body in bodies or (Department(edit.after),)]
        else:
            given = bodies[0] if bodies else Department(edit.name)
            body = replace(given, name=edit.name, canonical=given.canonical or edit.after or None)
            made = [_by_hand(replace(one, department=body), edit) for one in mine]
        listed[place:place] = made
        return True

    def _stands(self, edit: Edit, listed: Sequence[Assignment]) -> bool:
        """Whether it is already as the edit wants it: a second sheet or row said it before."""
        if edit.field == "role":
            return any(one.department.name == edit.name and one.role == edit.after for one in listed)
        if edit.field == "name":
            return any(one.department.name == edit.after and one.role == edit.role for one in listed)
        return False

    def analysis(self, edits: Sequence[Edit]) -> Analysis:
        """The analysis, its clauses numbered anew, with the edits that were made."""
        number = {key: place for place, key in enumerate(self.order)}

        def place(key: int | None) -> int | None:
            return None if key is None else number[key]

        clauses = tuple(
            replace(self.clauses[key], index=number[key], parent=place(self.clauses[key].parent)) for key in self.order
        )
        assignments = tuple(
            replace(one, clause=clauses[number[key]]) for key in self.order for one in self.held.get(key, ())
        )
        annotations = tuple(replace(one, clauses=tuple(number[key] for key in one.clauses)) for one in self.annotations)
        kept = tuple(replace(edit, clause=place(edit.clause)) for edit in (*self.before.edits, *edits))
        return replace(
            self.before,
            clauses=clauses,
            tasks=tuple(sorted(number[key] for key in self.tasks)),
            annotations=annotations,
            assignments=assignments,
            findings=tuple(replace(one, clause=place(one.clause)) for one in self.before.findings),
            edits=kept,
        )


def _by_hand(one: Assignment, edit: Edit) -> Assignment:
    return replace(one, rule=edit.rule, origin="hand")


def _behind(listed: Sequence[Assignment], role: Role) -> int:
    """The place behind the last of a role, or at the end."""
    return next((place + 1 for place in reversed(range(len(listed))) if listed[place].role == role), len(listed))


def _timeless(one: Annotation, key: int) -> list[Annotation]:
    """An annotation that says nothing of a clause's time any more, and of the others' what it said."""
    if key not in one.clauses or one.deadline is None:
        return [one]
    if one.clauses == (key,):
        return [replace(one, deadline=None)]
    others = tuple(each for each in one.clauses if each != key)
    parts = [replace(one, clauses=others), replace(one, clauses=(key,), deadline=None)]
    return parts[::-1] if one.clauses[0] == key else parts
