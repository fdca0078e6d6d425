"""Backbones as networks: the p of every tie stands on it, and what is below the level is kept."""

from __future__ import annotations

import pytest
from coworking import material_of_tasks

from raci.config.options.network import NetworkOptions
from raci.networks.sdsm import sdsm
from raci.networks.study import NetworkStudy, study

#: a and b work together eight times and with nobody else; c works once or twice with many
TASKS = (
    *(f"甲{n}: 水利局L 城管局S" for n in range(8)),
    *(f"乙{n}: 财政局L {other}局S" for n in range(2) for other in "天地玄黄宇宙洪荒"),
)


def studied(**options: object) -> NetworkStudy:
    return study(material_of_tasks(*TASKS), NetworkOptions(networks=("bodies",), **options))  # type: ignore[arg-type]


def labelled(made: NetworkStudy, name: str) -> set[frozenset[str]]:
    graph = made.graph(name)
    return {frozenset((graph.nodes[first]["label"], graph.nodes[second]["label"])) for first, second in graph.edges()}


def test_sdsm_keeps_who_work_together_more_than_their_degrees_let_expect() -> None:
    assert frozenset(("水利局", "城管局")) in labelled(studied(alpha=0.01), "bodies-sdsm")
    assert frozenset(("财政局", "天局")) not in labelled(studied(alpha=0.01), "bodies-sdsm")


def test_the_p_of_both_rules_stands_on_every_tie() -> None:
    graph = studied().graph()
    wanted = sdsm([line.partition(": ")[2].replace("L", "").replace("S", "").split() for line in TASKS])
    names = dict(graph.nodes(data="label"))
    for first, second, data in graph.edges(data=True):
        pair = sorted((str(names[first]), str(names[second])))
        assert data["p_sdsm"] == pytest.approx(wanted[pair[0], pair[1]])
        # 财政局 has eight ties of two: (1 - 2/16) ** 7; the two that have only each other say nothing
        assert data["p_disparity"] == pytest.approx(1.0 if "水利局" in pair else (1 - 2 / 16) ** 7)


def test_all_bodies_stay_and_a_milder_level_keeps_more() -> None:
    strict, mild = studied(alpha=0.01), studied(alpha=0.5)
    for rule in ("disparity", "sdsm"):
        kept = [made.graph(f"bodies-{rule}") for made in (strict, mild)]
        assert set(kept[0]) == set(kept[1]) == set(strict.graph())
        assert labelled(strict, f"bodies-{rule}") <= labelled(mild, f"bodies-{rule}")


def test_without_backbones_there_are_none() -> None:
    made = studied(backbones=())
    assert {name for _, name in made.networks} == {"bodies"}
    assert "p_sdsm" not in next(iter(made.graph().edges(data=True)))[2]
