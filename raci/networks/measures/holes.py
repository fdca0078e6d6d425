"""Structural holes (Burt 1992): constraint and effective size, weighted.

networkx has both, but without scipy it takes hours for a network of a few hundred bodies; the formulas are the same,
over matrices, and a test holds them to networkx.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from raci.networks.measures.measure import Plan, Value

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

__all__ = ["constraint", "effective_size"]

#: a matrix of more nodes than these would take gigabytes
_MOST = 6000


def constraint(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    """Σ_j (p_ij + Σ_q p_iq p_qj)² over the neighbours j, p_ij being the share of i's weights that is with j."""
    return _by_component(graph, _constraint)


def effective_size(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    """Σ_j (1 − Σ_q p_iq m_jq) over the neighbours j, q another neighbour; m_jq is q's weight by j's largest."""
    return _by_component(graph, _effective_size)


def _constraint(weights: Matrix) -> Matrix:
    shares = weights / weights.sum(axis=1, keepdims=True)
    local: Matrix = ((shares + shares @ shares) ** 2 * (weights > 0)).sum(axis=1)
    return local


def _effective_size(weights: Matrix) -> Matrix:
    shares = weights / weights.sum(axis=1, keepdims=True)
    marginal = weights / weights.max(axis=1, keepdims=True)
    joined = weights > 0
    size: Matrix = joined.sum(axis=1) - ((shares @ marginal.T) * joined).sum(axis=1)
    return size


def _by_component(graph: nx.Graph[str], of: Callable[[Matrix], Matrix]) -> dict[str, Value]:
    """``of`` gives the values of the nodes of a component by its matrix of weights; those of too large ones have none.

    Nobody's holes reach beyond the component, and a matrix of all nodes would hold next to nothing but zeros.
    """
    import networkx as nx
    import numpy as np

    values: dict[str, Value] = {}
    for part in nx.connected_components(graph):
        if not 1 < len(part) <= _MOST:
            continue
        nodes = sorted(part)
        index = {node: number for number, node in enumerate(nodes)}
        weights: Matrix = np.zeros((len(nodes), len(nodes)))
        for node, row in index.items():
            for other, data in graph[node].items():
                weights[row, index[other]] = data.get("weight", 1)
        values.update(zip(nodes, of(weights).tolist(), strict=True))
    return values
