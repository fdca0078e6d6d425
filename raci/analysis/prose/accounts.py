"""Accounts of what happened: stories, news, diaries, half a year's work; chapters of them within other documents.

What tells them is no title but their sentences: 了, last year, somebody said, so many were handled, we. Where these are
many and hardly a sentence asks for anything, what the others say of bodies is told as well, and no duty.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from raci.analysis.prose.telling import ahead
from raci.model import Clause
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_hint, lexicon_pattern

__all__ = ["Accounts"]

_SENTENCE = compiled(r"[^。！？；!?;\n]{8,}")
#: what stands in quotation marks is somebody's word, or the rest of it where the sentence ends or begins within
_QUOTED = compiled("“[^”]{8,}(?:”|$)|^[^“]{4,}”")
#: what a number that was reached weighs beside a word that tells
_REACHED = 0.5
#: so many sentences of an account at least tell
_LEAST = 3
#: the part of its sentences that tell, and how many times as many they are as those that ask
_SHARE, _SHARE_OF_CHAPTER, _TIMES = 0.25, 0.35, 1.5


class _Sentences:
    """The sentences of a text: where they begin, and what each weighs that tells."""

    def __init__(self, text: str) -> None:
        #: where a word stands that tells
        self.hits = [hit.start() for hit in lexicon_hint("prose.told-of").finditer(text)]
        few = len(self.hits) < _LEAST  # most documents
        self._found = [] if few else [(found.start(), found[0]) for found in _SENTENCE.finditer(text)]
        self._told = [self._weight(start, words) for start, words in self._found]

    def _weight(self, start: int, words: str) -> float:
        first = bisect_left(self.hits, start)
        if first < len(self.hits) and self.hits[first] < start + len(words):
            return 1
        return _REACHED if lexicon_pattern("prose.reached").search(words) else 0

    def is_account(self, start: int, end: int, share: float) -> bool:
        """Whether so large a share of a stretch tells, and so much less asks for anything."""
        first, last = self._within(start, end)
        told = sum(self._told[first:last])
        return told >= max(_LEAST, share * (last - first)) and told >= _TIMES * self._asked(first, last)

    def tells_as_much(self, start: int, end: int) -> bool:
        """Whether a stretch asks for no more than it tells."""
        first, last = self._within(start, end)
        return sum(self._told[first:last]) >= self._asked(first, last)

    def _within(self, start: int, end: int) -> tuple[int, int]:
        """Which sentences a stretch has; none where too few words tell to look at them."""
        if bisect_left(self.hits, end) - bisect_left(self.hits, start) < _LEAST:
            return 0, 0
        return bisect_left(self._found, (start, "")), bisect_left(self._found, (end, ""))

    def _asked(self, first: int, last: int) -> int:
        """How many of these sentences ask for something."""
        asks = lexicon_pattern("prose.asked-of").search
        return sum(asks(_QUOTED.sub("", words.strip())) is not None for _, words in self._found[first:last])


class Accounts:
    """Which clauses of a document belong to accounts: found out where a duty is, as most documents are none."""

    def __init__(self, text: str, clauses: Sequence[Clause]) -> None:
        self._text, self._clauses = text, clauses
        self._sentences: _Sentences | None = None
        self._whole = False
        self._ahead: frozenset[int] = frozenset()
        self._chapters: dict[int, bool] = {}

    def tells(self, clause: Clause, words: str) -> bool:
        """Whether a sentence of a clause is part of an account and asks for nothing itself."""
        return self._is_in_account(clause) and not lexicon_pattern("prose.asks-in-account").search(
            _QUOTED.sub("", words)
        )

    def _is_in_account(self, clause: Clause) -> bool:
        chapter = self._chapter(clause)
        known = self._chapters.get(chapter.index)
        if known is None:
            known = self._chapters[chapter.index] = self._tells_chapter(chapter)
        return known and clause.index not in self._ahead

    def _chapter(self, clause: Clause) -> Clause:
        while clause.parent is not None:
            clause = self._clauses[clause.parent]
        return clause

    def _tells_chapter(self, chapter: Clause) -> bool:
        """Whether a chapter is an account, or part of a document that is one and asks for no more than it tells."""
        if self._sentences is None:
            self._sentences = _Sentences(self._text)
            self._whole = self._sentences.is_account(0, len(self._text), _SHARE)
            if self._whole:
                self._ahead = ahead(self._clauses, lexicon_pattern("prose.chapter-ahead"))
        if not chapter.number:
            return self._whole
        behind = range(chapter.index + 1, len(self._clauses))
        starts = (self._clauses[index].start for index in behind if self._clauses[index].parent is None)
        end = next(starts, len(self._text))
        if self._whole:
            return self._sentences.tells_as_much(chapter.start, end)
        return self._sentences.is_account(chapter.start, end, _SHARE_OF_CHAPTER)
