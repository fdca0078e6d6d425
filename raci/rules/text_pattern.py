"""What all patterns of rules have in common: those of ``re``, those of ``regex``, and those under a time limit."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from raci.model.pattern_codes import compiled

if TYPE_CHECKING:
    import regex

__all__ = ["TextMatch", "TextPattern", "compile_limitable", "compile_plain"]

#: so many compiled patterns are remembered, by their text; one set of rules makes some thirty
_MOST_COMPILED = 256


class TextMatch(Protocol):
    """Where a pattern matched: what raci uses of ``re.Match``."""

    @property
    def lastgroup(self) -> str | None:
        """The name of the group that matched last."""
        ...

    def __getitem__(self, group: int | str, /) -> str: ...

    def start(self, group: int | str = 0, /) -> int: ...

    def end(self, group: int | str = 0, /) -> int: ...

    def span(self, group: int | str = 0, /) -> tuple[int, int]: ...


class TextPattern(Protocol):
    """A compiled pattern: what raci uses of ``re.Pattern``."""

    @property
    def pattern(self) -> str:
        """What it was compiled from."""
        ...

    @property
    def groupindex(self) -> Mapping[str, int]:
        """The groups that have names."""
        ...

    def search(self, string: str, pos: int = 0, endpos: int = sys.maxsize, /) -> TextMatch | None: ...

    def match(self, string: str, pos: int = 0, endpos: int = sys.maxsize, /) -> TextMatch | None: ...

    def fullmatch(self, string: str, pos: int = 0, endpos: int = sys.maxsize, /) -> TextMatch | None: ...

    def finditer(self, string: str, pos: int = 0, endpos: int = sys.maxsize, /) -> Iterator[TextMatch]: ...

    def sub(self, repl: str, string: str, /) -> str: ...


@lru_cache(maxsize=_MOST_COMPILED)
def compile_plain(source: str) -> re.Pattern[str]:
    """The pattern on ``re``, which is the fastest."""
    return compiled(source)


@lru_cache(maxsize=_MOST_COMPILED)
def compile_limitable(source: str) -> regex.Pattern[str]:
    """The pattern on ``regex``, which takes a limit of time, and searches from the end where it begins with (?r)."""
    import regex

    return regex.compile(source)
