"""The 任务分工表 of a plan that is a table itself: it follows that table."""

from __future__ import annotations

import io

import openpyxl
from plans import Plan

import raci
from raci.readers.registry import read_bytes
from raci.views.grid import grid
from raci.views.tables.plan import PlanTable, merged, plan_table

HEADS = "序号\t重点任务\t主要内容\t牵头市领导\t牵头单位\t协办单位\t时间节点\t备注"


def table_of(*rows: str, merge: tuple[str, ...] = ()) -> PlanTable:
    """The table made from a workbook with these rows (cells parted by tabs) below a title."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["青溪县重点工作任务分解表"])
    width = rows[0].count("\t") + 1
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    for row in rows:
        sheet.append(row.split("\t"))
    for cells in merge:
        sheet.merge_cells(cells)
    held = io.BytesIO()
    book.save(held)
    (document,) = read_bytes(held.getvalue(), "表.xlsx")
    analysis = raci.analyse(document)
    return plan_table(analysis, grid(analysis))


def heads(table: PlanTable) -> list[str]:
    return [column.heading for column in table.whole().columns]


def test_heads_and_content_are_those_of_the_table_and_numbers_are_said_once() -> None:
    made = table_of(
        HEADS,
        "1\t修建水库\t建成大坝主体工程。\t王建国\t县水利局\t县财政局\t6月底\t省级重点",
        "2\t整治河道\t清淤20公里。\t李明\t县水利局\t各乡镇人民政府\t9月底\t",
    )
    assert heads(made) == ["序号", "重点任务", "主要内容", "牵头市领导", "牵头单位", "协办单位", "时间节点", "备注"]
    assert made.whole().rows[0] == (
        *(1, "修建水库", "建成大坝主体工程。", "王建国", "县水利局", "县财政局", "6月底", "省级重点"),
    )


def test_a_task_over_several_rows_stands_in_its_column_not_above_them() -> None:
    made = table_of(
        "序号\t重点任务\t主要内容\t牵头单位\t配合单位",
        "1\t夯实底座\t（一）建设政务云平台。\t县数据局\t县财政局",
        "\t\t（二）升级电子政务外网。\t县数据局\t各乡镇人民政府",
        "2\t提升服务\t（三）优化政务服务网站。\t县政务局\t县公安局",
        "\t\t（四）推广应用电子证照。\t县政务局\t县司法局",
        merge=("A3:A4", "B3:B4", "A5:A6", "B5:B6"),
    )
    rows = made.whole().rows
    assert [row[1:3] for row in rows][:2] == [
        ("夯实底座", "（一）建设政务云平台。"),
        ("夯实底座", "（二）升级电子政务外网。"),
    ]
    assert all(not band.headings for band in made.bands())
    assert merged(made.whole(), (0, 1, 2, 3)) == {1: [2, 0, 2, 0]}


def test_a_few_columns_of_content_stay_apart() -> None:
    made = table_of(
        "序号\t改革事项\t工作目标\t工作措施\t牵头单位\t完成时限",
        "1\t简化审批\t压减到3天\t合并表单\t县政务局\t6月底",
        "2\t规范收费\t清单公开\t建立台账\t县发改局\t9月底",
    )
    assert heads(made)[1:4] == ["改革事项", "工作目标", "工作措施"]
    assert made.whole().rows[1][1:4] == ("规范收费", "清单公开", "建立台账")


def test_many_columns_stand_in_one_cell_that_says_what_is_what() -> None:
    many = [f"指标{number}" for number in range(1, 33)]
    made = table_of(
        "\t".join(["序号", "重点任务", *many, "牵头单位", "配合单位"]),
        *(
            "\t".join([f"{n}", f"任务{n}", *(f"值{i}" for i in range(1, 33)), "县发改局", "县财政局"])
            for n in (1, 2, 3)
        ),
    )
    assert heads(made) == ["序号", "重点任务", "工作内容", "牵头单位", "配合单位"]
    assert str(made.whole().rows[0][2]).startswith("指标1：值1；指标2：值2；")


def test_a_head_that_explains_does_not_become_a_name() -> None:
    made = table_of(
        "序号\t工作任务\t责任单位（第一个为牵头单位）\t完成时限",
        "1\t修建水库\t县水利局、县财政局\t6月底",
        "2\t整治河道\t县水利局、县住建局\t9月底",
    )
    assert "责任单位（第一个为牵头单位）" not in heads(made)


def test_of_running_text_the_number_stays() -> None:
    analysis = Plan("方案").task("1.", "修桥", lead="甲局").task("2.", "铺路", lead="甲局").analysis()
    assert [row[1] for row in plan_table(analysis, grid(analysis)).whole().rows] == ["1.修桥", "2.铺路"]


def test_rare_roles_share_a_column_that_says_which_each_is() -> None:
    plan = Plan("方案").task("1.", "甲", lead="甲局", guide="乙局").task("2.", "乙", lead="甲局", approve="丙局")
    analysis = plan.analysis()
    made = plan_table(analysis, grid(analysis)).whole()
    assert [column.heading for column in made.columns][-2:] == ["牵头单位", "其他单位"]
    assert [row[-1] for row in made.rows] == ["指导：乙局", "审批：丙局"]


def test_numbers_that_begin_anew_in_each_chapter_stay_those_of_the_source() -> None:
    made = table_of(
        "序号\t重点任务\t牵头单位\t配合单位",
        "一、水利\t\t\t",
        "1\t修建水库\t县水利局\t县财政局",
        "2\t整治河道\t县水利局\t县住建局",
        "二、交通\t\t\t",
        "1\t铺设公路\t县交通局\t县财政局",
        merge=("A3:D3", "A6:D6"),
    )
    assert [row[:2] for row in made.whole().rows] == [(1, "修建水库"), (2, "整治河道"), (1, "铺设公路")]
    assert [[heading for _, heading in band.headings] for band in made.bands()] == [["一、水利"], ["二、交通"]]
