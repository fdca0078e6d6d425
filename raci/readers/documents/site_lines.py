"""Lines that belong to the web site that a text is from, not to the document: 上一篇：…, 打印, 主办单位：…."""

from __future__ import annotations

import re
from functools import cache

from raci.model.pattern_codes import compiled
from raci.rules import built_in

__all__ = ["BEGINNINGS", "INSIDE", "belongs_to_site", "is_site_line", "names_host", "site_lines"]

_HOST = re.compile("(?:主办|承办|协办)(?:单位)?[:：]")

#: what is looked at in the midst of a text is no shorter and no longer, and of these rules
_SHORTEST, _LONGEST = 4, 80
_PLAIN = ("furniture.head", "furniture.tail")

#: what such lines begin with, or else hold: a quick look
BEGINNINGS = frozenset(
    "([h【〖上下中为主信全公关减分加免印原发承图大字小延当您成我打扫技推收政文日时更本来法浏点热版猜生相稿编网解责运返还备阅首（"
)
INSIDE = ("ICP备", "版权所有", "公网安备", "》", "一图", "小编", "仅供")
_INSIDE = compiled("|".join(INSIDE))


@cache  # the built-in rules do not change
def site_lines(ids: tuple[str, ...] = ()) -> re.Pattern[str]:
    """The pattern of such lines, which match it as a whole; ``ids``: by these rules alone."""
    rules = [rule for rule in built_in() if rule.kind == "furniture" and (not ids or rule.id in ids)]
    return compiled("|".join(f"(?:{rule.pattern})" for rule in rules))


def is_site_line(text: str) -> bool:
    """Whether a line belongs to the site, wherever in a text it stands (政策解读 may be a cell there)."""
    if not _SHORTEST <= len(text) <= _LONGEST or not _may_be_one(text):
        return False
    return site_lines(_PLAIN).fullmatch(text) is not None


def belongs_to_site(text: str) -> bool:
    """Whether a line at the head or the end of a text belongs to the site."""
    return _may_be_one(text) and site_lines().fullmatch(text) is not None


def _may_be_one(text: str) -> bool:
    return text[:1] in BEGINNINGS or text[:1].isspace() or _INSIDE.search(text) is not None


def names_host(text: str) -> bool:
    """Whether a line names who runs the site, or who carries out a task: 承办单位：…"""
    return _HOST.match(text) is not None
