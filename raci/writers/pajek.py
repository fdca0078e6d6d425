"""``graph.net``: the bipartite graph for Pajek."""

from __future__ import annotations

from raci.views.graph import of_grid
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render"]

#: Pajek's labels stand in quotes and know no escapes
_MARKS = str.maketrans({'"': "”", "\\": "＼", "\n": " ", "'": "’"})
_WEIGHTS = {"lead": 3, "responsible": 2}


def render(job: Job) -> bytes:
    """Vertices with their labels (made unique), tasks as boxes; a lead weighs 3, 责任 2, others 1."""
    made = of_grid(job.grid)
    lines = [f"*Vertices {len(made)}"]
    number: dict[str, int] = {}
    taken: set[str] = set()
    for at, node in enumerate(made, start=1):
        data = made.nodes[node]
        number[node] = at
        label = " ".join(str(data["label"]).translate(_MARKS).split()) or str(node)
        if label in taken:
            label = f"{label} [{at}]"
        taken.add(label)
        lines.append(f'{at} "{label}" 0.0 0.0 {"ellipse" if data["bipartite"] else "box"}')
    lines.append("*Edges")
    for first, second, data in made.edges(data=True):
        lines.append(f"{number[first]} {number[second]} {_WEIGHTS.get(data['role'].split(';')[0], 1)}")
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


FORMAT = OutputFormat("pajek", "graph.net", "二部图，Pajek 用", 100, render=render, usual=False)
