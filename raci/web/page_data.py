"""A plan as the page shows it: the tasks with who has a part in them, what needs an eye, the changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from raci.analysis.checks import check_title
from raci.analysis.checks.edited import CHECK as EDITED
from raci.analysis.checks.edited import says
from raci.model import Assignment, Edit, Finding
from raci.model.findings import SEVERITIES
from raci.model.layers import second_layer
from raci.web.plan_profile import chosen_profile, own_profile
from raci.web.projects.plan import PlanState, done_of, finding_key
from raci.web.projects.values import Decision, PlanChange
from raci.web.remedies import remedy_of
from raci.web.task_data import TaskData
from raci.web.utf16 import Utf16

__all__ = ["ShownPlan", "history_data", "show_plan"]

Data = Mapping[str, object]


@dataclass(frozen=True)
class ShownPlan:
    """A plan as it was shown: the ``data`` that the page was given, with what they were made of.

    ``tasks``: id → the facts that are shown, and how; ``findings``: the finding, its decision, the id of its task → how
    they are shown.
    """

    state: PlanState
    data: Mapping[str, object]
    tasks: Mapping[str, tuple[object, Data]] = field(repr=False)
    findings: Mapping[object, Data] = field(repr=False)


def show_plan(state: PlanState, earlier: ShownPlan | None = None) -> ShownPlan:
    """The plan as it stands; tasks and findings that are as they were ``earlier`` are the same values."""
    analysis, offsets = state.analysis, Utf16(state.analysis.document.text)
    tasks = dict(_tasks(TaskData(analysis, state.grid, state.ids, offsets), earlier))
    findings = dict(_findings(state, earlier, offsets))
    own = own_profile(state.settings)
    data = {
        **history_data(state),
        "title": analysis.document.title,
        "profile": chosen_profile(state.settings)[0],
        "own": own.title if own else "",
        "legend": dict(state.profile.legend()),
        "order": list(tasks),
        "tasks": [shown for _, shown in tasks.values()],
        "told": [_told(each, offsets) for each in second_layer(analysis)],
        "findings": list(findings.values()),
        "earlier": [_earlier(each) for each in state.outcome.session.plan.before.edits],
        "changes": [_change(change) for change in reversed(state.changes)],
    }
    return ShownPlan(state, data, tasks, findings)


def history_data(state: PlanState) -> dict[str, object]:
    """Which version of the plan this is, and what can be undone and redone."""
    done = done_of(state.changes)
    undone = next((change for change in state.changes if change.state == "undone"), None)
    return {
        "version": state.version,
        "undo": done[-1].what if done else None,
        "redo": undone.what if undone else None,
    }


def _tasks(made: TaskData, earlier: ShownPlan | None) -> Iterator[tuple[str, tuple[object, Data]]]:
    of_task = made.grid.of_task()
    for index, task in enumerate(made.grid.tasks):
        entries = of_task.get(index, ())
        known, facts = made.id(task), made.facts(task, entries)
        before, shown = earlier.tasks.get(known, (None, {})) if earlier else (None, {})
        yield known, (facts, shown if before == facts else made.task(task, entries))


def _findings(state: PlanState, earlier: ShownPlan | None, offsets: Utf16) -> Iterator[tuple[object, Data]]:
    known = earlier.findings if earlier else {}
    for finding in state.analysis.findings:
        if finding.check == EDITED.id:
            continue
        decision = state.decisions.get(finding_key(finding)) if state.decisions else None
        task = state.ids.get(finding.clause) if finding.clause is not None else None
        key = finding, decision, task
        yield key, known.get(key) or _finding(finding, task, decision, offsets)


def _told(assignment: Assignment, offsets: Utf16) -> Data:
    """What a sentence tells beside what is marked: shown in the document, and counted once a person takes it over."""
    return {
        "name": assignment.department.name,
        "role": assignment.role,
        "span": [offsets.of(assignment.start), offsets.of(assignment.end)],
        "quote": assignment.quote,
    }


def _finding(finding: Finding, task: str | None, decision: Decision | None, offsets: Utf16) -> Data:
    has_span = finding.start is not None and finding.end is not None
    return {
        "key": finding_key(finding),
        "check": finding.check,
        "title": check_title(finding.check),
        "severity": finding.severity,
        "word": SEVERITIES[finding.severity].word,
        "remedy": remedy_of(finding.check),
        "message": finding.message,
        "span": [offsets.of(finding.start or 0), offsets.of(finding.end or 0)] if has_span else None,
        "task": task,
        "verdict": decision.verdict if decision else "",
        "reason": decision.reason if decision else "",
    }


def _earlier(edit: Edit) -> str:
    """What was changed by hand in the workbook that was dropped, before there was a project."""
    return f"{edit.label}：{says(edit)}" if edit.label else says(edit)


def _change(change: PlanChange) -> Data:
    return {"number": change.number, "what": change.what, "at": change.at, "state": change.state}
