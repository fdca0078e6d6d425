"""Measures of small networks, worked out by hand or by formulas of the papers."""

from __future__ import annotations

import math
from fractions import Fraction

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raci.networks.measures.measure import Plan, Value
from raci.networks.measures.nodes import NODE_MEASURES
from raci.networks.measures.references import REFERENCES
from raci.networks.measures.tables import measure_network, measure_nodes, ready
from raci.networks.measures.whole import NETWORK_MEASURES
from raci.networks.projections.projection import Mode

PLAN = Plan(7)


def weighted(*ties: tuple[str, str, int], directed: bool = False) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
    graph.add_weighted_edges_from(ties)
    for _, _, data in graph.edges(data=True):
        data["newman"] = float(data["weight"])
    return graph


def node_values(graph: nx.Graph[str], column: str, mode: Mode = "one") -> dict[str, Value]:
    return {node: row[column] for node, row in measure_nodes(ready(graph), mode, PLAN).items()}


STAR = weighted(("a", "b", 1), ("a", "c", 1), ("a", "d", 1))
#: a strong path a – b – c beside a weak direct tie
DETOUR = weighted(("a", "b", 4), ("b", "c", 4), ("a", "c", 1))


def test_the_shortest_path_leads_over_strong_ties() -> None:
    # a–c directly is 1/1, over b it is 1/4 + 1/4: b is between a and c
    assert node_values(DETOUR, "betweenness") == {"a": 0, "b": 1, "c": 0}


def test_paths_of_one_length_share_whatever_fractions_they_are_made_of() -> None:
    # over b: 1/3 + 1/3 + 1/3, over e directly 1/2 + 1/2: both are 1, which binary fractions do not tell
    graph = weighted(("a", "b", 3), ("b", "c", 3), ("c", "d", 3), ("a", "e", 2), ("e", "d", 2))
    between = node_values(graph, "betweenness")
    # of 6 pairs of others b is on a–c, on half of a–d
    assert between["b"] == pytest.approx((1 + 0.5) / 6)
    assert between["e"] == pytest.approx(0.5 / 6)


@pytest.mark.parametrize("directed", [False, True])
def test_components_do_not_change_what_networkx_says(directed: bool) -> None:
    ties = [("a", "b", 1), ("b", "c", 2), ("c", "d", 1), ("x", "y", 1), ("y", "z", 3), ("p", "q", 1)]
    graph = weighted(*ties, directed=directed)
    mode: Mode = "directed" if directed else "one"
    assert node_values(graph, "betweenness", mode) == pytest.approx(nx.betweenness_centrality(graph))


def test_closeness_counts_who_can_be_reached() -> None:
    graph = weighted(("a", "b", 2), ("c", "d", 1))
    # a reaches one of three others at the distance 1/2: (1/3) · (1 / 0.5)
    assert node_values(graph, "closeness") == pytest.approx({"a": 2 / 3, "b": 2 / 3, "c": 1 / 3, "d": 1 / 3})


def test_degree_strength_and_core() -> None:
    assert node_values(DETOUR, "degree") == {"a": 2, "b": 2, "c": 2}
    assert node_values(DETOUR, "strength") == {"a": 5, "b": 8, "c": 5}
    assert node_values(STAR, "core") == {"a": 1, "b": 1, "c": 1, "d": 1}


def test_the_eigenvector_is_that_of_the_largest_component() -> None:
    graph = weighted(("a", "b", 1), ("b", "c", 1), ("x", "y", 9))
    values = node_values(graph, "eigenvector")
    assert values["b"] == pytest.approx(math.sqrt(1 / 2))
    assert values["a"] == pytest.approx(1 / 2)
    assert values["x"] is None


def test_clustering_has_no_value_without_two_neighbours() -> None:
    graph = weighted(("a", "b", 1), ("b", "c", 1), ("a", "c", 1), ("a", "d", 1))
    assert node_values(graph, "clustering") == pytest.approx({"a": 1 / 3, "b": 1, "c": 1, "d": None})


def test_burt_s_constraint_of_a_star() -> None:
    # its middle shares its time among three that do not know one another: 3 · (1/3)²; a leaf has nobody else: 1
    assert node_values(STAR, "constraint") == pytest.approx({"a": 1 / 3, "b": 1, "c": 1, "d": 1})
    assert node_values(STAR, "effective_size")["a"] == pytest.approx(3)


small = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.integers(1, 9)), min_size=1, max_size=12
).map(lambda ties: [tie for tie in ties if tie[0] != tie[1]])


@given(small)
@settings(max_examples=60, deadline=None)
def test_structural_holes_are_as_networkx_computes_them(ties: list[tuple[str, str, int]]) -> None:
    graph = weighted(*ties)
    rows = measure_nodes(ready(graph), "one", PLAN)
    for column, function in (("constraint", nx.constraint), ("effective_size", nx.effective_size)):
        for node, wanted in function(graph, weight="weight").items():
            assert rows[node][column] == pytest.approx(wanted)


@given(small)
@settings(max_examples=60, deadline=None)
def test_betweenness_is_the_share_of_all_shortest_paths(ties: list[tuple[str, str, int]]) -> None:
    graph = weighted(*ties)
    exact: nx.Graph[str] = nx.Graph()
    exact.add_edges_from(
        (first, second, {"length": Fraction(1, data["weight"])}) for first, second, data in graph.edges(data=True)
    )
    number = len(graph)
    for node, value in node_values(graph, "betweenness").items():
        total = 0.0
        others = [other for other in graph if other != node]
        for index, start in enumerate(others):
            for end in others[index + 1 :]:
                if nx.has_path(exact, start, end):
                    paths = list(nx.all_shortest_paths(exact, start, end, weight="length"))
                    total += sum(node in path for path in paths) / len(paths)
        pairs = (number - 1) * (number - 2) / 2
        assert value == pytest.approx(total / pairs if pairs else 0)


