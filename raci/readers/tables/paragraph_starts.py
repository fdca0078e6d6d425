"""What a line begins a new paragraph with: a number of the outline, an annex, a label."""

from __future__ import annotations

import re
from functools import cache

from raci.rules import built_in
from raci.rules.text_patterns import text_patterns

__all__ = ["is_number_or_label", "starts_numbered", "starts_paragraph", "starts_with_label"]

_COLONS = ("：", ":", "∶")


def starts_paragraph(line: str) -> bool:
    """Whether a line begins a new paragraph."""
    return starts_numbered(line) or (any(colon in line for colon in _COLONS) and starts_with_label(line))


def starts_numbered(line: str) -> bool:
    """Whether a line begins a new paragraph with something other than a label: a number, an annex."""
    return _numbers().match(line) is not None


def starts_with_label(line: str, position: int = 0) -> bool:
    """Whether a label with its colon (牵头单位：) stands at a position of a line."""
    return _labels().match(line, position) is not None


def is_number_or_label(line: str) -> bool:
    """Whether a line is nothing but a number or a label."""
    return (_numbers().fullmatch(line) or _labels().fullmatch(line)) is not None


@cache
def _numbers() -> re.Pattern[str]:
    markers = "|".join(
        re.sub(r"\?P<\w+>", "?:", rule.pattern) for rule in built_in() if rule.kind in ("marker", "annex")
    )
    return re.compile(rf"(?:{markers})|{text_patterns('paragraphs')['starts-paragraph'].pattern}")


@cache
def _labels() -> re.Pattern[str]:
    labels = "|".join(rule.pattern for rule in built_in() if rule.kind == "label")
    return re.compile(rf"[【\[（(]?(?:{labels})[】\]]?\s*[:：∶]")
