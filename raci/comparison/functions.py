"""Which bodies of two levels have the same function: 省自然资源厅 and 市自然资源和规划局."""

from __future__ import annotations

from raci.comparison.bodies import ID_PREFIX, duty_of
from raci.comparison.values import Party
from raci.register.body_id import BodyId
from raci.register.compiling import built_in
from raci.register.same_function import holds_duty, same_functions

__all__ = ["function_of", "same_function"]


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
    return holds_duty(other, one)


def _words(party: Party) -> str:
    """The words of a function without 和 (自然资源规划), or the name of what the register does not list."""
    if party.body.startswith(ID_PREFIX):
        return (party.canonical or "").replace("和", "")
    row = built_in().row_of(BodyId.parse(party.body))
    return row.name.replace("和", "") if row is not None else ""
