"""Which task of one version is which of the other: the assignment that makes all together most alike."""

from __future__ import annotations

from collections.abc import Iterable

from raci.comparison.needed import missing
from raci.comparison.similarity import LEAST, Likeness

__all__ = ["best_assignment"]

#: what it costs to stand at the other end of the plan: less than any difference of words
_DRIFT = 0.01


def best_assignment(likenesses: Iterable[Likeness], least: float = LEAST) -> list[Likeness]:
    """The pairs, each task in one at most, whose scores above ``least`` add up to most.

    An optimum, not a greedy choice: it is found for each group of tasks that are alike among themselves, by the
    Jonker-Volgenant algorithm of the library lapx. Raises OptionError where that is not installed.
    """
    chosen: list[Likeness] = []
    for group in _groups(likenesses):
        chosen += group if len(group) == 1 else _of_group(group, least)
    return sorted(chosen, key=lambda pair: (pair.new, pair.old))


def _of_group(group: list[Likeness], least: float) -> list[Likeness]:
    try:
        import lap
        import numpy as np
    except ImportError as fault:
        raise missing("lapx") from fault
    rows = {index: row for row, index in enumerate(sorted({pair.old for pair in group}))}
    columns = {index: column for column, index in enumerate(sorted({pair.new for pair in group}))}
    # no pair costs as much as two tasks that stay alone, and one that is not alike enough costs more
    cost = np.full((len(rows), len(columns)), 2.0)
    for pair in group:
        cost[rows[pair.old], columns[pair.new]] = 1.0 - pair.score + _DRIFT * pair.drift
    _, of_row, _ = lap.lapjv(cost, extend_cost=True, cost_limit=1.0 - least + _DRIFT + 1e-6)
    return [pair for pair in group if of_row[rows[pair.old]] == columns[pair.new]]


def _groups(likenesses: Iterable[Likeness]) -> list[list[Likeness]]:
    """The pairs by the tasks that hang together through them."""
    import networkx as nx

    pairs = list(likenesses)
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    graph.add_edges_from((("old", pair.old), ("new", pair.new)) for pair in pairs)
    group_of = {node: number for number, nodes in enumerate(nx.connected_components(graph)) for node in nodes}
    groups: dict[int, list[Likeness]] = {}
    for pair in pairs:
        groups.setdefault(group_of["old", pair.old], []).append(pair)
    return list(groups.values())
