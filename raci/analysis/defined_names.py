"""Short names that a document gives to bodies itself: 市文化广电旅游体育局（以下简称市文广局）."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from raci.rules.lexicon import lexicon_pattern

__all__ = ["defined_names"]

_SIGN = "简称"
#: words before a name in a sentence
_BEFORE = "由请经向对"


def defined_names(text: str) -> Mapping[str, str]:
    """The full name for each short one that a text defines; of two definitions of one the first holds.

    Only short names whose characters stand in the full one in the same order (市文广局): 主管部门 may be several.
    """
    if _SIGN not in text:
        return {}
    found: dict[str, str] = {}
    for match in lexicon_pattern("name.defined").finditer(text):
        full = match["full"]
        full = full[max((full.rfind(word) + 1 for word in _BEFORE), default=0) :]
        if match["short"] != full and _shortens(match["short"], full):
            found.setdefault(match["short"], full)
    return found


def _shortens(short: str, full: str) -> bool:
    """Whether the characters of a name stand in another one in the same order, the last at its end."""
    places = [-1]
    for char in short:
        place = full.find(char, places[-1] + 1)
        if place < 0:
            return False
        places.append(place)
    return short[-1] == full[-1] and any(after > before + 1 for before, after in pairwise(places))
