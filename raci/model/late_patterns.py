"""Patterns of modules that are compiled when they are first used.

A set such as ``[一-鿿]`` takes ``re`` half a millisecond, so that the patterns of all modules together take a tenth of
a short run, and most texts use few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

from raci.model.pattern_codes import compiled

__all__ = ["late_pattern"]

#: what is mostly asked of a pattern
_ASKED = ("search", "match", "fullmatch", "finditer", "sub", "split", "findall", "pattern")


class _LatePattern:
    """Stands for a pattern; what is asked of it is that of the compiled one, kept at hand from then on."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:  # Any: whatever a pattern has
        if name.startswith("__"):  # copying and pickling ask for what a pattern has not
            raise AttributeError(name)
        pattern = compiled(self._source, self._flags)
        for asked in _ASKED:
            setattr(self, asked, getattr(pattern, asked))
        return getattr(pattern, name)

    def __repr__(self) -> str:
        return f"late_pattern({self._source!r})"


def late_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, compiled when it is first used."""
    return cast("re.Pattern[str]", _LatePattern(source, flags))
