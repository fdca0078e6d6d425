"""Plans of projects (WBS): what comes before a task and how long it takes are neither task nor limit; who does it."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes


def rows_of(text: str) -> list[tuple[str, str, str, str | None]]:
    """(task, person, role, limit) of a table with commas."""
    (document,) = read_bytes(text.encode(), "计划.csv")
    rows = extract(document)
    limits = [one.deadline.text if one.deadline else None for one in rows]
    return [(one.clause.heading, one.department.name, one.role, due) for one, due in zip(rows, limits, strict=True)]


@pytest.mark.parametrize("before", ["紧前活动", "前置任务", "依赖关系"])
@pytest.mark.parametrize("effort", ["持续时间（h）", "工期（天）", "预计工时"])
def test_what_comes_before_is_no_task_and_how_long_it_takes_no_limit(before: str, effort: str) -> None:
    rows = rows_of(f"序号,活动描述,{before},{effort},活动负责人\n1,选定场址,—,3,周颖\n2,搭建展台,1,0.5,于洋\n")
    assert rows == [("选定场址", "周颖", "leader", None), ("搭建展台", "于洋", "leader", None)]


@pytest.mark.parametrize("head", ["资源名称", "完成人", "分配给", "人员安排", "编写人员"])
def test_persons_below_a_head_that_says_what_they_do(head: str) -> None:
    rows = rows_of(f"任务名称,工期,结束,{head}\n拟定提纲,2天,2026/3/6,王颖\n印制手册,1天,2026/3/9,李梅、于洋\n")
    assert [row[:3] for row in rows] == [
        ("拟定提纲", "王颖", "leader"),
        ("印制手册", "李梅", "leader"),
        ("印制手册", "于洋", "leader"),
    ]


@pytest.mark.parametrize("head", ["成员", "参与人员", "主持人"])
def test_persons_of_whom_nothing_more_is_said_are_told(head: str) -> None:
    (document,) = read_bytes(f"序号,工作事项,{head}\n1,清点库房,王颖\n2,粉刷围墙,李梅\n".encode(), "表.csv")
    assert [finding.check for finding in analyse(document).findings if "人名" in finding.message] == ["unread"]


def test_a_note_below_the_table_is_no_task() -> None:
    rows = rows_of(
        "编号,缺陷描述,责任人,关闭日期\n1,图号有误,王颖,2026.5.5\n缺陷等级：按标准,,,\n,,主要的，较大的缺陷,\n"
    )
    assert rows == [("图号有误", "王颖", "leader", None)]


def test_a_post_below_the_head_of_persons_heads_no_table() -> None:
    rows = rows_of(
        "风险项,责任人,监控频率\n需求变更风险,项目经理,每日\n技术实现风险,技术负责人,每周\n数据安全风险,安全员,每周\n"
    )
    assert [row[:2] for row in rows][1:] == [("技术实现风险", "技术负责人"), ("数据安全风险", "安全员")]


def test_a_dash_is_no_limit_and_a_wide_slash_parts_names() -> None:
    rows = rows_of("工作内容,负责人,计划结束时间\n移交台账,David／Allen,-\n讲解系统,Rong,3月24日\n")
    assert rows == [
        ("移交台账", "David", "leader", None),
        ("移交台账", "Allen", "leader", None),
        ("讲解系统", "Rong", "leader", "3月24日"),
    ]
