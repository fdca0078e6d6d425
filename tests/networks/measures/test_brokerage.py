"""The brokerage roles of Gould and Fernandez: as defined, pair by pair, and as a published example has them."""

from __future__ import annotations

import itertools
import random

import networkx as nx
import pytest

from raci.networks.measures.brokerage import ROLES, roles


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ("AAA", "coordinator"),
        ("ABA", "itinerant"),
        ("BAA", "gatekeeper"),
        ("AAB", "representative"),
        ("ABC", "liaison"),
    ],
)
def test_each_role(groups: str, role: str) -> None:
    graph = nx.DiGraph([("a", "b"), ("b", "c")])
    found = roles(graph, dict(zip("abc", groups, strict=True)))
    assert found["b"] == {name: int(name == role) for name in ROLES}
    assert not any(found["a"].values()) and not any(found["c"].values())


def test_who_reaches_the_other_needs_no_broker() -> None:
    graph = nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c"), ("b", "a")])
    assert not any(roles(graph, dict.fromkeys("abc", "A"))["b"].values())


def test_a_node_without_a_group_counts_for_nobody() -> None:
    graph = nx.DiGraph([("a", "b"), ("b", "c"), ("b", "d")])
    found = roles(graph, {"a": "A", "b": "A", "c": "A"})
    assert "d" not in found and found["b"]["coordinator"] == 1


def test_the_published_example() -> None:
    """TET Erasmus+, Data Analysis, Brokerage roles, figure 24: B coordinates M–H, I–H, M–J, I–J, M–L, I–L.

    https://app.tet-erasmus.eu/books/data-analysis/page/brokerage-roles: undirected, so that each pair counts both ways.
    M and I are tied there, H and J, J and L; and H and L, as that pair is not among the listed.
    """
    ties = [*(("B", other) for other in "MIHJL"), ("M", "I"), *itertools.combinations("HJL", 2)]
    graph = nx.Graph(ties).to_directed()
    assert roles(graph, dict.fromkeys(graph, "green"))["B"]["coordinator"] == 2 * 6


@pytest.mark.parametrize("seed", range(5))
def test_pair_by_pair(seed: int) -> None:
    chance = random.Random(seed)
    graph = nx.gnp_random_graph(14, 0.25, seed=seed, directed=True)
    groups = {node: chance.choice("ABC") for node in graph}
    wanted = {node: dict.fromkeys(ROLES, 0) for node in graph}
    for a, b, c in itertools.permutations(graph, 3):
        if graph.has_edge(a, b) and graph.has_edge(b, c) and not graph.has_edge(a, c):
            before, own, behind = groups[a], groups[b], groups[c]
            if before == own == behind:
                role = "coordinator"
            elif before == behind:
                role = "itinerant"
            elif own == behind:
                role = "gatekeeper"
            elif before == own:
                role = "representative"
            else:
                role = "liaison"
            wanted[b][role] += 1
    assert roles(graph, groups) == wanted
