"""Several things in one message: the first of them, and that there are more; many tasks or bodies in one issue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized

from raci.analysis.checks.values import Issue
from raci.model import Assignment, Clause
from raci.rules.headings import printed_label

__all__ = ["first_of", "of_bodies", "of_tasks"]

#: of many tasks, of many bodies so many are named
_TASKS_NAMED, _BODIES_NAMED = 3, 6


def first_of(names: Sequence[str], most: int, mark: str) -> str:
    """The first ``most`` names, parted by ``mark``, with 等 where there are more."""
    return mark.join(names[:most]) + ("等" if len(names) > most else "")


def of_tasks(clauses: Sequence[Clause], message: str) -> Issue:
    """One issue with all of some tasks, at the first of them: they are one question to whoever drafted the plan.

    In ``message`` ``{count}`` stands for how many they are; their labels follow it.
    """
    named = first_of([printed_label(clause) for clause in clauses], _TASKS_NAMED, "；")
    return Issue.of_clause(clauses[0], f"{_counted(message, clauses)}：{named}")


def of_bodies(bodies: Mapping[str, Assignment], message: str) -> Issue:
    """The same with all of some bodies: ``bodies`` holds what names each first, by what it is called here."""
    first = next(iter(bodies.values()))
    named = first_of(list(bodies), _BODIES_NAMED, "、")
    return Issue(f"{_counted(message, bodies)}：{named}", first.start, first.end, first.clause.index)


def _counted(message: str, things: Sized) -> str:
    return message.replace("{count}", str(len(things)))
