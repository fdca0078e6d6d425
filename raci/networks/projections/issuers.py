"""Bodies that issued documents together (联合发文)."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from raci.escaping import clean
from raci.networks.projections.projection import Projection, add_bodies
from raci.networks.slice import Slice

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["PROJECTION", "build"]


def build(part: Slice) -> nx.Graph[str]:
    """An edge joins two bodies that issued a document together.

    ``weight`` is the number of documents, ``newman`` the sum of 1/(n−1) over them, n being how many issued it. Nodes:
    ``documents`` counts what a body issued, ``jointly`` what of it with others.
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    rows = part.issuers.rows
    add_bodies(graph, part.issuers.nodes, rows["node"].unique(), documents=0, jointly=0)
    for _, listed in rows.groupby("document", sort=True):
        bodies = [clean(key) for key in listed["node"]]
        for body in bodies:
            graph.nodes[body]["documents"] += 1
            graph.nodes[body]["jointly"] += len(bodies) > 1
        for first, second in combinations(bodies, 2):
            if not graph.has_edge(first, second):
                graph.add_edge(first, second, weight=0, newman=0.0)
            graph.edges[first, second]["weight"] += 1
            graph.edges[first, second]["newman"] += 1 / (len(bodies) - 1)
    return graph


PROJECTION = Projection(
    name="issuers",
    title="联合发文网络",
    mode="one",
    weight="联合发文数",
    definition="两个单位共同印发一份文件即有一条边；权重 weight 为联合发文数，newman 为各文件 1/(n−1) 之和"
    "（n 为发文单位数）；只单独发文的单位是孤立点",
    definition_en="Two organisations are tied where they issued a document together; weight counts such documents, "
    "newman sums 1/(n−1) over them, n being the number of issuers; those that only issued alone are isolates",
    build=build,
)
