"""Names as written to names that can be compared: widths, brackets, connecting words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from raci.model.pattern_codes import compiled
from raci.register.name_patterns import built_in_patterns

__all__ = [
    "LONGEST_NAME",
    "clean_name",
    "fold_name",
    "may_end_with_one",
    "name_ends",
    "split_plates",
    "strip_leftover",
]

#: a name longer than this names nobody
LONGEST_NAME = 80
_OPEN, _CLOSE = "([〔〈<【﹝［《", ")]〕〉>】﹞］》"
_BRACKETS = str.maketrans({**dict.fromkeys(_OPEN, "（"), **dict.fromkeys(_CLOSE, "）"), '"': "“", ",": "，"})
_PLAIN = compiled(r"[\u4e00-\u9fa5]+")
_CHINESE = compiled(r"[\u4e00-\u9fff]")
_DASH = compiled(r"(?<=[\u4e00-\u9fff])[-‐‑–—―－]+(?=[\u4e00-\u9fff])")
#: a plate at the end of a name: 市住建局（市人防办）
_PLATE = compiled(r"（([^（）]*)）$")
#: so many characters of the end of a name are looked at
_END = 2
#: so many names and parts of names are remembered folded, as most recur
_REMEMBERED = 8192
#: controls, marks of direction, halves of characters, private and unassigned ones
_REFUSED_CATEGORIES = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))


def clean_name(name: str) -> str | None:
    """The name without spaces, with one kind of brackets and of dashes; None where it cannot be one.

    None for an empty or endless name, for control characters and marks of direction, and for text without Chinese.
    """
    if not 0 < len(name) <= LONGEST_NAME * 4:
        return None
    if 2 <= len(name) <= LONGEST_NAME and _PLAIN.fullmatch(name):
        return name  # most names: there is nothing to make alike
    text = _DASH.sub("—", "".join(unicodedata.normalize("NFKC", name).translate(_BRACKETS).split()))
    if not 2 <= len(text) <= LONGEST_NAME:
        return None
    if not _REFUSED_CATEGORIES.isdisjoint(map(unicodedata.category, text)):
        return None
    return text if _CHINESE.search(text) else None


def strip_leftover(text: str) -> str:
    """The name without what an annotation leaves at its end (按职责, 等)."""
    return built_in_patterns()["name.leftover"].replace(text, "") or text


def fold_name(text: str) -> str:
    """What names of one body share that differ only in 和, 与, 及: 住房和城乡建设局, 住房城乡建设局."""
    return _folded(text) if len(text) <= LONGEST_NAME else _links().sub("", text)


def name_ends(names: Iterable[str]) -> frozenset[str]:
    """What folded names end with, two characters each: for ``may_end_with_one``."""
    return frozenset(name[-_END:] for name in names)


def may_end_with_one(text: str, ends: frozenset[str]) -> bool:
    """Whether a text may end with one of some folded names, by what these end with: a quick look."""
    folded = fold_name(text)
    return folded[-_END:] in ends or folded[-1:] in ends


@lru_cache(maxsize=_REMEMBERED)
def _folded(text: str) -> str:
    return _links().sub("", text)


@cache
def _links() -> re.Pattern[str]:
    """What connects the words of a name; kept at hand, as every stretch of a name is folded to be looked up."""
    return built_in_patterns()["name.link"].expression


def split_plates(text: str) -> tuple[str, tuple[str, ...]]:
    """A name and the plates in brackets at its end: 市住建局（市人防办） → 市住建局, (市人防办,)."""
    leftover = built_in_patterns()["name.plate-leftover"]
    plates: list[str] = []
    while (plate := _PLATE.search(text)) and plate.start():
        plates.insert(0, leftover.replace(plate[1], ""))
        text = text[: plate.start()]
    return text, tuple(plate for plate in plates if plate)
