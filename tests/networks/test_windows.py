"""Windows by year, period, place and issuer; what changed between them."""

from __future__ import annotations

import pandas as pd
import pytest
from coworking import documents_of, rows_of

from raci.config.options.network import NetworkOptions
from raci.networks.material import Material
from raci.networks.study import NetworkStudy, study

DOCUMENTS = documents_of(
    ("d1", "一", 2019, "白石市", "财政部；教育部"),
    ("d2", "二", 2021, "云泽市", "财政部"),
    ("d3", "三", 2021, None, ""),
    ("d4", "四", None, "白石市", "教育部"),
)
ROWS = pd.concat(
    [
        rows_of("治河: 水利局L 城管局S 财政局S", document="一", document_id="d1"),
        rows_of("治河: 水利局L 城管局S", "植树: 林业局L 水利局S", document="二", document_id="d2"),
        rows_of("考核: 财政局R", document="三", document_id="d3"),
        rows_of("宣传: 教育局L 财政局S", document="四", document_id="d4"),
    ]
)


def studied(**options: object) -> NetworkStudy:
    chosen = {"networks": ("bodies", "leads"), "backbones": ()} | options
    return study(Material.of(ROWS, DOCUMENTS), NetworkOptions(**chosen))  # type: ignore[arg-type]


def test_without_windows_there_is_the_whole() -> None:
    made = studied()
    assert made.windows == ("全部",)
    assert made.measures["documents_in_window"].tolist() == [4, 4]
    assert made.changes.empty


def test_years_in_order_and_what_has_none() -> None:
    made = studied(window="year")
    assert made.windows == ("全部", "2019", "2021")
    assert made.facts["documents_in_no_window"] == 1
    assert made.measures.set_index(["window", "network"]).loc[("2021", "bodies"), "documents_in_window"] == 2


def test_periods() -> None:
    made = studied(window="year", periods=((2018, 2020), (2022, 2023)))
    assert made.windows == ("全部", "2018-2020")
    assert made.facts["documents_in_no_window"] == 3


def test_places_the_largest_first() -> None:
    assert studied(window="place").windows == ("全部", "白石市", "云泽市")


def test_a_joint_document_stands_in_the_window_of_each_issuer() -> None:
    made = studied(window="issuer")
    counts = made.measures[made.measures["network"] == "bodies"].set_index("window")["documents_in_window"]
    assert counts.to_dict() == {"全部": 4, "教育部": 2, "财政部": 2}


def test_levels() -> None:
    assert studied(window="level").windows == ("全部", "县")


def test_what_changed_from_one_year_to_the_next() -> None:
    made = studied(window="year")
    change = made.changes.set_index("network").loc["bodies"]
    # 2019: 水利局–城管局, 水利局–财政局, 城管局–财政局; 2021: 水利局–城管局, 林业局–水利局
    assert (change["nodes_both"], change["nodes_new"], change["nodes_gone"]) == (3, 1, 0)
    assert (change["ties_both"], change["ties_new"], change["ties_gone"]) == (1, 1, 2)
    assert change["ties_jaccard"] == pytest.approx(1 / 4)


def test_the_ranks_of_strengths_are_compared() -> None:
    rows = pd.concat(
        [
            rows_of("一: 甲局L 乙局S", "二: 甲局L 丙局S", document="一", document_id="d1"),
            rows_of("一: 甲局L 乙局S", "二: 甲局L 丙局S", "三: 甲局L 乙局S", document="二", document_id="d2"),
        ]
    )
    made = study(Material.of(rows, DOCUMENTS), NetworkOptions(window="year", networks=("bodies",), backbones=()))
    # before 2 1 1, after 3 2 1: the ranks 3 1.5 1.5 and 3 2 1
    assert made.changes["strength_spearman"].tolist() == [pytest.approx(0.8660254)]


def test_the_same_document_twice_counts_once() -> None:
    twice = pd.concat([ROWS, ROWS[ROWS["document_id"] == "d1"]])
    made = study(Material.of(twice, DOCUMENTS), NetworkOptions(networks=("bodies",), backbones=()))
    weights = {data["weight"] for *_, data in made.graph().edges(data=True)}
    assert weights == {1, 2}  # 水利局–城管局 in d1 and d2


def test_who_waits_is_told_what_is_being_measured() -> None:
    told: list[str] = []
    study(Material.of(ROWS, DOCUMENTS), NetworkOptions(networks=("bodies", "leads"), backbones=()), told.append)
    assert told == ["全部", "全部/bodies（1/2）", "全部/leads（2/2）"]
