"""Edits made one by one in a plan: which task each means, and what it changes there."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace

from raci.edits.assignments import by_hand, change_assignment, insertion_index
from raci.edits.baseline import task_ids
from raci.edits.deadlines import edited_deadline
from raci.edits.edited_plan import EditedPlan
from raci.edits.evidence import evidence
from raci.model import Analysis, Annotation, Assignment, Department, Edit
from raci.storage.task_ids import task_id
from raci.views.grid import grid

__all__ = ["EditSession"]


class EditSession:
    """Takes in edits one by one; ``plan`` is what they make of the analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self.plan = EditedPlan(analysis)
        #: id of a task → key of its clause
        self.clause_of_task = {task: key for key, task in task_ids(analysis, grid(analysis)).items()}
        #: a clause and the row of an annex that says the same: what is changed in one holds for the other
        self.counterpart: dict[int, int] = {}
        for overlap in analysis.overlaps:
            clause, row = overlap.clause.key, overlap.row.key
            if overlap.same and isinstance(clause, int) and isinstance(row, int):
                self.counterpart |= {clause: row, row: clause}
        date = analysis.document.date or ""
        self.year = int(date[:4]) if date[:4].isdigit() else None

    def apply(self, edit: Edit, departments: tuple[Department, ...]) -> Edit:
        """Make one change; the edit, with the key of its clause, or ``open`` where there is nothing to change.

        ``departments`` is what the name means that the edit brings in.
        """
        if edit.field == "task":
            return self._add_task(edit)
        key = self.clause_of_task.get(edit.task)
        if key is None:
            return replace(edit, field="open", why="原文重新读出后没有这项任务，这处改动未用")
        edit = replace(edit, clause=key)
        applied = self._apply_to_clause(edit, key, departments)
        if key in self.counterpart:
            applied = self._apply_to_clause(edit, self.counterpart[key], departments) or applied
        return edit if applied else replace(edit, field="open", why="原文重新读出后没有这条分工，这处改动未用")

    def fork(self) -> EditSession:
        """A session of its own that begins where this one stands."""
        fork = copy(self)
        fork.plan, fork.clause_of_task = self.plan.fork(), dict(self.clause_of_task)
        return fork

    def ids(self) -> dict[int, str]:
        """Place of each clause of the plan → the id by which edits know its task: the same whatever is changed."""
        first: dict[int, str] = {}
        for task, key in self.clause_of_task.items():
            first.setdefault(key, task)
        return {index: first[key] for index, key in enumerate(self.plan.outline.order) if key in first}

    def _apply_to_clause(self, edit: Edit, key: int, departments: tuple[Department, ...]) -> bool:
        """Whether there was something to change."""
        match edit.field:
            case "untask":
                self.plan.remove_task(key)
            case "heading":
                self._change_heading(edit, key)
            case "deadline" | "due":
                self._change_deadline(edit, key)
            case "added":
                self._add_assignment(edit, key, departments)
            case "moved":
                return self._move_task(edit, key)
            case "order":
                self._reorder(edit, key, edit.after.split("、"))
            case _:
                return self._change_assignment(edit, key, departments)
        return True

    def _add_task(self, edit: Edit) -> Edit:
        key = self._clause_of_words(edit)
        if key is None:
            previous = self.clause_of_task.get(edit.follows)
            key = self.plan.outline.add_behind(edit.number, edit.after, edit.path, previous)
        self.plan.tasks.add(key)
        self.clause_of_task[edit.task] = key
        self._know(key)
        return replace(edit, clause=key)

    def _clause_of_words(self, edit: Edit) -> int | None:
        """The key of the clause of the words that an edit points at; one that begins with them becomes the task."""
        if edit.words is None:
            return None
        start, end = edit.words
        holder = self.plan.outline.holder(start)
        if holder is None or holder in self.plan.tasks or self.plan.outline[holder].start != start:
            return self.plan.outline.add_words(edit.number, edit.after, start, end)
        self.plan.outline.change(holder, number=edit.number, heading=edit.after)
        return holder

    def _know(self, key: int) -> None:
        """The id that a task has by its words as they are now: by it the sheets of a later workbook know it."""
        clause = self.plan.outline[key]
        known_by = task_id(self.plan.before.document.title, clause.path, clause.number, clause.heading)
        self.clause_of_task.setdefault(known_by, key)

    def _move_task(self, edit: Edit, key: int) -> bool:
        target = self.clause_of_task.get(edit.follows)
        if edit.follows and target is None:
            return False
        for moved in self.plan.outline.move(key, target):
            self._know(moved)
        return True

    def _change_heading(self, edit: Edit, key: int) -> None:
        before = self.plan.outline[key]
        goes_on = before.goes_on and edit.after == before.heading
        self.plan.outline.change(key, number=edit.number, heading=edit.after, goes_on=goes_on)
        self._know(key)

    def _change_deadline(self, edit: Edit, key: int) -> None:
        """The time limit of one assignment, or of the whole task."""
        assignments = self.plan.assignments.get(key, [])
        for index, assignment in enumerate(assignments):
            if not edit.name or (assignment.department.name == edit.name and assignment.role == edit.role):
                deadline = edited_deadline(edit, assignment.deadline, self.year)
                assignments[index] = by_hand(replace(assignment, deadline=deadline), edit)
        stated = self.plan.stated_deadline(key)
        if edit.name and any(assignment.deadline == stated for assignment in assignments):
            return
        self.plan.forget_deadline(key)
        deadline = edited_deadline(edit, stated, self.year)
        if deadline and not assignments:
            start = self.plan.outline[key].start
            quote = edit.after or deadline.text
            self.plan.annotations.append(Annotation(edit.rule, start, start, quote, (key,), deadline=deadline))

    def _add_assignment(self, edit: Edit, key: int, departments: tuple[Department, ...]) -> None:
        assignments = self.plan.assignments.setdefault(key, [])
        role = edit.new_role
        same = [other for other in assignments if other.department.name == edit.name and other.role == role]
        if any(other.basis != "prose" for other in same):
            return
        # what only a sentence tells counts less than what a person says
        assignments[:] = [other for other in assignments if other not in same]
        clause, document = self.plan.outline[key], self.plan.before.document
        start, end, quote = evidence(edit, clause, document)
        if edit.words is not None:
            self.plan.pointed_at.append((start, end))
        for department in departments or (Department(edit.name),):
            deadlines = (assignment.deadline for assignment in assignments if assignment.deadline)
            added = Assignment(
                document.title,
                document.source,
                clause,
                department,
                role,
                start,
                end,
                quote,
                edit.rule,
                deadline=next(deadlines, None) or self.plan.stated_deadline(key),
                origin="hand",
            )
            assignments.insert(insertion_index(assignments, role), added)

    def _reorder(self, edit: Edit, key: int, names: Sequence[str]) -> None:
        assignments = self.plan.assignments.get(key, [])
        indexes = [index for index, assignment in enumerate(assignments) if assignment.role == edit.role]
        rank = {name: turn for turn, name in enumerate(names)}
        reordered = sorted(
            (assignments[index] for index in indexes),
            key=lambda assignment: rank.get(assignment.department.name, len(rank)),
        )
        for index, assignment in zip(indexes, reordered, strict=True):
            assignments[index] = assignment

    def _change_assignment(self, edit: Edit, key: int, departments: tuple[Department, ...]) -> bool:
        canonical = set()
        if key in self.counterpart:  # there the body may be written in another way
            canonical = {
                assignment.department.canonical
                for assignment in self.plan.before.assignments
                if assignment.department.name == edit.name and assignment.department.canonical is not None
            }
        changed = change_assignment(edit, self.plan.assignments.get(key, []), departments, canonical)
        if changed is None:
            return False
        self.plan.assignments[key] = changed
        return True
