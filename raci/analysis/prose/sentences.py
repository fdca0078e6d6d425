"""The sentences of a clause as the rules of prose read them: without blanks, line ends, titles and annotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from raci.analysis.annotations.punctuation import with_commas
from raci.model import Span
from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled

__all__ = ["MayTell", "Sentence", "full_width", "sentences", "without_blanks", "without_makeup"]

_STOPS, _PAUSES = "。；！？", "，："
_OPENERS, _CLOSERS = "（〔［[【〈", "）〕］]】〉"
_MARKS = compiled(r"[。；！？，：（〔［\[【〈）〕］\]】〉]")
_HALF_WIDTH, _FULL_WIDTH = ",:;()?!∶\t|", "，：；（）？！：，\ue000"
#: a stop between two sentences; behind a numeral it ends a number (一.加强领导)
_HALF_STOP = late_pattern(r"\.(?<=[^\W\da-zA-Z_一二三四五六七八九十].)(?=[\u4e00-\u9fff])")
#: what parts a name that begins a line from what is to be done: 市教育局——编制规划; both characters keep their places
_DASH = late_pattern(r"——(?<=[局委办厅部府会院心队司处室组所站社]——)(?=[\u4e00-\u9fff])")
#: what goes on behind a bracket with whoever stands before it
_GOES_ON = late_pattern("：(?=[\u4e00-\u9fff])|(?=负责[\u4e00-\u9fff])")
_RUN = compiled(r"\S+")
#: what ``\s`` matches, as ``re`` seeks a set of characters faster than a kind of them
_BLANK = compiled(r"[\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_TITLE = compiled(r"《[^《》]{1,120}》")
#: what a title's words are replaced with, and what an annotation's: neither is part of a name
_HIDDEN, _GAP = "\ue000", "。"
#: who is in a group that is to be set up
_MAKEUP = late_pattern(r"(?<=[建设成组][立建])由[^，。；]{2,80}?组成的")
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


def full_width(words: str) -> str:
    """The words in full-width punctuation, character by character."""
    for half, full in zip(_HALF_WIDTH, _FULL_WIDTH, strict=True):
        words = words.replace(half, full)  # one after the other: a table of them is ten times as slow
    if "——" in words:
        words = _DASH.sub(" ：", words)
    return _HALF_STOP.sub("。", words) if "." in words else words


def without_blanks(words: str, start: int) -> tuple[str, Sequence[int]]:
    """The words, which begin at ``start`` of a text, in full-width punctuation and without blanks, and their places."""
    words = full_width(with_commas(words))
    compact = "".join(words.split())
    if len(compact) == len(words):
        return words, range(start, start + len(words))
    return compact, [start + offset for offset, char in enumerate(words) if not char.isspace()]


def without_makeup(sentence: Sentence) -> Sentence:
    """The sentence without the words that say who is in a group (建立由甲、乙组成的联席会议), its length kept."""
    if "组成的" not in sentence.words:
        return sentence
    made = _MAKEUP.sub(lambda found: _HIDDEN * len(found[0]), sentence.words)
    return sentence._replace(words=made)


class MayTell:
    """A text as sentences are read in it, and where in it some may stand that are of use: by one look over the whole.

    ``hidden`` are spans to leave out, in order; ``breaks`` where paragraphs begin. What ``hint`` finds counts where
    ``is_worth`` says so of it, by the words without blanks and its place in them.
    """

    def __init__(
        self,
        text: str,
        hint: re.Pattern[str],
        hidden: Sequence[Span] = (),
        breaks: Sequence[int] = (),
        is_worth: Callable[[str, int], bool] = lambda words, sign: True,
    ) -> None:
        self._hint, self._is_worth = hint, is_worth
        self._with_blanks = _with_gaps(full_width(with_commas(text)), hidden, breaks)
        self._blanks = [match.start() for match in _BLANK.finditer(self._with_blanks)]
        self._words = "".join(self._with_blanks.split())
        self._hits = self._found(self._words)
        self._hits_in_text = self._places_in_text(self._hits)

    def within(self, start: int, end: int) -> bool:
        """Whether one may stand in a stretch: asked of every clause, so in places of the text."""
        hits = self._hits_in_text
        first = bisect_left(hits, start)
        return first < len(hits) and hits[first] < end

    def sentences(self, start: int, end: int, heading_end: int, *, every: bool = False) -> Iterator[Sentence]:
        """The sentences in a stretch that may be of use, or ``every`` one; one ends at a blank at ``heading_end``."""
        with_blanks = self._with_blanks[start:end]
        place = heading_end - start
        if heading_end + 1 < end and with_blanks[place].isspace():
            with_blanks = f"{with_blanks[:place]}{_GAP}{with_blanks[place + 1 :]}"
            words = "".join(with_blanks.split())
            hits = self._found(words)
        else:
            first, last = self._place(start), self._place(end)
            words = self._words[first:last]
            hits = [hit - first for hit in self._hits[bisect_left(self._hits, first) : bisect_left(self._hits, last)]]
        if every or hits:
            yield from _sentences(with_blanks, words, start, None if every else hits, _LONGEST)

    def _found(self, words: str) -> list[int]:
        is_worth = self._is_worth
        return [sign for match in self._hint.finditer(words) if is_worth(words, sign := match.start())]

    def _place(self, offset: int) -> int:
        """Where in the words without blanks a place of the text is."""
        return offset - bisect_left(self._blanks, offset)

    def _places_in_text(self, offsets: Sequence[int]) -> list[int]:
        """Where in the text places of the words without blanks are."""
        before = [blank - index for index, blank in enumerate(self._blanks)]  # so many words stand before each blank
        return [offset + bisect_right(before, offset) for offset in offsets]


def sentences(text: str, start: int, end: int, longest: int = _LONGEST) -> Iterator[Sentence]:
    """The sentences in ``text[start:end]``; none of more than ``longest`` characters."""
    words = full_width(with_commas(text[start:end]))
    return _sentences(words, "".join(words.split()), start, None, longest)


def _sentences(
    with_blanks: str, words: str, start: int, hits: Sequence[int] | None, longest: int
) -> Iterator[Sentence]:
    """The sentences of a stretch that begins at ``start``, given with and without blanks; of ``hits`` only theirs."""
    places: Sequence[int] = range(start, start + len(words))
    if len(words) < len(with_blanks):
        runs = (match.span() for match in _RUN.finditer(with_blanks))
        places = list(chain.from_iterable(range(start + first, start + last) for first, last in runs))
    if "《" in words:
        words = _TITLE.sub(lambda title: f"《{_HIDDEN * (len(title[0]) - 2)}》", words)
    for stretch in [(0, len(words))] if hits is None else _between_stops(words, hits):
        for sentence in _split(words, places, stretch, hits):
            if len(sentence.words) <= longest:
                yield sentence


def _between_stops(words: str, hits: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches between full stops that hold hits: at a full stop a sentence ends, whatever is open."""
    end = -1
    for hit in hits:
        if hit > end:
            end = words.find("。", hit)
            end = len(words) if end < 0 else end
            yield words.rfind("。", 0, hit) + 1, end


