"""Groups (领导小组, 专班 …) and the bodies that are in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.escaping import clean
from raci.networks.projections.projection import Projection, add_bodies
from raci.networks.slice import Slice

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["PROJECTION", "build"]


def build(part: Slice) -> nx.Graph[str]:
    """Two modes: bodies (``bipartite=0``) and groups (1).

    ``weight`` is how many members the body has in the group, ``positions`` says in which positions.
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    rows = part.members.rows
    add_bodies(graph, part.members.nodes, rows["node"].unique(), bipartite=0)
    for (document, name), listed in rows.groupby(["document", "group"], sort=False):
        number, group = int(str(document)), clean(str(name))
        key = f"group:{number + 1}:{group}"
        graph.add_node(key, label=group, bipartite=1, document=f"document:{number + 1}")
        for node, positions in listed.groupby("node", sort=False)["position"]:
            written = ";".join(dict.fromkeys(positions))
            graph.add_edge(clean(str(node)), key, weight=len(positions), positions=written)
    return graph


PROJECTION = Projection(
    name="groups",
    title="单位—议事协调机构二模网络",
    mode="two",
    weight="该单位在该机构中的组成人员数",
    definition="单位（或其人员）是领导小组、指挥部、专班等的组成人员即有一条边；权重为人数（次数）；不同文件里的机构各是各的；"
    "没有写明单位的组成人员不计",
    definition_en="An organisation is tied to each leading group in which it, or one of its officials, is a member; "
    "weight counts memberships; groups of different documents are kept apart; members without an organisation do "
    "not count",
    build=build,
)
