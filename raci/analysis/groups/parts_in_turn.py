"""Parts of a group told in one sentence: 下设甲组、乙组，分别由…牵头; 甲组（组长：某某；成员：…）."""

from __future__ import annotations

from raci.analysis.groups.lists import pieces
from raci.analysis.groups.naming import GroupName
from raci.analysis.groups.posts import people_in
from raci.analysis.groups.said import Said
from raci.rules.lexicon import lexicon_pattern

__all__ = ["part_around", "part_before", "parts_in_turn"]

_LEADING = "牵头"
#: how far the bracket of a part reaches, in characters
_LONGEST_BRACKET = 300
#: the longest name of a part with its number, and the longest label behind it, in characters
_LONGEST_NAME, _LABEL = 20, 6


def parts_in_turn(words: str) -> list[Said]:
    """Who leads each part; nothing where there are not as many who lead as parts."""
    found = lexicon_pattern("group.parts-in-turn").search(words)
    if found is None:
        return []
    first, start = found.start("parts"), found.start("who")
    parts = [
        GroupName(part.words, first + part.start, first + part.end, part=True) for part in pieces(found["parts"], "、")
    ]
    people = people_in(found["who"])
    if len(parts) != len(people):
        return []
    return [
        Said("head", _LEADING, who._replace(start=start + who.start, end=start + who.end), part)
        for part, who in zip(parts, people, strict=True)
    ]


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


def part_before(text: str, place: int) -> int:
    """Where the name of a part begins right before a label (①宣传组，牵头单位：甲); the label's place else."""
    start = max(0, place - _LONGEST_NAME, text.rfind("\n", max(0, place - _LONGEST_NAME), place) + 1)
    named = lexicon_pattern("group.part-before-comma").match(text, start, place + _LABEL)
    return start if named and named.end() == place else place
