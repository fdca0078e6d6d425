"""Brackets in a line: opened, closed, left open."""

from __future__ import annotations

import re

__all__ = ["BRACKET", "CLOSERS", "OPENERS", "count_closed", "count_opened", "opens_bracket"]

OPENERS, CLOSERS = "（(〔[［【〈", ")）〕]］】〉"
BRACKET = re.compile(r"[（(〔\[［【〈)）〕\]］】〉]")
_OPENER = re.compile(r"[（(〔\[［【〈]")
_CLOSER = re.compile(r"[)）〕\]］】〉]")


def opens_bracket(text: str) -> bool:
    """Whether a text opens a bracket."""
    return _OPENER.search(text) is not None


def count_opened(text: str) -> int:
    """How many brackets a text opens."""
    return len(_OPENER.findall(text))


def count_closed(text: str) -> int:
    """How many brackets a text closes."""
    return len(_CLOSER.findall(text))
