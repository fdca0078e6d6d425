"""The line of a roster in which somebody stands, as the evidence."""

from __future__ import annotations

__all__ = ["line_around"]

#: how far before and behind a member the line may reach that is quoted, in characters
_LONGEST_QUOTE = 400


def line_around(text: str, start: int, end: int) -> str:
    """The line in which ``text[start:end]`` stands; of a long one only these words."""
    first = text.rfind("\n", max(0, start - _LONGEST_QUOTE), start)
    last = text.find("\n", end, end + _LONGEST_QUOTE)
    first = -1 if first < 0 and start > _LONGEST_QUOTE else first + 1
    last = len(text) if last < 0 and end + _LONGEST_QUOTE >= len(text) else last
    return text[start:end].strip() if first < 0 or last < 0 else text[first:last].strip()
