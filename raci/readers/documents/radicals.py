"""Radicals and compatibility characters that stand for ordinary ones, as fonts with one glyph for both give them.

Character by character, so that spans hold.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

from raci.model.pattern_codes import compiled

__all__ = ["as_ideographs"]

#: the blocks CJK Radicals Supplement, Kangxi Radicals and CJK Compatibility Ideographs, without characters that are
#: none: ``re`` looks three ranges or more up in a table, which is faster than to try two
_RADICAL = compiled("[\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\uf900-\ufaff]")


def as_ideographs(text: str) -> str:
    """The text with ordinary characters for radicals; the text itself where it has none."""
    return _RADICAL.sub(lambda match: _ideograph(match[0]), text) if _RADICAL.search(text) else text


def _ideograph(radical: str) -> str:
    return _supplement().get(radical) or unicodedata.normalize("NFKC", radical)


@cache
def _supplement() -> dict[str, str]:
    table = tomllib.loads((files("raci") / "data" / "radicals.toml").read_text(encoding="utf-8"))
    return dict(zip(table["radicals"], table["ideographs"], strict=True))
