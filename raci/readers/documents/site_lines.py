"""Lines that belong to the web site that a text is from, not to the document: 上一篇：…, 打印, 主办单位：…."""

from __future__ import annotations

import re
from functools import cache

from raci.model.pattern_codes import compiled
from raci.rules import built_in

__all__ = ["is_site_line", "names_host", "site_lines"]

_HOST = re.compile("(?:主办|承办|协办)(?:单位)?[:：]")

#: what is looked at in the midst of a text is no shorter and no longer, and of these rules
_SHORTEST, _LONGEST = 4, 80
_PLAIN = ("furniture.head", "furniture.tail")


@cache  # the built-in rules do not change
def site_lines(ids: tuple[str, ...] = ()) -> re.Pattern[str]:
    """The pattern of such lines, which match it as a whole; ``ids``: by these rules alone."""
    rules = [rule for rule in built_in() if rule.kind == "furniture" and (not ids or rule.id in ids)]
    return compiled("|".join(f"(?:{rule.pattern})" for rule in rules))


def is_site_line(text: str) -> bool:
    """Whether a line belongs to the site, wherever in a text it stands (政策解读 may be a cell there)."""
    return _SHORTEST <= len(text) <= _LONGEST and site_lines(_PLAIN).fullmatch(text) is not None


def names_host(text: str) -> bool:
    """Whether a line names who runs the site, or who carries out a task: 承办单位：…"""
    return _HOST.match(text) is not None
