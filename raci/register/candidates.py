"""What a name that the register does not hold might mean: to be looked at, never taken."""

from __future__ import annotations

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
    similar = (
        entry.stem
        for written, entry in register.bodies.local.items()
        if len(written) == len(stem) and sum(left != right for left, right in zip(written, stem, strict=True)) == 1
    )
    return tuple(dict.fromkeys(similar))[:_MOST]
