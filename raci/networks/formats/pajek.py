"""Pajek."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from raci.networks.formats.network_format import NetworkFormat, first_mode, labels
from raci.networks.projections.projection import Mode

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMAT", "write"]

#: Pajek's labels stand in quotes and know no escapes
_MARKS = str.maketrans({'"': "”", "\\": "＼", "'": "’"})


def write(graph: nx.Graph[str], mode: Mode, made_at: datetime) -> Mapping[str, bytes]:
    """Vertices with labels, those of two modes in two parts (``*Vertices all first``); arcs or edges with weights."""
    nodes = [node for part in first_mode(graph) for node in part] if mode == "two" else list(graph)
    names = labels(graph)
    parts = f" {len(first_mode(graph)[0])}" if mode == "two" else ""
    lines = [f"*Vertices {len(nodes)}{parts}"]
    numbers = {node: number for number, node in enumerate(nodes, start=1)}
    lines += [f'{number} "{names[node].translate(_MARKS)}"' for node, number in numbers.items()]
    lines.append("*Arcs" if mode == "directed" else "*Edges")
    lines += [f"{numbers[first]} {numbers[second]} {data['weight']}" for first, second, data in graph.edges(data=True)]
    return {".net": ("\n".join(lines) + "\n").encode("utf-8", "replace")}


FORMAT = NetworkFormat("pajek", "NET：Pajek 用", (".net",), write)
