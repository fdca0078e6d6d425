"""Shares with their intervals: Wilson's for samples, the bootstrap for whole documents.

All but the bootstrap were tried by drawing samples again and again of populations whose figures are known: 95 to 98 of
a hundred intervals hold these, also where little is wrong (the bootstrap of a hundred clauses: 87 to 91).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import NormalDist, variance
from typing import NamedTuple, TypeVar

__all__ = ["LEVEL", "ROUNDS", "Estimate", "JudgedUnit", "bootstrap", "harmonic_mean", "ratio", "share", "wilson"]

#: the level of all intervals, and how often the bootstrap draws
LEVEL = 0.95
ROUNDS = 2000
_Z = NormalDist().inv_cdf(0.5 + LEVEL / 2)

Unit = TypeVar("Unit")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share between 0 and 1 with its interval; all None where there is nothing to estimate it from.

    ``units`` is how many judgements (rows, clauses, documents) it rests on, ``method`` says how the interval was made.
    """

    value: float | None
    low: float | None
    high: float | None
    units: int
    method: str


def wilson(share: float, units: float) -> tuple[float, float]:
    """Wilson's interval (1927) of a share among so many units, which need not be a whole number."""
    z2 = _Z * _Z
    middle = share + z2 / (2 * units)
    reach = _Z * math.sqrt(share * (1 - share) / units + z2 / (4 * units * units))
    scale = 1 + z2 / units
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def share(judged: Sequence[tuple[float, bool]]) -> Estimate:
    """The weighted share of what is right; ``judged`` are weight and whether it is.

    Wilson's interval, with as many units as an unweighted sample would need to be as sure (Kish 1965):
    (Σw)² / Σw², which is the number itself where all weights are equal.
    """
    total = sum(weight for weight, _ in judged)
    if not total:
        return Estimate(None, None, None, 0, "")
    value = sum(weight for weight, right in judged if right) / total
    effective = total * total / sum(weight * weight for weight, _ in judged)
    low, high = wilson(value, effective)
    equal = math.isclose(effective, len(judged))
    return Estimate(value, low, high, len(judged), "Wilson" if equal else f"Wilson，有效样本量 {effective:.0f}")


class JudgedUnit(NamedTuple):
    """A drawn unit that may hold several of what is counted, or none: how many are ``right`` of those ``wanted``."""

    stratum: Hashable
    weight: float
    right: int
    wanted: int


def ratio(units: Sequence[JudgedUnit]) -> Estimate:
    """The weighted share of what is right of all that is wanted.

    Wilson's interval, with as many units as a simple sample would need to vary as little (Korn and Graubard 1998): the
    variance of the ratio within strata by linearisation (Cochran 1977, 6.11), those of a single unit taken together.
    At most as many as the units that hold anything: by what few units with a fault have in common, it may seem less.
    """
    total = sum(unit.weight * unit.wanted for unit in units)
    if not total:
        return Estimate(None, None, None, 0, "")
    value = sum(unit.weight * unit.right for unit in units) / total
    strata: dict[Hashable, list[float]] = {}
    for unit in units:
        strata.setdefault(unit.stratum, []).append(unit.weight * (unit.right - value * unit.wanted))
    groups = [group for group in strata.values() if len(group) > 1]
    groups.append([group[0] for group in strata.values() if len(group) == 1])
    squares = sum(len(group) * variance(group) for group in groups if len(group) > 1) / total**2
    weights = [unit.weight for unit in units if unit.wanted]
    effective = sum(weights) ** 2 / sum(weight * weight for weight in weights)
    if squares:
        effective = min(effective, value * (1 - value) / squares)
    low, high = wilson(value, effective)
    return Estimate(value, low, high, len(units), f"Wilson，有效样本量 {effective:.0f}")


def harmonic_mean(one: Estimate, other: Estimate) -> Estimate:
    """That of two shares that were estimated apart (F1); nothing where one of them is not known.

    The interval is made of theirs: that of the sum of their reciprocals (Zou and Donner 2008).
    """
    parts = (one, other)
    if one.value is None or other.value is None:
        return Estimate(None, None, None, 0, "")
    middles, lows, highs = (
        [1 / bound if bound else math.inf for bound in bounds]
        for bounds in zip(*((part.value, part.low, part.high) for part in parts), strict=True)
    )
    middle = sum(middles)
    if math.isinf(middle):
        value, low = 0.0, 0.0
        high = 2 / sum(highs)
    else:
        value, low = 2 / middle, 2 / (middle + math.hypot(*(low - at for low, at in zip(lows, middles, strict=True))))
        high = 2 / (middle - math.hypot(*(at - high for at, high in zip(middles, highs, strict=True))))
    return Estimate(value, low, min(1.0, high), one.units + other.units, "由精确率和召回率的区间合成（MOVER）")


def bootstrap(
    units: Sequence[Unit], figure: Callable[[Sequence[Unit]], float | None], seed: int
) -> tuple[float, float] | None:
    """The interval of a figure by drawing the units anew, with replacement; percentiles.

    None where there are fewer than two units, where the figure is hardly ever defined, and where all draws give the
    same: then they say nothing of how sure it is.
    """
    if len(units) < 2:
        return None
    random = Random(seed)
    values = []
    for _ in range(ROUNDS):
        value = figure(random.choices(units, k=len(units)))
        if value is not None:
            values.append(value)
    if len(values) < ROUNDS / 2:
        return None
    values.sort()
    if math.isclose(values[0], values[-1]):
        return None
    edge = (1 - LEVEL) / 2
    return values[math.floor(edge * (len(values) - 1))], values[math.ceil((1 - edge) * (len(values) - 1))]
