"""Tables of projects and drafts: heads that nobody knows, persons below what they do, comments, risks."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_bytes

Rows = list[list[str]]


def said(rows: Rows) -> list[tuple[str, str, str]]:
    inside = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    document = read_bytes(f"<h1>云岭绿道项目安排</h1><table>{inside}</table>".encode(), "云岭.html")
    found = [one for each in (document if isinstance(document, list) else [document]) for one in extract(each)]
    return [(one.clause.heading, one.department.name, one.role) for one in found]


@pytest.mark.parametrize("head", ["参研单位", "外协单位", "对口单位"])
def test_a_head_that_nobody_knows_leaves_the_others_upright(head: str) -> None:
    rows = [["专题", "任务", "牵头单位", head], ["专题1", "测量绿道", "市园林局", "市测绘院"]]
    rows.append(["专题2", "绘制图纸", "市园林局", "市规划院"])
    leads = [each for each in said(rows) if each[2] == "lead"]
    assert leads == [("测量绿道", "市园林局", "lead"), ("绘制图纸", "市园林局", "lead")]


def test_persons_below_what_they_do_are_read() -> None:
    rows = [
        ["模块", "工时", "开发人员", "截至日期"],
        ["登录", "1", "李朗", "2026.5.16"],
        ["首页", "2", "王海峰", "2026.5.17"],
    ]
    assert said(rows) == [("登录", "李朗", "leader"), ("首页", "王海峰", "leader")]


@pytest.mark.parametrize(
    "rows",
    [
        [["牵头单位", "意见建议", "是否采纳"], ["市教育局", "无意见", ""], ["市公安局", "增加一条", "采纳"]],
        [
            ["岗位/环节", "廉政风险点", "防控措施"],
            ["财务管理", "账目不清", "定期核对"],
            ["人事管理", "程序不严", "集体研究"],
        ],
    ],
)
def test_comments_and_risks_are_nobodys_tasks(rows: Rows) -> None:
    assert said(rows) == []
