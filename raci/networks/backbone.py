"""The backbone of a network: the ties that say more than chance, by the disparity filter.

Serrano, Boguñá and Vespignani 2009 (PNAS 106: 6483–6488): a tie of weight w at a node of k ties and strength s is
kept where ``(1 - w/s) ** (k - 1)``, the chance of so large a share if s were parted at random, is below α at either
of its ends. α is the largest of a few for which the ties are not more than asked for. Every node keeps its strongest
tie besides, so that none falls out of the picture.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["ALPHAS", "RULE", "backbone", "disparities"]

RULE = "disparity filter (Serrano et al. 2009), and of every node its strongest tie"
#: what is tried, from the mildest
ALPHAS = (0.5, 0.4, 0.3, 0.2, 0.15, 0.1, 0.05, 0.02, 0.01)

Tie = tuple[int, int, int]


def backbone(ties: Sequence[Tie], most: int) -> tuple[list[int], float | None]:
    """Which ties (node, node, weight) to keep, in their order, and by which α: None where all are kept.

    Where even the strictest α leaves more than ``most``, that is taken.
    """
    if len(ties) <= most:
        return list(range(len(ties))), None
    strongest: dict[int, int] = {}
    for index, (*ends, weight) in enumerate(ties):
        for node in ends:
            if node not in strongest or weight > ties[strongest[node]][2]:
                strongest[node] = index
    always = set(strongest.values())
    least = disparities(ties)
    for alpha in ALPHAS:
        chosen = [index for index in range(len(ties)) if least[index] < alpha or index in always]
        if len(chosen) <= most:
            break
    return chosen, alpha


def disparities(ties: Sequence[Tie]) -> list[float]:
    """The p of each tie: that of the end at which its share is less likely by chance."""
    strength: dict[int, int] = {}
    number: dict[int, int] = {}
    for *ends, weight in ties:
        for node in ends:
            strength[node] = strength.get(node, 0) + weight
            number[node] = number.get(node, 0) + 1

    def chance(node: int, weight: int) -> float:
        # the only tie of a node says nothing there: it is judged by its other end
        return (1 - weight / strength[node]) ** (number[node] - 1) if number[node] > 1 else 1.0

    return [min(chance(first, weight), chance(second, weight)) for first, second, weight in ties]
