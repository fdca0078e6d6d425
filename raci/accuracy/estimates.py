"""Shares with their intervals: Wilson's for simple and weighted samples, the bootstrap for what is no simple share."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import NormalDist
from typing import TypeVar

__all__ = ["LEVEL", "ROUNDS", "Estimate", "bootstrap", "share", "wilson"]

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


def bootstrap(
    units: Sequence[Unit],
    stratum: Callable[[Unit], Hashable],
    figure: Callable[[Sequence[Unit]], float | None],
    seed: int,
) -> tuple[float, float] | None:
    """The interval of a figure by drawing the units anew, with replacement, within each stratum; percentiles.

    Strata of a single unit, which would not vary, are drawn from as one. None where there are fewer than two units,
    where the figure is hardly ever defined, and where all draws give the same: then they say nothing of how sure it is.
    """
    if len(units) < 2:
        return None
    strata: dict[Hashable, list[Unit]] = {}
    for unit in units:
        strata.setdefault(stratum(unit), []).append(unit)
    groups = [group for group in strata.values() if len(group) > 1]
    groups += [single] if (single := [unit for group in strata.values() if len(group) == 1 for unit in group]) else []
    random = Random(seed)
    values = []
    for _ in range(ROUNDS):
        drawn = [unit for group in groups for unit in random.choices(group, k=len(group))]
        value = figure(drawn)
        if value is not None:
            values.append(value)
    if len(values) < ROUNDS / 2:
        return None
    values.sort()
    if math.isclose(values[0], values[-1]):
        return None
    edge = (1 - LEVEL) / 2
    return values[math.floor(edge * (len(values) - 1))], values[math.ceil((1 - edge) * (len(values) - 1))]
