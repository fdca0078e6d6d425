"""Tables whose rows all stand in one line, and rows that signs part."""

from __future__ import annotations

import pytest

from raci import extract
from raci.readers.registry import read_text

EXPECTED = [("建设公园", "县住建局"), ("清理河道", "县水利局"), ("铺设管网", "县水务局")]
ONE_LINE = {
    "blanks": "序号 任务 责任单位 1 建设公园 县住建局 2 清理河道 县水利局 3 铺设管网 县水务局",
    "tabs": "任务\t责任单位\t建设公园\t县住建局\t清理河道\t县水利局\t铺设管网\t县水务局",
    "bars": "任务 | 责任单位 | 建设公园 | 县住建局 | 清理河道 | 县水利局 | 铺设管网 | 县水务局 |",
    "ideographic blanks": "任务　责任单位　建设公园　县住建局　清理河道　县水利局　铺设管网　县水务局",
    "behind a title": "附件 任务分解 任务 责任单位 建设公园 县住建局 清理河道 县水利局 铺设管网 县水务局",
    "behind a sentence": "现分解如下：任务 责任单位 建设公园 县住建局 清理河道 县水利局 铺设管网 县水务局",
}
SIGNS = ["；", ";", " / ", ","]


def rows(text: str) -> list[tuple[str, str]]:
    (document,) = read_text(f"云岭县安排\n\n{text}\n")
    return [(one.clause.heading, one.department.name) for one in extract(document)]


@pytest.mark.parametrize("form", ONE_LINE)
def test_a_table_in_one_line_is_read(form: str) -> None:
    assert rows(ONE_LINE[form]) == EXPECTED


def test_a_menu_is_none() -> None:
    assert rows("首页 | 责任单位 | 工作任务 | 互动交流 | 联系我们 | 网站地图 | 无障碍 | 繁体") == []


@pytest.mark.parametrize("sign", SIGNS)
def test_rows_that_signs_part_are_read(sign: str) -> None:
    lines = [("任务", "责任单位", "时限"), *((task, body, "6月底") for task, body in EXPECTED)]
    assert rows("\n".join(map(sign.join, lines))) == EXPECTED


def test_a_wide_comma_within_a_cell_parts_none() -> None:
    assert rows("任务,责任单位,时限\n建设公园，种树,县住建局,6月\n清理河道，清淤,县水利局,5月") == [
        ("建设公园，种树", "县住建局"),
        ("清理河道，清淤", "县水利局"),
    ]


def test_a_cell_behind_tabs_stands_in_its_own_column() -> None:
    text = "任务\t责任单位\t配合单位\n整治噪声\t县公安局\t县生态环境局\n\t\t县城管局\n\n\t\t请抓好落实。"
    (document,) = read_text(f"云岭县安排\n\n{text}\n")
    assert [(one.department.name, one.role) for one in extract(document)] == [
        ("县公安局", "responsible"),
        ("县生态环境局", "support"),
        ("县城管局", "support"),
    ]
    assert document.text.endswith("\n请抓好落实。")
