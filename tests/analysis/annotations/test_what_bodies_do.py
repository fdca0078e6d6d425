"""Bodies of an annotation that say what they do, each in its own words, beside those that a verb of roles is about."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

L, R, S, G = "lead", "responsible", "support", "guide"


def rows(text: str) -> list[tuple[str, str]]:
    return [(one.department.name, one.role) for one in extract(f"云泽市护林方案\n1.整修防火道。{text}\n")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("市林业局牵头，市农科院技术支撑，县财政局资金保障", [("市林业局", L), ("市农科院", R), ("县财政局", R)]),
        ("责任单位：市林业局，省林防站技术指导", [("市林业局", R), ("省林防站", G)]),
        ("市林业局为主，市财政局为辅", [("市林业局", L), ("市财政局", S)]),
        ("市林业局组织，市疾控中心业务指导", [("市林业局", R), ("市疾控中心", G)]),
        ("市林业局负责，市司法局合法性审核", [("市林业局", R), ("市司法局", R)]),
        ("市林业局主抓，县公安局维持秩序", [("市林业局", R), ("县公安局", R)]),
        ("市林业局做好巡查，市财政局牵头", [("市林业局", R), ("市财政局", L)]),
        ("市林业局、市农业局落实巡查，市财政局配合", [("市林业局", R), ("市农业局", R), ("市财政局", S)]),
    ],
)
def test_a_body_is_named_without_what_it_does(words: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(rows(f"（{words}）")) == sorted(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("责任领导：全部任务由局长何某负总责；责任单位：市林业局", [("局长何某", "leader"), ("市林业局", R)]),
        ("责任领导：李某、王某；责任单位：市林业局", [("李某", "leader"), ("王某", "leader"), ("市林业局", R)]),
    ],
)
def test_a_sentence_behind_a_label_of_persons_names_them_alone(words: str, expected: list[tuple[str, str]]) -> None:
    assert rows(f"（{words}）") == expected
