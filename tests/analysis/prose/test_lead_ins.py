"""Lead-ins that ask for measures, headings that run into their sentence, and who is told to do something with it."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

L, R, G, I = "lead", "responsible", "guide", "inform"  # noqa: E741


def rows(text: str) -> list[tuple[str, str, str]]:
    return [(one.clause.heading[:6], one.department.name, one.role) for one in extract(text, basis=("prose",))]


@pytest.mark.parametrize(
    "lead_in",
    [
        "县园林局应当采取下列保护措施：",
        "发生倒伏的，县园林局应当立即采取下列措施：",
        "县园林局要重点做好以下工作：",
        "县园林局应按照管护规定，履行下列义务：",
    ],
)
def test_items_below_measures_are_of_whom_the_lead_in_names(lead_in: str) -> None:
    found = rows(f"第六条 {lead_in}\n（一）设置围栏；\n（二）开展树木体检；\n（三）其他。\n")
    assert found[-2:] == [("设置围栏", "县园林局", R), ("开展树木体检", "县园林局", R)]
    assert len(found) == 3  # the lead-in asks for something as well


@pytest.mark.parametrize(
    "lead_in",
    [
        "苗木企业应当采取下列措施：",
        "县园林局检查时可以采取下列措施：",
        "管护方案应当包括下列内容：",
        "土壤污染重点监管单位应当履行下列义务：",
    ],
)
def test_lead_ins_about_others_leave_the_items_alone(lead_in: str) -> None:
    assert rows(f"第六条 {lead_in}\n（一）设置围栏；\n（二）开展树木体检。\n") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("加强组织领导 各县（市、区）政府要抓好落实。", [("各县（市、区）政府", R)]),
        ("强化经费保障市财政局应当及时拨付资金。", [("市财政局", R)]),
        ("实行绿化目标责任制地方各级人民政府必须加强检查。", [("地方各级人民政府", R)]),
        ("推动落实各级政府要承担的责任。", []),
        ("加强城市绿道管理的办法应当公开。", []),
        ("做好信息报送各试点县在一个月内开始。", []),
    ],
)
def test_headings_that_run_into_their_sentence(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [row[1:] for row in rows(f"（一）{sentence}\n")] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("方案应当报送市政府办公厅并抄送市园林局。", [("市政府办公厅", I), ("市园林局", I)]),
        ("各镇林业站每月将进展报送县林业局汇总。", [("各镇林业站", R), ("县林业局", I)]),
        ("发现虫害的，应当及时通报相邻县林业部门组织排查。", [("相邻县林业部门", I)]),
        ("古树举报受理机构接到举报，应当登记。", [("古树举报受理机构", R)]),
        ("对县林业局通报表扬的镇和村在考评中加分。", []),
        ("居民委员会接受县园林局、街道办事处对绿化工作的指导。", [("县园林局", G), ("街道办事处", G)]),
        ("县园林局应当加强巡查，并会同有关部门制定方案。", [("县园林局", R), ("县园林局", L)]),
        ("各区要推进绿化，各牵头部门要加强协调，会同相关部门开展检查。", [("各区", R)]),
        ("各专项牵头部门、牵头推进单位要制定细则。", [("各专项牵头部门", R)]),
    ],
)
def test_who_is_told_and_who_leads(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [row[1:] for row in rows(f"一、管护规定\n{sentence}\n")] == expected
