"""How alike two tasks are: by their words, headings, bodies and places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise

from raci.comparison.needed import missing
from raci.comparison.values import ComparedTask
from raci.rules.lexicon import lexicon_pattern

__all__ = ["LEAST", "Likeness", "likenesses", "plain", "ratio"]

#: below this two tasks are not the same one: unrelated tasks of plans on one subject stay below .45 (measured on pairs
#: made from labelled documents), tasks reworded by two fifths above .55
LEAST = 0.48
#: so many tasks of the other version, those that share the rarest pairs of characters, are looked at closely
_CANDIDATES = 12
#: a pair of characters that stands in more tasks than this tells nothing
_COMMON = 200
#: what each trait counts; the words of a task count most, its bodies and place decide between like ones
_WORDS, _HEADING, _BODIES, _NUMBER, _PATH = 0.66, 0.14, 0.1, 0.04, 0.06
#: what counts at most where the phrases are the same in another order, and where a short task stands in a long one, as
#: in the table that divides up a plan; a text of fewer pairs of characters stands anywhere
_TURNED, _HELD, _FEWEST_PAIRS = 0.95, 0.75, 7
#: the least likeness of tasks under one heading that no other task of either version has, however they go on: the task
#: was written anew; and the shortest heading that tells so much
_SAME_HEADING, _SHORTEST = 0.6, 4
#: headings that stand in every plan (加强组织领导) tell so only under chapters that are alike so far
_SAME_PATH = 0.6
_NO_WORDS = re.compile(r"[^\w%]+")
_FIGURES = re.compile(r"[0-9]+")


def plain(text: str) -> str:
    """A text without blanks and punctuation, which versions set now so, now so."""
    return _NO_WORDS.sub("", text)


def ratio(one: str, other: str) -> float:
    """The share of the characters of two texts that both have in the same order (the normalised Indel similarity).

    Raises OptionError where RapidFuzz is not installed.
    """
    try:
        from rapidfuzz import fuzz
    except ImportError as fault:
        raise missing("rapidfuzz") from fault
    return fuzz.ratio(one, other) / 100


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the task ``old`` of one version and the task ``new`` of the other are (indexes), from 0 to 1.

    ``drift`` is how far apart they stand, as a part of the whole: of tasks with the same words it tells which is which.
    """

    old: int
    new: int
    score: float
    drift: float = 0.0


@dataclass(frozen=True, slots=True)
class _Traits:
    """What is compared of a task."""

    words: str
    pairs: frozenset[str]
    heading: str
    bodies: frozenset[str]
    number: str
    path: str

    @classmethod
    def of(cls, task: ComparedTask) -> _Traits:
        words = plain(task.words) or plain(task.heading)
        return cls(
            words,
            _pairs(words),
            plain(task.heading),
            frozenset(party.body for party in task.parties),
            task.number,
            plain(task.path[-1]) if task.path else "",
        )

    def likeness(self, other: _Traits) -> float:
        words = self._same_words(other)
        heading = ratio(self.heading, other.heading) if self.heading and other.heading else words
        either = self.bodies | other.bodies
        bodies = len(self.bodies & other.bodies) / len(either) if either else words
        number = float(self.number == other.number)
        path = ratio(self.path, other.path) if self.path or other.path else 1.0
        return _WORDS * words + _HEADING * heading + _BODIES * bodies + _NUMBER * number + _PATH * path

    def _same_words(self, other: _Traits) -> float:
        """How far the words are the same: in their order, with phrases turned around, or the shorter in the longer."""
        common = len(self.pairs & other.pairs)
        fewer, more = sorted((len(self.pairs), len(other.pairs)))
        turned = _TURNED * 2 * common / (fewer + more)
        held = _HELD * common / fewer if fewer >= _FEWEST_PAIRS else 0.0
        return max(ratio(self.words, other.words), turned, held)

    def may_be(self, other: _Traits) -> bool:
        """Whether one heading of both tells that they are the same task: not where every plan has it, elsewhere."""
        common = lexicon_pattern("coverage.everybody-task").search(self.heading) is not None
        return not common or ratio(self.path, other.path) >= _SAME_PATH or not (self.path or other.path)


def _telling_headings(tasks: Iterable[_Traits]) -> set[str]:
    """The headings that one task of a version has alone."""
    counts = Counter(traits.heading for traits in tasks)
    return {heading for heading, count in counts.items() if count == 1 and len(heading) >= _SHORTEST}


def likenesses(old: Sequence[ComparedTask], new: Sequence[ComparedTask]) -> Iterator[Likeness]:
    """The pairs of tasks that are alike enough to be the same, each once.

    Only tasks that share rare pairs of characters are compared, so that the time grows with the number of tasks and
    not with its square. Raises OptionError where RapidFuzz is not installed.
    """
    traits_old, traits_new = [_Traits.of(task) for task in old], [_Traits.of(task) for task in new]
    telling = _telling_headings(traits_old) & _telling_headings(traits_new)
    for index_old, index_new in _candidates(traits_old, traits_new):
        one, other = traits_old[index_old], traits_new[index_new]
        score = one.likeness(other)
        if score < _SAME_HEADING and one.heading == other.heading and one.heading in telling and one.may_be(other):
            score = _SAME_HEADING
        if score >= LEAST:
            yield Likeness(index_old, index_new, score, abs(index_old / len(old) - index_new / len(new)))


def _candidates(old: Sequence[_Traits], new: Sequence[_Traits]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes that are worth a look."""
    standing: dict[str, list[int]] = {}
    for index, traits in enumerate(old):
        for pair in sorted(traits.pairs):
            standing.setdefault(pair, []).append(index)
    same_words: dict[str, list[int]] = {}
    for index, traits in enumerate(old):
        same_words.setdefault(traits.words, []).append(index)
    for index_new, traits in enumerate(new):
        shared: dict[int, float] = {}
        for pair in sorted(traits.pairs):
            places = standing.get(pair, ())
            if len(places) <= _COMMON:
                for index_old in places:
                    shared[index_old] = shared.get(index_old, 0.0) + 1 / len(places)
        near = dict.fromkeys(same_words.get(traits.words, ()))
        near.update(dict.fromkeys(nlargest(_CANDIDATES, shared, key=lambda index: (shared[index], -index))))
        yield from ((index_old, index_new) for index_old in near)


def _pairs(words: str) -> frozenset[str]:
    """The pairs of characters of a text; all figures are one, as this year's are others than last year's."""
    words = _FIGURES.sub("0", words)
    return frozenset(one + other for one, other in pairwise(words)) or frozenset((words,))
