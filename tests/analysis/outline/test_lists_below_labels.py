"""Names in the lines below their label: with bullets, in long lists, and up to the next task."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

OFFICES = [
    f"县{name}局"
    for name in ("财政", "教育", "公安", "民政", "司法", "水务", "商务", "审计", "统计", "医保", "林业", "体育")
]


def said(text: str) -> list[tuple[str, str, str]]:
    return [(one.clause.heading, one.department.name, one.role) for one in extract(text)]


@pytest.mark.parametrize("bullet", ["", "- ", "– ", "· ", "● ", "　　"])
def test_names_a_line_each(bullet: str) -> None:
    listed = f"配合单位：\n{bullet}县财政局\n{bullet}县公安局"
    text = f"一、修渠\n牵头单位：\n{bullet}县水利局\n{listed}\n二、护林\n牵头单位：\n{bullet}县林业局"
    assert said(text) == [
        ("修渠", "县水利局", "lead"),
        ("修渠", "县财政局", "support"),
        ("修渠", "县公安局", "support"),
        ("护林", "县林业局", "lead"),
    ]


def test_a_long_list_is_a_list() -> None:
    found = said(
        f"一、修渠\n牵头单位：\n县水利局\n配合单位：\n{'、'.join(OFFICES * 2)}、云岭县农村产权交易中心\n二、护林"
    )
    assert {body for _, body, role in found if role == "support"} == {*OFFICES, "云岭县农村产权交易中心"}


def test_a_name_that_nobody_knows_stands_among_others() -> None:
    found = said("一、修渠\n配合单位：\n县财政局、滨海国际机场、县公安局\n二、护林")
    assert [body for _, body, _ in found] == ["县财政局", "滨海国际机场", "县公安局"]


def test_the_next_task_is_no_name_of_the_list() -> None:
    text = "（一）规范用药\n配合单位：\n医务科、检验科\n（二）创建胸痛中心\n牵头单位：\n心血管内科"
    assert said(text) == [
        ("规范用药", "医务科", "support"),
        ("规范用药", "检验科", "support"),
        ("创建胸痛中心", "心血管内科", "lead"),
    ]


def test_numbered_names_are_names() -> None:
    assert said("一、修渠\n责任单位：\n1.县水利局\n2.县财政局\n二、护林") == [
        ("修渠", "县水利局", "responsible"),
        ("修渠", "县财政局", "responsible"),
    ]
