"""Changes of several sheets as one: where they contradict one another the more precise sheet counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from raci.analysis.checks.edited import says
from raci.edits.baseline import Baseline
from raci.model import Edit

__all__ = ["merge_edits"]

#: of what an edit is: a task (by id) with a name in it, or with what else of it was changed
Subject = tuple[str, str]
#: what begins the second part of a subject that is no name
_NO_NAME = "\0"
_TASK_FIELDS = ("heading", "deadline", "due", "task", "untask")


def merge_edits(base: Baseline, sheets: Sequence[Iterable[Edit]]) -> list[Edit]:
    """The edits of the sheets, the one that counts first: of a later one that says otherwise only that is said.

    What two sheets say alike counts once.
    """
    merged: list[Edit] = []
    settled: dict[Subject, list[Edit]] = {}
    for edits in sheets:
        of_sheet = list(edits)
        by_subject: dict[Subject, list[int]] = {}
        for index, edit in enumerate(of_sheet):
            for subject in _subjects(edit):
                by_subject.setdefault(subject, []).append(index)
        dropped: set[int] = set()
        for subject, indexes in by_subject.items():
            changes = [of_sheet[index] for index in indexes]
            if subject in settled:
                dropped.update(indexes)
                if _outcome(base, subject, settled[subject]) != _outcome(base, subject, changes):
                    merged.append(_contradiction(settled[subject][0], changes[0]))
        merged += [edit for index, edit in enumerate(of_sheet) if index not in dropped]
        for subject, indexes in by_subject.items():
            settled.setdefault(subject, [of_sheet[index] for index in indexes])
    return merged


def _contradiction(counting: Edit, edit: Edit) -> Edit:
    """An edit that is not taken over, because another sheet says otherwise."""
    change = says(edit).removesuffix(f"（{edit.place}）")
    why = f"与“{counting.sheet}”的改动（{says(counting)}）矛盾，以“{counting.sheet}”为准，这里的“{change}”未用"
    return replace(edit, field="open", before="", after="", role=None, why=why)


def _subjects(edit: Edit) -> list[Subject]:
    if edit.field == "open":
        return []
    if edit.field in _TASK_FIELDS and not edit.name:
        return [(edit.task, f"{_NO_NAME}{edit.field}")]
    if edit.field in ("deadline", "due"):
        return [(edit.task, f"{_NO_NAME}{edit.field}"), (edit.task, f"{edit.name}{_NO_NAME}{edit.field}")]
    if edit.field == "order":
        return [(edit.task, f"{_NO_NAME}order {edit.role}")]
    return [(edit.task, edit.name)]


def _outcome(base: Baseline, subject: Subject, edits: Sequence[Edit]) -> object:
    """What the edits make of their subject."""
    task, name = subject
    if _NO_NAME in name:
        return {(edit.field, edit.after, edit.number) for edit in edits}
    roles: set[tuple[str, str]] = {
        (name, entry.role) for entry in base.entries(task) if entry.assignment.department.name == name
    }
    for edit in edits:
        match edit.field:
            case "role":
                roles = {(name, edit.after if role == edit.role else role) for name, role in roles}
            case "removed":
                roles = {(name, role) for name, role in roles if role != edit.role}
            case "added":
                roles = roles | {(name, edit.after)}
            case "name":
                roles = {(edit.after if role == edit.role else name, role) for name, role in roles}
            case "canonical":
                roles = roles | {(f"={edit.after}", "")}
    return roles
