"""The parts of a sentence that make one statement each of a group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from raci.analysis.prose.sentences import Sentence
from raci.rules.lexicon import lexicon_pattern

__all__ = ["StatementUnit", "says_nothing", "statement_units"]

_OPENERS = "（〔［[【"


class StatementUnit(NamedTuple):
    """A part of a sentence that makes one statement: its words, where they begin, and the mark behind them."""

    words: str
    start: int
    mark: str


def statement_units(sentence: Sentence) -> Iterator[StatementUnit]:
    """The phrases of a sentence, parted as well behind a title that somebody is given (任组长、分管副市长任副组长)."""
    words, starts = sentence.words, sentence.phrases
    number = lexicon_pattern("group.number").match(words)
    for index, begin in enumerate(starts):
        begin = max(begin, number.end() if number else 0)
        end = starts[index + 1] - 1 if index + 1 < len(starts) else len(words)
        start = begin
        for given in lexicon_pattern("group.title-given").finditer(words, begin, end):
            yield StatementUnit(words[start : given.end()], start, words[given.end()])
            start = given.end() + 1
        if end - start > 1:
            yield StatementUnit(words[start:end], start, words[end : end + 1])


def says_nothing(unit: StatementUnit) -> bool:
    """Whether a unit is a bracket (an annotation, an aside), or says who is in no group."""
    return unit.words[0] in _OPENERS or lexicon_pattern("group.no-members").search(unit.words) is not None
