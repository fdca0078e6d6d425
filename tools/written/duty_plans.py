"""Plans of our own whose bodies are of all sorts: offices, schools, hospitals, courts, companies, villages, zones.

``duty_plans.txt`` holds them: the name of a plan behind #, then a line a task: name | who leads | who helps | person.
"""

from __future__ import annotations

import re
from pathlib import Path

from written.plans import Plan, Task

_BETWEEN = re.compile("、(?![^（）]*）|[^“”]*”)")


def _task(line: str) -> Task:
    name, lead, support, leader = (part.strip() for part in line.split("|"))
    return Task(name, {"lead": tuple(_BETWEEN.split(lead)), "support": tuple(_BETWEEN.split(support))}, leader=leader)


def _plan(number: int, written: str) -> Plan:
    name, *lines = written.strip().split("\n")
    return Plan(name, number, tuple(map(_task, lines)))


_WRITTEN = Path(__file__).with_suffix(".txt").read_text("utf-8").split("# ")[1:]
PLANS: tuple[Plan, ...] = tuple(_plan(number, written) for number, written in enumerate(_WRITTEN))
