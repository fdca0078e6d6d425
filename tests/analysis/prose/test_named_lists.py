"""Lists of who does what whose entries begin with a name: behind it a full stop, a line end, a number, a bullet."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

L, R, S = "lead", "responsible", "support"


def rows(text: str) -> list[tuple[str, str]]:
    return [(one.department.name, one.role) for one in extract(text, basis=("prose",))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("（一）市园林局。负责编制绿道规划。", "（二）市财政局。落实绿道建设资金。"),
        ("1.市园林局。组织绿道验收。", "2.市财政局。落实绿道建设资金。"),
        ("市园林局\n负责编制绿道规划。\n组织绿道验收。", "市财政局\n落实绿道建设资金。"),
        ("市园林局：\n负责编制绿道规划。", "市财政局：\n落实绿道建设资金。"),
        ("市园林局：\n- 负责编制绿道规划\n- 组织绿道验收", "市财政局：\n- 落实绿道建设资金"),
        ("市园林局：\n1. 负责编制绿道规划\n2. 组织绿道验收", "市财政局：\n1. 落实绿道建设资金"),
        ("市园林局：（1）编制绿道规划；（2）组织绿道验收。", "市财政局：（1）落实绿道建设资金。"),
        ("市园林局：①编制绿道规划。", "市财政局：1.落实绿道建设资金。"),
        ("市园林局职责：编制绿道规划。", "市财政局主要职责：落实绿道建设资金。"),
        ("1.市园林局（责任单位）：编制绿道规划。", "2.市财政局（配合单位）：落实绿道建设资金。"),
        ("●市园林局：编制绿道规划。", "● 市财政局：落实绿道建设资金。"),
        ("★市园林局负责编制绿道规划。", "★市财政局负责落实绿道建设资金。"),
    ],
)
def test_entries_that_begin_with_a_name(first: str, second: str) -> None:
    found = rows(f"绿道工作方案\n一、总体要求\n建设绿道。\n二、职责分工\n{first}\n{second}\n")
    assert set(found) == {("市园林局", R), ("市财政局", R)}


@pytest.mark.parametrize(
    "text",
    [
        "一、联系方式\n市园林局\n联系人：王某。\n市财政局\n联系人：李某。\n",  # contacts
        "一、附则\n自发布之日起施行。\n市园林局\n落实绿道资金的说明见附件。\n",  # a single line may be a signature
        "市园林局\n市财政局\n关于建设绿道的通知\n",
        "一、主要任务\n（一）特殊群体上门办。推行绿道服务到家。\n（二）跨域事项就近办。推进绿道服务下沉。\n",
        "一、推荐\n1.市园林局为推荐单位。推荐两个项目。\n2.市财政局为推荐单位。推荐一个项目。\n",
    ],
)
def test_names_that_head_no_duties(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ("市园林局负责编制绿道规划。会同市财政局核定补助。", [("市园林局", R), ("市园林局", L), ("市财政局", S)]),
        ("市园林局：（1）编制规划；（2）会同市财政局核定补助。", [("市园林局", R), ("市园林局", L), ("市财政局", S)]),
        ("市园林局负责编制绿道规划。配合单位要密切协作。", [("市园林局", R)]),
        ("市园林局负责编制绿道规划。牵头承担绿道的科室要上报进展。", [("市园林局", R)]),
    ],
)
def test_a_later_sentence_without_subject(sentences: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(rows(f"一、任务\n{sentences}\n")) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "（1）抢险组：由市应急局牵头，市水利局参加。负责组织抢险。",
            [("市应急局", L), ("市水利局", S), ("抢险组", R)],
        ),
        ("（1）抢险组：由市应急局、市水利局组成。负责组织抢险。", [("抢险组", R)]),
        ("（1）综合组：由市应急局、市水利局组成。负责组织协调。", [("综合组", R)]),
        ("2.1 市防汛指挥部\n2.1.1 职责\n（1）统一领导防汛工作。\n", [("市防汛指挥部", R)]),
        ("2.1 市防汛指挥部\n2.1.1 组成\n（1）统一领导防汛工作。\n", []),
    ],
)
def test_groups_and_what_they_do(text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(rows(f"一、工作机构\n{text}")) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- 项目经理：负责整体规划\n- 测试人员：负责功能测试\n- 开发团队：负责编码实现\n- 数据层：负责存储\n",
            ["项目经理", "测试人员", "开发团队"],
        ),
        ("需求分析人员：\n- 负责与用户的协调\n测试人员：\n- 负责编写用例\n", ["需求分析人员", "测试人员"]),
        ("- 参会人员：负责人以上\n- 项目经理：王某\n- 工作要求：负责到底\n", []),  # no list of what posts do
        ("- 配合市公安局开展排查\n", []),  # the bullet is no part of a name
    ],
)
def test_posts_and_what_they_do(text: str, expected: list[str]) -> None:
    assert [name for name, _ in rows(f"平台建设方案\n一、项目安排\n{text}")] == expected
