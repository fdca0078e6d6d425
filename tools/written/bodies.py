"""Matrices of tasks and bodies, and lists that say of each body what it leads and helps with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from written.grids import aligned, parted
from written.plans import Form, Plan, led_by_first

_NUMERALS = "一二三四五六七八九十"
_MOST_BODIES = 9


def _few_bodies(plan: Plan) -> Plan:
    """The tasks of the first bodies: a matrix has no room for more columns."""
    bodies: list[str] = []
    tasks = []
    for task in plan.tasks:
        new = [body for body in task.bodies if body not in bodies]
        if len(bodies) + len(new) <= _MOST_BODIES:
            bodies += new
            tasks.append(task)
    return replace(plan, tasks=tuple(tasks))


def _bodies(plan: Plan) -> list[str]:
    return list(dict.fromkeys(body for task in plan.tasks for body in task.bodies))


def matrix(plan: Plan, signs: Sequence[str], empty: str = "") -> list[list[str]]:
    """Tasks by bodies, a sign for who leads and one for who helps."""
    bodies = _bodies(plan)
    rows = [["序号", "重点任务", *bodies]]
    for place, task in enumerate(plan.tasks, 1):
        given = {body: sign for role, sign in zip(("lead", "support"), signs, strict=True) for body in task.said[role]}
        rows.append([str(place), task.name, *(given.get(body, empty) for body in bodies)])
    return rows


def dots(plan: Plan) -> str:
    return parted(matrix(plan, "●○"), "\t") + "\n注：●为牵头单位，○为配合单位。"


def letters(plan: Plan) -> str:
    return "说明：A—牵头，C—配合\n" + parted(matrix(plan, "AC", "-"), " | ", edge="|")


def words_in_matrix(plan: Plan) -> str:
    return aligned(matrix(plan, ("牵头", "配合"), "—"))


def turned_matrix(plan: Plan) -> str:
    """Bodies in rows, tasks in columns."""
    turned = list(zip(*(row[1:] for row in matrix(plan, "★☆")), strict=True))
    return "（★牵头单位　☆配合单位）\n" + parted([["单位", *turned[0][1:]], *turned[1:]], "\t")


def row_for_each_body(plan: Plan) -> str:
    rows = [["单位", "工作任务", "角色"]]
    for body in _bodies(plan):
        for task in plan.tasks:
            rows += [
                [body, task.name, said]
                for role, said in (("lead", "牵头"), ("support", "配合"))
                if body in task.said[role]
            ]
    return parted(rows, "\t")


def list_for_each_body(plan: Plan) -> str:
    """Headings are bodies; the items below say what each leads and helps with."""
    parts = []
    for place, body in enumerate(_bodies(plan)):
        items = [f"牵头{task.name}" for task in plan.tasks if body in task.said["lead"]]
        items += [f"配合做好{task.name}工作" for task in plan.tasks if body in task.said["support"]]
        lines = "\n".join(f"{number}.{item}。" for number, item in enumerate(items, 1))
        parts.append(f"{_NUMERALS[place]}、{body}\n{lines}")
    return "\n".join(parts)


def _verbs_named(plan: Plan) -> Plan:
    """An item may keep the verb that tells the role."""
    tasks = (replace(task, also=(f"牵头{task.name}", f"配合做好{task.name}工作")) for task in plan.tasks)
    return replace(plan, tasks=tuple(tasks))


def led_and_helped(plan: Plan) -> str:
    """The same in two parts for each body, with labels."""
    parts = []
    for place, body in enumerate(_bodies(plan)):
        parts.append(f"{_NUMERALS[place]}、{body}")
        for label, role in (("牵头任务", "lead"), ("配合任务", "support")):
            names = [task.name for task in plan.tasks if body in task.said[role]]
            parts += [f"{label}：", *(f"{number}.{name}" for number, name in enumerate(names, 1))] if names else []
    return "\n".join(parts)


FORMS = (
    Form("matrix of dots", dots, (_few_bodies, led_by_first)),
    Form("matrix of letters", letters, (_few_bodies, led_by_first)),
    Form("matrix of words", words_in_matrix, (_few_bodies, led_by_first)),
    Form("a row for each body", row_for_each_body, (led_by_first,)),
    Form("a list for each body", list_for_each_body, (_few_bodies, led_by_first, _verbs_named), by_headings=True),
    Form("a list for each body, two parts", led_and_helped, (_few_bodies, led_by_first), by_headings=True),
    Form("matrix, bodies in rows", turned_matrix, (_few_bodies, led_by_first), held=True),
)
