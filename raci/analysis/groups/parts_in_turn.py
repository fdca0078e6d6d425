"""Parts of a group told in one sentence: 下设甲组、乙组，分别由…牵头; 甲组（组长：某某；成员：…）."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.groups.lists import pieces
from raci.analysis.groups.naming import GroupName
from raci.analysis.groups.posts import people_in
from raci.analysis.groups.said import Said
from raci.rules.lexicon import lexicon_pattern

__all__ = ["part_around", "parts_in_turn"]

_LEADING = "牵头"
#: how far the bracket of a part reaches, in characters
_LONGEST_BRACKET = 300


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


def part_around(text: str, place: int) -> GroupName | None:
    """The part of a group of which a place tells: in a sentence behind its name (下设执法组：组长：…；成员：…).

    None where no part is named there. Brackets stand in ``text`` as a colon and a full stop.
    """
    start = max(0, place - _LONGEST_BRACKET)
    start = max(start, text.rfind("。", start, place) + 1, text.rfind("\n", start, place) + 1)
    named = list(lexicon_pattern("group.part-before-bracket").finditer(text, start, place))
    if not named:
        return None
    last = named[-1]
    return GroupName(last["part"], last.start("part"), last.end("part"), part=True)
