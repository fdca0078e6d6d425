"""``graph.gexf``: the bipartite graph for Gephi, with colours and sizes (GEXF 1.2)."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Mapping

from raci.config.palette import palette
from raci.views.graph import of_grid
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render"]


def render(job: Job) -> bytes:
    """The graph of ``raci.graph``; a node is as large as its number of edges, an edge has the colour of its role."""
    import networkx as nx

    graph = of_grid(job.grid)
    colours = palette().nodes
    for node, data in graph.nodes(data=True):
        body = data["bipartite"] == 1
        degree = graph.degree[node]
        colour = colours.body if body else colours.task if data["assigned"] else colours.unassigned
        data["viz"] = _viz(_rgb(colour), size=6.0 + 4.0 * math.sqrt(degree))
    for _, _, data in graph.edges(data=True):
        # where an edge begins and ends is GEXF's own, for graphs that change with time
        data["first"], data["last"] = data.pop("start"), data.pop("end")
        data["weight"] = {"lead": 3.0, "responsible": 2.0}.get(data["role"].split(";")[0], 1.0)
        data["viz"] = _viz(_rgb(palette().role(data["role"].split(";")[0]).edge))
    out = io.BytesIO()
    nx.write_gexf(graph, out, encoding="utf-8", prettyprint=True, version="1.2draft")
    # networkx writes the day of its own clock
    return re.sub(
        rb'lastmodifieddate="[^"]*"', f'lastmodifieddate="{job.made_at:%Y-%m-%d}"'.encode(), out.getvalue(), count=1
    )


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _viz(colour: tuple[int, int, int], **size: float) -> Mapping[str, object]:
    red, green, blue = colour
    return {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, **size}


FORMAT = OutputFormat("gexf", "graph.gexf", "二部图，Gephi 用，带颜色和大小", 80, render=render, usual=False)
