"""What follows a table in text is no row of it; cells at the ends of rows stand in their columns."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_text

WANTED = [
    ("疏浚西塘河", "县水利局", "lead"),
    ("扩建县文化馆", "县文旅局", "lead"),
    ("扩建县文化馆", "县团委", "support"),
]
BEHIND = [
    "各单位要加强组织领导，确保完成各项任务。",
    "二、工作要求",
    "（一）加强组织领导。各部门要高度重视。",
    "注：以上任务由县政府督查室负责督办。",
    "青岭县人民政府办公室\n2026年3月5日",
    "分享到:",
    "主办单位：青岭县人民政府办公室 承办单位：县大数据局",
    "打印本页 关闭窗口",
    "上一篇：关于做好防汛工作的通知",
]


def assigned(text: str) -> list[tuple[str, str, str]]:
    """Task, body and role of each assignment that a table makes."""
    (document,) = read_text(f"青岭县2026年重点任务分解\n\n{text}\n")
    found = (each for each in extract(document) if each.basis != "prose")
    return [(each.clause.heading, each.department.name, each.role) for each in found]


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize(
    "table",
    [
        "任务 | 牵头单位 | 配合单位 |\n疏浚西塘河 | 县水利局 | |\n扩建县文化馆 | 县文旅局 | 县团委 |",
        "任务\t牵头单位\t配合单位\n疏浚西塘河\t县水利局\t\n扩建县文化馆\t县文旅局\t县团委",
        "序号\n任务\n牵头单位\n配合单位\n1\n疏浚西塘河\n县水利局\n\n2\n扩建县文化馆\n县文旅局\n县团委",
    ],
)
def test_what_follows_is_no_row(table: str, behind: str) -> None:
    assert assigned(f"{table}\n{behind}") == WANTED


def test_a_row_with_a_date_may_be_the_last() -> None:
    cells = [
        "任务",
        "责任单位",
        "完成时限",
        "疏浚西塘河",
        "县水利局",
        "2026年5月31日",
        "扩建文化馆",
        "县文旅局",
        "2026年9月30日",
    ]
    assert [row[1] for row in assigned("\n".join(cells))] == ["县水利局", "县文旅局"]


@pytest.mark.parametrize(
    "table",
    [
        "任务 | 牵头单位 | 配合单位\n疏浚西塘河 | 县水利局 |\n扩建县文化馆 | 县文旅局 | 县团委",
        "任务 | 类型 | 牵头单位 | 配合单位\n疏浚西塘河 | 改造 | 县水利局 |\n扩建县文化馆 | 续建 | 县文旅局 | 县团委",
        "类别 | 任务 | 牵头单位 | 配合单位 |\n实事 | 疏浚西塘河 | 县水利局 | |\n | 扩建县文化馆 | 县文旅局 | 县团委 |",
        "类别 | 任务 | 牵头单位 | 配合单位 |\n实事 | 疏浚西塘河 | 县水利局 | |\n扩建县文化馆 | 县文旅局 | 县团委 | |",
        "|\n任务 |\n牵头单位 |\n配合单位 |\n|\n疏浚西塘河 |\n县水利局 |\n|\n扩建县文化馆 |\n县文旅局 |\n县团委 |",
    ],
)
def test_empty_cells_move_no_body_to_another_column(table: str) -> None:
    assert assigned(table) == WANTED


def test_a_task_that_each_row_repeats_is_the_chapter_of_its_measures() -> None:
    rows = "重点任务 | 具体措施 | 责任单位 |\n治理河道 | 1.疏浚西塘河 | 县水利局 |\n治理河道 | 2.加固堤防 | 县应急局 |"
    assert [row[:2] for row in assigned(rows)] == [("疏浚西塘河", "县水利局"), ("加固堤防", "县应急局")]


def test_a_numbered_sentence_between_two_tables_goes_on_in_no_name() -> None:
    first = "项目\t责任单位\n修缮堤坝\t县水利局\n清理背街\t县城管局\n"
    second = "活动\t承办单位\n举办庙会\t县文旅局\n举办灯会\t县融媒体中心\n"
    (document,) = read_text(f"{first}（二）活动见下表。\n{second}")
    assert {each.department.name for each in extract(document)} == {"县水利局", "县城管局", "县文旅局", "县融媒体中心"}
