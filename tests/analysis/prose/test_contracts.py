"""The parties of a contract that are bodies have duties; firms and persons have none."""

from __future__ import annotations

from raci import extract

SENTENCES = "第一条 甲方负责提供苗木清单，乙方应当编制种植方案并报甲方批准。\n第二条 双方各执一份。\n"


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(row.department.name, row.role, row.department.canonical) for row in extract(text)]


def test_the_parties_are_those_that_the_head_names() -> None:
    text = f"绿化养护协议\n甲方：云泽市园林局\n受托方（乙方）：云泽市绿化研究院\n{SENTENCES}"
    rows = told(text)
    assert [(name, role) for name, role, _ in rows] == [
        ("甲方", "responsible"),
        ("乙方", "responsible"),
        ("甲方", "approve"),
    ]


def test_a_firm_is_no_body() -> None:
    text = f"绿化养护协议\n甲方：云泽市园林局\n乙方：云泽绿源有限公司\n{SENTENCES}"
    assert [(name, role) for name, role, _ in told(text)] == [("甲方", "responsible"), ("甲方", "approve")]


def test_where_no_head_names_them_nobody_is_meant() -> None:
    assert told(f"商品房买卖合同\n甲方：（签字）\n{SENTENCES}") == []


def test_quotes_are_the_words_of_the_contract() -> None:
    text = "协议\n云泽市园林局（以下简称“甲方”）与云泽市水务局（以下简称“乙方”）约定如下：\n一、乙方负责供水。\n"
    assert [(row.quote, row.department.name) for row in extract(text)] == [("乙方负责供水。", "乙方")]


def test_a_part_of_a_party_is_named_as_the_contract_does() -> None:
    text = "绿化养护协议\n甲方：云泽市园林局\n乙方：云泽市绿化研究院\n第一条 经费由乙方财务处管理。\n"
    assert told(text) == [("乙方财务处", "responsible", "云泽市绿化研究院财务处")]
