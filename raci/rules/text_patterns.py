"""Patterns that readers judge lines, headings and fonts by: ``raci/data/patterns/*.toml``, each with why and examples.

They differ from rules in that no user adds to them and nothing that they match is quoted as evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from raci.errors import RuleError
from raci.model.patterns import DataPattern, parse_patterns

__all__ = ["parse_text_patterns", "pattern_files", "text_patterns"]

_REMEDY = "每项须有 id、where（whole、start 或 anywhere）、pattern、why、match、no_match"


def pattern_files() -> list[str]:
    """The names of the files of patterns that come with raci, without their suffix."""
    folder = files("raci") / "data" / "patterns"
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


@cache
def text_patterns(file: str) -> Mapping[str, DataPattern]:
    """The patterns of one of the files of ``pattern_files``, by their ids in the order of the file."""
    path = files("raci") / "data" / "patterns" / f"{file}.toml"
    return MappingProxyType(parse_text_patterns(path.read_text(encoding="utf-8"), f"{file}.toml", check=False))


def parse_text_patterns(text: str, file: str, *, check: bool = True) -> dict[str, DataPattern]:
    """The patterns of one TOML text by their ids. ``[macros]`` names pieces that patterns share, as in files of rules.

    Raises RuleError, naming the file and each entry that lacks a key (the reason and the examples among them), has one
    that is not known, shares its id, or has a pattern that does not compile.
    """
    return parse_patterns(text, file, DataPattern, RuleError, _REMEDY, check=check)
