"""Short names that a document gives to bodies itself: 市文化广电旅游体育局（以下简称市文广局）."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from raci.model.late_patterns import late_pattern
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Definition", "defined_names", "definitions"]

_SIGN = "简称"
#: words before a name in a sentence
_BEFORE = "由请经向对"
#: the characters right before a definition that may be the name; of more than a name has, so many of the last
_NAME = late_pattern("[\u4e00-\u9fff]{4,}$")
_LONGEST, _LAST = 30, 16


class Definition(NamedTuple):
    """A short name, the full one before it, and where the bracket stands that defines it."""

    short: str
    full: str
    start: int
    end: int


def definitions(text: str) -> Iterator[Definition]:
    """The definitions of short names in a text, whatever they name."""
    if _SIGN not in text:
        return
    for note in lexicon_pattern("name.defined").finditer(text):
        start = note.start()
        name = _NAME.search(text, max(0, start - _LONGEST - 1), start)
        if name is not None:
            full = name[0] if len(name[0]) <= _LONGEST else name[0][-_LAST:]
            yield Definition(note["short"], full, start, note.end())


def defined_names(text: str) -> Mapping[str, str]:
    """The full name for each short one that a text defines; of two definitions of one the first holds.

    Only short names whose characters stand in the full one in the same order (市文广局): 主管部门 may be several.
    """
    found: dict[str, str] = {}
    for short, full, _, _ in definitions(text):
        whole = full[max((full.rfind(word) + 1 for word in _BEFORE), default=0) :]
        if short != whole and _shortens(short, whole):
            found.setdefault(short, whole)
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
