"""Lists of groups that begin with a committee, run together, or are followed by something else; parts told in turn."""

from __future__ import annotations

import pytest

from raci.groups import org

Row = tuple[str, str, str | None]


def rows(text: str) -> list[Row]:
    """Group, position, and name, post or body of each member."""
    return [
        (group.name, member.position, member.name or member.post or (member.department and member.department.name))
        for group in org(text)
        for member in group.members
    ]


GROUP = "云泽市湿地保护领导小组"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"成立{GROUP}，市长任组长，市发展和改革委员会、市水务局负责同志为成员。",
            [("head", "市长"), ("member", "市发展和改革委员会"), ("member", "市水务局")],
        ),
        (
            f"{GROUP}\n组长：王明（市长）副组长：李强（副市长）赵敏（市水务局局长）成员：孙丽（市财政局局长）"
            "钱伟（市林业局局长）领导小组办公室设在市水务局。",
            [
                ("head", "王明"),
                ("deputy", "李强"),
                ("deputy", "赵敏"),
                ("member", "孙丽"),
                ("member", "钱伟"),
                ("office", "市水务局"),
            ],
        ),
        (
            f"{GROUP}\n组长：王明\n成员：市水务局、市林业局\n督查范围：城东、城西\n联系人：李强\n",
            [("head", "王明"), ("member", "市水务局"), ("member", "市林业局")],
        ),
        (
            f"成立{GROUP}，组成人员为：\n（1）组长：王明\n（2）副组长：李强\n（3）成员单位：市水务局、市林业局\n",
            [("head", "王明"), ("deputy", "李强"), ("member", "市水务局"), ("member", "市林业局")],
        ),
        (
            f"成立{GROUP}，市长任组长。各责任单位要成立由主要负责同志任组长的工作小组。",
            [("head", "市长")],
        ),
    ],
)
def test_who_is_in_a_list(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(position, who) for _, position, who in rows(text)] == expected


def test_another_group_set_up_beside_the_first_has_its_own_members() -> None:
    text = f"成立{GROUP}，市长任组长。\n另设督查工作组，组长由副市长担任，成员由市审计局、市财政局组成。"
    assert rows(text)[1:] == [
        ("督查工作组", "head", "副市长"),
        ("督查工作组", "member", "市审计局"),
        ("督查工作组", "member", "市财政局"),
    ]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (
            "下设综合协调、水质监测两个工作组，分别由市水务局、市林业局牵头。",
            [("综合协调", "head", "市水务局"), ("水质监测", "head", "市林业局")],
        ),
        (
            "领导小组设综合组、监测组，组长单位分别为市水务局、市林业局。",
            [("综合组", "head", "市水务局"), ("监测组", "head", "市林业局")],
        ),
        (
            "综合组，由市水务局负责，市财政局配合；监测组，由市林业局负责，团市委配合。",
            [
                ("综合组", "head", "市水务局"),
                ("综合组", "member", "市财政局"),
                ("监测组", "head", "市林业局"),
                ("监测组", "member", "团市委"),
            ],
        ),
        (
            "①综合组，牵头单位：市水务局，配合单位：市财政局，负责联络；②监测组，牵头单位：市林业局，负责监测。",
            [("综合组", "head", "市水务局"), ("综合组", "member", "市财政局"), ("监测组", "head", "市林业局")],
        ),
    ],
)
def test_parts_are_led_by_whom_the_sentence_says(behind: str, expected: list[Row]) -> None:
    assert rows(f"成立{GROUP}，市长任组长。\n{behind}")[1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{GROUP}\n组长：董事、党组副书记、总经理王明\n副组长：党委委员、副总经理、工会主席李强\n成员：财务部主任孙丽\n",
            [("王明", "董事、党组副书记、总经理"), ("李强", "党委委员、副总经理、工会主席"), ("孙丽", "财务部主任")],
        ),
        (
            f"成立{GROUP}\n组长，党委书记、董事长，王明\n成员，综合部部长，李强；财务部部长，孙丽\n",
            [("王明", "党委书记、董事长"), ("李强", "综合部部长"), ("孙丽", "财务部部长")],
        ),
        (
            f"成立{GROUP}，组长一般由副市长担任，副组长由党中央、国务院领导同志担任。",
            [(None, "副市长"), (None, "党中央、国务院领导同志")],
        ),
        (
            f"{GROUP}\n组长：副院长呼伟明\n副组长：市政府副秘书长呼敏\n",
            [("呼伟明", "副院长"), ("呼敏", "市政府副秘书长")],
        ),
    ],
)
def test_a_person_has_all_the_posts_told_before_the_name(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(member.name, member.post) for group in org(text) for member in group.members] == expected


def test_the_title_of_a_document_is_no_part_of_the_sentence_below() -> None:
    text = "关于湿地登记设立的实施方案\n\n市政府决定调整以市长为组长、副市长为副组长的市湿地保护领导小组。\n"
    assert rows(text) == [("市湿地保护领导小组", "head", "市长"), ("市湿地保护领导小组", "deputy", "副市长")]


def test_a_numbered_part_by_itself_in_a_line_leads_the_sentence_below() -> None:
    text = f"成立{GROUP}，市长任组长。下设若干工作组。\n（1）综合组\n市水务局牵头，市财政局等参与。负责联络。\n"
    assert rows(text)[1:] == [("综合组", "head", "市水务局"), ("综合组", "member", "市财政局")]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (
            "组长由市长或者分管副市长担任，成员由市水务局、市林业局负责人和相关人员组成。",
            [("head", "市长"), ("head", "分管副市长"), ("member", "市水务局"), ("member", "市林业局")],
        ),
        (
            "组长由市长担任。成员单位：市水务局、各县（市、区）人民政府。",
            [("head", "市长"), ("member", "市水务局"), ("member", "各县（市、区）人民政府")],
        ),
        (
            "\n组长：王明\n成员：李强  智荣卿  孙丽\n领导小组在市水务局设立办公室，由市水务局局长兼任主任。\n",
            [
                ("head", "王明"),
                ("member", "李强"),
                ("member", "智荣卿"),
                ("member", "孙丽"),
                ("office", "市水务局"),
                ("office_head", "市水务局局长"),
            ],
        ),
    ],
)
def test_lists_with_alternatives_staff_and_rare_names(behind: str, expected: list[tuple[str, str]]) -> None:
    assert [(position, who) for _, position, who in rows(f"成立{GROUP}。{behind}")] == expected


def test_an_announced_part_is_what_the_next_sentence_calls_the_work_group() -> None:
    text = (
        f"成立{GROUP}，市长任组长。领导小组下设办公室和规划、监测2个专项工作组。\n"
        "规划工作组设在市水务局，负责编制规划。工作组组长由市水务局局长兼任，成员由市财政局、市林业局组成。"
    )
    assert rows(text)[1:] == [
        ("规划工作组", "head", "市水务局局长"),
        ("规划工作组", "member", "市财政局"),
        ("规划工作组", "member", "市林业局"),
    ]
