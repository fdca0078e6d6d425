"""The sentences of a clause as the rules of prose read them: without blanks, line ends, titles and annotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from raci.model import Span

__all__ = ["Sentence", "sentences"]

_STOPS, _PAUSES = "。；！？", "，："
_OPENERS, _CLOSERS = "（〔［[【〈", "）〕］]】〉"
_MARKS = re.compile(r"[。；！？，：（〔［\[【〈）〕］\]】〉]")
_FULL_WIDTH = str.maketrans(",:;()?!∶", "，：；（）？！：")
_HALF_WIDTH = re.compile("[,:;()?!∶]")
_BLANK, _RUN = re.compile(r"\s+"), re.compile(r"\S+")
_TITLE = re.compile(r"《[^《》]{1,120}》")
#: what a title's words are replaced with, and what an annotation's: neither is part of a name
_HIDDEN, _GAP = "\ue000", "。"
#: the shortest and the longest sentence that is read, in characters
_SHORTEST, _LONGEST = 4, 4_000


class Sentence(NamedTuple):
    """A sentence without blanks, in full-width punctuation.

    ``words[i]`` stands at ``places[i]`` in the document's text. ``phrases`` are the offsets in ``words`` at which its
    phrases begin (behind commas and colons outside of brackets), ``brackets`` those at which a bracket opens or closes,
    in turn.
    """

    words: str
    places: Sequence[int]
    phrases: Sequence[int]
    brackets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``words[start:end]`` stands in the document's text."""
        return self.places[start], self.places[end - 1] + 1

    def is_outside(self, index: int) -> bool:
        """Whether a character stands outside of brackets."""
        return bisect_right(self.brackets, index) % 2 == 0


def sentences(
    text: str,
    start: int,
    end: int,
    hidden: Sequence[Span],
    breaks: Sequence[int],
    hint: re.Pattern[str] | None = None,
    longest: int = _LONGEST,
) -> Iterator[Sentence]:
    """The sentences in ``text[start:end]``; ``hidden`` are spans to leave out, ``breaks`` where paragraphs begin.

    ``hint`` is what a sentence must hold to be of use: those without are left out, as are those of more than
    ``longest`` characters.
    """
    words = text[start:end]
    if _HALF_WIDTH.search(words):
        words = words.translate(_FULL_WIDTH)
    if hidden or breaks:
        words = _with_gaps(words, start, hidden, breaks)
    places: Sequence[int] = range(start, end)
    if _BLANK.search(words):
        places = list(
            chain.from_iterable(range(start + run.start(), start + run.end()) for run in _RUN.finditer(words))
        )
        words = _BLANK.sub("", words)
    hits: Sequence[int] | None = None
    if hint is not None:
        hits = [match.start() for match in hint.finditer(words)]
        if not hits:
            return
    words = _TITLE.sub(lambda title: f"《{_HIDDEN * (len(title[0]) - 2)}》", words)
    for sentence in _split(words, places, hits):
        if len(sentence.words) <= longest:
            yield sentence


def _with_gaps(words: str, start: int, hidden: Sequence[Span], breaks: Sequence[int]) -> str:
    """The words, which begin at ``start``, with gaps for what is hidden and for the ends of paragraphs."""
    chars = list(words)
    for span in hidden:
        first, last = max(span.start - start, 0), min(span.end - start, len(chars))
        if first < last:
            chars[first:last] = _GAP * (last - first)
    for place in breaks:
        # the blank before a paragraph is the end of the sentence before it
        if 0 < place - start < len(chars) and chars[place - start - 1].isspace():
            chars[place - start - 1] = _GAP
    return "".join(chars)


def _split(words: str, places: Sequence[int], hits: Sequence[int] | None) -> Iterator[Sentence]:
    depth = begin = 0
    phrases, brackets = [0], list[int]()
    for mark in _MARKS.finditer(words):
        char, index = mark[0], mark.start()
        if char in _OPENERS:
            depth += 1
            if depth == 1:
                brackets.append(index - begin)
        elif char in _CLOSERS:
            if depth == 1:
                brackets.append(index - begin + 1)
            depth = max(0, depth - 1)
        # a bracket that is never closed ends with its sentence
        elif char == "。" or (char in _STOPS and not depth):
            yield from _sentence(words, places, (begin, index), phrases, brackets, hits)
            begin, depth, phrases, brackets = index + 1, 0, [0], []
        elif char in _PAUSES and not depth:
            phrases.append(index - begin + 1)
    yield from _sentence(words, places, (begin, len(words)), phrases, brackets, hits)


def _sentence(
    words: str,
    places: Sequence[int],
    span: tuple[int, int],
    phrases: Sequence[int],
    brackets: Sequence[int],
    hits: Sequence[int] | None,
) -> Iterator[Sentence]:
    start, end = span
    if end - start < _SHORTEST:
        return
    if hits is None or bisect_left(hits, end) > bisect_left(hits, start):
        yield Sentence(words[start:end], places[start:end], phrases, brackets)
