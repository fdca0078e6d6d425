"""What the columns of a table hold, by their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from raci.rules.loading import Rule, built_in

__all__ = ["NAMED", "column", "columns"]

#: roles of columns that name bodies or persons
NAMED = frozenset({"lead", "responsible", "support", "guide", "leader", "inform", "approve"})
_BLANK = re.compile(r"[\s:：∶]+")
_LONGEST = 14


@cache
def _rules() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    heads = [rule for rule in built_in() if rule.kind == "column"]
    labels = [rule for rule in built_in() if rule.kind == "label" and rule.role != "other"]
    return tuple((rule, re.compile(rule.pattern)) for rule in (*labels, *heads))


@lru_cache(maxsize=4096)
def column(head: str) -> Rule | None:
    """The rule of a column by its head; None where it is none of the usual ones."""
    name = _BLANK.sub("", head)
    if not 1 <= len(name) <= _LONGEST:
        return None
    for rule, pattern in _rules():
        if pattern.fullmatch(name):
            return rule
    return None


def columns(heads: Sequence[str]) -> dict[int, Rule] | None:
    """The rules of the columns whose heads these are; None where they are no head of a table of tasks.

    It is one where a column names bodies, another says the task or its number, and most heads are known.
    """
    known = {place: rule for place, head in enumerate(heads) if (rule := column(head)) is not None}
    filled = sum(1 for head in heads if head.strip())
    roles = {rule.role for rule in known.values()}
    if not roles & NAMED or not roles & {"task", "content", "chapter", "number"} or 2 * len(known) < filled:
        return None
    return known
