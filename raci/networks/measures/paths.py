"""Betweenness by components: networkx prepares all nodes for each start, though paths end with its component."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["between"]


def between(graph: nx.Graph[str], weight: str | None) -> dict[str, float]:
    """The betweenness of each node, by the pairs of other nodes of the whole network."""
    import networkx as nx

    number = len(graph)
    pairs = (number - 1) * (number - 2) / (1 if graph.is_directed() else 2)
    values = dict.fromkeys(graph, 0.0)
    for part in nx.connected_components(graph.to_undirected(as_view=True)):
        if len(part) > 2:
            inner = graph.subgraph(part).copy()
            found = nx.betweenness_centrality(inner, normalized=False, weight=weight)
            values.update({node: value / pairs for node, value in found.items()})
    return values
