"""A new version of a plan that the ledger has: its tasks under the ids that they have there, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from raci.comparison.matching import best_assignment
from raci.comparison.similarity import likenesses, plain
from raci.comparison.values import ComparedTask, Party
from raci.errors import OptionError
from raci.ledgers.values import LedgerPlan, LedgerTask

__all__ = ["revised"]

#: role → what a change of its bodies is called
_ROLE_HEADS = {"lead": "牵头单位", "responsible": "责任单位", "support": "配合单位"}


def revised(before: LedgerPlan, after: LedgerPlan) -> tuple[LedgerPlan, list[tuple[LedgerTask, str]]]:
    """The plan as it is now, and what changed, task by task.

    A task is the same by its words, else it is the one that is most like it, and keeps the id under which it was filled
    in. What the plan does not have any more stands at its end, ``gone``.
    """
    known = {task.id: task for task in before.tasks}
    same = _reworded(before.tasks, after.tasks)
    changes: list[tuple[LedgerTask, str]] = []
    tasks = []
    for task in after.tasks:
        own_id = task.id if task.id in known else same.get(task.id)
        if own_id is None:
            tasks.append(replace(task, change="新增"))
            changes.append((task, "新增的任务"))
            continue
        words = _difference(known[own_id], task)
        tasks.append(replace(task, id=own_id, change=f"变化：{words}" if words else ""))
        if words:
            changes.append((task, words))
    present = {task.id for task in tasks}
    for task in before.tasks:
        if task.id not in present:
            tasks.append(replace(task, gone=True, change="已不在文件中"))
            if not task.gone:
                changes.append((task, "文件中已没有这项任务，填报内容保留"))
    return replace(after, tasks=tuple(tasks), change="有变化" if changes else ""), changes


def _reworded(before: Sequence[LedgerTask], after: Sequence[LedgerTask]) -> dict[str, str]:
    """Id of a task of the new version → that of the old one which it is, where their words differ."""
    ids_before, ids_after = {task.id for task in before}, {task.id for task in after}
    old = [task for task in before if task.id not in ids_after]
    new = [task for task in after if task.id not in ids_before]
    if not old or not new:
        return {}
    try:
        pairs = best_assignment(likenesses(_compared(old), _compared(new)))
    except OptionError:  # without the libraries for comparing they count as gone and new, which loses nothing
        return {}
    return {new[pair.new].id: old[pair.old].id for pair in pairs}


def _compared(tasks: Sequence[LedgerTask]) -> list[ComparedTask]:
    return [
        ComparedTask(
            task.id,
            index,
            task.number,
            task.heading,
            task.path,
            task.words,
            tuple(Party(party.body, party.name, None, (party.role,)) for party in task.parties),
            task.deadline,
        )
        for index, task in enumerate(tasks)
    ]


def _difference(before: LedgerTask, after: LedgerTask) -> str:
    parts = []
    if before.gone:
        parts.append("重新列入")
    for role, head in _ROLE_HEADS.items():
        one, other = ({party.body for party in task.parties if party.role == role} for task in (before, after))
        if one != other:
            old, new = before.names(role), after.names(role)  # type: ignore[arg-type]
            parts.append(f"{head} {old or '无'}→{new or '无'}")
    if before.deadline != after.deadline:
        parts.append(f"时限 {before.deadline or '无'}→{after.deadline or '无'}")
    if plain(before.words) != plain(after.words):
        parts.append("文字有修改")
    return "；".join(parts)
