"""Brackets that hold nothing but bodies, within a sentence."""

from __future__ import annotations

from raci.pipeline import extract

SEVERAL = """一、河道治理。完成清淤（县水利局），{}（县住建局）。
二、道路整治。更换标牌（县公安局）。
三、绿化。补种绿篱（县林业局）。
"""


def test_bodies_before_a_comma_count_where_the_sentence_ends_with_such_a_bracket() -> None:
    found = [(one.clause.heading, one.department.name) for one in extract(SEVERAL.format("修复护岸"))]
    assert found[:2] == [("河道治理", "县水利局"), ("河道治理", "县住建局")]


def test_another_name_of_a_body_before_a_comma_is_nobody_who_does_it() -> None:
    text = SEVERAL.replace("完成清淤（县水利局）", "检查县疾控中心（县卫生监督所）").format("公布结果")
    assert "县卫生监督所" not in [one.department.name for one in extract(text, basis=("annotation",))]
