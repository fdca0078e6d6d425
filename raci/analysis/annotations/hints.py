"""Hints: quick looks before the patterns of rules, which match wherever one of the built-in rules can.

Their patterns stand in ``raci/data/hints.toml``, each with the kinds of rules that it looks ahead for; a test holds each
to the examples of these rules. ``Patterns`` widens them, so that they hide none of a user's rules.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from raci.rules.text_pattern import TextPattern, compile_limitable, compile_plain

__all__ = ["LABEL_TAIL", "VERB_REACH", "Hint", "hints"]

#: what stands between a label and its names
LABEL_TAIL = r"\s*[】\]〕］)）]?\s*[:：∶︰]"
#: how far from the end of a line a verb of the hint ``verb-at-end`` may begin
VERB_REACH = 4


@dataclass(frozen=True, slots=True)
class Hint:
    """A quick look: its pattern, the kinds of ``rules`` whose examples it must match, why it is, examples both ways.

    A pattern that looks behind over a stretch of any length runs on the ``regex`` engine, any other on ``re``.
    """

    id: str
    pattern: str
    why: str
    match: tuple[str, ...]
    no_match: tuple[str, ...]
    rules: tuple[str, ...] = ()
    engine: str = "re"

    def compiled(self) -> TextPattern:
        """The pattern, ready to search with."""
        return compile_limitable(self.pattern) if self.engine == "regex" else compile_plain(self.pattern)


@cache
def hints() -> Mapping[str, Hint]:
    """The hints by their ids."""
    table = tomllib.loads((files("raci") / "data" / "hints.toml").read_text(encoding="utf-8"))
    return {
        entry["id"]: Hint(
            id=entry["id"],
            pattern=entry["pattern"].replace("{tail}", LABEL_TAIL),
            why=entry["why"],
            match=tuple(entry["match"]),
            no_match=tuple(entry["no_match"]),
            rules=tuple(entry.get("rules", ())),
            engine=entry.get("engine", "re"),
        )
        for entry in table["hint"]
    }
