"""A body with far more to do than the others: which ones are worth a word."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse

OTHERS = [f"市{name}局" for name in ("水利", "林业", "财政", "教育", "民政", "商务", "审计", "统计", "体育", "司法")]


def told(everywhere: str, title: str = "", signed: str = "") -> list[str]:
    tasks = "".join(
        f"{number}. 办好第{number}批实事工程。（责任单位：{everywhere}、{OTHERS[number % 10]}）\n"
        for number in range(1, 25)
    )
    findings = analyse(f"{title}\n{tasks}{signed}").findings
    return [finding.message for finding in findings if finding.check == "load"]


def test_it_says_how_many_and_where_far_more_begins() -> None:
    (message,) = told("市城管局")
    assert "“市城管局”承担 24 项任务中的 24 项（100%）" in message
    assert "多于 16 项就算离群" in message


@pytest.mark.parametrize("everywhere", ["青石开发区管委会", "各县（区）人民政府", "柳川县人民政府", "高新区管委会"])
def test_that_places_are_in_every_task_is_nothing_to_look_into(everywhere: str) -> None:
    assert told(everywhere) == []


def test_a_plan_of_its_own_is_nothing_to_look_into() -> None:
    title = "云泽市城市管理局关于印发实事工程方案的通知"
    assert told("市城市管理局", title, "\n云泽市城市管理局\n2026年3月5日\n") == []


@pytest.mark.parametrize(
    ("everywhere", "title"),
    [
        ("市教育局", "云泽市教育事业发展规划"),
        ("市交通运输局", "云泽市运输结构调整实施方案"),
        ("市市场监管局", "云泽市市场监管现代化方案"),
    ],
)
def test_a_plan_of_its_field_is_nothing_to_look_into(everywhere: str, title: str) -> None:
    assert told(everywhere, title) == []


@pytest.mark.parametrize(
    ("everywhere", "title"),
    [
        ("市发展改革委", "云泽市经济社会发展重点工作分工"),
        ("市住建局", "云泽市文化设施建设方案"),
        ("市财政局", "云泽市护林方案"),
    ],
)
def test_in_a_plan_of_another_field_it_is_told(everywhere: str, title: str) -> None:
    assert len(told(everywhere, title)) == 1
