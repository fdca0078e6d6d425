"""Offsets of a text as scripts in a browser count them (halves of UTF-16), and as Python does (characters)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from raci.model.late_patterns import late_pattern

__all__ = ["Utf16"]


_WIDE = late_pattern("[\U00010000-\U0010ffff]")


class Utf16:
    """Turns offsets of one text; where it has no character beyond U+FFFF, both counts agree."""

    def __init__(self, text: str) -> None:
        #: the places of the characters that take two halves
        self._wide = [match.start() for match in _WIDE.finditer(text)]
        #: and the offsets of their second halves
        self._second = [index + number + 1 for number, index in enumerate(self._wide)]

    def of(self, offset: int) -> int:
        """The browser's offset of a character."""
        return offset + bisect_left(self._wide, offset)

    def back(self, offset: int) -> int:
        """The character at a browser's offset; one within a character means that character."""
        return offset - bisect_right(self._second, offset)
