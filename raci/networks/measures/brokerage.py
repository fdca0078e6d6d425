"""Who stands between whom: the brokerage roles of Gould and Fernandez (1989), by level and by sort of body.

b is a broker for a and c where a → b and b → c and not a → c. Which role that is depends on the groups of the three.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from raci.networks.measures.measure import NodeMeasure, Plan, Value, paths_of_two
from raci.networks.projections.projection import DIRECTED

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["BROKERAGE_MEASURES", "ROLES", "roles"]

#: role → what it is called, and the groups of a, b and c in it
ROLES: Mapping[str, tuple[str, str]] = {
    "coordinator": ("协调", "三者同组"),
    "itinerant": ("居间", "前后两个同组，自己在别的组"),
    "gatekeeper": ("守门", "前一个在别的组，后一个与自己同组"),
    "representative": ("代表", "前一个与自己同组，后一个在别的组"),
    "liaison": ("联络", "三者各在一组"),
}
#: attribute of nodes that groups them → what it is called
_GROUPS: Mapping[str, str] = {"level": "层级", "kind": "机构种类"}
_UNKNOWN = frozenset(("", "unknown"))


def roles(graph: nx.DiGraph[str], groups: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """Node → role → for how many ordered pairs (a, c) it has it; nodes without a group neither have roles nor count."""
    members: dict[str, set[str]] = {}
    for node, group in groups.items():
        members.setdefault(group, set()).add(node)
    after = {node: set(graph.successors(node)) & groups.keys() for node in groups}
    counts = {node: dict.fromkeys(ROLES, 0) for node in groups}
    for node, own in groups.items():
        found = counts[node]
        for before in graph.predecessors(node):
            if before not in groups:
                continue
            reached = after[node] - after[before] - {before}
            here = len(reached & members[own])
            if groups[before] == own:
                found["coordinator"] += here
                found["representative"] += len(reached) - here
            else:
                back = len(reached & members[groups[before]])
                found["itinerant"] += back
                found["gatekeeper"] += here
                found["liaison"] += len(reached) - here - back
    return counts


def _values(attribute: str, role: str, graph: nx.DiGraph[str], plan: Plan) -> Mapping[str, Value]:
    if not paths_of_two(graph):
        return {}
    groups = {node: data[attribute] for node, data in graph.nodes(data=True) if data.get(attribute, "") not in _UNKNOWN}
    return {node: counted[role] for node, counted in roles(graph, groups).items()} if len(groups) > 1 else {}


def _measure(attribute: str, role: str) -> NodeMeasure:
    word, groups = ROLES[role]
    values: Callable[..., Mapping[str, Value]] = partial(_values, attribute, role)
    return NodeMeasure(
        f"broker_{role}_{attribute}",
        f"中介角色：{word}（按{_GROUPS[attribute]}）",
        f"a → 自己 → c 而没有 a → c 的有序对数，{groups}；按{_GROUPS[attribute]}分组，不知道的不计、为空，网络太大为空",
        DIRECTED,
        values,
        "Gould & Fernandez 1989",
        "raci（与定义逐对核对）",
    )


BROKERAGE_MEASURES = tuple(_measure(attribute, role) for attribute in _GROUPS for role in ROLES)
