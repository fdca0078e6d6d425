"""The matrix of weights as CSV: square, or bodies × the other mode."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from raci.networks.formats.network_format import NetworkFormat, csv_bytes, first_mode, labels, matrix_cells
from raci.networks.projections.projection import Mode

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMAT", "MOST", "write"]

#: a square of more nodes has more than nine million cells
MOST = 3000


def write(graph: nx.Graph[str], mode: Mode, made_at: datetime) -> Mapping[str, bytes]:
    """Labels in the first row and column; of a directed network rows are who leads. The diagonal is 0."""
    names = labels(graph)
    rows, columns = first_mode(graph) if mode == "two" else (list(graph), list(graph))
    cells = matrix_cells(graph, rows, columns)
    table = ((names[node], *line) for node, line in zip(rows, cells, strict=True))
    return {".matrix.csv": csv_bytes(("", *(names[node] for node in columns)), table)}


FORMAT = NetworkFormat(
    "matrix", "方阵（二模为单位 × 另一模，CSV）：UCINET、Gephi、Excel 用", (".matrix.csv",), write, MOST
)
