"""The same task in two plans: found over all plans at once, in time that grows with their number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from itertools import pairwise

from raci.comparison.similarity import plain, ratio
from raci.ledgers.values import LedgerPlan, LedgerTask, LikeTasks

__all__ = ["like_tasks"]

#: below this two tasks of different plans only speak of the same field
_LEAST = 0.56
#: a task of fewer characters (加强领导) stands in every plan and tells nothing
_SHORTEST = 9
#: so many of the rarest pairs of characters of a task are looked up, each in so many other tasks at most
_PAIRS, _COMMON = 24, 40
#: so many tasks that share most of them are looked at closely
_CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class _TaskTraits:
    plan: int
    task: LedgerTask
    words: str
    heading: str


def like_tasks(plans: Sequence[LedgerPlan]) -> tuple[LikeTasks, ...]:
    """The pairs of tasks of different plans that ask for the same, the likest first for each task.

    Raises OptionError where RapidFuzz is not installed.
    """
    traits = [
        _TaskTraits(number, task, plain(task.words), plain(task.heading))
        for number, plan in enumerate(plans)
        for task in plan.tasks
        if not task.gone
    ]
    traits = [each for each in traits if len(each.words) >= _SHORTEST]
    pairs = []
    for one, other in _candidates(traits):
        first, second = traits[one], traits[other]
        score = _likeness(first, second)
        if score >= _LEAST:
            differs = tuple(_differences(first.task, second.task))
            pairs.append((one, other, LikeTasks(first.task.id, second.task.id, round(100 * score), differs)))
    return tuple(pair for _, _, pair in sorted(pairs, key=lambda found: (found[0], -found[2].score, found[1])))


def _likeness(one: _TaskTraits, other: _TaskTraits) -> float:
    words = ratio(one.words, other.words)
    if (
        min(len(one.heading), len(other.heading)) < _SHORTEST
        or one.heading == one.words
        or other.heading == other.words
    ):
        return words
    return max(words, 0.5 * words + 0.5 * ratio(one.heading, other.heading))


def _candidates(traits: Sequence[_TaskTraits]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes, the smaller first, that are worth a look."""
    standing: dict[str, list[int]] = {}
    of_trait = [{one + other for one, other in pairwise(each.words)} for each in traits]
    for index, pairs in enumerate(of_trait):
        for pair in pairs:
            standing.setdefault(pair, []).append(index)
    for index, pairs in enumerate(of_trait):
        known = [pair for pair in pairs if 1 < len(standing[pair]) <= _COMMON]
        shared: dict[int, float] = {}
        for pair in nsmallest(_PAIRS, known, key=lambda pair: (len(standing[pair]), pair)):
            places = standing[pair]
            for place in places:
                if place < index and traits[place].plan != traits[index].plan:
                    shared[place] = shared.get(place, 0.0) + 1 / len(places)
        for place in nlargest(_CANDIDATES, shared, key=lambda place: (shared[place], -place)):
            yield place, index


def _differences(one: LedgerTask, other: LedgerTask) -> Iterator[str]:
    if one.due != other.due and (one.deadline or other.deadline):
        yield f"时限：{one.deadline or '未写'} / {other.deadline or '未写'}"
    bodies = [{party.body for party in task.parties if party.role in ("lead", "responsible")} for task in (one, other)]
    if bodies[0] != bodies[1]:
        first, second = (task.names("lead") or task.names("responsible") or "未写" for task in (one, other))
        yield f"牵头（责任）：{first} / {second}"
    supports = [{party.body for party in task.parties if party.role == "support"} for task in (one, other)]
    if supports[0] != supports[1]:
        yield "配合单位不同"
    if plain(one.words) != plain(other.words):
        yield "文字不同"
