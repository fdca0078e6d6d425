"""Whether the words of a cell below the head of a column of persons are persons."""

from __future__ import annotations

from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern
from raci.rules.traditional import as_simplified

__all__ = ["are_persons", "is_no_name"]

_LISTED = compiled(r"[、，,；;\s]+")
#: the longest name behind a surname of one character
_LONGEST_NAME = 3


def are_persons(text: str) -> bool:
    """Whether a cell below the head of a column of persons lists persons, by name or post."""
    person = lexicon_pattern("column.person")
    return all(person.fullmatch(piece) for piece in _LISTED.split(as_simplified(text)) if piece)


def is_no_name(text: str) -> bool:
    """Whether so few characters are words rather than a name: 重点, 民生保障; 华新民 begins with a surname."""
    if lexicon_pattern("cell.no-name").match(text) is None:
        return False
    return len(text) > _LONGEST_NAME or lexicon_pattern("group.surname").match(text) is None
