"""UCINET's DL: lists of ties with labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from raci.networks.formats.network_format import NetworkFormat, first_mode, labels
from raci.networks.projections.projection import Mode

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMAT", "write"]


def write(graph: nx.Graph[str], mode: Mode, made_at: datetime) -> Mapping[str, bytes]:
    """``edgelist1`` of one mode (an undirected tie both ways), ``edgelist2`` of two; nodes by number, from 1.

    The format stands in a line of its own, as igraph wants it; UCINET takes line ends for blanks there.
    """
    rows, columns = first_mode(graph) if mode == "two" else (list(graph), list(graph))
    names = labels(graph)
    row_of = {node: number for number, node in enumerate(rows, start=1)}
    column_of = {node: number for number, node in enumerate(columns, start=1)}
    if mode == "two":
        lines = [f"dl nr={len(rows)} nc={len(columns)}", "format = edgelist2"]
        lines += ["row labels:", *_quoted(rows, names), "column labels:", *_quoted(columns, names)]
    else:
        lines = [f"dl n={len(rows)}", "format = edgelist1", "labels:", *_quoted(rows, names)]
    lines.append("data:")
    for first, second, data in graph.edges(data=True):
        pairs = [(first, second)] if mode != "one" else [(first, second), (second, first)]
        if mode == "two" and first not in row_of:
            pairs = [(second, first)]
        lines += [f"{row_of[start]} {column_of[end]} {data['weight']}" for start, end in pairs]
    return {".dl": ("\n".join(lines) + "\n").encode("utf-8", "replace")}


def _quoted(nodes: Sequence[str], names: Mapping[str, str]) -> Iterable[str]:
    # labels stand in quotes and know no escapes
    return (f'"{names[node].translate(_MARKS)}"' for node in nodes)


_MARKS = str.maketrans({'"': "”"})

FORMAT = NetworkFormat("ucinet", "DL：UCINET 用（UTF-8）", (".dl",), write)
