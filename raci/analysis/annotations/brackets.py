"""The brackets of a clause, of any kinds, in pairs; and those that never close."""

from __future__ import annotations

from bisect import bisect_left

from raci.model.pattern_codes import compiled

__all__ = ["CLOSING", "OPENING", "Bracket", "bracket_offsets", "find_brackets"]

_BRACKET = compiled(r"[（(〔\[［【〈〖﹝)）〕\]］】〉〗﹞]")
OPENING = frozenset("（(〔[［【〈〖﹝")
CLOSING = ")）〕]］】〉〗﹞"


#: a pair of brackets: its start and end, and how many others stand around it; a plain tuple, for speed
Bracket = tuple[int, int, int]


def bracket_offsets(text: str) -> list[int]:
    """Where in a text brackets open or close."""
    return [match.start() for match in _BRACKET.finditer(text)]


def find_brackets(clause: str) -> tuple[list[Bracket], list[int]]:
    """The pairs of brackets, outermost first; and where those stand that never close."""
    unclosed: list[int] = []
    pairs: list[Bracket] = []
    for match in _BRACKET.finditer(clause):
        place = match.start()
        if clause[place] in OPENING:
            unclosed.append(place)
        elif unclosed:
            start = unclosed.pop()
            pairs.append((start, place + 1, len(unclosed)))
    if not pairs:
        return pairs, unclosed
    if unclosed:
        # what was never closed is no depth
        pairs = [(start, end, depth - bisect_left(unclosed, start)) for start, end, depth in pairs]
    pairs.sort()
    return pairs, unclosed
