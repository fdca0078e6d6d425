"""Tasks of one topic that were written anew: alike by the words that few other tasks of the two plans have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log, sqrt

from raci.comparison.similarity import Likeness
from raci.comparison.values import ComparedTask

__all__ = ["LEAST_TOPIC", "Topics"]

#: below this two tasks have no topic of their own in common. Weights and bound were learnt on three pairs of plans of
#: one series and tried on three others; of plans on other matters one task in twenty is above it
LEAST_TOPIC = 0.152
#: what each trait counts: the words, the two headings, how far each heading stands in the other task, the bodies
_WORDS, _HEADING, _HELD, _BODIES = 0.69, 0.14, 0.14, 0.03
#: words that are less alike than this are not looked at closely
_GLANCE = 0.04
#: a pair of characters that stands in more tasks than this tells nothing
_COMMON = 80
#: how many words that both tasks have are shown, how long each is at least, and at most
_SHOWN, _SHORTEST, _LONGEST = 3, 3, 14
#: what no word begins or ends with
_PARTICLES = "的和与及或等以对在将为"
#: what parts words; figures do too, as this year's are others than last year's
_PARTS = re.compile(r"[\W0-9_]+")
#: of words that are shown letters are no part, as they belong to figures (IPv6, 5G)
_SHOWN_PARTS = re.compile(r"[\W0-9_A-Za-z]+")

#: pair of characters, or body → what it counts
_Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Topic:
    """What is compared of a task: weights of its words, of its heading and of its bodies, and what they come to."""

    words: _Weights
    heading: _Weights
    bodies: _Weights
    length: float
    heading_length: float
    bodies_length: float

    @classmethod
    def of(cls, task: ComparedTask, rarity: Mapping[str, float], body_rarity: Mapping[str, float]) -> _Topic:
        words, heading = (_weighted(_pairs(text), rarity) for text in (task.words, task.heading))
        bodies = {party.body: body_rarity[party.body] for party in task.parties}
        return cls(words, heading, bodies, _length(words), _length(heading), _length(bodies))


class Topics:
    """The tasks of two plans by what is rare in both together."""

    def __init__(self, old: Sequence[ComparedTask], new: Sequence[ComparedTask]) -> None:
        tasks = (*old, *new)
        self._rarity = _rarity(len(tasks), (set(_pairs(task.words)) for task in tasks))
        bodies = _rarity(len(tasks), ({party.body for party in task.parties} for task in tasks))
        self._old = [_Topic.of(task, self._rarity, bodies) for task in old]
        self._new = [_Topic.of(task, self._rarity, bodies) for task in new]
        self._tasks = old, new

    def likenesses(self, of_old: Collection[int], of_new: Collection[int]) -> Iterator[Likeness]:
        """The pairs among these tasks (indexes) that have a topic in common, each once, with how alike they are."""
        standing: dict[str, list[tuple[int, float]]] = {}
        for index in of_old:
            for pair, weight in self._old[index].words.items():
                standing.setdefault(pair, []).append((index, weight))
        common = {pair for pair, places in standing.items() if len(places) > _COMMON}
        for index_new in of_new:
            traits = self._new[index_new]
            products: dict[int, float] = {}
            for pair, weight in traits.words.items():
                if pair not in common:
                    for index_old, other in standing.get(pair, ()):
                        products[index_old] = products.get(index_old, 0.0) + weight * other
            for index_old in sorted(products):
                old = self._old[index_old]
                words = products[index_old] / (old.length * traits.length)
                if words >= _GLANCE and (score := self._score(old, traits, words)) >= LEAST_TOPIC:
                    drift = abs(index_old / len(self._old) - index_new / len(self._new))
                    yield Likeness(index_old, index_new, score, drift)

    def _score(self, old: _Topic, new: _Topic, words: float) -> float:
        heading = _cosine(old.heading, new.heading, old.heading_length * new.heading_length)
        held = (_held(old.heading, new.words) + _held(new.heading, old.words)) / 2
        bodies = _cosine(old.bodies, new.bodies, old.bodies_length * new.bodies_length)
        return _WORDS * words + _HEADING * heading + _HELD * held + _BODIES * bodies

    def shared(self, index_old: int, index_new: int) -> tuple[str, ...]:
        """The words that tell most of all those that both tasks have, in the order of the new one."""
        old, new = (tasks[index].words for tasks, index in zip(self._tasks, (index_old, index_new), strict=True))
        weights: dict[str, float] = {}
        for run in _runs(new, "\n".join(_SHOWN_PARTS.split(old))):
            weights[run] = sum(self._rarity.get(one + other, 0.0) for one, other in pairwise(run))
        best: list[str] = []
        for run in sorted(weights, key=lambda run: -weights[run]):
            if len(best) < _SHOWN and not any(run in other for other in best):
                best.append(run)
        return tuple(run for run in weights if run in best)


def _rarity(count: int, holding: Iterator[set[str]]) -> dict[str, float]:
    """Each pair of characters, or body → how much it tells: the more, the fewer of the tasks have it."""
    frequencies = Counter(chain.from_iterable(holding))
    return {held: log((count + 1) / (frequency + 0.5)) for held, frequency in frequencies.items()}


def _pairs(text: str) -> Iterator[str]:
    for part in _PARTS.split(text):
        yield from (one + other for one, other in pairwise(part))


def _weighted(pairs: Iterator[str], rarity: Mapping[str, float]) -> _Weights:
    """Each pair → how often it stands there, damped, times how rare it is."""
    return {pair: (1 + log(times)) * rarity[pair] for pair, times in Counter(pairs).items() if pair in rarity}


def _length(weights: _Weights) -> float:
    return sqrt(sum(weight * weight for weight in weights.values())) or 1.0


def _cosine(one: _Weights, other: _Weights, lengths: float) -> float:
    return sum(weight * other[key] for key, weight in one.items() if key in other) / lengths


def _held(heading: _Weights, words: _Weights) -> float:
    """How much of what a heading tells stands in the words of the other task."""
    whole = sum(heading.values())
    return sum(weight for pair, weight in heading.items() if pair in words) / whole if whole else 0.0


def _runs(text: str, other: str) -> Iterator[str]:
    """The longest runs of characters of a text that stand in another too, within its words."""
    for part in _SHOWN_PARTS.split(text):
        start = 0
        while start <= len(part) - _SHORTEST:
            end = start + _SHORTEST
            if part[start:end] not in other:
                start += 1
                continue
            while end < len(part) and end - start < _LONGEST and part[start : end + 1] in other:
                end += 1
            if len(run := part[start:end].strip(_PARTICLES)) >= _SHORTEST:
                yield run
            start = end
