"""A stratified sample: so many of each stratum as it has a share of the whole, at least one; the same for a seed.

The weight of what is drawn is how many it stands for: the number in its stratum by the number drawn of it. Where items
were drawn themselves of a larger number, the number in a stratum is that which they stand for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Generic, TypeVar

__all__ = ["REST", "Drawn", "Stratum", "allocate", "draw", "pooled"]

Item = TypeVar("Item")
Key = tuple[str, ...]
#: the value of small strata that are taken together
REST = "其余"
#: so many can be drawn of each stratum in the mean
_DRAWN_OF_EACH = 4


@dataclass(frozen=True, slots=True)
class Stratum:
    """A stratum: its values, how many are in it, how many are drawn of it."""

    key: Key
    size: int
    drawn: int

    @property
    def weight(self) -> float:
        """How many each that is drawn stands for."""
        return self.size / self.drawn


@dataclass(frozen=True, slots=True)
class Drawn(Generic[Item]):
    """What is drawn, with its stratum."""

    item: Item
    stratum: Stratum


def allocate(sizes: dict[Key, int], number: int, limits: dict[Key, int] | None = None) -> dict[Key, int]:
    """How many to draw of each stratum: by its share, at least one, never more than it has (``limits``).

    There are no more strata than are to be drawn (``pooled``).
    """
    total, limits = sum(sizes.values()), limits or sizes
    if sum(limits.values()) <= number:
        return dict(limits)
    counts = {key: min(limits[key], max(1, int(number * size / total))) for key, size in sizes.items()}
    rest = {key: number * size / total - counts[key] for key, size in sizes.items()}
    while (missing := number - sum(counts.values())) != 0:
        step = 1 if missing > 0 else -1
        able = [key for key in sizes if (counts[key] < limits[key] if step > 0 else counts[key] > 1)]
        chosen = max(able, key=lambda key: (step * rest[key], key))
        counts[chosen] += step
        rest[chosen] -= step
    return counts


def pooled(keys: Sequence[Key], number: int, kept: int = 0) -> dict[Key, Key]:
    """The key of each stratum that is taken together with others → theirs; empty where none is.

    So many strata that hardly more than one of each could be drawn would give small ones the place of large ones, and
    weights far apart: of more than a quarter of ``number`` the largest stay, the others are one (REST); one for each of
    their last ``kept`` values.
    """
    sizes = Counter(keys)
    room = max(number // _DRAWN_OF_EACH, min(number, _DRAWN_OF_EACH))
    if len(sizes) <= room or len(keys) <= number:  # or all are drawn
        return {}
    ends = {key[len(key) - kept :] for key in sizes}
    if len(ends) > room:
        kept, ends = 0, {()}
    ordered = sorted(sizes, key=lambda key: (-sizes[key], key))
    return {key: (REST,) * (len(key) - kept) + key[len(key) - kept :] for key in ordered[room - len(ends) :]}


def draw(
    items: Sequence[Item],
    keys: Sequence[Key],
    number: int,
    seed: int,
    stands_for: Sequence[float] | None = None,
    kept: int = 0,
) -> tuple[list[Drawn[Item]], list[Stratum]]:
    """The sample, in the order of the items, and all strata, the smallest taken together where there are many.

    Each stratum is drawn by a random number generator of its own, so that one more stratum changes no other.
    ``stands_for`` says how many each item stands for (1); the last ``kept`` values of a key stay in any case.
    """
    members: dict[Key, list[int]] = {}
    whole = pooled(keys, number, kept)
    for index, key in enumerate(keys):
        members.setdefault(whole.get(key, key), []).append(index)
    limits = {key: len(indexes) for key, indexes in members.items()}
    weights = stands_for or [1.0] * len(items)
    sizes = {key: round(sum(weights[index] for index in indexes)) for key, indexes in members.items()}
    counts = allocate(sizes, number, limits)
    drawn: dict[int, Stratum] = {}
    strata = []
    for key in sorted(members):
        stratum = Stratum(key, sizes[key], counts[key])
        strata.append(stratum)
        own: Hashable = f"{seed}/{'/'.join(key)}"
        drawn |= dict.fromkeys(Random(own).sample(members[key], counts[key]), stratum)  # type: ignore[arg-type]
    return [Drawn(items[index], drawn[index]) for index in sorted(drawn)], strata
