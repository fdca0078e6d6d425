"""Rows that stand otherwise than most: sums, dittos, spread names, tables on their side, duties behind bodies."""

from __future__ import annotations

import pytest
from table_pages import TableRow, page, read

from raci.pipeline import analyse
from raci.readers.registry import read_bytes


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "责任单位 | 任务 | 投资\n县水利局 | 疏浚河道 | 200\n县教育局 | 修缮校舍 | 300\n | 合计 | 500",
            [("疏浚河道", "县水利局", "responsible", None), ("修缮校舍", "县教育局", "responsible", None)],
        ),
        (
            "任务 | 责任单位 | 投资\n疏浚河道 | 县水利局 | 200\n修缮校舍 | 县教育局 | 300\n合　计 | 2个单位 | 500",
            [("疏浚河道", "县水利局", "responsible", None), ("修缮校舍", "县教育局", "responsible", None)],
        ),
        (  # a name that is spread over its cell
            "任务 | 牵头单位\n加强巡逻 | 区 公 安 分 局\n护学行动 | 教 务 处、县 财 政 局",
            [
                ("加强巡逻", "区公安分局", "lead", None),
                ("护学行动", "教务处", "lead", None),
                ("护学行动", "县财政局", "lead", None),
            ],
        ),
        (  # on its side, with tasks that read like heads
            "考核指标 | 引进投资 | 新增企业\n责任部门 | 招商局 | 经发局\n完成时限 | 6月 | 9月",
            [("引进投资", "招商局", "responsible", "6月"), ("新增企业", "经发局", "responsible", "9月")],
        ),
        (
            "危险源名称 | 液氨储罐 | 汽油罐组\n等级 | 二级 | 三级\n"
            "主要负责人 | 陈志强 | 陈志强\n技术负责人 | 王丽华 | 李文",
            [
                ("液氨储罐", "陈志强", "leader", None),
                ("液氨储罐", "王丽华", "leader", None),
                ("汽油罐组", "陈志强", "leader", None),
                ("汽油罐组", "李文", "leader", None),
            ],
        ),
        (  # a head of an even number of columns is no row of pairs
            "工作任务 | 组别 | 牵头领导 | 成员单位\n对接企业 | 招商组 | 陈志强 | 区商务局",
            [("对接企业", "区商务局", "responsible", None), ("对接企业", "陈志强", "leader", None)],
        ),
        (
            "职权名称 | 职权类型 | 承办机构 | 实施层级\n核发采砂许可证 | 行政许可 | 河道管理科 | 县级\n"
            "职权名称 | 职权类型 | 承办机构 | 实施层级\n审批取水方案 | 行政许可 | 水保科 | 县级",
            [("核发采砂许可证", "河道管理科", "responsible", None), ("审批取水方案", "水保科", "responsible", None)],
        ),
    ],
)
def test_sums_spread_names_and_tables_on_their_side(table: str, expected: list[TableRow]) -> None:
    assert sorted(read(table), key=str) == sorted(expected, key=str)


def test_a_ditto_with_nothing_above_names_nobody_and_is_told() -> None:
    (document,) = read_bytes(page("任务 | 责任单位\n疏浚河道 | 〃\n修缮校舍 | 县教育局"), "表.html")
    analysis = analyse(document)
    assert [one.department.name for one in analysis.assignments] == ["县教育局"]
    assert [finding.message for finding in analysis.findings if finding.check == "unread"] == [
        "上面没有可以接着的单位：〃"
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (  # bodies with what each does behind a colon
            "任务 | 责任单位及分工\n改革支付 | ①县医保局：制定方案；②县财政局：保障经费\n"
            "整合执法 | ①县司法局：办理证件；②各乡镇：组建队伍",
            [
                ("改革支付", "县医保局", "responsible", None),
                ("改革支付", "县财政局", "responsible", None),
                ("整合执法", "县司法局", "responsible", None),
                ("整合执法", "各乡镇", "responsible", None),
            ],
        ),
        (  # 安全监管专班 and 排查隐患 read like heads of their own
            "专班名称 | 牵头单位 | 专班职责\n运输专班 | 市交通局 | 调度运力\n安全监管专班 | 市应急局 | 排查隐患",
            [("运输专班", "市交通局", "lead", None), ("安全监管专班", "市应急局", "lead", None)],
        ),
        (  # what is a field of work is no task where another column says one
            "业务领域 | 合规要点说明 | 主责部门\n劳动用工 | 按时足额支付工资 | 人力资源部\n"
            "数据安全 | 分类分级保护数据 | 信息部",
            [
                ("按时足额支付工资", "人力资源部", "responsible", None),
                ("分类分级保护数据", "信息部", "responsible", None),
            ],
        ),
        (
            "一级事项 | 二级事项 | 责任部室\n安全管理 | 修订规程 | 安监部\n | 巡检设备 | 运行部\n"
            "设备管理 | 更换电缆 | 检修部",
            [
                ("修订规程", "安监部", "responsible", None),
                ("巡检设备", "运行部", "responsible", None),
                ("更换电缆", "检修部", "responsible", None),
            ],
        ),
    ],
)
def test_duties_behind_bodies_and_chapters_beside_tasks(table: str, expected: list[TableRow]) -> None:
    assert read(table) == expected
