"""Two coders of one plan: where they differ, and how far they agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from raci.accuracy.agreement import agreement
from raci.model import ROLES
from raci.views.grid import GridTask
from raci.web.projects.plan import PlanState

__all__ = ["compare"]

#: what a coder says of a body in a task in which it has no part
_NONE = "none"
#: a kappa below this beside so large a part that is alike needs a word
_LOW, _HIGH = 0.4, 0.9

#: task and body → the roles that it has
Roles = dict[tuple[str, str], str]


def compare(first: PlanState, second: PlanState) -> Mapping[str, object]:
    """The bodies in tasks that the two give different roles, in the order of the plan, and their agreement."""
    labels: dict[str, str] = {}
    one, other = _roles(first, labels), _roles(second, labels)
    units = list(dict.fromkeys([*one, *other]))
    pairs = [(one.get(unit, _NONE), other.get(unit, _NONE)) for unit in units]
    order = {task: place for place, task in enumerate(labels)}
    differing = sorted(
        (unit for unit, (left, right) in zip(units, pairs, strict=True) if left != right),
        key=lambda unit: order[unit[0]],
    )
    agreed = agreement(pairs)
    only = [labels[task] for task in _tasks(first) ^ _tasks(second)]
    return {
        "units": len(units),
        "same": sum(left == right for left, right in pairs),
        "kappa": _rounded(agreed.kappa),
        "alpha": _rounded(agreed.alpha),
        "note": agreed.note or _paradox(pairs, agreed.kappa),
        "tasks": sorted(only),
        "differences": [
            {
                "task": task,
                "label": labels[task],
                "body": body,
                "first": one.get((task, body), ""),
                "second": other.get((task, body), ""),
            }
            for task, body in differing
        ],
    }


def _paradox(pairs: Sequence[tuple[str, str]], kappa: float | None) -> str:
    """What is to be said of a kappa near nought where nearly all is alike: chance alone would agree as often."""
    same = sum(left == right for left, right in pairs)
    if kappa is None or kappa >= _LOW or not pairs or same < _HIGH * len(pairs):
        return ""
    return "几乎全是同一种角色，碰巧也会相同，所以相同的虽多，系数仍低：请看相同的处数和下面的不同"


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 3)


def _roles(state: PlanState, labels: dict[str, str]) -> Roles:
    found: dict[tuple[str, str], set[str]] = {}
    for task in state.grid.tasks:
        labels.setdefault(_key(state, task), task.label)
    for entry in state.grid.entries:
        unit = _key(state, state.grid.tasks[entry.task]), state.grid.bodies[entry.body].label
        found.setdefault(unit, set()).add(entry.role)
    return {unit: "、".join(_in_order(roles)) for unit, roles in found.items()}


def _tasks(state: PlanState) -> set[str]:
    return {_key(state, task) for task in state.grid.tasks}


def _key(state: PlanState, task: GridTask) -> str:
    """What a task is known by whoever codes it: its id, and of one that a coder made its words."""
    known = state.ids.get(task.clause, task.id) if task.clause is not None else task.id
    return task.label if known.startswith("task:page-") else known


def _in_order(roles: Iterable[str]) -> list[str]:
    return [role for role in ROLES if role in roles]
