"""``graph.mmd``: the bipartite graph as a Mermaid flowchart, for Markdown pages."""

from __future__ import annotations

from raci.errors import DrawError
from raci.model.labels import ROLE_WORDS
from raci.views.graph import of_grid
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "MOST", "render"]

#: mermaid draws no more edges (its maxEdges), and nobody could read more
MOST = 500
_ARROWS = {"lead": "==>", "responsible": "-->"}


def render(job: Job) -> bytes:
    """Bodies at the left, tasks at the right; thick arrows for leads, dotted ones for the others.

    Raises DrawError where there are more than 500 edges.
    """
    made = of_grid(job.grid)
    edges = made.number_of_edges()
    if edges > MOST:
        raise DrawError(
            f"共有 {edges} 条关系，Mermaid 最多画 {MOST} 条",
            place="mermaid",
            remedy="请用 --department 或 --chapter 取一部分，或用 graphml、gexf",
        )
    names: dict[str, str] = {}
    lines = ["flowchart LR"]
    for at, node in enumerate(made):
        data = made.nodes[node]
        names[node] = f"{'b' if data['bipartite'] else 't'}{at}"
        label = _text(str(data["label"]) or "（无标题）")
        lines.append(f"  {names[node]}([{label}])" if data["bipartite"] else f"  {names[node]}[{label}]")
        if not data["bipartite"] and not data["assigned"]:
            lines.append(f"  style {names[node]} stroke-dasharray:4 2")
    for first, second, data in made.edges(data=True):
        body, task = (first, second) if made.nodes[first]["bipartite"] else (second, first)
        roles = data["role"].split(";")
        words = "、".join(ROLE_WORDS[role] for role in roles)
        arrow = _ARROWS.get(roles[0], "-.->")
        lines.append(f"  {names[body]} {arrow}|{words}| {names[task]}")
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _text(label: str) -> str:
    """A label in quotes; what Mermaid or the page would read as a sign becomes its number."""
    safe = "".join(char if char.isalnum() or char in " 、，。（）·—“”：；-+()." else f"#{ord(char)};" for char in label)
    return f'"{" ".join(safe.split())}"'


FORMAT = OutputFormat(
    "mermaid", "graph.mmd", "二部图，Mermaid 流程图（500 条关系以内）", 110, render=render, usual=False
)
