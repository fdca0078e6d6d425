"""Pages in one line, and cells that a crawler has joined."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract


def rows(text: str) -> set[tuple[str, str, str]]:
    return {(one.clause.heading, one.department.name, one.role) for one in extract(text)}


PAGE = (
    *("首页", ">", "政务公开", "青原县重点任务分解表", "发布时间：2026-03-12", "来源：本站"),
    *("序号", "类别", "任务", "牵头单位", "配合单位", "完成时限"),
    *("1", "产业", "新增规上企业12家", "县工信局", "县统计局、县税务局", "12月"),
    *("2", "建成标准厂房6万平方米", "县商务局", "县住建局", "10月"),
    *("3", "民生", "改造老旧小区9个", "县住建局", "县城管局", "11月"),
    *("4", "建成县第三幼儿园", "县教育局", "县住建局", "9月"),
    *("打印本页", "关闭窗口"),
)
WANTED = {
    ("新增规上企业12家", "县工信局", "lead"),
    ("新增规上企业12家", "县统计局", "support"),
    ("新增规上企业12家", "县税务局", "support"),
    ("建成标准厂房6万平方米", "县商务局", "lead"),
    ("建成标准厂房6万平方米", "县住建局", "support"),
    ("改造老旧小区9个", "县住建局", "lead"),
    ("改造老旧小区9个", "县城管局", "support"),
    ("建成县第三幼儿园", "县教育局", "lead"),
    ("建成县第三幼儿园", "县住建局", "support"),
}


@pytest.mark.parametrize("sign", ["\t", "|", " | ", " "])
def test_a_page_in_one_line_is_a_table_with_a_cell_a_line(sign: str) -> None:
    assert rows(sign.join(PAGE)) == WANTED


def test_a_menu_in_one_line_names_nobody() -> None:
    menu = "首页 机构职能 领导信息 县委书记 县长 县财政局 县教育局 县民政局 县水利局 县住建局 政策文件 互动交流 "
    assert rows(menu * 4) == set()


def test_heads_and_cells_run_together_are_told() -> None:
    heads = "青原县民生实事清单序号项目名称责任单位责任领导完成时限"
    text = f"{heads}一、教育1新增学位1800个县教育局陈立群8月2新建食堂县民政局冯雅琴9月"
    found = analyse(text)
    assert {finding.check for finding in found.findings} >= {"unread"}
    assert not found.assignments


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("林晓梅韩志远", {"林晓梅", "韩志远"}),
        ("林晓梅\n韩志远", {"林晓梅", "韩志远"}),
        ("林梅韩远", {"林梅", "韩远"}),
        ("欧阳娜娜", {"欧阳娜娜"}),
        ("林晓梅", {"林晓梅"}),
    ],
)
def test_two_persons_in_a_cell_are_two(cell: str, names: set[str]) -> None:
    cell = f'"{cell}"' if "\n" in cell else cell
    text = f"任务\t分管领导\t责任单位\n改建学校\t{cell}\t县教育局\n送戏下乡\t孙国强\t县文旅局\n"
    assert {name for task, name, role in rows(text) if role == "leader" and task == "改建学校"} == names


def test_a_body_in_its_own_line_ends_a_task_that_does_not_fill_its_line() -> None:
    text = (
        "序号\n任务\n主要责任科室\n配合科室\n1\n推进公立医院改革\n医改科\n医政科\n规划财务科\n"
        "2\n开展打击非法行医专项行动\n监督科\n县卫生监督所\n3\n建设区域影像中心\n医政科\n规划财务科\n信息中心\n"
    )
    assert {("建设区域影像中心", "医政科", "responsible"), ("建设区域影像中心", "信息中心", "support")} <= rows(text)
