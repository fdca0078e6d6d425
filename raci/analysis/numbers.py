"""The numbers of clauses: their value, and which of them are of one series."""

from __future__ import annotations

from functools import lru_cache

from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern
from raci.rules.numerals import numeral

__all__ = ["begins_anew", "number_shape", "number_value"]


#: so many numbers are remembered: most documents count alike
_MOST_KNOWN = 4_096


def number_value(clause: Clause) -> int:
    """What the number of a clause counts; 0 where it has none."""
    return _value(clause.number)


@lru_cache(_MOST_KNOWN)
def _value(number: str) -> int:
    found = lexicon_pattern("checks.numeral").search(number)
    return numeral(found[0]) if found else 0


@lru_cache(_MOST_KNOWN)
def number_shape(number: str) -> str:
    """What numbers of one series share: their kind of numeral, and their brackets (3. and 3． are of one series)."""
    found = lexicon_pattern("checks.numeral").search(number)
    kind = "1" if found and found[0].isdigit() else "一"
    marks = lexicon_pattern("checks.numeral").sub("", number)
    return kind + ("".join(mark for mark in marks if mark.isalnum()) or ("（" if set(marks) & set("（(") else ""))


def begins_anew(before: Clause, clause: Clause) -> bool:
    """Whether a clause begins a new series behind one under the same heading: it counts back, or in another kind."""
    one, other = number_value(before), number_value(clause)
    return bool(one and other) and (other < one or number_shape(before.number) != number_shape(clause.number))
