"""Bodies and the documents in which they have tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from raci.escaping import clean
from raci.networks.projections.loads import add_two_mode_ties, add_workers
from raci.networks.projections.projection import Projection
from raci.networks.slice import Slice

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["PROJECTION", "build"]

_ATTRIBUTES = ("document_id", "number", "date", "year", "place", "level", "issuers", "source")


def build(part: Slice) -> nx.Graph[str]:
    """Two modes: bodies (``bipartite=0``) and documents (1); ``weight`` is the number of the body's tasks there."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    add_workers(graph, part, bipartite=0)
    table = part.work.parts
    for number in table["document"].unique():
        row = part.work.documents.loc[number]
        facts = {key: "" if pd.isna(row[key]) else clean(str(row[key])) for key in _ATTRIBUTES}
        label = clean(str(row["title"] or row["source"] or f"文件{number + 1}"))
        graph.add_node(f"document:{number + 1}", label=label, bipartite=1, **facts)
    add_two_mode_ties(graph, table.assign(document=table["document"] + 1), "document")
    return graph


PROJECTION = Projection(
    name="documents",
    title="单位—文件二模网络",
    mode="two",
    weight="该单位在该文件中的任务数",
    definition="单位在文件中有任务即有一条边；权重为任务数，leads 为其中牵头的任务数",
    definition_en="An organisation is tied to each document in which it has tasks; weight counts them, leads those "
    "that it leads",
    build=build,
)
