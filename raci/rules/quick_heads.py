"""What the heads of columns end with: ``raci/data/quick_heads.json``, which ``tools/quick_heads.py`` writes.

All rules of heads in one pattern take some microseconds for a word that is none, and nearly all short lines and cells
are none. What a head ends with, two characters, is known beforehand; so is what the few hold that end
with anything.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TypedDict

__all__ = ["HeadEnds", "checksum", "head_look"]


class HeadEnds(TypedDict):
    """Two characters that a head may end with (of one, that), single last ones behind anything, and such of which a
    head that ends with anything holds one.
    """

    pattern: int  # the checksum of the pattern that it is made of
    ends: list[str]
    last: str
    inside: str


def checksum(pattern: str) -> int:
    """What tells one pattern from another."""
    return zlib.crc32(pattern.encode("utf-8"))


@cache
def _ends() -> HeadEnds:
    found: HeadEnds = json.loads((files("raci") / "data" / "quick_heads.json").read_text(encoding="utf-8"))
    return found


def head_look(pattern: str) -> Callable[[str], bool]:
    """Whether words may match the pattern of all heads: a quick look; always, where it has changed since."""
    known = _ends()
    if known["pattern"] != checksum(pattern):
        return bool
    ends, last, inside = frozenset(known["ends"]), frozenset(known["last"]), frozenset(known["inside"])

    def may_match(words: str) -> bool:
        return words[-2:] in ends or words[-1:] in last or not inside.isdisjoint(words)

    return may_match
