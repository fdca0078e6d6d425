"""Patterns that readers judge lines, headings and fonts by: ``raci/data/patterns/*.toml``, each with why and examples.

They differ from rules in that no user adds to them and nothing that they match is quoted as evidence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from raci.errors import RuleError

__all__ = ["TextPattern", "parse_patterns", "pattern_files", "text_patterns"]

_REMEDY = "每项须有 id、where（whole、start 或 anywhere）、pattern、why、match、no_match"
_KEYS = frozenset({"id", "where", "pattern", "why", "match", "no_match"})
_WHERE = frozenset({"whole", "start", "anywhere"})


@dataclass(frozen=True, slots=True)
class TextPattern:
    """One pattern with the reason for it and examples both ways.

    ``where`` says what of a text it must match: the ``whole``, its ``start``, or a part ``anywhere``.
    """

    id: str
    where: str
    pattern: re.Pattern[str]
    why: str
    match: tuple[str, ...]
    no_match: tuple[str, ...]

    def find(self, text: str) -> re.Match[str] | None:
        """The match in a text; None where the pattern does not hold for it."""
        if self.where == "whole":
            return self.pattern.fullmatch(text)
        return self.pattern.match(text) if self.where == "start" else self.pattern.search(text)

    def holds(self, text: str) -> bool:
        """Whether the pattern holds for a text."""
        return self.find(text) is not None


def pattern_files() -> list[str]:
    """The names of the files of patterns that come with raci, without their suffix."""
    folder = files("raci") / "data" / "patterns"
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


@cache
def text_patterns(file: str) -> Mapping[str, TextPattern]:
    """The patterns of one of the files of ``pattern_files``, by their ids in the order of the file."""
    path = files("raci") / "data" / "patterns" / f"{file}.toml"
    return MappingProxyType(parse_patterns(path.read_text(encoding="utf-8"), f"{file}.toml"))


def parse_patterns(text: str, file: str) -> dict[str, TextPattern]:
    """The patterns of one TOML text by their ids. ``[macros]`` names pieces that patterns share, as in files of rules.

    Raises RuleError, naming the file and the entry, where an entry lacks a key (the reason and the examples among
    them), has one that is not known, shares its id, or where its pattern does not compile.
    """
    table = tomllib.loads(text)
    macros: dict[str, str] = table.get("macros", {})
    patterns: dict[str, TextPattern] = {}
    for position, entry in enumerate(table.get("pattern", []), 1):
        place = f"{file}：{entry.get('id') or f'第{position}项'}"
        wrong = sorted(_KEYS ^ entry.keys()) or sorted(key for key in _KEYS if not entry[key])
        if wrong or entry["where"] not in _WHERE or entry["id"] in patterns:
            raise RuleError(f"{'、'.join(wrong) or 'where 或 id'} 不合要求", place=place, remedy=_REMEDY)
        try:
            compiled = re.compile(_expand(entry["pattern"], macros))
        except re.error as error:
            raise RuleError(f"pattern 不能编译（{error}）", place=place, remedy=_REMEDY) from error
        patterns[entry["id"]] = TextPattern(
            entry["id"], entry["where"], compiled, entry["why"], tuple(entry["match"]), tuple(entry["no_match"])
        )
    return patterns


def _expand(pattern: str, macros: Mapping[str, str]) -> str:
    for name, piece in macros.items():
        pattern = pattern.replace("{" + name + "}", piece)
    return pattern
