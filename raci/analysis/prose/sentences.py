"""The sentences of a clause as the rules of prose read them: without blanks, line ends, titles and annotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.model import Span

__all__ = ["Sentence", "sentences"]

_STOPS = "。；！？"
_PAUSES = "，："
_OPENERS, _CLOSERS = "（〔［[【〈", "）〕］]】〉"
_FULL_WIDTH = str.maketrans(",:;()?!∶", "，：；（）？！：")
_TITLE = re.compile(r"《[^《》]{1,120}》")
#: what a title's words are replaced with, and what an annotation's: neither is part of a name
_HIDDEN, _GAP = "\ue000", "。"
#: the longest sentence that is read, in characters
_LONGEST = 4_000


class Sentence(NamedTuple):
    """A sentence without blanks, in full-width punctuation: ``words[i]`` stands at ``places[i]`` in the document's text.

    ``phrases`` are the offsets in ``words`` at which its phrases begin (behind commas and colons outside of brackets);
    ``outside[i]`` says whether a character stands outside of brackets.
    """

    words: str
    places: Sequence[int]
    phrases: Sequence[int]
    outside: Sequence[bool]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``words[start:end]`` stands in the document's text."""
        return self.places[start], self.places[end - 1] + 1


def sentences(text: str, start: int, end: int, hidden: Sequence[Span], breaks: Sequence[int]) -> Iterator[Sentence]:
    """The sentences in ``text[start:end]``; ``hidden`` are spans to leave out, ``breaks`` where paragraphs begin."""
    letters: list[str] = []
    places: list[int] = []
    gaps = _covered(hidden, start, end)
    begins = set(breaks)
    for place in range(start, end):
        char = text[place]
        if place in gaps:
            char = _GAP
        if place in begins and letters and letters[-1] not in _STOPS:
            letters.append(_GAP)
            places.append(place)
        if not char.isspace():
            letters.append(char)
            places.append(place)
    words = _TITLE.sub(lambda title: f"《{_HIDDEN * (len(title[0]) - 2)}》", "".join(letters).translate(_FULL_WIDTH))
    yield from _split(words, places)


def _covered(hidden: Sequence[Span], start: int, end: int) -> set[int]:
    places: set[int] = set()
    for span in hidden:
        if span.start < end and span.end > start:
            places.update(range(max(start, span.start), min(end, span.end)))
    return places


def _split(words: str, places: Sequence[int]) -> Iterator[Sentence]:
    depth = begin = 0
    phrases: list[int] = [0]
    outside: list[bool] = []
    for index, char in enumerate(words):
        if char in _OPENERS:
            depth += 1
        outside.append(depth == 0)
        if char in _CLOSERS:
            depth = max(0, depth - 1)
        # a bracket that is never closed ends with its sentence
        if char == "。" or (char in _STOPS and not depth):
            depth = 0
            outside[-1] = True
            if 4 <= index - begin <= _LONGEST:
                yield Sentence(words[begin:index], places[begin:index], phrases, outside[:-1])
            begin, phrases, outside = index + 1, [0], []
        elif char in _PAUSES and not depth:
            phrases.append(index - begin + 1)
    if 4 <= len(words) - begin <= _LONGEST:
        yield Sentence(words[begin:], places[begin:], phrases, outside)
