"""Rows of the register that are one function under several names.

In one reform bodies of a row kept their name in some places and took another in others (经信委 became 经济和信息化厅
here and 工业和信息化厅 there), with the same duties: where successions.csv says so without parting the duties by
different notes, all these names are one function. So are those of functions.csv, that differ from place to place
(水利局, 水务局).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from raci.register.body_id import BodyId
from raci.register.entries import SuccessionStep
from raci.register.register import Register

__all__ = ["holds_duty", "same_functions"]

#: a duty is written with so many characters at least (水利, 民政)
_WORD = 2


@cache
def same_functions(register: Register) -> Mapping[str, str]:
    """Row → the row that stands for its function, for those that share theirs with a row of another name."""
    standing = dict(register.functions)
    for before, by_ending in register.steps.items():
        reforms: dict[tuple[int, frozenset[str]], list[SuccessionStep]] = {}
        for step in (step for steps in by_ending.values() for step in steps):
            reforms.setdefault((step.year, step.scope), []).append(step)
        own = BodyId.parse(before).row
        for steps in reforms.values():
            rows = list(dict.fromkeys(step.after.body.row for step in steps))
            others = [row for row in rows if row != own]
            if len(others) == 1 and own in rows and len({step.note for step in steps}) == 1:
                standing[own] = others[0]
    return standing


def holds_duty(longer: str, shorter: str) -> bool:
    """Whether the words of a duty stand in those of another in their order: 文化旅游 in 文化广电旅游体育."""
    if len(shorter) < _WORD:
        return False
    place = 0
    for start in range(0, len(shorter), _WORD):
        found = longer.find(shorter[start : start + _WORD], place)
        if found < 0:
            return False
        place = found + _WORD
    return True
