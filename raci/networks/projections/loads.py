"""The tasks of a slice with their bodies, and bodies with how many tasks they have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from raci.escaping import clean
from raci.networks.projections.projection import add_bodies
from raci.networks.slice import Slice

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["add_two_mode_ties", "add_workers", "tasks_with_bodies"]


def tasks_with_bodies(part: Slice) -> Iterator[tuple[int, list[str], frozenset[str]]]:
    """Each task's document, its bodies in the order of the text, and those of them that are lead."""
    table = part.work.parts
    columns = (table["document"], table["task"], table["node"], table["lead"])
    current, document, bodies, leads = -1, -1, list[str](), set[str]()
    for number, task, node, lead in zip(*(column.tolist() for column in columns), strict=True):
        if task != current:
            if bodies:
                yield document, bodies, frozenset(leads)
            current, document, bodies, leads = task, number, [], set()
        bodies.append(clean(node))
        if lead:
            leads.add(bodies[-1])
    if bodies:
        yield document, bodies, frozenset(leads)


def add_workers(graph: nx.Graph[str], part: Slice, **more: str | int) -> None:
    """Add the bodies with their ``tasks``, those they lead (``leads``), and the ``documents`` that they stand in."""
    table = part.work.parts
    add_bodies(graph, part.work.nodes, table["node"].unique(), **more)
    by_node = table.groupby("node", sort=False)
    tasks, leads, documents = by_node["task"].nunique(), by_node["lead"].sum(), by_node["document"].nunique()
    for key in tasks.index:
        graph.nodes[clean(str(key))].update(tasks=int(tasks[key]), leads=int(leads[key]), documents=int(documents[key]))


def add_two_mode_ties(graph: nx.Graph[str], table: pd.DataFrame, column: str) -> None:
    """Tie each node to what stands beside it in a column; ``table`` has a row for each task of a node there.

    ``weight`` counts the tasks, ``leads`` those that the node leads. The other end is ``column:value``.
    """
    grouped = table.astype({"lead": bool}).groupby(["node", column], sort=False)["lead"].agg(["size", "sum"])
    for (node, other), tasks, led in zip(grouped.index, grouped["size"].tolist(), grouped["sum"].tolist(), strict=True):
        graph.add_edge(clean(str(node)), f"{column}:{clean(str(other))}", weight=tasks, leads=led)
