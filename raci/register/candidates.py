"""What a name that the register does not hold might mean: to be looked at, never taken."""

from __future__ import annotations

from functools import lru_cache
from operator import ne

from raci.register.register import Register

__all__ = ["find_candidates"]

_SHORTEST, _LONGEST = 3, 8
_MOST = 4


def find_candidates(text: str, register: Register) -> tuple[str, ...]:
    """Bodies whose short forms are one character away from a name."""
    if not _SHORTEST <= len(text) <= _LONGEST or not register.patterns["candidate.ending"].holds(text):
        return ()
    level = register.patterns["candidate.level"].find(text)
    stem = text[level.end() :] if level else text
    similar = [full for written, full in _by_length(register).get(len(stem), ()) if sum(map(ne, written, stem)) == 1]
    return tuple(dict.fromkeys(similar))[:_MOST]


@lru_cache(maxsize=8)
def _by_length(register: Register) -> dict[int, list[tuple[str, str]]]:
    """The short forms of bodies, with their full names, by how long they are."""
    forms: dict[int, list[tuple[str, str]]] = {}
    for written, entry in register.bodies.local.items():
        forms.setdefault(len(written), []).append((written, entry.stem))
    return forms
