"""Traditional characters: a text as its simplified twin, character by character, so that spans hold."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from raci.model.pattern_codes import compiled, toml_table

__all__ = ["as_simplified", "traditional_characters"]


def as_simplified(text: str) -> str:
    """The text in simplified characters where it has traditional ones; the text itself where it has none."""
    return text.translate(_table()) if _traditional().search(text) else text


def traditional_characters() -> str:
    """The characters that ``as_simplified`` puts otherwise."""
    return "".join(map(chr, _table()))


@cache
def _table() -> dict[int, str]:
    table = toml_table((files("raci") / "data" / "traditional.toml").read_text(encoding="utf-8"))
    return dict(zip(map(ord, table["traditional"]), table["simplified"], strict=True))


@cache
def _traditional() -> re.Pattern[str]:
    return compiled(f"[{traditional_characters()}]")
