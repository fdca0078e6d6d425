"""The stochastic degree sequence model: which bodies share more tasks than their degrees let expect.

Neal 2014; the chances of the two-mode network are those of the bipartite configuration model, as Neal, Domagalski and
Sagan 2021 recommend. How many tasks two bodies share by chance is then a sum of independent trials, one a task, whose
distribution (Poisson binomial) is computed exactly: tasks with as many bodies have the same chance, so that it is a
convolution of binomials. The p of a tie is the chance of sharing as many tasks or more; it is one-sided, and not
corrected for the number of ties.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import lgamma, log, log1p
from typing import TYPE_CHECKING

from raci.networks.bicm import chances

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["sdsm", "upper_tail"]


def sdsm(memberships: Sequence[Sequence[str]]) -> dict[tuple[str, str], float]:
    """The p of each pair that shares something; a pair is in the order of its texts.

    ``memberships`` lists for each task the bodies in it, each once.
    """
    degrees = Counter(body for bodies in memberships for body in bodies)
    sizes = [len(bodies) for bodies in memberships]
    together: Counter[tuple[str, str]] = Counter()
    for bodies in memberships:
        together.update(combinations(sorted(bodies), 2))
    chance = chances(list(degrees.values()), sizes)
    of_size = Counter(sizes)
    known: dict[tuple[int, int, int], float] = {}
    values = {}
    for (first, second), shared in together.items():
        low, high = sorted((degrees[first], degrees[second]))
        if (low, high, shared) not in known:
            both = {size: chance[low, size] * chance[high, size] for size in of_size}
            known[low, high, shared] = upper_tail([(of_size[size], both[size]) for size in of_size], shared)
        values[first, second] = known[low, high, shared]
    return values


def upper_tail(trials: Sequence[tuple[int, float]], least: int) -> float:
    """The chance of ``least`` successes or more, where ``trials`` are (how many, chance of success of each)."""
    import numpy as np

    below: NDArray[np.float64] = np.zeros(least)
    if least <= 0:
        return 1.0
    below[0] = 1.0
    for number, chance in trials:
        below = np.convolve(below, _binomial(number, chance, least))[:least]
    return float(min(1.0, max(0.0, 1 - below.sum())))


def _binomial(number: int, chance: float, length: int) -> NDArray[np.float64]:
    """The chances of 0, 1, … successes, up to ``length`` of them."""
    import numpy as np

    values = np.zeros(length)
    if chance <= 0:
        values[0] = 1.0
        return values
    if chance >= 1:
        if number < length:
            values[number] = 1.0
        return values
    for successes in range(min(number, length - 1) + 1):
        ways = lgamma(number + 1) - lgamma(successes + 1) - lgamma(number - successes + 1)
        values[successes] = np.exp(ways + successes * log(chance) + (number - successes) * log1p(-chance))
    return values
