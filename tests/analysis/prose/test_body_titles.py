"""Lines of nothing but bodies over lists of duties."""

from __future__ import annotations

import pytest

from raci import extract


def told(text: str) -> list[tuple[str, str]]:
    return [(row.clause.heading, row.department.name) for row in extract(text)]


@pytest.mark.parametrize("mark", ["", "："])
def test_what_stands_below_a_body_is_its_own(mark: str) -> None:
    garden, water = "1.补植行道树；\n2.修复绿道。\n", "1.清淤河道；\n2.加固堤防。\n"
    text = f"青溪县护绿责任分工\n\n县园林局{mark}\n{garden}县水利局{mark}\n{water}"
    assert told(text) == [
        ("补植行道树", "县园林局"),
        ("修复绿道", "县园林局"),
        ("清淤河道", "县水利局"),
        ("加固堤防", "县水利局"),
    ]


def test_a_body_below_a_task_is_not_that_of_the_next() -> None:
    rows = told(
        "青溪县护绿要点\n\n1.补植行道树。\n责任单位：县园林局\n2.清淤河道。\n责任单位：县水利局\n3.宣传护绿。\n"
    )
    assert rows == [("补植行道树", "县园林局"), ("清淤河道", "县水利局")]


def test_persons_below_a_body_are_no_tasks() -> None:
    assert told("先进个人名单\n县园林局\n1.张小明\n2.李大为\n县水利局\n1.王一\n2.赵二\n") == []


def test_a_count_behind_a_body_is_no_part_of_its_name() -> None:
    text = "一、县园林局（2项）\n1．补植行道树。\n2．修复绿道。\n二、县水利局（1项）\n1．清淤河道。\n"
    assert [name for _, name in told(text)] == ["县园林局", "县园林局", "县水利局"]


def test_a_bullet_is_no_part_of_a_name_above_a_line() -> None:
    told = extract("云泽市防汛预案\n二、职责分工\n- 市公安局：\n维护现场秩序。\n- 市气象局：\n提供气象信息。\n")
    assert [found.department.name for found in told] == ["市公安局", "市气象局"]


def test_a_dash_parts_a_body_from_its_duty_as_a_colon_does() -> None:
    told = extract("云泽市防汛预案\n二、职责分工\n1.市公安局——维护现场秩序。\n2.市气象局——提供气象信息。\n")
    assert [(found.department.name, found.role) for found in told] == [
        ("市公安局", "responsible"),
        ("市气象局", "responsible"),
    ]


def test_a_bracket_with_who_leads_leaves_the_duty_to_the_body_before_it() -> None:
    told = extract("云泽市防汛预案\n二、职责分工\n1.市公安局（责任领导：王明）：负责维护现场秩序。\n")
    assert {(found.department.name, found.role) for found in told} == {("王明", "leader"), ("市公安局", "responsible")}
