"""What one part of a sentence tells: a role and the names that have it; how far names behind a word reach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci.analysis.prose.marks import last_of_list, longest_names
from raci.analysis.prose.names import PlacedName
from raci.analysis.prose.places import names_and_places
from raci.model import Role
from raci.rules.lexicon import lexicon_pattern

__all__ = ["PAUSES", "Duty", "names_after", "names_reach", "names_stop", "placed"]

PAUSES = "，："
#: the longest name behind 会同, 报 or 指导, the last of a list, in characters
_LONGEST_NAME = 60


class Duty(NamedTuple):
    """Names with one role, and the id of the rule that gives it."""

    role: Role
    names: tuple[PlacedName, ...]
    rule: str


def names_after(words: str, start: int, end: int) -> tuple[PlacedName, ...]:
    """The names that begin at ``start``: up to the first verb before which names stand, or the end of the phrase."""
    stop = names_stop(words, start, end)
    for verb in lexicon_pattern("prose.pivot").finditer(words, start + 1, stop):
        names = names_and_places(words[start : verb.end()])
        if names is not None:
            return placed(names, start)
    return placed(names_and_places(words[start:stop]), start) or longest_names(words, start, stop)[0]


def names_stop(words: str, start: int, end: int) -> int:
    """Where a list of names that begins at ``start`` ends at the latest: a pause, or who may stand in its place."""
    found = [words.find(mark, start, end) for mark in (*PAUSES, "作为", "（或", "（联系", "（电话", "（邮箱", "（地址")]
    return min([names_reach(words, start, end), *(place for place in found if place >= 0)])


def names_reach(words: str, start: int, end: int) -> int:
    """How far a list of names that begins at ``start`` may reach: each of them has an end, their number has none."""
    return min(end, last_of_list(words, start, end, _LONGEST_NAME) + _LONGEST_NAME)


def placed(names: Sequence[PlacedName] | None, offset: int) -> tuple[PlacedName, ...]:
    return tuple((name, start + offset, end + offset) for name, start, end in names or ())
