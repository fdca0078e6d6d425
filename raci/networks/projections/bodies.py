"""Bodies by the tasks that they share."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from raci.networks.projections.loads import add_workers, tasks_with_bodies
from raci.networks.projections.projection import Projection
from raci.networks.slice import Slice

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["PROJECTION", "build"]


def build(part: Slice) -> nx.Graph[str]:
    """An edge joins two bodies that have a part in the same task.

    ``weight`` is the number of tasks, ``newman`` the sum of 1/(n−1) over them, n being how many bodies have a part in
    the task (Newman 2001), ``documents`` the number of documents in which they share one.
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    add_workers(graph, part)
    within: dict[tuple[str, str], set[int]] = {}
    for document, bodies, _ in tasks_with_bodies(part):
        for first, second in combinations(bodies, 2):
            if graph.has_edge(first, second):
                edge = graph.edges[first, second]
                edge["weight"] += 1
                edge["newman"] += 1 / (len(bodies) - 1)
            else:
                graph.add_edge(first, second, weight=1, newman=1 / (len(bodies) - 1))
            within.setdefault((min(first, second), max(first, second)), set()).add(document)
    for first, second, data in graph.edges(data=True):
        data["documents"] = len(within[min(first, second), max(first, second)])
        data["newman"] = round(data["newman"], 9)
    return graph


PROJECTION = Projection(
    name="bodies",
    title="单位协作网络（共同任务）",
    mode="one",
    weight="共同任务数",
    definition="两个单位在同一项任务中都有分工，即有一条边；权重 weight 为共同任务数，newman 为各共同任务 1/(n−1) 之和"
    "（n 为该任务的单位数；Newman 2001），documents 为有共同任务的文件数",
    definition_en="Two organisations are tied where both have a part in the same task; weight counts shared tasks, "
    "newman sums 1/(n−1) over them, n being the number of organisations in the task (Newman 2001), documents counts "
    "the documents in which they share one",
    build=build,
)
