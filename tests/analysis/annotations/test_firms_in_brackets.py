"""Firms by their short names within a bracket of bodies at the end of a task."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse

TASKS = {"一": "整治河道", "二": "修复湿地", "三": "清运垃圾", "四": "拆除码头"}
BASE = "".join(f"（{number}）{task}。年内{task}。（市水利局、市城管局）\n" for number, task in TASKS.items())


def named(bracket: str) -> list[str]:
    analysis = analyse(f"{BASE}（五）巡查堤岸。年内巡查堤岸。{bracket}\n")
    return [one.department.name for one in analysis.assignments if one.clause.number == "（五）"]


@pytest.mark.parametrize(
    "bracket",
    [
        "（市商务局、市交通局、云泽海关、云泽快运）",
        "（市商务局、云泽快运、市交通局、云泽海关、市财政局、远航集运）",
        "（市商务局、市交通局、云泽海关、云泽水务）",
    ],
)
def test_a_firm_among_bodies_is_one_of_them(bracket: str) -> None:
    assert named(bracket) == bracket.strip("（）").split("、")


@pytest.mark.parametrize(
    "bracket",
    [
        "（市商务局、云泽快运）",
        "（市商务局、市交通局、云泽快运、远航集运）",
        "（市商务局、市交通局、云泽海关、全面推进绿色发展）",
        "（含河道、沟渠、湿地、市政府、市医院）",
        "（河道、沟渠、湿地）",
    ],
)
def test_words_among_few_bodies_and_words_of_prose_make_no_list(bracket: str) -> None:
    assert named(bracket) == []
