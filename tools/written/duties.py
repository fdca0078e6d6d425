"""How a task is written with who does it: a template writes the words, a layout sets them beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from written.plans import Plan, Task

#: a role that a template does not tell apart: any but that of a person at the head
ANY = "any"

_NUMERALS = "一二三四五六七八九十"

#: what is said of a task beside its name and who does it
_SENTENCES = (
    "坚持问题导向，建立工作台账，实行清单化管理。",
    "完善配套措施，加大宣传力度，形成齐抓共管的良好局面。到2026年底，覆盖率达到95%以上。",
    "开展全面排查，摸清底数，分类制定整改措施。对排查出的问题限期销号。",
    "探索“互联网+”新模式，推动线上线下融合发展，让群众“少跑腿、好办事”。",
    "全年新增12.5万平方米，完成投资3.2亿元，增长8%左右。",
    "落实国家有关规定，严格执行标准规范，定期开展评估。",
)


class Template(NamedTuple):
    """One way to write who does a task.

    ``write`` gives the words of a task; ``roles`` says what its bodies are by the roles of the plan (a role that is
    left out is not written). ``place``: behind the words of the task, below them as lines of their own, as a sentence,
    in its title, or before it. ``whole`` lays the document out, ``also`` says what a template adds to the bodies of a
    task. A template that is ``held`` measures the unseen.
    """

    name: str
    write: Callable[[Task], str]
    roles: Mapping[str, str] = {"lead": "lead", "support": "support"}
    place: str = "behind"
    held: bool = False
    whole: Callable[[str], str] = str
    also: Callable[[Task], tuple[tuple[str, str], ...]] = lambda task: ()

    def gold(self, task: Task) -> frozenset[tuple[str, str]]:
        """Bodies and persons with their roles, as this template says them."""
        said = [(body, self.roles[role]) for role in task.said if role in self.roles for body in task.said[role]]
        leader = [(task.leader, self.roles["leader"])] if "leader" in self.roles else []
        return frozenset([*said, *leader, *self.also(task)])


def listed(names: tuple[str, ...], sign: str = "、") -> str:
    return sign.join(names)


def phrases(task: Task, lead: str, support: str, between: str = "，", sign: str = "、") -> str:
    """Two phrases with ``{}`` for the names; the second is left out where nobody helps."""
    return between.join(
        phrase.format(sign.join(task.said[role]))
        for role, phrase in (("lead", lead), ("support", support))
        if task.said[role]
    )


def numeral(place: int) -> str:
    """一 … 九十九."""
    tens, ones = divmod(place, 10)
    head = ("" if tens == 1 else _NUMERALS[tens - 1]) + "十" if tens else ""
    return head + (_NUMERALS[ones - 1] if ones else "")


def _opening(number: int, place: int, task: Task, mark: str) -> str:
    """The number and the words of a task as the document with this number writes them."""
    sentence = _SENTENCES[place % len(_SENTENCES)]
    openings = (
        f"{place}.{task.name}{mark}",
        f"{place}.{task.name}{mark}。{sentence}",
        f"（{numeral(place)}）{task.name}{mark}\n　　{sentence}",
        f"{place}、{task.name}{mark}：{sentence}",
        f"（{numeral(place)}）{task.name}{mark}。{sentence}",
    )
    return openings[number % len(openings)]


def _clause(template: Template, number: int, place: int, task: Task) -> str:
    words = template.write(task)
    if template.place == "title":
        return _opening(number, place, task, words)
    opening = _opening(number, place, task, "")
    if template.place == "before":
        head, stop, rest = opening.partition("\n　　") if "\n" in opening else opening.partition("。")
        return f"{head}{stop}{words}{rest}" if rest else f"{opening}。{words}"
    if template.place == "below":
        return f"{opening}\n{words}"
    if template.place == "sentence":
        return f"{opening}{words}" if opening.endswith("。") else f"{opening}。{words}"
    return f"{opening}{words}"


def document(template: Template, plan: Plan) -> str:
    """The plan with its clauses as this template writes them."""
    clauses = (_clause(template, plan.number, place, task) for place, task in enumerate(plan.tasks, 1))
    return f"云岭重点任务实施方案\n\n{template.whole(chr(10).join(clauses))}\n"


def starts(plan: Plan, text: str) -> Iterator[int]:
    """Where each task begins in a text, wherever its lines are broken and whatever its signs are."""
    places = [sign.start() for sign in re.finditer(r"\w", text)]
    packed = re.sub(r"\W", "", text)
    before = 0
    for task in plan.tasks:
        found = packed.find(re.sub(r"\W", "", task.name), before)
        before = max(found, before)
        yield places[before] if found >= 0 else -1