def _with_gaps(words: str, hidden: Sequence[Span], breaks: Sequence[int]) -> str:
    """The words with gaps for what is hidden and for the ends of paragraphs."""
    pieces: list[str] = []
    done = 0
    for start, end in hidden:
        first = max(start, done)
        if first < end:
            goes_on = _GOES_ON.match(words, end)
            if goes_on is None:
                pieces += (words[done:first], _GAP * (end - first))
                done = end
            else:  # 市公安局（责任领导：张明）：维护秩序
                pieces += (words[done:first], "：", " " * (goes_on.end() - first - 1))
                done = goes_on.end()
    if pieces:
        words = "".join([*pieces, words[done:]])
    pieces, done = [], 0
    for place in breaks:
        # the blank before a paragraph is the end of the sentence before it
        last = place - 1
        if done <= last and words[last].isspace():
            pieces += (words[done:last], _GAP)
            done = place
    return "".join([*pieces, words[done:]])


def _split(
    words: str, places: Sequence[int], stretch: tuple[int, int], hits: Sequence[int] | None
) -> Iterator[Sentence]:
    depth, (begin, last) = 0, stretch
    phrases, brackets = [0], list[int]()
    for mark in _MARKS.finditer(words, begin, last):
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
    yield from _sentence(words, places, (begin, last), phrases, brackets, hits)


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
