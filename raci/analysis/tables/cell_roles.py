"""Roles that stand in a cell before its names (（牵头）甲（配合）乙), or that their place in it says: 甲（乙）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from raci.analysis.tables.opinions import parts_of_opinion
from raci.model.pattern_codes import compiled
from raci.rules.bodies import like_bodies
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import at_start
from raci.rules.role_words import role_of_word

__all__ = ["RolePart", "parts_of"]

_OPENERS = "（(【[〔［"
_COLONS = "：:∶"
#: what stands before a word of a role that begins a stretch
_PARTING = " \t\u3000\n、，,；;。/／"
#: what an opinion that asks bodies to do something begins with
_ASKS = frozenset("请由转交送拟建呈责委同")
#: the roles of which a head may name two, in the order in which their bodies stand: 主责/配合单位
_OF_BODIES = frozenset(("lead", "responsible", "support", "guide"))
_TWO = ("lead", "support")
_LEADING = "*＊★☆▲●"
_EDGE = " \n。；;" + _LEADING
#: 甲（乙、丙）
_BRACKETED = compiled(r"([^（）()]+)[（(]([^（）()]+)[)）]\s*")
_SENTENCE = compiled(r"[^\s；;。][^；;。\n]*")
#: what a body is to do has so many characters
_SHORTEST_DUTY = 4
_LIST = compiled(r"[^、，,；;\n]+")


class RolePart(NamedTuple):
    """A stretch of a cell, and the role of the names in it."""

    role: str
    start: int
    end: int


def parts_of(words: str, roles: Sequence[str]) -> list[RolePart]:
    """The stretches of a cell with their roles; empty where only its column says them.

    ``roles`` are those of the head: 牵头（配合）单位 has two, and which one is whose the cell says in its own way.
    """
    asked = [RolePart(*part) for part in parts_of_opinion(words)] if words[:1] in _ASKS else []
    return (
        asked
        or _behind_words(words)
        or (_of_two(words, *roles) if len(roles) == 2 and _OF_BODIES.issuperset(roles) else [])
        or _before_duties(words, roles)
    )


def _behind_words(words: str) -> list[RolePart]:
    """The stretches behind words of roles, the first of which begins the cell.

    Labels with a colon alone (牵头：甲；配合：乙) are read as in any annotation.
    """
    found = [match for match in lexicon_pattern("cell.role-before").finditer(words) if _begins(words, match)]
    if found and _is_label(found[0]):
        # 责任单位：甲（牵头）、乙: the bracket speaks of the name before it
        found = [match for match in found if match[0][0] not in _OPENERS or words[match.start() - 1] in _PARTING]
    if not found or found[0].start() > 0 or all(_is_label(match) for match in found):
        return []
    parts = []
    for number, match in enumerate(found):
        stop = found[number + 1].start() if number + 1 < len(found) else len(words)
        role = role_of_word(next(word for word in match.groups() if word))
        if role is None or not words[match.end() : stop].strip():
            return []
        parts.append(RolePart(role, match.end(), stop))
    return parts


def _before_duties(words: str, roles: Sequence[str]) -> list[RolePart]:
    """Bodies with what each is to do behind a colon: ①县医保局：制定方案；②县财政局：保障经费."""
    role = "responsible" if set(_TWO) <= set(roles) else roles[0]
    parts = []
    for sentence in _SENTENCE.finditer(words):
        marker = at_start(sentence[0])
        start = sentence.start() + (marker.end if marker else 0)
        colon = next((place for place in range(start, sentence.end()) if words[place] in _COLONS), start)
        if not _are_bodies(words[start:colon]) or not _says_duty(words[colon + 1 : sentence.end()]):
            return []
        parts.append(RolePart(role, start, colon))
    return parts if len(parts) > 1 else []


def _says_duty(words: str) -> bool:
    """Whether words behind a body say what it is to do, and name no body or person."""
    return len(words.strip()) >= _SHORTEST_DUTY and not _are_bodies(words)


def _begins(words: str, match: re.Match[str]) -> bool:
    """Whether a word of a role stands where one may: at the start, behind a pause, or in brackets."""
    return match[0][0] in _OPENERS or match.start() == 0 or words[match.start() - 1] in _PARTING


def _is_label(match: re.Match[str]) -> bool:
    return match["plain"] is not None and match[0].rstrip()[-1] in _COLONS


def _of_two(words: str, first: str, second: str) -> list[RolePart]:
    """Below 牵头（配合）单位, 主责/配合单位: 甲（乙、丙）, 甲/乙, one name with a star, one name alone."""
    bracketed = _BRACKETED.fullmatch(words)
    if bracketed is not None and all(_are_bodies(part) for part in bracketed.groups()):
        return [RolePart(first, *bracketed.span(1)), RolePart(second, *bracketed.span(2))]
    for slash in "/／":
        if words.count(slash) == 1:
            middle = words.index(slash)
            if _are_bodies(words[:middle]) and _are_bodies(words[middle + 1 :]):
                return [RolePart(first, 0, middle), RolePart(second, middle + 1, len(words))]
    if (first, second) != _TWO:
        return []
    names = [match.span() for match in _LIST.finditer(words) if match[0].strip()]
    starred = [span for span in names if set(words[slice(*span)].strip()) & set(_LEADING)]
    if len(names) == 1 and _are_bodies(words):
        return [RolePart(first, 0, len(words))]
    if len(starred) == 1:
        return [RolePart(first if span in starred else second, *span) for span in names]
    return []


def _are_bodies(words: str) -> bool:
    bare = lexicon_pattern("cell.verb-behind").sub("", words.strip(_EDGE))
    named, odd = like_bodies(bare.strip(_EDGE))
    return named > 0 and not odd
