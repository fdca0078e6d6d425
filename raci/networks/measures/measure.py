"""What a measure declares of itself: its column, what it says, where it is from, and the function that computes it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.networks.projections.projection import Mode

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "DISTANCE",
    "EXACT_DISTANCE",
    "NetworkMeasure",
    "NodeMeasure",
    "Plan",
    "Value",
    "path_steps",
    "paths_of_three",
    "paths_of_two",
]

Value = float | int | str | None
#: the attribute of edges that shortest paths are measured in: 1 / weight
DISTANCE = "distance"
#: the same as whole numbers (of which 1 / weight is a fraction): paths of one length are found to be so
EXACT_DISTANCE = "exact_distance"
#: a shortest-path measure costs so many steps at most, about two minutes; above that it is estimated, or left out
_MOST_STEPS = 60_000_000
_LEAST_PIVOTS = 100
#: measures that look at paths of two or three ties are left out where there are more
MOST_PATHS = 300_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """How a network is measured: the ``seed``, and from how many nodes paths are taken (``pivots``; None: from all)."""

    seed: int
    pivots: int | None = None

    @classmethod
    def of(cls, graph: nx.Graph[str], seed: int) -> Plan:
        """Exact measures where they take no more than minutes, else estimates."""
        steps = path_steps(graph)
        if steps <= _MOST_STEPS:
            return cls(seed)
        return cls(seed, max(_LEAST_PIVOTS, int(len(graph) * _MOST_STEPS / steps)))


def path_steps(graph: nx.Graph[str]) -> float:
    """How many steps the shortest paths from all nodes take: each looks at the ties of its component."""
    import networkx as nx

    degrees = dict(graph.degree())
    total = 0.0
    for part in nx.connected_components(graph.to_undirected(as_view=True)):
        ties = sum(degrees[node] for node in part) / 2
        total += len(part) * (ties + len(part) * math.log2(len(part) + 1))
    return total


def paths_of_two(graph: nx.Graph[str]) -> bool:
    """Whether all paths over one other node can be looked at in minutes: Σ degree² is not above MOST_PATHS."""
    return sum(degree * degree for _, degree in graph.degree()) <= MOST_PATHS


def paths_of_three(graph: nx.Graph[str]) -> bool:
    """Whether all paths over two other nodes can be."""
    degrees = dict(graph.degree())
    return sum(degrees[node] * sum(degrees[other] for other in graph[node]) for node in graph) <= MOST_PATHS


@dataclass(frozen=True, slots=True)
class NodeMeasure:
    """A column of nodes.csv.

    ``word`` is its name in Chinese, ``definition`` how it is computed (normalisation, weights, what has no value),
    ``source`` the paper that it is from (a key of ``REFERENCES``), ``by`` what computed it. ``modes`` are the kinds of
    networks that have it. ``of`` gives the value of each node; a node that is left out has none.
    """

    column: str
    word: str
    definition: str
    modes: frozenset[Mode]
    of: Callable[[nx.Graph[str], Plan], Mapping[str, Value]]
    source: str = ""
    by: str = "networkx"


@dataclass(frozen=True, slots=True)
class NetworkMeasure:
    """A column of networks.csv: as ``NodeMeasure``, with one value for the whole network (None: not defined)."""

    column: str
    word: str
    definition: str
    modes: frozenset[Mode]
    of: Callable[[nx.Graph[str], Plan], Value]
    source: str = ""
    by: str = "networkx"
