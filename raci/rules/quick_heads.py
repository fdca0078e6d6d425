"""What heads of columns and names end with: ``raci/data/quick_heads.json``, which ``tools/quick_heads.py`` writes.

All rules of heads in one pattern take some microseconds for a word that is none, and nearly all short lines and cells
are none. What a head ends with, two characters, is known beforehand; so is what the few hold that end
with anything. Of names of bodies it is the last character alone.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TypedDict

__all__ = ["HeadEnds", "NameEnds", "checksum", "head_look", "name_look"]


class HeadEnds(TypedDict):
    """Two characters that a head may end with (of one, that), single last ones behind anything, and such of which a
    head that ends with anything holds one.
    """

    pattern: int  # the checksum of the pattern that it is made of
    ends: list[str]
    last: str
    inside: str


class NameEnds(TypedDict):
    """The characters that names of bodies may end with."""

    pattern: int
    last: str


class _Ends(TypedDict):
    heads: HeadEnds
    names: NameEnds


def checksum(pattern: str) -> int:
    """What tells one pattern from another."""
    return zlib.crc32(pattern.encode("utf-8"))


@cache
def _ends() -> _Ends:
    found: _Ends = json.loads((files("raci") / "data" / "quick_heads.json").read_text(encoding="utf-8"))
    return found


def head_look(pattern: str) -> Callable[[str], bool]:
    """Whether words may match the pattern of all heads: a quick look; always, where it has changed since."""
    known = _ends()["heads"]
    if known["pattern"] != checksum(pattern):
        return bool
    ends, last, inside = frozenset(known["ends"]), frozenset(known["last"]), frozenset(known["inside"])

    def may_match(words: str) -> bool:
        return words[-2:] in ends or words[-1:] in last or not inside.isdisjoint(words)

    return may_match


def name_look(pattern: str) -> frozenset[str] | None:
    """The characters of which one is the last of all that a pattern of endings matches; None where it has changed."""
    known = _ends()["names"]
    return frozenset(known["last"]) if known["pattern"] == checksum(pattern) else None
