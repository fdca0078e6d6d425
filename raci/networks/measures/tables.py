"""The measures of a network as rows: one a node, one for the whole."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from raci.networks.measures.measure import DISTANCE, EXACT_DISTANCE, Plan, Value
from raci.networks.measures.nodes import NODE_MEASURES
from raci.networks.measures.whole import NETWORK_MEASURES
from raci.networks.projections.projection import Mode

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["measure_network", "measure_nodes", "ready"]


def ready(graph: nx.Graph[str]) -> nx.Graph[str]:
    """A copy to be measured, whose edges have the distance 1/weight, which shortest paths are measured in.

    As fractions of binary numbers 1/3 + 1/3 + 1/3 is not 1/1: betweenness, which shares among all shortest paths, takes
    the distances as whole numbers, times the least common multiple of the weights.
    """
    copy = graph.copy()
    common = math.lcm(*{int(data["weight"]) for _, _, data in copy.edges(data=True)})
    for _, _, data in copy.edges(data=True):
        data[DISTANCE] = 1 / data["weight"]
        data[EXACT_DISTANCE] = common // int(data["weight"])
    return copy


def measure_nodes(graph: nx.Graph[str], mode: Mode, plan: Plan) -> dict[str, dict[str, Value]]:
    """Node → column → value, for the measures of that mode; None where a node has none. The graph is ``ready``.

    The largest community comes first, so that the same one has the same number in every run.
    """
    table: dict[str, dict[str, Value]] = {node: {} for node in graph}
    for measure in NODE_MEASURES:
        if mode in measure.modes:
            values = measure.of(graph, plan)
            for node, row in table.items():
                row[measure.column] = values.get(node)
    return table


def measure_network(graph: nx.Graph[str], mode: Mode, plan: Plan) -> Mapping[str, Value]:
    """Column → value, for the measures of that mode; None where one is not defined. The graph is ``ready``."""
    return {measure.column: measure.of(graph, plan) for measure in NETWORK_MEASURES if mode in measure.modes}
