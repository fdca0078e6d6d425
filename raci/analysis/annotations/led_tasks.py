"""Unnumbered paragraphs that are tasks of their own: a short sentence leads each as its heading (打通断头路。…)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from raci.model import Clause

__all__ = ["led_tasks"]

#: the longest sentence that leads a paragraph as its heading, in characters
_LONGEST_LEAD = 16


def led_tasks(clauses: Sequence[Clause], annotated: Collection[int], text: str) -> frozenset[int]:
    """Of the clauses with annotations the paragraphs that such a sentence leads.

    None unless somewhere several of them stand below one number: then a single one elsewhere is a task as well.
    """
    led = [index for index in annotated if _is_led(clauses[index], text)]
    counts = Counter(clauses[index].parent for index in led)
    return frozenset(led) if max(counts.values(), default=0) > 1 else frozenset()


def _is_led(clause: Clause, text: str) -> bool:
    if clause.kind != "paragraph" or clause.parent is None:
        return False
    stop = text.find("。", clause.start, clause.start + _LONGEST_LEAD + 1)
    return 0 < stop < clause.end - 1
