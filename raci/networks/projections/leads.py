"""Who leads whom: from the lead of a task to those that take part in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.networks.projections.loads import add_workers, tasks_with_bodies
from raci.networks.projections.projection import Projection
from raci.networks.slice import Slice

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["PROJECTION", "build"]


def build(part: Slice) -> nx.DiGraph[str]:
    """An edge leads from each lead of a task to each body in it that is no lead; ``weight`` is the number of tasks."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    add_workers(graph, part)
    for _, bodies, leads in tasks_with_bodies(part):
        for lead in (body for body in bodies if body in leads):
            for other in (body for body in bodies if body not in leads):
                if graph.has_edge(lead, other):
                    graph.edges[lead, other]["weight"] += 1
                else:
                    graph.add_edge(lead, other, weight=1)
    return graph


PROJECTION = Projection(
    name="leads",
    title="牵头网络（牵头单位 → 其他单位）",
    mode="directed",
    weight="任务数",
    definition="一项任务的每个牵头单位向其中每个不牵头的单位连一条有向边；权重为这样的任务数；几个单位共同牵头的，彼此不连",
    definition_en="A directed tie leads from each lead organisation of a task to each organisation in it that is not "
    "a lead; weight counts such tasks; joint leads are not tied to one another",
    build=build,
)
