"""The patterns by which titles of documents become titles of tables (``raci/data/titles.toml``)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["RenamedEnding", "TitlePatterns", "title_patterns"]


@dataclass(frozen=True, slots=True)
class RenamedEnding:
    """The end of a document's title that is exchanged for the name of its table."""

    ending: str
    table: str


@dataclass(frozen=True, slots=True)
class TitlePatterns:
    """What is looked for in titles; see the reasons in the file.

    ``passed_on`` has the group ``plan``; ``notice`` is for whole titles, with the groups ``whole`` and ``part``;
    ``kind`` has the group of that name.
    """

    passed_on: re.Pattern[str]
    quoted: re.Pattern[str]
    table: re.Pattern[str]
    notice: re.Pattern[str]
    kind: re.Pattern[str]
    renamed: tuple[RenamedEnding, ...]


@cache
def title_patterns() -> TitlePatterns:
    """The patterns, loaded on first use."""
    tables = tomllib.loads((files("raci") / "data" / "titles.toml").read_text(encoding="utf-8"))
    patterns = {entry["id"]: re.compile(entry["pattern"]) for entry in tables["title"]}
    return TitlePatterns(
        passed_on=patterns["passed-on"],
        quoted=patterns["quoted"],
        table=patterns["table"],
        notice=patterns["notice"],
        kind=patterns["kind"],
        renamed=tuple(RenamedEnding(entry["ending"], entry["table"]) for entry in tables["renamed"]),
    )
