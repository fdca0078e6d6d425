"""Rows and columns of a matrix in an order that brings like to like: seriation.

The method is reciprocal averaging (Hill 1973, Journal of Ecology 61: 237–249): rows are placed at the mean of
their columns, columns at the mean of their rows, which the second singular vectors of the matrix, scaled by the
roots of its sums, do at once. They are also what the spectral algorithm for seriation sorts by (Atkins, Boman and
Hendrickson 1998, SIAM Journal on Computing 28: 297–310). Parts of the matrix that share neither row nor column
are ordered each by itself and stand in the order of their first row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

__all__ = ["METHOD", "differing", "seriate"]

METHOD = "reciprocal averaging (Hill 1973)"

Cells = Mapping[tuple[int, int], float]


def seriate(cells: Cells) -> tuple[list[int], list[int]]:
    """The rows and the columns that have cells (row, column → weight > 0), each in the new order.

    The same in every run; a row that is alike to another stands after it as before.
    """
    rows: list[int] = []
    columns: list[int] = []
    for part in _parts(cells):
        part_rows, part_columns = _ordered(cells, *part)
        rows += part_rows
        columns += part_columns
    return rows, columns


def differing(order: Sequence[int], cells: Cells, axis: int) -> int:
    """How many cells differ between neighbours, the fewer the better; ``axis`` 0 for rows in order, 1 for columns."""
    filled: dict[int, set[int]] = {}
    for cell in cells:
        filled.setdefault(cell[axis], set()).add(cell[1 - axis])
    empty: set[int] = set()
    return sum(len(filled.get(first, empty) ^ filled.get(second, empty)) for first, second in pairwise(order))


def _parts(cells: Cells) -> list[tuple[list[int], list[int]]]:
    """Rows and columns that hang together, the parts by their first row."""
    import networkx as nx

    graph: nx.Graph[tuple[int, int]] = nx.Graph()
    graph.add_edges_from(((0, row), (1, column)) for row, column in cells)
    parts = []
    for nodes in nx.connected_components(graph):
        rows = sorted(index for side, index in nodes if side == 0)
        columns = sorted(index for side, index in nodes if side == 1)
        parts.append((rows, columns))
    return sorted(parts)


def _ordered(cells: Cells, rows: list[int], columns: list[int]) -> tuple[list[int], list[int]]:
    import numpy as np

    if min(len(rows), len(columns)) < 2:
        return rows, columns
    row_place = {row: place for place, row in enumerate(rows)}
    column_place = {column: place for place, column in enumerate(columns)}
    table = np.zeros((len(rows), len(columns)))
    for (row, column), weight in cells.items():
        if row in row_place and column in column_place:
            table[row_place[row], column_place[column]] = weight
    down, across = np.sqrt(table.sum(axis=1)), np.sqrt(table.sum(axis=0))
    left, _, right = np.linalg.svd(table / down[:, None] / across[None, :], full_matrices=False)
    # rounded, so that what is equal stays in the order of the document whatever the library makes of it
    levels = np.round(left[:, 1] / down, 9), np.round(right[1] / across, 9)
    # a singular vector has no sign: what stands first in the document stands above
    half = max(len(rows) // 2, 1)
    sign = -1.0 if levels[0][:half].mean() > levels[0][half:].mean() else 1.0
    return (
        [rows[place] for place in np.argsort(sign * levels[0], kind="stable")],
        [columns[place] for place in np.argsort(sign * levels[1], kind="stable")],
    )
