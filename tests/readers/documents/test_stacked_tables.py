"""A roster, a chart of duties and a table of tasks below one another in one sheet: each is read by its own heads."""

from __future__ import annotations

import raci
from raci.readers.registry import read_bytes

_ROSTER = "项目职务,姓名,所在部门\n组长,梁启明,总经理办公室\n副组长,沈若兰,信息技术部\n成员,郝文博,客户服务部\n"
_CHART = "工作事项,信息技术部,客户服务部,财务部\n编写说明书,C,R,I\n搭建环境,R,I,\n测算投入,I,,R\n"
_TASKS = "序号,重点任务,责任部门\n1,清理旧账号,信息技术部\n2,回访客户,客户服务部\n"
_SIGNS = {
    ("编写说明书", "信息技术部", "C"),
    ("编写说明书", "客户服务部", "R"),
    ("编写说明书", "财务部", "I"),
    ("搭建环境", "信息技术部", "R"),
    ("搭建环境", "客户服务部", "I"),
    ("测算投入", "信息技术部", "I"),
    ("测算投入", "财务部", "R"),
}


def _read(text: str) -> set[tuple[str, str, str]]:
    found = raci.rows(read_bytes(text.encode(), "分工.csv"))
    return {(row.task, row.department, row.letter) for row in found.itertuples() if row.department}


def test_a_chart_below_a_roster() -> None:
    assert _read(f"上线方案,,,\n一、成员,,,\n{_ROSTER}二、职责,,,\n{_CHART}") == _SIGNS


def test_a_chart_below_blank_rows() -> None:
    assert _read(f"{_ROSTER},,,\n{_CHART}") == _SIGNS


def test_a_table_of_tasks_below_a_chart() -> None:
    tasks = {("清理旧账号", "信息技术部", "R"), ("回访客户", "客户服务部", "R")}
    assert _read(f"一、职责,,,\n{_CHART}二、任务,,,\n{_TASKS}") == _SIGNS | tasks


def test_sections_of_a_chart_part_nothing() -> None:
    head, first, second, third = _CHART.splitlines()
    assert _read("\n".join([head, "一、筹备,,,", first, second, "二、上线,,,", third])) == _SIGNS
