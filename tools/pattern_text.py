"""The text of a pattern: its alternatives, its groups."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["alternatives", "end_of_group"]


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, outside of groups."""
    parts, depth, begun = [], 0, 0
    for position, char in _structure(pattern):
        if char == "|" and not depth:
            parts.append(pattern[begun:position])
            begun = position + 1
        depth += (char == "(") - (char == ")")
    return [*parts, pattern[begun:]]


def end_of_group(pattern: str, start: int) -> int:
    """Where the bracket stands that closes the group that begins at ``start``."""
    depth = 0
    for position, char in _structure(pattern, start):
        depth += (char == "(") - (char == ")")
        if not depth:
            return position
    raise ValueError(f"a group that begins at {start} is not closed: {pattern}")


def _structure(pattern: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """The characters of a pattern from ``start`` on that are neither escaped nor of a set, with their places."""
    in_set, position = False, start
    while position < len(pattern):
        char = pattern[position]
        if char == "\\":
            position += 1
        elif in_set:
            in_set = char != "]"
        elif char == "[":
            in_set = True
        else:
            yield position, char
        position += 1
