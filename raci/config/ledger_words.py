"""What people write in a ledger, and the letters that go out, from ``raci/data/ledger/words.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["LetterWords", "ledger_words"]


@dataclass(frozen=True, slots=True)
class LetterWords:
    """A letter to a body: what the file is called, title, address, text, columns to fill in, closing line."""

    name: str
    title: str
    to: str
    text: str
    heads: tuple[str, ...]
    close: str


@dataclass(frozen=True, slots=True)
class LedgerWords:
    """``states``: what people write under 完成情况 → the choice that they mean; ``letters`` by their key."""

    states: Mapping[str, str]
    letters: Mapping[str, LetterWords]


@cache
def ledger_words() -> LedgerWords:
    """The words, loaded once."""
    table = tomllib.loads((files("raci") / "data" / "ledger" / "words.toml").read_text(encoding="utf-8"))
    states = {word: choice for choice, written in table["states"].items() for word in (choice, *written)}
    letters = {
        key: LetterWords(**{**letter, "heads": tuple(letter["heads"])}) for key, letter in table["letters"].items()
    }
    return LedgerWords(states, letters)
