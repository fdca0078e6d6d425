"""What a document says once for all of who leads is obeyed, or told."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract

ITEMS = "一、修建绿道。（责任单位：县住建局，县财政局）\n二、改造管网。（责任单位：★县水利局，县财政局）\n"


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("注：责任单位中排在首位的为市直牵头单位。", ["县住建局", "县水利局"]),
        ("注：逗号前的为主办单位。", ["县住建局", "县水利局"]),
        ("注：带★的为主办单位。", ["县水利局"]),
    ],
)
def test_a_rule_of_the_document_is_obeyed(said: str, leads: list[str]) -> None:
    found = extract(f"{said}\n{ITEMS}")
    assert [one.department.name for one in found if one.role == "lead"] == leads


@pytest.mark.parametrize("said", ["责任单位中排在首位的为主责单位", "名称加下划线的是牵头单位"])
def test_a_rule_that_was_not_understood_is_told(said: str) -> None:
    told = [one for one in analyse(f"注：{said}。\n{ITEMS}").findings if one.check == "unread"]
    assert [one.message for one in told if "谁牵头" in one.message]


def test_who_leads_a_single_task_is_no_such_rule() -> None:
    assert not [one for one in analyse(ITEMS).findings if one.check == "unread"]
