"""Structural holes (Burt 1992): constraint and effective size, weighted.

networkx has both, but without scipy it takes hours for a network of a few hundred bodies; the formulas are the same,
over a matrix, and a test holds them to networkx.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from raci.networks.measures.measure import Plan, Value

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np

__all__ = ["constraint", "effective_size"]

#: a matrix of more nodes than these would take gigabytes
_MOST = 6000


def constraint(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    """Σ_j (p_ij + Σ_q p_iq p_qj)² over the neighbours j, p_ij being the share of i's weights that is with j."""
    prepared = _shares(graph)
    if prepared is None:
        return {}
    nodes, weights, shares = prepared
    local = (shares + shares @ shares) ** 2
    values = (local * (weights > 0)).sum(axis=1)
    return dict(zip(nodes, values.tolist(), strict=True))


def effective_size(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    """Σ_j (1 − Σ_q p_iq m_jq) over the neighbours j, q another neighbour; m_jq is q's weight by j's largest."""
    prepared = _shares(graph)
    if prepared is None:
        return {}
    nodes, weights, shares = prepared
    marginal = weights / weights.max(axis=1, keepdims=True)
    joined = weights > 0
    redundancy = (shares @ marginal.T) * joined
    values = joined.sum(axis=1) - redundancy.sum(axis=1)
    return dict(zip(nodes, values.tolist(), strict=True))


def _shares(
    graph: nx.Graph[str],
) -> tuple[list[str], np.ndarray[Any, np.dtype[np.float64]], np.ndarray[Any, np.dtype[np.float64]]] | None:
    """The nodes that have ties, their weights, and the weights as shares of each row; None where there are too many."""
    import numpy as np

    nodes = [node for node, degree in graph.degree() if degree]
    if not nodes or len(nodes) > _MOST:
        return None
    index = {node: number for number, node in enumerate(nodes)}
    weights = np.zeros((len(nodes), len(nodes)))
    for first, second, weight in graph.edges(data="weight", default=1):
        weights[index[first], index[second]] = weights[index[second], index[first]] = weight
    return nodes, weights, weights / weights.sum(axis=1, keepdims=True)
