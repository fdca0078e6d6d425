"""Columns whose cells were merged over rows and stand in the first of them alone, as texts and sheets write them."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_bytes, read_text

Row = tuple[str, str, str, str | None]


def rows_of(text: str, name: str = "") -> list[Row]:
    """Task, body or person, role and time limit of each row."""
    documents = read_bytes(text.encode(), name) if name else read_text(text)
    return [
        (one.clause.heading, one.department.name, one.role, one.deadline.text if one.deadline else None)
        for one in extract(documents)
    ]


LED = [
    ("修复灌溉水渠", "县水利局", "responsible", None),
    ("修复灌溉水渠", "魏青山", "leader", None),
    ("新建冷链仓库", "县商务局", "responsible", None),
    ("新建冷链仓库", "魏青山", "leader", None),
    ("扩建实验小学", "县教育局", "responsible", None),
    ("扩建实验小学", "葛秀兰", "leader", None),
    ("改造养老院舍", "县民政局", "responsible", None),
    ("改造养老院舍", "葛秀兰", "leader", None),
    ("办好送戏下乡", "县文旅局", "responsible", None),
    ("办好送戏下乡", "葛秀兰", "leader", None),
]
CELLS = [
    ["项目名称", "责任单位", "包保领导"],
    ["修复灌溉水渠", "县水利局", "魏青山"],
    ["新建冷链仓库", "县商务局", ""],
    ["扩建实验小学", "县教育局", "葛秀兰"],
    ["改造养老院舍", "县民政局", ""],
    ["办好送戏下乡", "县文旅局", ""],
]


@pytest.mark.parametrize("between", ["\t", "|", " ", "\n"])
def test_who_leads_several_rows_leads_all_of_them(between: str) -> None:
    rows = [between.join(filter(None, cells)) if between in " \n" else between.join(cells) for cells in CELLS]
    assert sorted(rows_of("\n".join(["项目包保责任表", *rows]))) == sorted(LED)


def test_so_in_a_sheet_that_cannot_merge() -> None:
    assert sorted(rows_of("\n".join(map(",".join, CELLS)), "包保.csv")) == sorted(LED)


def test_a_blank_cell_where_each_row_says_its_own_is_nobody() -> None:
    cells = [["任务", "责任单位", "责任领导"], ["修渠道", "县水利局", "魏青山"], ["建仓库", "县商务局", "魏青山"]]
    cells += [["办学校", "县教育局", ""], ["改养老院", "县民政局", ""], ["送戏下乡", "县文旅局", "葛秀兰"]]
    found = rows_of("\n".join(["分工表", *map("\t".join, cells)]))
    assert [(task, name) for task, name, role, _ in found if role == "leader"] == [
        ("修渠道", "魏青山"),
        ("建仓库", "魏青山"),
        ("送戏下乡", "葛秀兰"),
    ]


def test_who_is_merged_goes_on_in_no_other_section() -> None:
    text = (
        "分工表\n任务\t责任单位\t责任领导\n一、水利\n修渠道\t县水利局\t魏青山\n修水闸\t县水利局\t\n"
        "二、教育\n办学校\t县教育局\t\n建操场\t县教育局\t\n"
    )
    assert {task for task, _, role, _ in rows_of(text) if role == "leader"} == {"修渠道"}


def test_the_last_rows_may_name_nobody_themselves() -> None:
    text = (
        "任务清单\n序号 任务内容 牵头单位 完成时限\n1 建设产业集群 市工信局 2026年6月\n2 淘汰落后产能\n"
        "3 发展跨境电商 市商务局\n4 完成造林绿化 市林业局 2026年12月\n5 修复退化草原\n6 开展病虫防治\n"
    )
    assert [(task, name, due) for task, name, _, due in rows_of(text)] == [
        ("建设产业集群", "市工信局", "2026年6月"),
        ("淘汰落后产能", "市工信局", "2026年6月"),
        ("发展跨境电商", "市商务局", "2026年6月"),
        ("完成造林绿化", "市林业局", "2026年12月"),
        ("修复退化草原", "市林业局", "2026年12月"),
        ("开展病虫防治", "市林业局", "2026年12月"),
    ]


@pytest.mark.parametrize("between", ["\t", " ", "\n"])
def test_a_row_without_its_merged_problem_and_goal_holds_the_measure(between: str) -> None:
    cells = [
        ["序号", "反馈问题", "整改目标", "整改措施", "责任单位", "整改时限"],
        ["1", "资金拨付缓慢", "资金按时拨付", "建立拨付台账", "县财政局", "2026年4月"],
        ["2", "每月通报拨付进度", "县审计局", "2026年5月"],
        ["3", "资产账实不符", "资产管理规范", "开展资产清查盘点", "县机关事务中心", "2026年6月"],
        ["4", "修订资产管理办法", "县财政局", "2026年7月"],
    ]
    found = rows_of("\n".join(["现将整改清单印发给你们。", *map(between.join, cells)]))
    assert [(task, name) for task, name, *_ in found] == [
        ("建立拨付台账", "县财政局"),
        ("每月通报拨付进度", "县审计局"),
        ("开展资产清查盘点", "县机关事务中心"),
        ("修订资产管理办法", "县财政局"),
    ]
