"""``gephi-nodes.csv``: the bodies and tasks."""

from __future__ import annotations

import io

from raci.views.graph import of_grid
from raci.writers.csv import write_table
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render"]

_KEYS = ("kind", "number", "path", "level", "jurisdiction", "deadline")


def render(job: Job) -> bytes:
    """Id, Label, Type (任务 or 单位), and what else is known, in UTF-8 with a byte order mark."""
    made = of_grid(job.grid)
    text = io.StringIO()
    rows = (
        (node, data["label"], "单位" if data["bipartite"] else "任务", *(data.get(key, "") for key in _KEYS))
        for node, data in made.nodes(data=True)
    )
    write_table(("Id", "Label", "Type", *_KEYS), rows, text)
    return text.getvalue().encode("utf-8-sig", "replace")


FORMAT = OutputFormat("gephi", "gephi-nodes.csv", "二部图的节点表，Gephi 用", 90, render=render, usual=False)
