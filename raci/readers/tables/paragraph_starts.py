"""What a line begins a new paragraph with: a number of the outline, an annex, a label."""

from __future__ import annotations

import re
from functools import cache

from raci.rules import built_in
from raci.rules.text_patterns import text_patterns
from raci.rules.traditional import as_simplified

__all__ = ["cuts_label", "is_number_or_label", "starts_numbered", "starts_paragraph", "starts_with_label"]

_COLONS = ("：", ":", "∶")
#: the longest label, in characters
_LONGEST_LABEL = 10


def starts_paragraph(line: str) -> bool:
    """Whether a line begins a new paragraph."""
    return starts_numbered(line) or (any(colon in line for colon in _COLONS) and starts_with_label(as_simplified(line)))


def starts_numbered(line: str) -> bool:
    """Whether a line begins a new paragraph with something other than a label: a number, an annex."""
    return _numbers().match(line) is not None


def starts_with_label(line: str, position: int = 0) -> bool:
    """Whether a label with its colon (牵头单位：) stands at a position of a line."""
    return _labels().match(line, position) is not None


def is_number_or_label(line: str) -> bool:
    """Whether a line is nothing but a number or a label."""
    return (_numbers().fullmatch(line) or _labels().fullmatch(line)) is not None


def cuts_label(before: str, after: str) -> bool:
    """Whether a label with its colon is cut where one line ends and the next begins: 责任 ⏎ 单位：…"""
    head = after[:_LONGEST_LABEL]
    if not any(colon in head for colon in _COLONS) or starts_with_label(after):
        return False
    tail = before[-_LONGEST_LABEL:]
    return any(match.start() < len(tail) < match.end() - 1 for match in _labels().finditer(tail + head))


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
