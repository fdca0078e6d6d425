"""Cells in which one body meets another for a task: 甲局会乙局、丙局; the first leads."""

from __future__ import annotations

from raci.model.pattern_codes import compiled
from raci.rules.bodies import like_bodies

__all__ = ["met_bodies"]

_BETWEEN_PAUSES = compiled(r"[^、\s](?:[^、]*[^、\s])?")
#: what the last name of a list ends with, and is no part of it
_MORE = compiled(r"(?:等(?:相关|有关)?(?:部门|单位)?)?[。；;\s\u3000]*$")
#: how the first of two bodies ends that meet (甲局会乙局): 社会, 委员会 and 常委会 are words of one name
_MEETS = compiled(
    r"(?:[局办厅部院处科室股司队站所]|政府|中心|集团|公司|(?:发改|卫健?|教|工信|民宗|科|体|经信|建|党|工)委)$"
)


def met_bodies(words: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]] | None:
    """Where the bodies of 甲会乙、丙 stand, leads and others; None where a cell says no such thing."""
    spans = [match.span() for match in _BETWEEN_PAUSES.finditer(_MORE.sub("", words))]
    pairs = [(number, pair) for number, span in enumerate(spans) if (pair := _pair(words, *span)) is not None]
    if len(pairs) != 1:
        return None
    number, (lead, other) = pairs[0]
    before, behind = spans[:number], spans[number + 1 :]
    if any(like_bodies(words[first:last]) != (1, 0) for first, last in (*before, *behind)):
        return None
    return [*before, lead], [other, *behind]


def _pair(words: str, first: int, last: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the two bodies of 甲会乙 stand in a piece of a cell; None where it is no such pair."""
    for position in range(first + 2, last - 2):
        if words[position] != "会" or words[position + 1] == "同":
            continue  # 会同 is read as in an annotation
        begin = position + 1
        one, two = words[first:position], words[begin:last]
        if _MEETS.search(one) and like_bodies(one) == like_bodies(two) == (1, 0) and two[0] not in "议商员":
            return (first, position), (begin, last)
    return None
