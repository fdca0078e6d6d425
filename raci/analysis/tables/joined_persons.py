"""Persons in a cell that nothing parts, as crawlers leave them where each had a line: 林晓梅韩志远."""

from __future__ import annotations

from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["persons_apart"]

#: two names of two or three characters
_JOINED = compiled(r"\s*[\u4e00-\u9fff]{4,6}\s*")
_SHORTEST, _LONGEST = 2, 3


def persons_apart(words: str) -> list[tuple[int, int]]:
    """Where the two names stand of which a cell is made; empty where there is no such way, or more than one."""
    if _JOINED.fullmatch(words) is None:
        return []
    start = len(words) - len(words.lstrip())
    end = start + len(words.strip())
    person = lexicon_pattern("column.full-name")
    ways = [
        place
        for place in range(max(start + _SHORTEST, end - _LONGEST), min(start + _LONGEST, end - _SHORTEST) + 1)
        if person.match(words[start:place]) and person.match(words[place:end])
    ]
    return [(start, ways[0]), (ways[0], end)] if len(ways) == 1 else []
