"""Two tables for R: ``igraph::graph_from_data_frame(edges, directed, vertices)`` takes them as they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from raci.networks.formats.network_format import NetworkFormat, csv_bytes, labels
from raci.networks.projections.projection import Mode

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMAT", "write"]


def write(graph: nx.Graph[str], mode: Mode, made_at: datetime) -> Mapping[str, bytes]:
    """Edges: ``from``, ``to``, ``weight`` …; vertices: ``name``, ``label`` …, of two modes ``type`` (false: bodies).

    Names of vertices are the keys of the nodes, which are the same in every window; labels are unique too.
    """
    names = labels(graph)
    edge_keys = list(dict.fromkeys(key for *_, data in graph.edges(data=True) for key in data))
    node_keys = [
        key
        for key in dict.fromkeys(key for _, data in graph.nodes(data=True) for key in data)
        if key not in ("label", "bipartite")
    ]
    edges = ((first, second, *(data.get(key) for key in edge_keys)) for first, second, data in graph.edges(data=True))
    two = mode == "two"
    vertices = (
        (
            node,
            names[node],
            *(["TRUE" if data["bipartite"] else "FALSE"] if two else []),
            *(data.get(key) for key in node_keys),
        )
        for node, data in graph.nodes(data=True)
    )
    head = ("name", "label", *(["type"] if two else []), *node_keys)
    return {
        ".edges.csv": csv_bytes(("from", "to", *edge_keys), edges),
        ".vertices.csv": csv_bytes(head, vertices),
    }


FORMAT = NetworkFormat(
    "igraph", "边表和点表（CSV）：R 的 igraph 用 graph_from_data_frame 读入", (".edges.csv", ".vertices.csv"), write
)
