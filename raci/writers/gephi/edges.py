"""``gephi-edges.csv``: who is what in which task."""

from __future__ import annotations

import io

from raci.views.graph import of_grid
from raci.writers.csv import write_table
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render"]


def render(job: Job) -> bytes:
    """Source (a body), Target (a task), Type, Weight, role, letter, quote, in UTF-8 with a byte order mark."""
    made = of_grid(job.grid)
    text = io.StringIO()
    rows = []
    for first, second, data in made.edges(data=True):
        body, task = (first, second) if made.nodes[first]["bipartite"] else (second, first)
        rows.append((body, task, "Undirected", 1, data["role"], data["letter"], data["quote"]))
    write_table(("Source", "Target", "Type", "Weight", "role", "letter", "quote"), rows, text)
    return text.getvalue().encode("utf-8-sig", "replace")


FORMAT = OutputFormat("gephi", "gephi-edges.csv", "二部图的边表，Gephi 用", 91, render=render, usual=False)
