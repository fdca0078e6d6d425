"""Names whose surname is not known, beside posts and in lists; and what only looks like one."""

from __future__ import annotations

import pytest

from raci.groups import org

Row = tuple[str, str | None, str | None]


def members_of(text: str) -> list[Row]:
    return [(m.position, m.name, m.post) for group in org(text) for m in group.members]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("由市财政局局长岭南任组长", [("head", "岭南", "市财政局局长")]),
        ("副组长由副校长巨野、总会计师王平担任", [("deputy", "巨野", "副校长"), ("deputy", "王平", "总会计师")]),
        ("由市长亲自挂帅", [("head", None, "市长")]),
        (
            "组长由分管安全的副总经理王平、总工程师李敏担任",
            [("head", "王平", "分管安全的副总经理"), ("head", "李敏", "总工程师")],
        ),
        ("办公室主任由后勤管理处处长兼任", [("office_head", None, "后勤管理处处长")]),
        (
            "成员包括王平、李敏、周静三位同志",
            [("member", "王平", None), ("member", "李敏", None), ("member", "周静", None)],
        ),
    ],
)
def test_names_behind_posts_in_sentences(said: str, expected: list[Row]) -> None:
    assert members_of(f"成立云泽市湿地保护领导小组，{said}。") == expected


def test_a_rare_name_that_is_spread_keeps_its_own_post() -> None:
    roster = (
        "湿地保护领导小组成员名单\n组　长：校　长　　王　平\n副组长：副校长　　巨　野\n　　　　纪委书记　戌　光\n"
        "成　员：教务处处长　李　敏\n"
    )
    assert members_of(roster) == [
        ("head", "王平", "校长"),
        ("deputy", "巨野", "副校长"),
        ("deputy", "戌光", "纪委书记"),
        ("member", "李敏", "教务处处长"),
    ]


def test_who_is_named_again_is_known_by_the_name() -> None:
    roster = "湿地保护领导小组成员名单\n组长：王平　镇长\n成员：练海　应急办主任\n"
    text = f"{roster}领导小组办公室设在镇应急办，由练海兼任办公室主任。\n"
    assert ("office_head", "练海", None) in members_of(text)


def test_names_in_a_row_with_wide_blanks() -> None:
    names = "    王小敏  李  平  周  静（女）  张  强  吴建国\n"
    text = f"湿地研究学术委员会组成人员名单\n\n主 任 委 员：欧阳静\n委　员：\n{names}"
    assert [name for _, name, _ in members_of(text)] == ["欧阳静", "王小敏", "李平", "周静", "张强", "吴建国"]


def test_a_class_has_no_group() -> None:
    assert members_of("花名册\n班主任：王平\n班长：李敏\n学习委员：周静\n组长：张强、吴建国\n") == []
