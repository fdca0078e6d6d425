"""The labelled clauses of a document as a plan: what a table can hold, and what forms do with it before they write."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

#: a table: its heads, then its rows, each with as many cells
Rows = Sequence[Sequence[str]]

ROLES = ("lead", "responsible", "support")
#: a document gives so many rows, and tasks of so many characters
_FEWEST, _MOST, SHORTEST, _LONGEST = 4, 30, 4, 40

_SECTIONS = ("民生保障", "产业发展", "城乡建设", "生态环境", "社会治理", "改革开放", "安全生产", "文化旅游")
_LIMITS = (
    ("2026年6月底前", "2026年9月30日前", "2026年12月底前", "2026年第三季度"),
    ("2026.06", "2026.09", "2026.12"),
    ("6月底前", "9月底前", "12月底前", "第三季度"),
    ("2026-06-30", "2026-09-30", "2026-12-31"),
    ("2026年6月", "2026年9月", "2026年12月"),
    ("2026/6/30", "2026/9/30", "2026/12/31"),
)
_LEADERS = ("陈志远", "李文华", "周立新", "黄海燕", "吴建国")
_MEASURES = (
    "建立台账，逐项销号，定期通报进展情况",
    "开展全面排查，摸清底数",
    "完善工作机制，加大投入力度，确保取得实效",
    "制定实施细则并抓好落实",
)


@dataclass(frozen=True)
class Task:
    """What a row says; ``also`` is what else its task may be called, where a form gives it two names."""

    name: str
    said: Mapping[str, tuple[str, ...]]
    section: str = ""
    limit: str = ""
    leader: str = ""
    measure: str = ""
    also: tuple[str, ...] = ()

    def named(self, role: str) -> str:
        return "、".join(self.said.get(role, ()))

    @property
    def bodies(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(body for role in ROLES for body in self.said.get(role, ())))


@dataclass(frozen=True)
class Plan:
    """The tasks of one document; ``number`` counts documents, for what changes from one to the next."""

    name: str
    number: int
    tasks: tuple[Task, ...]


Change = Callable[[Plan], Plan]


class Form(NamedTuple):
    """How a plan is written, after ``changes`` to it and its labels.

    A form that is ``held`` measures the unseen; ``by_headings``: who does what stands in headings, not beside the task.
    """

    name: str
    write: Callable[[Plan], str]
    changes: tuple[Change, ...] = ()
    held: bool = False
    by_headings: bool = False


def _each(change: Callable[[int, Task, Plan], Task]) -> Change:
    return lambda plan: replace(plan, tasks=tuple(change(place, task, plan) for place, task in enumerate(plan.tasks)))


def _led_by_first(place: int, task: Task, plan: Plan) -> Task:
    first, *rest = task.bodies
    following = plan.tasks[(place + 1) % len(plan.tasks)].bodies[0]
    if not rest and place % 3 == 0 and following != first:  # no column without a body in it
        rest = [following]
    return replace(task, said={"lead": (first,), "support": tuple(rest)})


#: the body that is named first leads, the others help: what most tables of offices hold
led_by_first = _each(_led_by_first)
#: no role is told apart
responsible = _each(lambda place, task, plan: replace(task, said={"responsible": task.bodies}))
#: nobody but the body that is named first is labelled
lead_alone = _each(lambda place, task, plan: replace(task, said={"lead": task.bodies[:1]}))
#: the body that is named first leads, the others are responsible
others_responsible = _each(
    lambda place, task, plan: replace(task, said={"lead": task.said["lead"], "responsible": task.said["support"]})
)
#: groups of three tasks in a row have one lead
leads_in_common = _each(
    lambda place, task, plan: replace(task, said={**task.said, "lead": plan.tasks[place // 3 * 3].said["lead"]})
)
#: groups of four tasks in a row stand in one section
in_sections = _each(lambda place, task, plan: replace(task, section=_SECTIONS[place // 4 % len(_SECTIONS)]))
#: a document writes its time limits in one way
limited = _each(
    lambda place, task, plan: replace(task, limit=(ways := _LIMITS[plan.number % len(_LIMITS)])[place % len(ways)])
)
#: each task has a person at its head
with_leaders = _each(lambda place, task, plan: replace(task, leader=_LEADERS[place % len(_LEADERS)]))
with_measures = _each(lambda place, task, plan: replace(task, measure=_MEASURES[place % len(_MEASURES)]))


#: the columns of a table: their heads from document to document, and what stands in them
_COLUMNS: Mapping[str, tuple[tuple[str, ...], Callable[[int, Task], str]]] = {
    "number": (("序号", "编号", "序 号"), lambda place, task: str(place)),
    "section": (("类别", "工作类别", "领域"), lambda place, task: task.section),
    "task": (("重点任务", "工作内容", "任务", "工作事项", "任务措施"), lambda place, task: task.name),
    "measure": (("工作措施", "具体举措"), lambda place, task: task.measure),
    "lead": (
        ("牵头单位", "主办单位", "市级牵头单位", "牵头责任单位", "牵头单位（部门）"),
        lambda place, task: task.named("lead"),
    ),
    "responsible": (("责任单位", "承办单位", "落实单位"), lambda place, task: task.named("responsible")),
    "support": (
        ("配合单位", "协办单位", "协同单位", "参与单位", "配合单位（部门）"),
        lambda place, task: task.named("support"),
    ),
    "bodies": (("责任单位", "责任部门", "承办单位"), lambda place, task: "、".join(task.bodies)),
    "limit": (("完成时限", "完成时间", "时限要求", "计划完成时间"), lambda place, task: task.limit),
    "leader": (("责任领导", "分管领导", "包保领导"), lambda place, task: task.leader),
    "remark": (("备注",), lambda place, task: ""),
}


def table(plan: Plan, columns: str) -> list[list[str]]:
    """Heads and rows of a plan, by the names of columns parted by blanks."""
    chosen = [_COLUMNS[name] for name in columns.split()]
    heads = [words[plan.number % len(words)] for words, _ in chosen]
    return [heads, *([cell(place, task) for _, cell in chosen] for place, task in enumerate(plan.tasks, 1))]


def in_groups(plan: Plan, size: int = 4) -> Iterator[tuple[Task, ...]]:
    """The tasks by sections of so many."""
    for start in range(0, len(plan.tasks), size):
        yield plan.tasks[start : start + size]


def _rows_of(document: Mapping[str, Any]) -> list[Task]:
    """The clauses of a gold document that a table can hold: short tasks, bodies that lead, are responsible or help."""
    found = []
    for clause in document["clauses"]:
        words = re.sub(r"^\s*(?:[（(]?[一二三四五六七八九十\d]*[）)、.．]|第.{1,4}条)\s*", "", clause["clause"]).strip()
        name = re.split("[。；：]", words)[0]
        if not SHORTEST <= len(name) <= _LONGEST or re.search(r"\s", name) or clause.get("optional"):
            continue
        said = clause["assignments"]
        if all(one.get("dept") and one["role"] in ROLES for one in said):
            bodies = {role: tuple(one["dept"] for one in said if one["role"] == role) for role in ROLES}
            found.append(Task(name, bodies))
    return found[:_MOST]


def plans(folder: Path) -> Iterator[Plan]:
    """The plans that the labels of a folder give."""
    found = (
        (gold.name.removesuffix(".gold.json"), tasks)
        for gold in sorted(folder.glob("*.gold.json"))
        for document in json.loads(gold.read_text("utf-8"))
        if len(tasks := _rows_of(document)) >= _FEWEST
    )
    return (Plan(name, number, tuple(tasks)) for number, (name, tasks) in enumerate(found))


def labels(plan: Plan) -> str:
    """What is labelled of a plan, as the scorers of the corpus read it."""
    clauses = []
    for task in plan.tasks:
        said = [{"dept": body, "role": role} for role, bodies in task.said.items() for body in bodies]
        said += [{"dept": task.leader, "role": "leader"}] if task.leader else []
        clauses.append(
            {"clause": task.name, "assignments": said, "covers": list(task.also)}
            | ({"deadline": task.limit} if task.limit else {})
        )
    return json.dumps([{"document": plan.name, "clauses": clauses}], ensure_ascii=False)
