"""Which bodies of two levels have the same function: 省自然资源厅 and 市自然资源和规划局."""

from __future__ import annotations

from raci.comparison.bodies import ID_PREFIX, duty_of
from raci.comparison.values import Party
from raci.register.body_id import BodyId
from raci.register.compiling import built_in
from raci.register.same_function import same_functions

__all__ = ["function_of", "same_function"]

#: a duty is written with so many characters at least (水利, 民政)
_WORD = 2


def function_of(body: str) -> str:
    """What bodies of one function share at all levels; rows of the register that are one function are one."""
    duty = duty_of(body)
    return same_functions(built_in()).get(duty, duty)


def same_function(upper: Party, lower: Party) -> bool:
    """Whether two bodies have the same function, or one has that of the other and more, as merged bureaus below do.

    Bodies are known by their functions here (``function_of``).
    """
    if upper.body == lower.body:
        return True
    one, other = sorted((_words(upper), _words(lower)), key=len)
    return len(one) >= _WORD and _holds(other, one)


def _words(party: Party) -> str:
    """The words of a function without 和 (自然资源规划), or the name of what the register does not list."""
    if party.body.startswith(ID_PREFIX):
        return (party.canonical or "").replace("和", "")
    row = built_in().row_of(BodyId.parse(party.body))
    return row.name.replace("和", "") if row is not None else ""


def _holds(longer: str, shorter: str) -> bool:
    """Whether the words of the shorter stand in the longer in their order: 文化旅游 in 文化广电旅游体育."""
    place = 0
    for start in range(0, len(shorter), _WORD):
        found = longer.find(shorter[start : start + _WORD], place)
        if found < 0:
            return False
        place = found + _WORD
    return True
