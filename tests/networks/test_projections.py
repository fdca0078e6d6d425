"""Networks of bodies, counted by hand."""

from __future__ import annotations

from types import MappingProxyType

import networkx as nx
import pandas as pd
import pytest
from coworking import documents_of, material_of_tasks, rows_of

from raci.config.options.network import NetworkOptions
from raci.errors import OptionError
from raci.networks.material import Material
from raci.networks.study import study

TASKS = ("整治河道: 水利局L 城管局S 财政局S", "清理垃圾: 城管局L 财政局S", "巡查: 水利局R")


def network(name: str, material: Material, **options: object) -> nx.Graph[str]:
    """One network of all documents, its nodes called by their labels."""
    made = study(material, NetworkOptions(networks=(name,), backbones=(), **options))  # type: ignore[arg-type]
    graph = made.graph(name)
    return nx.relabel_nodes(graph, {node: data["label"] for node, data in graph.nodes(data=True)})


def weights(graph: nx.Graph[str], key: str = "weight") -> dict[object, float]:
    """The weights by pairs; pairs of an undirected network have no order."""
    kind = tuple if graph.is_directed() else frozenset
    return {kind(pair): data[key] for *pair, data in graph.edges(data=True)}


def ties(pairs: dict[tuple[str, str], float]) -> dict[object, float]:
    return {frozenset(pair): weight for pair, weight in pairs.items()}


def test_shared_tasks_are_counted_and_weighted_by_how_many_share_them() -> None:
    graph = network("bodies", material_of_tasks(*TASKS))
    assert weights(graph) == ties({("城管局", "水利局"): 1, ("水利局", "财政局"): 1, ("城管局", "财政局"): 2})
    # three have the first task (1/2 each tie), two the second (1)
    assert weights(graph, "newman") == ties(
        {("城管局", "水利局"): 0.5, ("水利局", "财政局"): 0.5, ("城管局", "财政局"): 1.5}
    )
    assert {node: (data["tasks"], data["leads"]) for node, data in graph.nodes(data=True)} == {
        "水利局": (2, 1), "城管局": (2, 1), "财政局": (2, 0),
    }  # fmt: skip


def test_the_newman_strength_is_the_number_of_tasks_shared_with_anybody() -> None:
    made = study(material_of_tasks(*TASKS), NetworkOptions(networks=("bodies",), backbones=()))
    strength = made.nodes.set_index("label")["strength_newman"].to_dict()
    assert strength == {"水利局": 1, "城管局": 2, "财政局": 2}


def test_leads_point_to_those_that_take_part() -> None:
    graph = network("leads", material_of_tasks(*TASKS, "宣传: 水利局L 城管局L 教育局S"))
    assert weights(graph) == {
        ("水利局", "城管局"): 1, ("水利局", "财政局"): 1, ("城管局", "财政局"): 1,
        ("水利局", "教育局"): 1, ("城管局", "教育局"): 1,
    }  # joint leads are not tied  # fmt: skip


def test_bodies_and_documents() -> None:
    rows = pd.concat([rows_of(*TASKS[:2]), rows_of("植树: 林业局L 水利局S", document="林业方案", document_id="d2")])
    graph = network("documents", Material.of(rows))
    assert weights(graph) == ties({
        ("城管局", "方案"): 2, ("方案", "水利局"): 1, ("方案", "财政局"): 2,
        ("林业局", "林业方案"): 1, ("林业方案", "水利局"): 1,
    })  # fmt: skip
    assert {data["bipartite"] for node, data in graph.nodes(data=True) if "方案" in node} == {1}


def test_topics_are_chapters_without_their_numbers() -> None:
    graph = network(
        "topics", material_of_tasks("一、水环境>治河: 水利局L", "一、水环境>清淤: 水利局R", "无章: 财政局R")
    )
    assert weights(graph) == ties({("水环境", "水利局"): 2})


def test_topics_of_a_users_words() -> None:
    topics = MappingProxyType({"河": "水", "湖": "水", "树": "绿"})
    graph = network(
        "topics", material_of_tasks("治河湖: 水利局L", "河边植树: 水利局S 林业局L", "考核: 财政局R"), topics=topics
    )
    wanted = {("水", "水利局"): 2, ("水利局", "绿"): 1, ("林业局", "绿"): 1, ("林业局", "水"): 1}
    assert weights(graph) == ties(wanted)


def test_who_issued_documents_together() -> None:
    documents = documents_of(
        ("d1", "甲", 2023, None, "国家发展改革委；财政部；水利部"),
        ("d2", "乙", 2024, None, "国家发展和改革委员会；财政部"),
        ("d3", "丙", 2024, None, "教育部"),
        ("d4", "丁", 2024, None, ""),
    )
    graph = network("issuers", Material.of(rows_of(*TASKS), documents))
    # two ways to write one body are one node
    assert weights(graph) == ties({
        ("国家发展和改革委员会", "财政部"): 2, ("国家发展和改革委员会", "水利部"): 1, ("水利部", "财政部"): 1,
    })  # fmt: skip
    assert graph.nodes["国家发展和改革委员会"]["jointly"] == 2
    assert graph.degree["教育部"] == 0 and graph.nodes["教育部"]["documents"] == 1


def test_groups_and_their_members() -> None:
    members = pd.DataFrame(
        [
            {"document": "方案", "source": "方案.txt", "group": "河长制领导小组", "position": position,
             "department": name, "canonical": name, "department_id": None}
            for position, name in (("head", None), ("deputy", "水利部"), ("member", "水利部"), ("member", "财政部"))
        ]
    )  # fmt: skip
    graph = network("groups", Material.of(rows_of(*TASKS), memberships=members))
    assert weights(graph) == ties({("水利部", "河长制领导小组"): 2, ("河长制领导小组", "财政部"): 1})
    assert graph.edges["水利部", "河长制领导小组"]["positions"] == "deputy;member"


def test_only_some_roles() -> None:
    graph = network("bodies", material_of_tasks(*TASKS), roles=("lead",))
    assert set(graph) == {"水利局", "城管局"} and not graph.edges


def test_without_collectives() -> None:
    rows = rows_of("治河: 水利局L 各镇街S 城管局S")
    rows.loc[rows["department"] == "各镇街", "kind"] = "collective"
    material = Material.of(rows)
    assert set(network("bodies", material)) == {"水利局", "城管局", "各镇街"}
    assert weights(network("bodies", material, collectives=False)) == ties({("城管局", "水利局"): 1})


def test_what_is_in_the_second_layer_does_not_count() -> None:
    rows = rows_of("治河: 水利局L 城管局S")
    rows.loc[rows["department"] == "城管局", "layer"] = "second"
    assert set(network("bodies", Material.of(rows))) == {"水利局"}


def test_an_unknown_network_is_refused() -> None:
    with pytest.raises(OptionError, match="没有“villages”；可用：bodies"):
        network("villages", material_of_tasks(*TASKS))


def test_rows_are_refused_where_they_are_none() -> None:
    with pytest.raises(OptionError, match="缺少列 task"):
        Material.of(pd.DataFrame({"department": ["水利局"]}))
