"""What somebody in charge writes on a paper of who is to deal with it: 请甲局牵头，乙局配合; 转丙局阅处."""

from __future__ import annotations

import re
from typing import NamedTuple

from raci.model import Role, Span
from raci.rules.bare_head import name_of_head
from raci.rules.bodies import like_bodies
from raci.rules.lexicon import lexicon_pattern

__all__ = ["ASKED", "OpinionPart", "heads_opinion", "limit_of_opinion", "parts_of_opinion"]

#: why a column of opinions says who does what
ASKED = "意见里写明请谁办"
_CLAUSE = re.compile(r"[^，,；;。\n]+")
#: the groups of the pattern ``opinion.part`` and the roles of the names in them
_ROLES: dict[str, Role] = {
    "lead": "lead",
    "chief": "lead",
    "beside": "support",
    "support": "support",
    "responsible": "responsible",
}


class OpinionPart(NamedTuple):
    """A stretch of names in an opinion, and their role."""

    role: Role
    start: int
    end: int


def heads_opinion(words: str) -> bool:
    """Whether a head stands over, or beside, opinions: 拟办意见, 分办意见, 领导批示."""
    return lexicon_pattern("column.opinion").search(name_of_head(words)) is not None


def parts_of_opinion(words: str) -> list[OpinionPart]:
    """The names in an opinion with their roles; empty where it asks nobody to do anything."""
    parts: list[OpinionPart] = []
    said = lexicon_pattern("opinion.part")
    for clause in _CLAUSE.finditer(words):
        match = said.match(words, clause.start(), clause.end())
        if match is None:
            continue
        found = [OpinionPart(role, *match.span(name)) for name, role in _ROLES.items() if match.span(name) != (-1, -1)]
        asked = match["asked"] is not None or bool(parts)
        if asked and all(_are_bodies(words[part.start : part.end]) for part in found):
            parts += found
    return parts


def limit_of_opinion(words: str) -> Span | None:
    """Where an opinion says by when: 于5月18日前."""
    match = lexicon_pattern("opinion.limit").search(words)
    return Span(*match.span()) if match is not None else None


def _are_bodies(words: str) -> bool:
    named, odd = like_bodies(words)
    return named > 0 and not odd