def test_directed_degrees() -> None:
    graph = weighted(("a", "b", 3), ("a", "c", 1), ("b", "a", 1), directed=True)
    rows = measure_nodes(ready(graph), "directed", PLAN)
    assert [rows["a"][key] for key in ("out_degree", "out_strength", "in_degree", "in_strength")] == [2, 4, 1, 1]


def two_modes() -> nx.Graph[str]:
    """Two bodies with two documents each, of which they share one."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(("甲", "乙"), bipartite=0, tasks=2, leads=1)
    graph.add_nodes_from("123", bipartite=1)
    graph.add_weighted_edges_from([("甲", "1", 1), ("甲", "2", 1), ("乙", "2", 1), ("乙", "3", 1)])
    return graph


def test_measures_of_two_modes() -> None:
    rows = measure_nodes(ready(two_modes()), "two", PLAN)
    assert rows["甲"]["degree_centrality"] == pytest.approx(2 / 3)
    assert rows["2"]["degree_centrality"] == pytest.approx(1)
    # they share one of three
    assert rows["甲"]["clustering_two_mode"] == pytest.approx(1 / 3)
    whole = measure_network(ready(two_modes()), "two", PLAN)
    assert (whole["first_mode"], whole["second_mode"]) == (2, 3)
    assert whole["density_two_mode"] == pytest.approx(4 / 6)
    assert whole["clustering_two_mode"] == 0  # no circle of four


def test_a_star_is_wholly_centralised_and_a_ring_not_at_all() -> None:
    ring = weighted(("a", "b", 1), ("b", "c", 1), ("c", "d", 1), ("d", "a", 1))
    for graph, value in ((STAR, 1.0), (ring, 0.0)):
        whole = measure_network(ready(graph), "one", PLAN)
        assert whole["centralisation"] == pytest.approx(value)
        assert whole["centralisation_betweenness"] == pytest.approx(value)
    out_star = weighted(("a", "b", 1), ("a", "c", 1), directed=True)
    assert measure_network(ready(out_star), "directed", PLAN)["centralisation_out"] == pytest.approx(1)


def test_a_whole_network() -> None:
    graph = weighted(("a", "b", 2), ("b", "c", 1), ("a", "c", 1), ("c", "d", 1))
    graph.add_node("e")
    whole = measure_network(ready(graph), "one", PLAN)
    assert (whole["nodes"], whole["ties"], whole["weight"], whole["isolates"]) == (5, 4, 5, 1)
    assert (whole["components"], whole["largest_component"]) == (2, 4)
    assert whole["density"] == pytest.approx(4 / 10)
    assert whole["mean_degree"] == pytest.approx(8 / 5)
    assert whole["transitivity"] == pytest.approx(3 / 5)  # one triangle, five paths of two
    assert whole["clustering"] == pytest.approx((1 + 1 + 1 / 3) / 3)


def test_communities_are_the_same_in_every_order() -> None:
    ties = [("a", "b", 5), ("b", "c", 5), ("a", "c", 5), ("x", "y", 5), ("y", "z", 5), ("x", "z", 5), ("c", "x", 1)]
    first, second = (node_values(weighted(*order), "community") for order in (ties, ties[::-1]))
    assert first == second == {"a": 1, "b": 1, "c": 1, "x": 2, "y": 2, "z": 2}
    whole = measure_network(ready(weighted(*ties)), "one", PLAN)
    # Newman and Girvan: two parts of 15 of 31, each with 31 of 62 ends
    assert whole["modularity"] == pytest.approx(2 * (15 / 31 - (31 / 62) ** 2))
    assert whole["communities"] == 2


@pytest.mark.parametrize("mode", ["one", "two", "directed"])
def test_an_empty_network_has_measures(mode: Mode) -> None:
    graph: nx.Graph[str] = nx.DiGraph() if mode == "directed" else nx.Graph()
    assert measure_nodes(ready(graph), mode, PLAN) == {}
    assert measure_network(ready(graph), mode, PLAN)["nodes"] == 0


def test_large_networks_are_estimated_from_pivots() -> None:
    assert Plan.of(STAR, 7).pivots is None
    large: nx.Graph[str] = nx.Graph()
    nx.add_path(large, map(str, range(30_000)))
    assert (Plan.of(large, 7).pivots or 0) >= 100
    rows = measure_nodes(ready(STAR), "one", Plan(7, pivots=2))
    assert rows["a"]["closeness"] is None and rows["a"]["betweenness"] is not None


def test_many_small_components_are_measured_exactly() -> None:
    parted: nx.Graph[str] = nx.Graph()
    for number in range(1000):
        parted.add_edge(f"a{number}", f"b{number}")
    assert Plan.of(parted, 7).pivots is None


def test_every_source_is_a_reference() -> None:
    assert {measure.source for measure in (*NODE_MEASURES, *NETWORK_MEASURES)} - {""} <= set(REFERENCES)


def test_the_columns_of_a_table_are_all_different() -> None:
    for measures in (NODE_MEASURES, NETWORK_MEASURES):
        columns = [measure.column for measure in measures]
        assert len(columns) == len(set(columns))
