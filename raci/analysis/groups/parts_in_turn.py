"""Parts of a group told in one sentence: 下设综合组、宣传组，分别由甲、乙牵头; 综合组（甲牵头）、宣传组（乙牵头）."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.groups.lists import pieces
from raci.analysis.groups.naming import GroupName
from raci.analysis.groups.posts import people_in
from raci.analysis.groups.said import Said
from raci.rules.lexicon import lexicon_pattern

__all__ = ["parts_in_brackets", "parts_in_turn"]

_LEADING = "牵头"


def parts_in_turn(words: str) -> Iterator[Said]:
    """Who leads each part; nothing where there are not as many who lead as parts."""
    found = lexicon_pattern("group.parts-in-turn").search(words)
    if found is None:
        return
    first, start = found.start("parts"), found.start("who")
    parts = [
        GroupName(part.words, first + part.start, first + part.end, part=True) for part in pieces(found["parts"], "、")
    ]
    people = people_in(found["who"])
    if len(parts) != len(people):
        return
    for part, who in zip(parts, people, strict=True):
        yield Said("head", _LEADING, who._replace(start=start + who.start, end=start + who.end), part)


def parts_in_brackets(words: str) -> Iterator[Said]:
    """Who leads each part, where that stands in a bracket behind its name."""
    for found in lexicon_pattern("group.part-in-bracket").finditer(words):
        part = GroupName(found["part"], found.start("part"), found.end("part"), part=True)
        for who in people_in(found["who"]):
            start = found.start("who")
            yield Said("head", _LEADING, who._replace(start=start + who.start, end=start + who.end), part)
