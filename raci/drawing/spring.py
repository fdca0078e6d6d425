"""Places for boxes by networkx, where Graphviz cannot be run.

graphviz-pure has wheels for x86 and ARM only, and some machines let nobody run programs out of a package.
"""

from __future__ import annotations

from collections.abc import Iterable

from raci.errors import DrawError

__all__ = ["place"]

#: networkx lays out so many nodes with numpy alone; for more it wants scipy
_MOST = 499
_WEAK = 0.5


def place(nodes: Iterable[int], ties: Iterable[tuple[int, int, float]]) -> dict[int, tuple[float, float]]:
    """Node → a centre (x, y) in no unit: force-directed (Fruchterman–Reingold), the same in every run.

    ``ties`` are two nodes and how strongly they draw each other. Raises DrawError for more than 499 nodes.
    """
    import networkx as nx

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_weighted_edges_from(ties)
    if len(graph) > _MOST:
        remedy = "请运行 pip install graphviz-pure，或安装 Graphviz 并用 --engine system，或只要别的输出"
        raise DrawError(f"单位太多（{len(graph)} 个）", place="--engine", remedy=remedy)
    # parts that nothing joins would push each other off for ever: a weak tie between their hubs holds them
    hubs = [max(sorted(part), key=graph.degree) for part in nx.connected_components(graph)]
    first = max(hubs, key=graph.degree, default=None)
    graph.add_weighted_edges_from((first, hub, _WEAK) for hub in hubs if first is not None and hub != first)
    places = nx.spring_layout(graph, seed=7, iterations=300)
    return {node: (float(x), float(y)) for node, (x, y) in places.items()}
