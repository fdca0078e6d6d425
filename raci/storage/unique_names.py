"""Names that do not repeat."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["UniqueNames"]


class UniqueNames:
    """Gives each name once: the second ``x`` is ``x#2``, or what ``again`` makes of the name and the count."""

    def __init__(self, again: Callable[[str, int], str] = lambda name, count: f"{name}#{count}") -> None:
        self._again = again
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}  # the last that each name was given with

    def of(self, name: str) -> str:
        """The name, or one made from it that was not given before."""
        count = self._counts.get(name, 0) + 1
        unique = name if count == 1 else self._again(name, count)
        while unique in self._taken:
            count += 1
            unique = self._again(name, count)
        self._taken.add(unique)
        self._counts[name] = count
        return unique
