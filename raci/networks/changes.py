"""What changed from one window to another: who came and went, which ties, how alike the weights are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["CHANGE_COLUMNS", "MOST_PAIRS", "change", "pairs_of"]

#: windows that do not follow one another are compared each with each, up to so many
MOST_PAIRS = 10
#: column → what it says
CHANGE_COLUMNS = {
    "from": "前一个窗口",
    "to": "后一个窗口",
    "network": "哪种网络",
    "nodes_both": "两个窗口都有的点数",
    "nodes_new": "只在后一个窗口的点数",
    "nodes_gone": "只在前一个窗口的点数",
    "ties_both": "两个窗口都有的边数",
    "ties_new": "只在后一个窗口的边数",
    "ties_gone": "只在前一个窗口的边数",
    "ties_jaccard": "边的 Jaccard 相似度：都有的 / 任一窗口有的；都没有边为空",
    "strength_spearman": "两个窗口都有的点，其强度（有向为出强度与入强度之和）的 Spearman 等级相关；不足 3 个点为空",
}


def pairs_of(names: Sequence[str], *, ordered: bool) -> list[tuple[str, str]]:
    """The windows to compare: each with the next; where they do not follow one another each with each, of the first."""
    return list(pairwise(names)) if ordered else list(combinations(names[:MOST_PAIRS], 2))


def change(before: nx.Graph[str], after: nx.Graph[str]) -> dict[str, int | float | None]:
    """The columns of ``CHANGE_COLUMNS`` from ``nodes_both`` on."""
    nodes_before, nodes_after = set(before), set(after)
    ties_before, ties_after = _ties(before), _ties(after)
    either, both = ties_before | ties_after, nodes_before & nodes_after
    return {
        "nodes_both": len(both),
        "nodes_new": len(nodes_after - nodes_before),
        "nodes_gone": len(nodes_before - nodes_after),
        "ties_both": len(ties_before & ties_after),
        "ties_new": len(ties_after - ties_before),
        "ties_gone": len(ties_before - ties_after),
        "ties_jaccard": len(ties_before & ties_after) / len(either) if either else None,
        "strength_spearman": _rank_correlation(before, after, sorted(both)),
    }


def _ties(graph: nx.Graph[str]) -> set[tuple[str, str]]:
    if graph.is_directed():
        return set(graph.edges())
    return {(min(first, second), max(first, second)) for first, second in graph.edges()}


def _rank_correlation(before: nx.Graph[str], after: nx.Graph[str], nodes: list[str]) -> float | None:
    if len(nodes) < 3:
        return None
    strengths = [
        pd.Series([graph.degree(node, weight="weight") for node in nodes], dtype=float).rank()
        for graph in (before, after)
    ]
    if any(ranks.nunique() == 1 for ranks in strengths):
        return None  # all are equal: there is no order to compare
    return float(strengths[0].corr(strengths[1]))
