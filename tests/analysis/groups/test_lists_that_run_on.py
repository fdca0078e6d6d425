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
