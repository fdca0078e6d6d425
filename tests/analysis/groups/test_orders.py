"""Rosters in whatever order and signs: what stands behind the labels is read by what it is, not by how it is set."""

from __future__ import annotations

import pytest

from raci.groups import org

Row = tuple[str, str | None, str | None]

#: the members of one roster
MEMBERS = [
    ("head", "李平", "市长"),
    ("member", "周小兰", "市财政局副局长"),
    ("member", "郑海", "市水务局局长"),
]


def rows(text: str) -> list[Row]:
    return [(member.position, member.name, member.post) for group in org(text) for member in group.members]


@pytest.mark.parametrize(
    "roster",
    [
        "组长：市长　李　平\n成员：市财政局　周小兰　副局长\n　　　市水务局　郑　海　局长\n",
        "组长：市长：李平\n成员：市财政局副局长：周小兰\n　　　市水务局局长：郑海\n",
        "组长：李平：市长\n成员：周小兰：市财政局副局长\n　　　郑海：市水务局局长\n",
        "【组长】\n李平同志（市长）\n【成员】\n周小兰同志（市财政局副局长）、郑海同志（市水务局局长）\n",
        "（一）组长\n李平，市长\n（二）成员\n周小兰，市财政局副局长；郑海，市水务局局长\n",
        "组　长　　李　平（市长）\n成　员　　周小兰（市财政局副局长）  郑　海（市水务局局长）\n",
        "组长——李平 - 市长\n成员——周小兰 - 市财政局副局长\n　　　郑海 - 市水务局局长\n",
        "组长（1人）：（市长）李平\n成员（2人）：（市财政局副局长）周小兰\n（市水务局局长）郑海\n",
        "1.组长：市长李平\n2.成员：市财政局周小兰（副局长）、市水务局郑海（局长）\n",
        "组长：李平/市长\n成员：周小兰/市财政局副局长；郑海/市水务局局长\n",
    ],
)
def test_the_same_members_are_read_in_any_order(roster: str) -> None:
    assert rows(f"云泽市湿地保护领导小组成员名单\n{roster}") == MEMBERS


@pytest.mark.parametrize("entries", ["市财政局　李平\n市水务局　周小兰", "市财政局：李平\n市水务局：周小兰"])
def test_a_body_before_a_name_is_who_sends_the_person(entries: str) -> None:
    (group,) = org(f"云泽市湿地保护领导小组成员名单\n成员：{entries}\n")
    assert [(member.name, member.department and member.department.name) for member in group.members] == [
        ("李平", "市财政局"),
        ("周小兰", "市水务局"),
    ]


def test_a_vacant_seat_keeps_its_post() -> None:
    text = "云泽市湿地保护领导小组成员名单\n组长：李平　市长\n成员：（空缺）　市财政局局长\n　　　郑海　市水务局局长\n"
    assert rows(text)[1:] == [("member", None, "市财政局局长"), ("member", "郑海", "市水务局局长")]


def test_bodies_with_their_duties_are_members() -> None:
    text = (
        "云泽市湿地保护领导小组\n组长：市长\n成员单位及主要职责：\n"
        "市财政局：负责筹集资金。监督资金使用。\n市水务局：负责水量调度。\n云泽供电公司：负责用电保障。\n"
        "　　领导小组办公室设在市园林局。\n"
    )
    (group,) = org(text)
    assert [member.department.name for member in group.members if member.department] == [
        "市财政局",
        "市水务局",
        "云泽供电公司",
        "市园林局",
    ]


def test_the_line_of_the_office_is_no_member() -> None:
    text = "云泽市湿地保护调查组名单\n组长：李平　市长\n成员：郑海　市水务局局长\n调查组办公室\n主　任：郑海（兼）\n"
    assert [(position, name) for position, name, _ in rows(text)] == [
        ("head", "李平"),
        ("member", "郑海"),
        ("office_head", "郑海"),
    ]


def test_those_who_are_added_have_the_position_that_the_line_above_says() -> None:
    text = (
        "关于调整市湿地保护领导小组组成人员的通知\n　　经研究，对市湿地保护领导小组组成人员调整如下：\n"
        "　　一、增补下列同志为领导小组副组长\n　　李平　市水务局局长\n"
        "　　二、增补下列同志为领导小组成员\n　　郑海　市财政局副局长\n　　周小兰　市教育局副局长\n"
    )
    assert [(position, name) for position, name, _ in rows(text)] == [
        ("deputy", "李平"),
        ("member", "郑海"),
        ("member", "周小兰"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "第十四届委员会名单\n主　席：程前\n副主席：万里\n以上为市文联第十四届委员会选举结果，领导小组表示祝贺。\n",
        "值班表\n带班领导　副市长　李平\n值班人员　市财政局　郑海\n突发事件报告应急领导小组组长。\n",
        "评选决定\n市防汛抗旱指挥部办公室（2人）：李平、郑海\n成员：能够服从安排，组长：认真负责。\n",
    ],
)
def test_lists_that_are_of_no_group_give_nothing(text: str) -> None:
    assert rows(text) == []


def test_lines_that_were_joined_keep_each_name_at_its_own_post() -> None:
    text = "云泽市湿地保护领导小组成员名单\n组长：市长　李平\n成员：市财政局局长　周小兰市水务局局长　郑海\n"
    assert rows(text)[1:] == [("member", "周小兰", "市财政局局长"), ("member", "郑海", "市水务局局长")]


def test_what_a_bracket_tells_before_the_post_is_no_post() -> None:
    text = "云泽市湿地保护领导小组成员名单\n组长：李平（女，市长）\n成员：周小兰（藏族，市财政局局长）\n"
    assert rows(text) == [("head", "李平", "市长"), ("member", "周小兰", "市财政局局长")]
