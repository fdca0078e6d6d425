"""Accounts of what happened: stories, news, diaries, half a year's work; chapters of them within other documents.

What tells them is no title but their sentences: 了, last year, somebody said, so many were handled, we. Where these are
many and hardly a sentence asks for anything, what the others say of bodies is told as well, and no duty.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from raci.analysis.prose.telling import ahead
from raci.model import Clause
from raci.rules.lexicon import lexicon_hint, lexicon_pattern

__all__ = ["Accounts"]

_SENTENCE = re.compile(r"[^。！？；!?;\n]{8,}")
#: what stands in quotation marks is somebody's word, or the rest of it where the sentence ends or begins within
_QUOTED = re.compile("“[^”]{8,}(?:”|$)|^[^“]{4,}”")
#: what a number that was reached weighs beside a word that tells
_REACHED = 0.5
#: so many sentences of an account at least tell
_LEAST = 3
#: the part of its sentences that tell, and how many times as many they are as those that ask
_SHARE, _SHARE_OF_CHAPTER, _TIMES = 0.25, 0.35, 1.5


class _Weighed(NamedTuple):
    """How many sentences a stretch has, what those weigh that tell, and how many ask for something."""

    sentences: int = 0
    told: float = 0
    asked: int = 0

    def is_account(self, share: float) -> bool:
        """Whether so large a share of it tells, and so much less asks."""
        return self.told >= max(_LEAST, share * self.sentences, _TIMES * self.asked)


class Accounts:
    """Which clauses of a document belong to accounts: found out where a duty is, as most documents are none."""

    def __init__(self, text: str, clauses: Sequence[Clause]) -> None:
        self._text, self._clauses = text, clauses
        self._whole: bool | None = None
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
        if self._whole is None:
            whole = self._weighed(0, len(self._text))
            self._whole = whole.is_account(_SHARE)
            if self._whole:
                self._ahead = ahead(self._clauses, lexicon_pattern("prose.chapter-ahead"))
        if not chapter.number:
            return self._whole
        behind = range(chapter.index + 1, len(self._clauses))
        starts = (self._clauses[index].start for index in behind if self._clauses[index].parent is None)
        weighed = self._weighed(chapter.start, next(starts, len(self._text)))
        if self._whole:
            return weighed.told >= weighed.asked
        return weighed.is_account(_SHARE_OF_CHAPTER)

    def _weighed(self, start: int, end: int) -> _Weighed:
        """What the sentences of a stretch weigh; nothing where too few words tell to look at them."""
        text = self._text
        hits = [hit.start() for hit in lexicon_hint("prose.told-of").finditer(text, start, end)]
        if len(hits) < _LEAST:
            return _Weighed()
        asks, reached = lexicon_pattern("prose.asked-of").search, lexicon_hint("prose.reached").search
        sentences = asked = 0
        told = 0.0
        for sentence in _SENTENCE.finditer(text, start, end):
            first = bisect_left(hits, sentence.start())
            sentences += 1
            if first < len(hits) and hits[first] < sentence.end():
                told += 1
            elif reached(sentence[0]):
                told += _REACHED
            asked += asks(_QUOTED.sub("", sentence[0].strip())) is not None
        return _Weighed(sentences, told, asked)
