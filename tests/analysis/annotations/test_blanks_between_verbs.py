"""Blanks that part what one body does from the next, and words that look like other words."""

from __future__ import annotations

import pytest

from raci.pipeline import extract


def said(text: str) -> list[tuple[str, str]]:
    return [(one.department.name, one.role) for one in extract(text)]


@pytest.mark.parametrize(
    "words",
    [
        "（县水利局牵头 县财政局、县公安局配合 2026年6月底前完成）",
        "（县水利局牵头　县财政局、县公安局配合）",
        "。县水利局牵头 县财政局、县公安局配合 2026年6月底前完成",
        "\n县水利局牵头　县财政局、县公安局配合",
        "（此项工作由县水利局牵头，县财政局、县公安局配合）",
        "。Lead: 县水利局; Support: 县财政局、县公安局",
        "（牵头单位（Lead）：县水利局；配合（Support）：县财政局、县公安局）",
        "【牵头】县水利局 【配合】县财政局、县公安局",
    ],
)
def test_a_lead_and_two_that_help(words: str) -> None:
    assert said(f"1.修渠{words}") == [("县水利局", "lead"), ("县财政局", "support"), ("县公安局", "support")]


@pytest.mark.parametrize("bodies", ["第一人民医院", "小湾社区居民委员会", "民事审判第一庭"])
def test_words_of_names_are_no_order(bodies: str) -> None:
    found = said(f"1.修渠。责任单位为县水利局，配合单位为{bodies}。")
    assert found == [("县水利局", "responsible"), (bodies, "support")]


def test_joint_is_part_of_a_name() -> None:
    found = said("1.建园。由县商务局牵头，县邮政管理局、县供销合作社联合社配合完成。")
    assert found == [("县商务局", "lead"), ("县邮政管理局", "support"), ("县供销合作社联合社", "support")]


def test_slashes_part_names_that_hold_links() -> None:
    found = said("1.建园（牵头单位：县商务局；配合单位：县科技局/县工业和信息化局/县公安局）")
    assert [body for body, _ in found] == ["县商务局", "县科技局", "县工业和信息化局", "县公安局"]


def test_rows_of_labels_are_no_table() -> None:
    tasks = "\n".join(f"{place}.修第{place}渠【牵头】县水利局 【配合】县财政局" for place in range(1, 5))
    assert said(tasks) == [("县水利局", "lead"), ("县财政局", "support")] * 4


def test_a_firm_among_bodies_by_its_name() -> None:
    assert said("1.建园。由县商务局牵头，县财政局、云岭软件股份有限公司配合。") == [
        ("县商务局", "lead"),
        ("县财政局", "support"),
        ("云岭软件股份有限公司", "support"),
    ]
    assert said("云岭软件股份有限公司于2025年向县商务局报告了情况。") == []


def test_who_leads_among_the_responsible_is_named_once() -> None:
    assert said("1.修渠（县水利局、县财政局共同负责，其中县水利局牵头）") == [
        ("县财政局", "responsible"),
        ("县水利局", "lead"),
    ]
