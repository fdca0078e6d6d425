"""What a row of a table is of: a task, a thing beside which bodies stand by nature, or what a task is part of."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes

Row = tuple[str, str, str]


def read(table: str, name: str = "表.csv") -> list[Row]:
    """Task, body and role of each row of a file with a table."""
    (document,) = read_bytes(table.encode(), name)
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "河道名称,问题描述,责任单位\n石溪,堆放砂石,石溪镇政府\n柳河,违建占滩,柳河镇政府",
            [("堆放砂石", "石溪镇政府", "responsible"), ("违建占滩", "柳河镇政府", "responsible")],
        ),
        (
            "企业名称,存在问题,监管部门\n宏图饲料公司,台账缺失,县农业农村局",
            [("台账缺失", "县农业农村局", "responsible")],
        ),
        (  # where nothing else says a task, each thing is one
            "水库名称,责任人\n石溪水库,王志强\n柳河水库,李春梅",
            [("石溪水库", "王志强", "leader"), ("柳河水库", "李春梅", "leader")],
        ),
        (
            "企业名称,责任单位\n宏图饲料公司,县农业农村局\n南山机械厂,县工信局",
            [("宏图饲料公司", "县农业农村局", "responsible"), ("南山机械厂", "县工信局", "responsible")],
        ),
        (  # 项目 beside 任务 parts them, in rows of its own too
            "项目,任务,责任部门\n机房搬迁,清点设备,信息部\n,试运行,运维部\n食堂翻新,编制预算,财务部",
            [
                ("清点设备", "信息部", "responsible"),
                ("试运行", "运维部", "responsible"),
                ("编制预算", "财务部", "responsible"),
            ],
        ),
        (  # whose a task is the unit says, where the others but help
            "部门,任务,协同部门\n市场部,梳理渠道,法务部\n,上线会员,信息部",
            [
                ("梳理渠道", "市场部", "responsible"),
                ("梳理渠道", "法务部", "support"),
                ("上线会员", "市场部", "responsible"),
                ("上线会员", "信息部", "support"),
            ],
        ),
        (  # a row over pairs that names them
            "项目,内容\n任务名称,修缮陵园\n牵头部门,县民政局\n协办部门,县财政局\n完成期限,8月底",
            [("修缮陵园", "县民政局", "lead"), ("修缮陵园", "县财政局", "support")],
        ),
        ("培训内容,责任单位\n公文写作,县委党校", [("公文写作", "县委党校", "responsible")]),
        ("提案题目,提案者,承办单位\n保护古街区,秦山,县文旅局", [("保护古街区", "县文旅局", "responsible")]),
        ("项目名称,建设任务,责任单位\n石溪大桥,完成主体,县交通局", [("石溪大桥", "县交通局", "responsible")]),
    ],
)
def test_what_a_row_is_of(table: str, expected: list[Row]) -> None:
    assert read(table) == expected


@pytest.mark.parametrize(
    "table",
    [
        "序号,企业名称,法定代表人,主管部门\n1,宏图饲料公司,秦山,县农业农村局\n2,南山机械厂,鲁海,县工信局",
        "企业,产品,执行标准,监管单位\n宏图饲料公司,配合饲料,GB130,县农业农村局\n南山水泥厂,水泥,GB175,县市场监管局",
        "时间,值守领导,值守处室,值守人员\n5月2日,鲁海,综合处,秦山、安康\n5月3日,戴云,法规处,雷鸣",
        "项目,产量,统计单位\n粮食,30万吨,县统计局\n蔬菜,18万吨,县统计局",
        "标段,工程名称,中标单位\n一标段,石溪大桥,宏图建设有限公司\n二标段,柳河大桥,南山路桥有限公司",
        "课程,主讲人,主持单位\n公文写作,秦教授,县委党校\n应急处置,鲁教授,县应急局",
        "日期,培训内容,授课人,承办单位\n5月6日,公文写作,秦教授,县委党校\n5月7日,应急处置,鲁教授,县应急局",
        "报告题目,报告人,承办单位\n旱作农业,秦教授,农学院\n节水灌溉,鲁教授,水利学院",
        "组别,组长,组员,督导地区\n第一组,王志强,李春梅,石溪县\n第二组,赵刚,孙丽,柳河县",
        "一级指标,二级指标,考评要点,分值\n组织领导,班子建设,研究部署四次,10\n队伍建设,人员配备,配备专人,5",
    ],
)
def test_lists_of_things_are_no_tasks(table: str) -> None:
    (document,) = read_bytes(table.encode(), "表.csv")
    analysis = analyse(document)
    assert not analysis.assignments
    assert not [finding for finding in analysis.findings if finding.check.startswith("unread")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("牵头单位：县住建局", [("县住建局", "lead"), ("县水利局", "support")]),
        (
            "牵头单位：县住建局  责任领导：王志强",
            [("县住建局", "lead"), ("王志强", "leader"), ("县水利局", "support")],
        ),
        ("填报单位：县住建局", [("县水利局", "support")]),
        ("一、道路（牵头单位：县住建局）", [("县住建局", "lead"), ("县水利局", "support")]),
        ("一、道路（责任单位：县住建局）", [("县水利局", "support")]),
        ("修好全县的路，年底前通车。（牵头单位：县住建局）", [("县水利局", "support")]),
    ],
)
def test_a_line_above_a_table_says_whose_all_of_it_is(line: str, expected: list[tuple[str, str]]) -> None:
    table = "<tr><td>任务<td>配合单位<td>时限</tr><tr><td>修桥铺路<td>县水利局<td>6月底</tr>"
    rows = read(f"<p>道路养护清单</p><p>{line}</p><table>{table}</table>", "表.html")
    assert sorted((body, role) for task, body, role in rows if task == "修桥铺路") == sorted(expected)


def test_a_line_above_a_table_says_nothing_anew_of_tasks_that_name_their_own() -> None:
    table = "<tr><td>任务<td>责任单位</tr><tr><td>修桥铺路<td>县水利局</tr>"
    rows = read(f"<p>道路养护清单</p><p>责任单位：县住建局</p><table>{table}</table>", "表.html")
    assert [(body, role) for task, body, role in rows if task == "修桥铺路"] == [("县水利局", "responsible")]


@pytest.mark.parametrize("remark", ["（填写）", " Col"])
def test_remarks_and_translations_in_heads_change_nothing(remark: str) -> None:
    bare = read("组别,组长单位,成员单位,主要职责\n信息组,县应急局,县气象局,汇总灾情")
    assert bare == read(
        f"组别{remark},组长单位{remark},成员单位{remark},主要职责{remark}\n信息组,县应急局,县气象局,汇总灾情"
    )


def test_a_column_of_remarks_in_a_table_on_its_side_is_no_task() -> None:
    table = "任务,修桥铺路,清淤河道,备注\n责任单位,县交通局,县水利局,按月报送\n完成时间,6月,8月,"
    assert {task for task, *_ in read(table)} == {"修桥铺路", "清淤河道"}
