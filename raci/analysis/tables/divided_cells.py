"""Cells that give each of several bodies its own part of a task: 1.市林业局：提供苗木；2.各区：组织栽植."""

from __future__ import annotations

from raci.model import Span
from raci.model.late_patterns import late_pattern
from raci.rules.bodies import like_bodies
from raci.rules.columns import read_head

__all__ = ["divided_bodies"]

#: a body at the beginning of its part, which ends before the next semicolon or line
_BODY = late_pattern(
    r"\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.．、]|[①-⑳●•◆])?\s*(?P<body>[^：:，,；;。\n]{2,24})[：:]\s*(?=[^\s])"
)
_PARTS = late_pattern(r"[^；;\n]+")
#: so many bodies share a task
_SEVERAL = 2


def divided_bodies(words: str) -> list[Span]:
    """Where the bodies stand in the words of a cell; empty where one of its parts does not begin with a body."""
    if "：" not in words and ":" not in words:
        return []
    found = []
    for part in _PARTS.finditer(words):
        said = _BODY.match(words, part.start(), part.end())
        if said is None and not part[0].strip():
            continue
        if said is None or like_bodies(said["body"]) != (1, 0) or read_head(said["body"]) is not None:
            return []
        found.append(Span(*said.span("body")))
    return found if len(found) >= _SEVERAL else []
