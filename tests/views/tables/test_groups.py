"""The table of groups: a line a membership, and what a group is a part of where any is."""

from __future__ import annotations

from raci.groups import org
from raci.views.tables.groups import groups_table

PLAN = "成立云泽市防汛指挥部，由市长任总指挥，市水务局为成员单位。\n"


def test_a_plan_without_groups_has_no_rows() -> None:
    assert groups_table(()).rows == ()


def test_a_long_sentence_is_quoted_around_each_member() -> None:
    bodies = [
        f"市{name}局" for name in ("园林", "水务", "财政", "教育", "体育", "民政", "公安", "审计", "统计", "交通")
    ]
    text = (
        f"成立云泽市绿道建设领导小组，由分管副市长任组长，{'、'.join(bodies)}等有关单位主要负责同志为成员，统筹推进。\n"
    )
    long = text.replace("统筹推进", "统筹推进全市绿道建设各项工作，协调解决建设中的重大问题")
    for words, is_cut in ((text.replace("、".join(bodies[3:]), bodies[3]), False), (long, True)):
        quotes = [row[-1] for row in groups_table(org(words)).rows]
        assert all(name in quote for name, quote in zip(("分管副市长", *bodies), quotes, strict=False))
        assert any("…" in quote for quote in quotes) is is_cut


def test_what_a_group_is_a_part_of_is_told_where_any_is() -> None:
    alone = groups_table(org(PLAN))
    assert [column.heading for column in alone.columns][:2] == ["机构", "身份"]
    parted = groups_table(org(f"{PLAN}（1）抢险救援组。由市应急局牵头，市公安局参加。\n"))
    assert [column.heading for column in parted.columns][:3] == ["机构", "上级机构", "身份"]
    assert [row[:3] for row in parted.rows] == [
        ("云泽市防汛指挥部", "", "总指挥"),
        ("云泽市防汛指挥部", "", "成员单位"),
        ("抢险救援组", "云泽市防汛指挥部", "牵头"),
        ("抢险救援组", "云泽市防汛指挥部", "成员"),
    ]
