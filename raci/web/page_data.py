"""A plan as the page shows it: the document as read, the tasks with who has a part in them, what needs an eye."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from raci.analysis.checks import check_title
from raci.analysis.checks.edited import CHECK as EDITED
from raci.analysis.checks.edited import says
from raci.config.profiles import load_profile, profile_names
from raci.model import ROLES, Analysis, Assignment, Edit, Finding
from raci.model.findings import SEVERITIES
from raci.model.labels import BASIS_WORDS, KIND_WORDS, LEVEL_WORDS, ROLE_WORDS
from raci.model.layers import second_layer
from raci.rules.own_columns import COLUMN_ROLES
from raci.views.grid import GridEntry, GridTask
from raci.web.plan_profile import chosen_profile, own_profile
from raci.web.projects.plan import PlanState, finding_key
from raci.web.projects.values import PlanChange
from raci.web.remedies import remedy_of
from raci.web.utf16 import Utf16

__all__ = ["document_data", "plan_data"]

Data = Mapping[str, object]


def document_data(analysis: Analysis) -> Data:
    """The document as read: its text once, and the blocks and cells as spans of it (in the browser's offsets)."""
    document = analysis.document
    at = Utf16(document.text).of
    sections = {
        clause.start: clause.level
        for clause in analysis.clauses
        if clause.kind == "section"
        or (clause.number and document.quote(clause.start, clause.end).strip() == clause.label)
    }
    return {
        "text": document.text,
        "title": document.title,
        "source": document.source,
        "format": document.format,
        "facts": [
            [what, value]
            for what, value in (
                ("发文机关", "、".join(document.issued_by())),
                ("文号", document.number),
                ("成文日期", document.date),
                ("来源", document.source),
                *(("读取说明", note) for note in document.notes),
            )
            if value
        ],
        "blocks": [
            {
                "kind": "title" if document.quote(block.start, block.end) == document.title else block.kind,
                "span": [at(block.start), at(block.end)],
                **({"level": level} if (level := block.level or sections.get(block.start, 0)) else {}),
                **({"marker": block.marker} if block.marker else {}),
                **(
                    {
                        "cells": [
                            [cell.row, cell.column, at(cell.start), at(cell.end), cell.rowspan, cell.colspan]
                            for cell in block.cells
                        ]
                    }
                    if block.cells
                    else {}
                ),
            }
            for block in document.blocks
        ],
        "pages": _pages(analysis, at),
        "words": {
            "roles": {role: ROLE_WORDS[role] for role in ROLES},
            "kinds": dict(KIND_WORDS),
            "levels": dict(LEVEL_WORDS),
            "columns": dict(COLUMN_ROLES),
            "profiles": {name: load_profile(name).title for name in profile_names()},
        },
    }


def _pages(analysis: Analysis, at: Callable[[int], int]) -> list[list[int]]:
    """Where the pages of the source begin: offset and number."""
    pages: list[list[int]] = []
    for place in analysis.document.places:
        if place.page is not None and (not pages or pages[-1][1] != place.page):
            pages.append([at(place.start), place.page])
    return pages


def plan_data(state: PlanState, earlier: PlanState | None = None, shown: Data | None = None) -> Data:
    """The plan as it stands: tasks, findings, changes. Two of these are compared to tell what a change changed.

    Of an ``earlier`` state that was ``shown``, tasks that are as they were are taken over.
    """
    analysis, offsets = state.analysis, Utf16(state.analysis.document.text)
    of_task = state.grid.of_task()
    known = _Known(earlier, shown)
    done = [change for change in state.changes if change.state == "done"]
    undone = [change for change in state.changes if change.state == "undone"]
    return {
        "version": f"{len(state.changes)}/{len(done)}",
        "title": analysis.document.title,
        "profile": chosen_profile(state.settings)[0],
        "own": own.title if (own := own_profile(state.settings)) else "",
        "legend": dict(state.profile.legend()),
        "tasks": [
            known.task(state, index, of_task.get(index, ())) or _task(state, task, of_task.get(index, ()), offsets)
            for index, task in enumerate(state.grid.tasks)
        ],
        "told": [_told(each, offsets) for each in second_layer(analysis)],
        "findings": [_finding(state, each, offsets) for each in analysis.findings if each.check != EDITED.id],
        "earlier": [_earlier(each) for each in state.session.before.edits],
        "changes": [_change(change) for change in reversed(state.changes)],
        "undo": done[-1].what if done else None,
        "redo": undone[0].what if undone else None,
    }


class _Known:
    """The tasks of an earlier state, as they were shown."""

    def __init__(self, earlier: PlanState | None, shown: Data | None) -> None:
        self._tasks: dict[str, tuple[object, Data]] = {}
        if earlier is None or shown is None:
            return
        tasks = shown["tasks"]
        assert isinstance(tasks, list)
        of_task = earlier.grid.of_task()
        for index, data in enumerate(tasks):
            self._tasks[data["id"]] = _facts(earlier, index, of_task.get(index, ())), data

    def task(self, state: PlanState, index: int, entries: tuple[GridEntry, ...]) -> Data | None:
        """What was shown of a task, where nothing of it has changed."""
        task = state.grid.tasks[index]
        task_id = state.ids.get(task.clause, task.id) if task.clause is not None else task.id
        facts, data = self._tasks.get(task_id, (None, None))
        return data if facts is not None and facts == _facts(state, index, entries) else None


def _facts(state: PlanState, index: int, entries: tuple[GridEntry, ...]) -> object:
    """All that the page shows of a task, to be compared; assignments that no change touched are the same values."""
    task = state.grid.tasks[index]
    clause = state.analysis.clauses[task.clause] if task.clause is not None else None
    span = (clause.start, clause.end) if clause else None
    shown = [(id(entry.assignment), entry.letter, state.grid.bodies[entry.body].label, entry.role) for entry in entries]
    words = task.number, task.heading, task.shown, task.path, task.deadline, task.due, task.remark
    return words, span, shown


def _task(state: PlanState, task: GridTask, entries: tuple[GridEntry, ...], offsets: Utf16) -> Data:
    clause = state.analysis.clauses[task.clause] if task.clause is not None else None
    spoken = sorted(entries, key=lambda entry: ROLES.index(entry.role))
    return {
        "id": state.ids.get(task.clause, task.id) if task.clause is not None else task.id,
        "number": task.number,
        "heading": task.heading,
        "shown": task.shown,
        "path": list(task.path),
        "span": [offsets.of(clause.start), offsets.of(clause.end)] if clause else [0, 0],
        "deadline": task.deadline,
        "due": task.due,
        "remark": task.remark,
        "entries": [_entry(state, entry, offsets) for entry in spoken],
    }


def _entry(state: PlanState, entry: GridEntry, offsets: Utf16) -> Data:
    assignment = entry.assignment
    body = state.grid.bodies[entry.body]
    department = assignment.department
    start, end = _quoted(state.analysis.document.text, assignment)
    return {
        "name": department.name,
        "body": body.label,
        "canonical": department.canonical,
        "kind": department.kind,
        "level": department.level,
        "candidates": list(department.candidates),
        "reason": department.reason,
        "role": entry.role,
        "letter": entry.letter or "",
        "span": None if assignment.added else [offsets.of(assignment.start), offsets.of(assignment.end)],
        "quote": None if assignment.added else [offsets.of(start), offsets.of(end)],
        "basis": BASIS_WORDS[assignment.basis],
        "rule": assignment.rule,
        "inherited": assignment.inherited_from or "",
        "hand": assignment.origin == "hand",
        "ocr": assignment.origin == "ocr",
        "deadline": assignment.deadline.text if assignment.deadline else "",
    }


def _told(assignment: Assignment, offsets: Utf16) -> Data:
    """What a sentence tells beside what is marked: shown in the document, and counted once a person takes it over."""
    return {
        "name": assignment.department.name,
        "role": assignment.role,
        "span": [offsets.of(assignment.start), offsets.of(assignment.end)],
        "quote": assignment.quote,
    }


def _quoted(text: str, assignment: Assignment) -> tuple[int, int]:
    """The span of the quote around a mention; that of the mention where the quote does not stand there."""
    quote, start = assignment.quote, assignment.start
    first = text.rfind(quote, max(0, start - len(quote)), start + len(quote)) if quote else -1
    return (first, first + len(quote)) if first >= 0 else (start, assignment.end)


def _finding(state: PlanState, finding: Finding, offsets: Utf16) -> Data:
    key = finding_key(finding)
    decision = state.decisions.get(key)
    has_span = finding.start is not None and finding.end is not None
    return {
        "key": key,
        "check": finding.check,
        "title": check_title(finding.check),
        "severity": finding.severity,
        "word": SEVERITIES[finding.severity].word,
        "remedy": remedy_of(finding.check),
        "message": finding.message,
        "span": [offsets.of(finding.start or 0), offsets.of(finding.end or 0)] if has_span else None,
        "task": state.ids.get(finding.clause) if finding.clause is not None else None,
        "verdict": decision.verdict if decision else "",
        "reason": decision.reason if decision else "",
    }


def _earlier(edit: Edit) -> str:
    """What was changed by hand in the workbook that was dropped, before there was a project."""
    return f"{edit.label}：{says(edit)}" if edit.label else says(edit)


def _change(change: PlanChange) -> Data:
    return {"number": change.number, "what": change.what, "at": change.at, "state": change.state}
