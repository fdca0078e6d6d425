"""The tasks that a change touched, as they are now: shown at once, before the whole plan is worked out anew."""

from __future__ import annotations

from collections.abc import Mapping

from raci.model.layers import main_layer
from raci.views.grid import grid
from raci.web.page_data import ShownPlan
from raci.web.projects.plan import PlanState
from raci.web.task_data import TaskData
from raci.web.utf16 import Utf16

__all__ = ["touched_tasks"]

#: edits that change who has a part in a task, or until when: neither its words nor its place
_WITHIN = frozenset(("added", "removed", "role", "name", "canonical", "order", "deadline", "due"))


def touched_tasks(shown: ShownPlan, state: PlanState) -> list[Mapping[str, object]] | None:
    """The tasks that were changed since the plan was ``shown``; None where that needs the whole plan.

    What it says may be put right by the whole: where a body is called otherwise because another has the same name.
    """
    before, after = shown.state.outcome, state.outcome
    edits = [edit for edit in after.applied[len(before.applied) :] if edit.field != "open"]
    if not edits or state.profile != shown.state.profile or any(edit.field not in _WITHIN for edit in edits):
        return None
    session = after.session
    keys = {session.clause_of_task[edit.task] for edit in edits}
    if keys & session.counterpart.keys():
        return None
    part = main_layer(session.plan.part(keys, before.analysis.clauses))
    made = TaskData(part, grid(part, state.profile), before.ids, Utf16(part.document.text))
    of_task = made.grid.of_task()
    tasks = [made.task(task, of_task.get(index, ())) for index, task in enumerate(made.grid.tasks)]
    if len(tasks) != len(keys) or any(task["id"] not in shown.tasks for task in tasks):
        return None
    # how a heading is cut short depends on all the others
    return [{**task, "shown": shown.tasks[str(task["id"])][1]["shown"]} for task in tasks]
