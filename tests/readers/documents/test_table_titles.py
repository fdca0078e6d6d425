"""The line above a table at the top of a text as its title."""

from __future__ import annotations

import pytest

from raci.readers.registry import read_text

TABLE = "任务\t责任单位\n修缮老码头栈桥\t县交通局\n扩建社区食堂\t县民政局\n"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("东岭区防汛工作职责矩阵", "东岭区防汛工作职责矩阵"),
        ("2026年挂图作战表\n（2026年3月）", "2026年挂图作战表"),
        ("云岭市重点任务清单", "云岭市重点任务清单"),
        ("2026年3月1日", "未命名"),
        ("填报单位：县交通局", "未命名"),
        ("附件1", "未命名"),
        ("各地要高度重视，抓好落实。", "未命名"),
    ],
)
def test_the_line_above_a_table(above: str, title: str) -> None:
    (document,) = read_text(f"{above}\n\n{TABLE}")
    assert document.title == title


def test_a_line_above_running_text_is_no_title() -> None:
    (document,) = read_text("东岭区防汛工作职责矩阵\n各地要高度重视。\n一、加强领导。（责任单位：县水利局）\n")
    assert document.title == "未命名"
