"""Changes of several sheets as one: where they contradict one another the more precise sheet counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from raci.analysis.checks.edited import says
from raci.edits.base import Base
from raci.model import Edit

__all__ = ["settled"]

#: of what an edit is: a task with a name, or with what else of it was changed
Subject = tuple[str, str]
_OF_TASK = {"heading": "heading", "deadline": "deadline", "due": "due", "task": "task", "untask": "task"}


def settled(base: Base, sheets: Sequence[Iterable[Edit]]) -> list[Edit]:
    """The edits of the sheets, the one that counts first: a later one that says otherwise is told and left out.

    What two sheets say alike counts once.
    """
    found: list[Edit] = []
    taken: dict[Subject, list[Edit]] = {}
    for edits in sheets:
        listed = list(edits)
        mine: dict[Subject, list[Edit]] = {}
        for edit in listed:
            for subject in _subjects(edit):
                mine.setdefault(subject, []).append(edit)
        dropped: set[int] = set()
        for subject, changes in mine.items():
            before = taken.get(subject)
            if before is None:
                continue
            dropped.update(map(id, changes))
            if _after(base, subject, before) == _after(base, subject, changes):
                continue
            first = before[0]
            told = says(changes[0]).removesuffix(f"（{changes[0].place}）")
            why = f"与“{first.sheet}”的改动（{says(first)}）矛盾，以“{first.sheet}”为准"
            found.append(
                replace(changes[0], field="open", before="", after="", role=None, why=f"{why}，这里的“{told}”未用")
            )
        for edit in listed:
            if id(edit) not in dropped:
                found.append(edit)
        for subject, changes in mine.items():
            taken.setdefault(subject, changes)
    return found


def _subjects(edit: Edit) -> list[Subject]:
    if edit.field == "open":
        return []
    if edit.field in _OF_TASK and not edit.name:
        return [(edit.task, f"\0{_OF_TASK[edit.field]}")]
    if edit.field in ("deadline", "due"):
        return [(edit.task, f"\0{edit.field}"), (edit.task, f"{edit.name}\0{edit.field}")]
    if edit.field == "order":
        return [(edit.task, f"\0order {edit.role}")]
    return [(edit.task, edit.name)]


def _after(base: Base, subject: Subject, edits: Sequence[Edit]) -> object:
    """What the edits make of their subject."""
    task, name = subject
    if "\0" in name:
        return {(edit.field, edit.after, edit.number) for edit in edits}
    held: set[tuple[str, str]] = {
        (name, entry.role) for entry in base.entries(task) if entry.assignment.department.name == name
    }
    for edit in edits:
        match edit.field:
            case "role":
                held = {(one, edit.after if role == edit.role else role) for one, role in held}
            case "removed":
                held = {(one, role) for one, role in held if role != edit.role}
            case "added":
                held = held | {(name, edit.after)}
            case "name":
                held = {(edit.after if role == edit.role else one, role) for one, role in held}
            case "canonical":
                held = held | {(f"={edit.after}", "")}
    return held
