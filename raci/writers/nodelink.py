"""``graph.json``: the bipartite graph as JSON, in the form of networkx's node_link_data."""

from __future__ import annotations

import json

from raci.views.graph import of_grid
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render"]


def render(job: Job) -> bytes:
    """``nodes`` with their ids, ``edges`` with source and target; D3 and networkx read it."""
    made = of_grid(job.grid)
    held = {
        "directed": False,
        "multigraph": False,
        "graph": made.graph,
        "nodes": [{**data, "id": node} for node, data in made.nodes(data=True)],
        "edges": [{**data, "source": first, "target": second} for first, second, data in made.edges(data=True)],
    }
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


FORMAT = OutputFormat("nodelink", "graph.json", "二部图，JSON（node-link）", 120, render=render, usual=False)
