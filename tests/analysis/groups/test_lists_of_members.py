"""Lists of members as offices number, mask, close and cut them: nobody is lost, and nobody is made up."""

from __future__ import annotations

import pytest

from raci.groups import org

NAME = "云泽市湿地保护领导小组\n"


def members(text: str) -> list[str]:
    """Who is in the groups of a text, each as position and name, post or body."""
    return [
        f"{member.position} {member.name or member.post or (member.department and member.department.name)}"
        for group in org(text)
        for member in group.members
    ]


@pytest.mark.parametrize(
    ("roster", "expected"),
    [
        ("组长：\n1.任　明（市长）\n成员：\n1.邓　静（市财政局局长）\n2.董　凯（市水务局局长）",
         ["head 任明", "member 邓静", "member 董凯"]),
        ("组长：\n李平。\n成员：\n周小兰、王军、孙伟。\n秘书：钱敏",
         ["head 李平", "member 周小兰", "member 王军", "member 孙伟"]),
        ("【组长】\n李平 市长；王军 副市长。\n【成员】\n周小兰 市财政局局长；孙伟 市水务局局长。",
         ["head 李平", "head 王军", "member 周小兰", "member 孙伟"]),
        ("组　长：李　×\n成　员：周　*\n　　　　孙某某\n　　　　王　×",
         ["head 李×", "member 周*", "member 孙某某", "member 王×"]),
        ("组长：李平（市长）13800000001\n成员：周小兰（市财政局局长）13800000002、王军（市水务局局长）13800000003",
         ["head 李平", "member 周小兰", "member 王军"]),
        ("组长：李平\n成员：\n1.市财政局\n2.市水务局", ["head 李平", "member 市财政局", "member 市水务局"]),
        ("组长　　市长\n成员　　市财政局\n　　　　市水务局\n　　　　市园林局",
         ["head 市长", "member 市财政局", "member 市水务局", "member 市园林局"]),
        ("组长：市公安局局长才旦卓玛同志\n成员：巴合提古丽　市财政局局长", ["head 才旦卓玛", "member 巴合提古丽"]),
        ("组长：李平\n成员：禤国维（市财政局）、王科（市水务局副局长）", ["head 李平", "member 禤国维", "member 王科"]),
        ("组长：李平　市长\n成员：周小兰　市财政局局长\n专家顾问：钱敏　云泽大学教授", ["head 李平", "member 周小兰"]),
    ],
)  # fmt: skip
def test_who_is_listed_is_in_the_group(roster: str, expected: list[str]) -> None:
    assert members(NAME + roster + "\n") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("组长由市长担任。成员：市财政局副局长、市园林局局长、市发展改革委主任。",
         ["head 市长", "member 市财政局副局长", "member 市园林局局长", "member 市发展改革委主任"]),
        ("组长市长，成员市财政局局长、市发展改革委主任。",
         ["head 市长", "member 市财政局局长", "member 市发展改革委主任"]),
        ("组长李平，成员财务科、保卫科、信息中心。",
         ["head 李平", "member 财务科", "member 保卫科", "member 信息中心"]),
        ("组长由镇党委书记孔政同志、党委书记文洁同志担任。", ["head 孔政", "head 文洁"]),
        ("召集人：党工委书记。", ["head 党工委书记"]),
        ("主任委员为王军（市长），副主任委员为周小兰（副市长）、李平（市园林局局长）。",
         ["head 王军", "deputy 周小兰", "deputy 李平"]),
        ("市长任组长。领导小组办公室设于市园林局内，主任由李平担任。",
         ["head 市长", "office 市园林局", "office_head 李平"]),
        ("市长任组长。办公室设护理部，周小兰任主任。", ["head 市长", "office 护理部", "office_head 周小兰"]),
    ],
)  # fmt: skip
def test_who_is_told_of_in_a_sentence_is_in_the_group(sentence: str, expected: list[str]) -> None:
    assert members(f"　　成立市湿地保护领导小组，{sentence}\n") == expected


@pytest.mark.parametrize(
    ("text", "group", "expected"),
    [
        ("县防指总指挥由县长担任，县防指办公室设在县水利局。", "县防指", ["head 县长", "office 县水利局"]),
        ("市安委会主任由市长担任。市安委办设在市应急管理局。", "市安委会", ["head 市长", "office 市应急管理局"]),
        ("成立《云泽年鉴》编委会，市长任主任。", "《云泽年鉴》编委会", ["head 市长"]),
        ("成立湿地保护领导小组（市长任组长，副市长任副组长，市园林局、市水务局为成员单位）。", "湿地保护领导小组",
         ["head 市长", "deputy 副市长", "member 市园林局", "member 市水务局"]),
        ("综合组组长单位为市园林局，成员单位为市水务局。", "综合组", ["head 市园林局", "member 市水务局"]),
        ("湿地保护领导小组\n组长，王建；副组长，李敏、孙伟；成员，赵刚、钱丽。", "湿地保护领导小组",
         ["head 王建", "deputy 李敏", "deputy 孙伟", "member 赵刚", "member 钱丽"]),
    ],
)  # fmt: skip
def test_a_group_called_for_short_and_a_part_by_itself_are_groups(text: str, group: str, expected: list[str]) -> None:
    assert members(text + "\n") == expected
    assert {each.name for each in org(text)} == {group}


@pytest.mark.parametrize(
    "text",
    [
        "县防指要求各乡镇做好防汛准备，县防指成员单位要加强值守。\n",
        "验收小组由有关专家和专业技术人员组成，按相应条件进行核查。\n",
        "机构设置\n理事长：周国盛，负责全面工作，主管办公室、财务室\n副理事长：曲波，协助理事长负责组联科\n",
        "课程设计\n题目：图书管理系统\n组长：张明\n组员：李华、王刚\n指导教师：陈红\n",
    ],
)
def test_who_leads_an_office_or_a_team_of_pupils_is_in_no_group(text: str) -> None:
    assert org(text) == ()


def test_a_group_is_called_by_the_title_without_its_number() -> None:
    (group,) = org("## 3.2 应急领导小组\n\n- **组长**：项目经理（李平）\n- **组员**：工程部长、质检部长\n")
    assert group.name == "应急领导小组"
    assert [member.department and member.department.name for member in group.members] == [None, "工程部", "质检部"]
