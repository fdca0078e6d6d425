"""Roles that the cells of one column say, each in its own way."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes

LEAD, HELP = "县水利局", "县财政局"


def of_cell(head: str, cell: str) -> list[tuple[str, str]]:
    """(body, role) of a cell below a head."""
    page = (
        f"<h1>云岭县安排</h1><table><tr><td>任务</td><td>{head}</td></tr>"
        f"<tr><td>修缮堤防</td><td>{cell}</td></tr><tr><td>疏浚河道</td><td>县交通局</td></tr></table>"
    )
    (document,) = read_bytes(page.encode(), "表.html")
    found = [(one.department.name, one.role) for one in extract(document) if one.clause.heading == "修缮堤防"]
    return sorted(found, key=lambda one: one[1])


@pytest.mark.parametrize(
    "cell",
    [
        "（牵头）县水利局（配合）县财政局",
        "牵头—县水利局；配合—县财政局",
        "牵头 县水利局<br>配合 县财政局",
        "主：县水利局<br>协：县财政局",
        "【主办】县水利局【协办】县财政局",
        "县水利局为牵头单位，县财政局为配合单位",
        "县水利局（牵头单位）、县财政局（配合单位）",
        "县水利局（牵头）/县财政局（配合）",
        "（县水利局牵头，县财政局配合）",
    ],
)
@pytest.mark.parametrize("head", ["责任单位", "部门分工", "牵头和配合单位"])
def test_roles_that_stand_beside_the_names(cell: str, head: str) -> None:
    assert of_cell(head, cell) == [(LEAD, "lead"), (HELP, "support")]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("责任单位：县水利局（牵头）、县财政局", {"县水利局": "lead", "县财政局": "responsible"}),
        (
            "县水利局、县林业局（牵头），县财政局、县民政局（配合）",
            {"县水利局": "lead", "县林业局": "lead", "县财政局": "support", "县民政局": "support"},
        ),
        (
            "县水利局（牵头）<br>县林业局<br>县财政局（配合）",
            {"县水利局": "lead", "县林业局": "support", "县财政局": "support"},
        ),
        # the last name has no role of its own: each bracket speaks of its name alone
        (
            "县水利局（牵头）、县财政局（配合）、县林业局",
            {"县水利局": "lead", "县财政局": "support", "县林业局": "responsible"},
        ),
        ("县林业局、县水利局（牵头）", {"县林业局": "responsible", "县水利局": "lead"}),
    ],
)
def test_brackets_part_a_list(cell: str, expected: dict[str, str]) -> None:
    assert dict(of_cell("责任单位", cell)) == expected


@pytest.mark.parametrize(
    ("head", "cell", "expected"),
    [
        ("牵头（配合）单位", "县水利局（县财政局）", [(LEAD, "lead"), (HELP, "support")]),
        ("牵头单位/配合单位", "县水利局/县财政局", [(LEAD, "lead"), (HELP, "support")]),
        ("牵头和配合单位", "★县水利局、县财政局", [(LEAD, "lead"), (HELP, "support")]),
        ("牵头和配合单位", "县水利局", [(LEAD, "lead")]),
        # who of them leads is not said
        ("牵头和配合单位", "县水利局、县财政局", [(LEAD, "responsible"), (HELP, "responsible")]),
        ("牵头责任单位", "县水利局、县财政局", [(LEAD, "lead"), (HELP, "lead")]),
        ("责任单位（牵头）", "县水利局、县财政局", [(LEAD, "lead"), (HELP, "lead")]),
        ("责任单位", "县水利局（县财政局保障经费）", [(LEAD, "responsible")]),
        ("责任单位", "县水利局（县河湖中心）", [("县水利局（县河湖中心）", "responsible")]),
    ],
)
def test_heads_of_two_roles_and_brackets(head: str, cell: str, expected: list[tuple[str, str]]) -> None:
    assert of_cell(head, cell) == expected


def test_a_bracket_that_says_what_others_do_is_told() -> None:
    text = "任务\t责任单位\n修缮堤防\t青石镇（县财政局保障经费、县供电公司负责接电）\n疏浚河道\t白石镇\n"
    (document,) = read_bytes(text.encode(), "表.txt")
    analysis = analyse(document)
    assert [one.department.name for one in analysis.assignments] == ["青石镇", "白石镇"]
    assert any("县财政局保障经费" in finding.message for finding in analysis.findings)


@pytest.mark.parametrize(
    ("head", "cell", "expected"),
    [
        ("责任单位", "县水利局（王志强 13800001111）", [(LEAD, "responsible")]),
        ("责任单位", "县水利局（工管股：王志强，5550123）、县财政局", [(LEAD, "responsible"), (HELP, "responsible")]),
        ("责任单位", "县水利局 王志强 13800001111", [(LEAD, "responsible")]),
        ("责任单位", "县水利局（5550123）", [(LEAD, "responsible")]),
        ("责任单位", "县水利局（副局长王志强）", [("王志强", "leader"), (LEAD, "responsible")]),
        ("责任单位", "县水利局（副局长 王志强）", [("王志强", "leader"), (LEAD, "responsible")]),
        ("责任单位（责任人）", "县水利局（王志强）", [("王志强", "leader"), (LEAD, "responsible")]),
        ("责任单位（责任人）", "县水利局（副局长 王志强：5550123）", [("王志强", "leader"), (LEAD, "responsible")]),
        ("责任单位（责任人）", "县水利局", [(LEAD, "responsible")]),
        ("责任单位及责任人", "责任单位：县水利局；责任人：王志强", [("王志强", "leader"), (LEAD, "responsible")]),
        # an alias, a meeting and a date in brackets are no persons
        ("责任单位", "县水利局（局长办公会）", [("县水利局（局长办公会）", "responsible")]),
        ("责任单位", "县水利局（2026年6月）", [(LEAD, "responsible")]),
    ],
)
def test_persons_beside_bodies(head: str, cell: str, expected: list[tuple[str, str]]) -> None:
    assert of_cell(head, cell) == expected


@pytest.mark.parametrize(
    ("cell", "bodies"),
    [
        ("县水利局或县应急局", ["县水利局", "县应急局"]),
        ("县水利局或者县应急局、县财政局", ["县水利局", "县应急局", "县财政局"]),
        ("行业主管部门或属地政府", ["行业主管部门", "属地政府"]),
        ("相关部门或单位", ["相关部门或单位"]),
        ("实验室与设备管理处", ["实验室与设备管理处"]),
        ("教务处与学工处", ["教务处", "学工处"]),
    ],
)
def test_either_of_two_bodies(cell: str, bodies: list[str]) -> None:
    assert [name for name, _ in of_cell("责任单位", cell)] == bodies


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("责任单位（列首位的牵头）", [(LEAD, "lead"), (HELP, "responsible")]),
        ("责任单位（首位牵头，其余配合）", [(LEAD, "lead"), (HELP, "support")]),
        ("责任单位（第一个为牵头）", [(LEAD, "lead"), (HELP, "responsible")]),
        ("责任单位（带★的牵头）", [(LEAD, "lead"), (HELP, "responsible")]),
        ("责任单位（标★为牵头单位）", [(LEAD, "lead"), (HELP, "responsible")]),
        ("责任单位（★为牵头）", [(LEAD, "lead"), (HELP, "responsible")]),
        # a rule that is not known makes nobody lead
        ("责任单位（列前的牵头）", [(LEAD, "responsible"), (HELP, "responsible")]),
    ],
)
def test_a_rule_in_a_head_says_who_of_them_leads(head: str, expected: list[tuple[str, str]]) -> None:
    assert of_cell(head, "★县水利局、县财政局") == expected
    assert of_cell(head, "县水利局（★）、县财政局") == expected


def test_a_rule_in_a_head_is_not_told_as_unread() -> None:
    table = "任务,责任单位（标★为牵头单位）\n修缮堤防,★县水利局、县财政局\n疏浚河道,★县交通局\n"
    (document,) = read_bytes(table.encode(), "表.csv")
    assert not [finding for finding in analyse(document).findings if finding.check == "unread"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("县水利局 王志强", {("县水利局", "responsible"), ("王志强", "leader")}),
        (
            "县水利局 王志强、县财政局 李春梅",
            {("县水利局", "responsible"), ("王志强", "leader"), ("县财政局", "responsible"), ("李春梅", "leader")},
        ),
        ("县水利局 王志强、县财政局", {("县水利局", "responsible"), ("王志强", "leader"), ("县财政局", "responsible")}),
        ("县水利局 县财政局", {("县水利局", "responsible"), ("县财政局", "responsible")}),
        ("县林业局 林场", {("县林业局", "responsible"), ("林场", "responsible")}),
        ("值班员、安全员", {("值班员", "responsible"), ("安全员", "responsible")}),
    ],
)
def test_bodies_with_their_people(cell: str, expected: set[tuple[str, str]]) -> None:
    assert set(of_cell("责任单位", cell)) == expected
