"""Pairs as CSV: a row a tie, with the names of both ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from raci.networks.formats.network_format import NetworkFormat, csv_bytes, labels
from raci.networks.projections.projection import Mode

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMAT", "write"]


def write(graph: nx.Graph[str], mode: Mode, made_at: datetime) -> Mapping[str, bytes]:
    """``source``, ``target`` (labels, unique), ``weight``, then the other attributes of ties; Gephi imports it."""
    names = labels(graph)
    more = list(dict.fromkeys(key for *_, data in graph.edges(data=True) for key in data if key != "weight"))
    rows = (
        (names[first], names[second], data["weight"], *(data.get(key) for key in more))
        for first, second, data in graph.edges(data=True)
    )
    return {".pairs.csv": csv_bytes(("source", "target", "weight", *more), rows)}


FORMAT = NetworkFormat("pairs", "成对的边（CSV）：Excel、Gephi 用", (".pairs.csv",), write)
