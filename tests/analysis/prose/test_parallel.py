"""Who stands beside somebody with a duty in a sentence has one, whatever verb follows; names that have other words."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

R, L, A, I = "responsible", "lead", "approve", "inform"  # noqa: E741


def told(sentence: str) -> list[tuple[str, str]]:
    return [
        (row.department.name, row.role) for row in extract(f"绿道建设方案\n一、要求\n{sentence}\n", basis=("prose",))
    ]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("县住建局负责选址，县资规局踏查线路。", "县资规局"),
        ("绿道由县园林局统一管护，交警部门视客流分流车辆。", "交警部门"),
        ("方案由县住建局牵头起草，县司法局出手把关。", "县司法局"),
    ],
)
def test_beside_a_duty_any_verb_gives_one(sentence: str, name: str) -> None:
    assert (name, R) in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "县住建局负责选址，县资规局局长到场。",
        "县住建局负责选址，县财政局账户归集。",
        "县住建局负责选址，县审计局审核通过的，予以拨付。",
        "县住建局统一挂牌，乡镇（街道）名称统一为便民中心。",
        "县住建局负责选址，各街道落实情况纳入考核。",
    ],
)
def test_a_noun_or_a_condition_beside_it_gives_none(sentence: str) -> None:
    assert {name for name, _ in told(sentence)} == {"县住建局"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("会议要求县审计局提前介入。", [("县审计局", R)]),
        ("沿湖各镇7日18时前完成清淤。", [("沿湖各镇", R)]),
        ("各村每日17时前将客流报县园林局（电话：6221010）。", [("各村", R), ("县园林局", I)]),
        ("通报抄送县委组织部作为考察参考。", [("县委组织部", I)]),
        ("县建设委员会是绿道的决策机构，审定年度计划。", [("县建设委员会", R)]),
        ("结果由县园林局向班主任和年级组长反馈。", [("县园林局", R)]),
        ("目录报县委常委会会议审定。", [("县委常委会会议", A)]),
        ("建行云泽分行及其分支机构应当及时发放贷款。", [("建行云泽分行", R)]),
        ("县水务局根据水情调度水闸，为抢险争取时间。", [("县水务局", R)]),
        ("建议县园林局修订绿道标准。", [("县园林局", R)]),
        ("方案经理事会批准后实施。", [("理事会", A)]),
        ("县宗教局是绿道的主管部门，对方案的实施负有检查职责。", [("县宗教局", R)]),
    ],
)
def test_words_around_the_name_are_no_part_of_it(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "建成的绿道移交街道管养。",
        "县长领导县政府全面工作。",
        "各县（区）报送市政府的公文，不得直接报送领导。",
        "善后工作以县政府为主。",
        "巡查记录交总务处存档。",
        "收入缴入财政局指定账户。",
        "市委、市政府向你们致以问候。",
        "基金由县长任理事长，财政局、审计局为成员，主要职责为：审定章程。",
    ],
)
def test_words_that_hold_a_verb_are_no_name(sentence: str) -> None:
    assert told(sentence) == []


def test_what_a_firm_does_beside_an_office_is_not_the_offices() -> None:
    sentence = "县园林局指导绿道管护，云泽绿道公司负责日常巡查，并配合政府部门清理占道。"
    assert told(sentence) == [("县园林局", "guide")]


def test_to_ask_for_help_is_no_part_of_a_name() -> None:
    assert told("管委会接报后立即出动，并请求县森林消防大队增援。") == [("管委会", R)]


def test_an_adverb_and_any_verb_beside_a_duty_give_one() -> None:
    found = told("由县发改局牵头制定名单，县公共资源交易中心全程留痕。")
    assert found == [("县发改局", L), ("县公共资源交易中心", R)]
