"""Tables with tabs or bars that are read as they stand."""

from __future__ import annotations

import pytest

from raci.readers.tables.line_scan import LineScan
from raci.readers.tables.separated import find_blocks


def blocks(text: str) -> list[list[tuple[str, ...]]]:
    lines = list(enumerate(text.split("\n")))
    return [[pieces for _, pieces in block.rows] for block in find_blocks(lines, LineScan([text for _, text in lines]))]


@pytest.mark.parametrize(
    "text",
    [
        "一、总体要求\n坚持问题导向。",
        "地址\t县城东路\n邮编\t000000",
        "姓名|年龄|籍贯\n张三|三十|云岭",
        "序号\t任务\t责任单位\n1\t修桥\t县交通局",  # its pieces are laid to columns
        "任务\t甲部\t乙部",  # a head alone
        "参会单位\n县财政局   县水利局   县教育局\n县公安局   县民政局   县司法局\n县审计局   县统计局   县信访局",
    ],
)
def test_nothing_where_there_is_no_such_table(text: str) -> None:
    assert blocks(text) == []


@pytest.mark.parametrize(
    "rows",
    [
        [("任务", "县发改局", "县财政局"), ("编制预算", "A", "R"), ("加固校舍", "C", "I")],
        [("事项", "县林草局", "县应急局"), ("布设卡口", "▲", "△")],
        [("单位", "主要职责"), ("县卫健局", "组织接种。")],
        [("重点工作:", "治理积水"), ("牵头单位:", "区水务局")],
        [("重点工作", "治理积水"), ("牵头单位", "区水务局"), ("重点工作", "补种行道树"), ("牵头单位", "区园林中心")],
        [("编码", "怎么办", "包干单位"), ("甲", "修桥", "县交通局"), ("乙", "修路", "县住建局")],
        [("编码", "活计", "帮衬者"), ("甲", "修桥", "县交通局"), ("乙", "修路", "县住建局")],
    ],
)
@pytest.mark.parametrize("separator", ["\t", "|", " | ", "    "])
def test_each_piece_stands_in_its_column(rows: list[tuple[str, ...]], separator: str) -> None:
    assert blocks("\n".join(["说明如下", *(separator.join(row) for row in rows), "", "此表下发执行。"])) == [rows]
