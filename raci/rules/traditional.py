"""Traditional characters: a text as its simplified twin, character by character, so that spans hold."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["as_simplified"]

#: a text without one of these says nothing of duties in traditional characters
_SIGNS = ("責任", "牽頭", "單位", "負責")


def as_simplified(text: str) -> str:
    """The text in simplified characters where its labels are in traditional ones; else as it is."""
    return text.translate(_table()) if any(sign in text for sign in _SIGNS) else text


@cache
def _table() -> dict[int, str]:
    table = tomllib.loads((files("raci") / "data" / "traditional.toml").read_text(encoding="utf-8"))
    return dict(zip(map(ord, table["traditional"]), table["simplified"], strict=True))
