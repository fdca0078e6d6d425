"""Matrices of ticks without a legend: whether a tick below a body says that it is to do the task of the row."""

from __future__ import annotations

from raci.rules.columns import read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules

__all__ = ["TICKS_ALONE", "says_duties"]

#: why the columns of such a matrix are what they are
TICKS_ALONE = "没有图例，打勾的单位按责任单位读"


def says_duties(corner: str, title: str, rules: ActiveRules) -> bool:
    """Whether the head of the rows names tasks, and the title is one of duties: 任务分工一览, not 任务完成情况."""
    head = read_head(corner, rules)
    if head is None or head.role not in ("task", "content"):
        return False
    said, other, unsaid = (
        lexicon_pattern("headless.title"),
        lexicon_pattern("headless.no-title"),
        lexicon_pattern("matrix.no-duties"),
    )
    return said.search(title) is not None and not other.search(title) and not unsaid.search(title)
