"""``graph.graphml``: the bipartite graph."""

from __future__ import annotations

import io

from raci.views.graph import of_grid
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render"]


def render(job: Job) -> bytes:
    """The graph of ``raci.graph`` in GraphML, which networkx reads back equal."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml_xml(of_grid(job.grid), out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


FORMAT = OutputFormat("graphml", "graph.graphml", "任务与单位的二部图", 70, render=render)
