"""Parts of a group whose leaders and members stand in a bracket behind their names: 执法组（由甲牵头，乙参加）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from raci.analysis.groups.naming import GroupName
from raci.analysis.prose.sentences import Sentence
from raci.rules.lexicon import lexicon_pattern

__all__ = ["BracketedPart", "bracketed_parts"]

#: where a phrase ends within the bracket
_PAUSES = re.compile("[，：；]")


class BracketedPart(NamedTuple):
    """The name of a part, where what stands behind it ends, and the words of the bracket as a sentence of their own.

    ``start``: where in the sentence the words of the bracket begin.
    """

    name: GroupName
    said: Sentence
    start: int
    end: int


def bracketed_parts(sentence: Sentence) -> Iterator[BracketedPart]:
    """The parts of a sentence that are told so, in order."""
    for found in lexicon_pattern("group.part-in-bracket").finditer(sentence.words):
        name = GroupName(found["part"], found.start("part"), found.end("part"), part=True)
        start, end = found.span("said")
        phrases = [0, *(pause.end() for pause in _PAUSES.finditer(found["said"]) if pause.end() < end - start)]
        yield BracketedPart(name, Sentence(found["said"], sentence.places[start:end], phrases, ()), start, found.end())
