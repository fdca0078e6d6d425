"""Words of a list that read unlike the name of a body: names all the same, or names that go on to say what is done."""

from __future__ import annotations

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.patterns import Patterns
from raci.rules.lexicon import lexicon_pattern

__all__ = ["duty_start", "may_be_name"]


def may_be_name(words: str, labelled: bool, patterns: Patterns) -> bool:
    """Whether words that do not end like a body's name may stand among bodies all the same.

    ``labelled``: they stand behind a label that says that bodies follow.
    """
    if patterns.prose.search(words) is not None:
        return False
    if labelled and lexicon_pattern("name.in-label").fullmatch(words):
        return True
    # without a label a short one only: 自然资源、住建部门
    return 4 <= len(words) <= 20 if labelled else 2 <= len(words) <= 10


def duty_start(text: str, start: int, end: int, patterns: Patterns) -> int | None:
    """Where a name ends that goes on to say what the body does: 综合窗口受理申请; None where none does."""
    for duty in patterns.duty.finditer(text, start + 2, end):
        if is_body(text[start : duty.start()], patterns):
            return duty.start()
    return None
