"""Columns of two roles, columns that say the role of the body beside them, and heads of two rows."""

from __future__ import annotations

import pytest
from table_pages import TableRow, read

from raci.pipeline import extract
from raci.readers.registry import read_bytes

L, R, S = "lead", "responsible", "support"


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("主责/配合单位", R, S),
        ("责任单位/配合单位", R, S),
        ("责任单位（配合单位）", R, S),
        ("牵头部门/责任部门", L, R),
        ("牵头/配合单位", L, S),
    ],
)
def test_each_side_of_a_cell_has_the_role_that_its_head_says_there(head: str, first: str, second: str) -> None:
    table = f"事项 | {head}\n编制预案 | 县水利局/县气象局、县应急局\n清理管网 | 县住建局（县城管局）"
    expected: list[TableRow] = [
        ("编制预案", "县水利局", first, None),
        ("编制预案", "县气象局", second, None),
        ("编制预案", "县应急局", second, None),
        ("清理管网", "县住建局", first, None),
        ("清理管网", "县城管局", second, None),
    ]
    assert read(table) == expected


@pytest.mark.parametrize(
    ("heads", "lead", "does", "helps"),
    [
        ("任务 | 单位 | 分工", "牵头", "实施", "配合"),
        ("任务 | 单位 | 角色", "主办", "落实", "协办"),
        ("专项行动 | 参与单位 | 单位角色", "牵头单位", "责任单位", "成员单位"),
    ],
)
def test_a_column_of_roles_says_what_the_body_beside_it_is(heads: str, lead: str, does: str, helps: str) -> None:
    table = (
        f"{heads}\n养护公路 | 县交通局 | {lead}\n养护公路 | 各乡镇 | {does}\n"
        f"养护公路 | 县财政局 | {helps}\n河道保洁 | 县水利局 | {lead}\n河道保洁 | 各乡镇 | {helps}"
    )
    assert read(table) == [
        ("养护公路", "县交通局", L, None),
        ("养护公路", "各乡镇", R, None),
        ("养护公路", "县财政局", S, None),
        ("河道保洁", "县水利局", L, None),
        ("河道保洁", "各乡镇", S, None),
    ]


def test_sub_heads_that_read_like_bodies_are_no_row() -> None:
    table = (
        "<table><tr><td rowspan=2>序号</td><td rowspan=2>工作</td>"
        "<td colspan=2>责任部门</td><td rowspan=2>时间</td></tr>"
        "<tr><td>市直</td><td>县区</td></tr>"
        "<tr><td>1</td><td>建立台账</td><td>市民政局</td><td>各县区民政局</td><td>3月</td></tr></table>"
    )
    (document,) = read_bytes(table.encode(), "表.html")
    assert [(one.clause.heading, one.department.name, one.role) for one in extract(document)] == [
        ("建立台账", "市民政局", R),
        ("建立台账", "各县区民政局", R),
    ]


def test_bodies_below_a_head_of_persons_are_responsible() -> None:
    table = "任务 | 责任人\n回归测试 | 测试组\n整改方案 | 客服部、质量部\n对外答复 | 王科"
    assert [(task, who, role) for task, who, role, _ in read(table)] == [
        ("回归测试", "测试组", R),
        ("整改方案", "客服部", R),
        ("整改方案", "质量部", R),
        ("对外答复", "王科", "leader"),
    ]


@pytest.mark.parametrize("name", ["表.md", "表.txt"])
def test_rows_of_bars_that_leave_a_merged_cell_out(name: str) -> None:
    text = (
        "|领域|任务|牵头|配合|\n|--|--|--|--|\n|生态|整治排口60个|县生态环境局|县水利局|\n"
        "|复绿矿山200亩|县自然资源局|县林业局|\n|民生|新建驿站5个|县民政局|各乡镇|\n"
    )
    (document,) = read_bytes(text.encode(), name)
    assert [(one.clause.heading, one.department.name, one.role) for one in extract(document)][2:4] == [
        ("复绿矿山200亩", "县自然资源局", L),
        ("复绿矿山200亩", "县林业局", S),
    ]
