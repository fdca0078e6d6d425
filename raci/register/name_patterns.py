"""The patterns of names that come with raci: what they match is data, and each says why it is and gives examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from raci.errors import RegisterError
from raci.model.patterns import DataPattern, parse_patterns

__all__ = ["NamePattern", "built_in_patterns", "ending_patterns", "parse_name_patterns", "patterns_of_group"]

_REMEDY = "请逐条改正，写法见 raci/data/register/README.md"


@dataclass(frozen=True)
class NamePattern(DataPattern):
    """A pattern of names with what a match says: of which ``level``, of which ``body``, of what ``kind`` (endings)."""

    level: str = ""
    body: str = ""
    kind: str = ""


@cache
def built_in_patterns() -> Mapping[str, NamePattern]:
    """The patterns of all files of raci/data/register/patterns, by id, in the order of their files."""
    patterns: dict[str, NamePattern] = {}
    folder = files("raci") / "data" / "register" / "patterns"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            patterns |= parse_name_patterns(entry.read_text(encoding="utf-8"), entry.name, check=False)
    return patterns


@cache
def patterns_of_group(prefix: str) -> tuple[NamePattern, ...]:
    """The patterns that come with raci whose ids begin so (``set.level.``), in the order of their files."""
    return tuple(pattern for id, pattern in built_in_patterns().items() if id.startswith(prefix))


@cache
def ending_patterns() -> tuple[NamePattern, ...]:
    """The patterns that tell a ``kind`` by how a name ends, in the order of their files."""
    return tuple(pattern for pattern in built_in_patterns().values() if pattern.kind)


def parse_name_patterns(text: str, file: str, *, check: bool = True) -> dict[str, NamePattern]:
    """The patterns of one TOML text, by id.

    Raises RegisterError that names every fault with file and pattern.
    """
    return parse_patterns(text, file, NamePattern, RegisterError, _REMEDY, check=check)
