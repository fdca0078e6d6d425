"""The table of groups: a line a membership, and what a group is a part of where any is."""

from __future__ import annotations

from raci.groups import org
from raci.views.tables.groups import groups_table

PLAN = "成立云泽市防汛指挥部，由市长任总指挥，市水务局为成员单位。\n"


def test_a_plan_without_groups_has_no_rows() -> None:
    assert groups_table(()).rows == ()


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
