"""Communities by modularity, the same in every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["communities"]

_KEPT = "communities found"


def communities(graph: nx.Graph[str], seed: int) -> list[list[str]]:
    """The communities of the Louvain method (weighted, resolution 1), the largest first; each sorted.

    The nodes are handed over in the order of their keys, as networkx breaks ties by their order. They are found once
    and kept with the graph, which is a copy made for measuring (``raci.networks.measures.tables.ready``).
    """
    found = graph.graph.setdefault(_KEPT, {})
    if seed not in found:
        found[seed] = _communities(graph, seed) if graph else []
    kept: list[list[str]] = found[seed]
    return kept


def _communities(graph: nx.Graph[str], seed: int) -> list[list[str]]:
    import networkx as nx

    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_weighted_edges_from(
        sorted((min(pair), max(pair), weight) for *pair, weight in graph.edges(data="weight", default=1))
    )
    found = nx.community.louvain_communities(ordered, weight="weight", resolution=1, seed=seed)
    return sorted((sorted(part) for part in found), key=lambda part: (-len(part), part))
