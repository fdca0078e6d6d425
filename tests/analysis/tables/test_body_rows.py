"""Tables with a body a row, or a column, whose cells are its tasks; codes of bodies; tasks that name their bodies."""

from __future__ import annotations

import pytest
from table_pages import TableRow, page, read

from raci.pipeline import analyse
from raci.readers.registry import read_bytes


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (  # the heads say the role; a task that two bodies have a part in is one
            "部门 | 牵头事项 | 配合事项\n县教育局 | 推进学区管理 | 抽检食品\n县市场监管局 | 抽检食品 | 推进学区管理",
            [
                ("推进学区管理", "县教育局", "lead", None),
                ("推进学区管理", "县市场监管局", "support", None),
                ("抽检食品", "县教育局", "support", None),
                ("抽检食品", "县市场监管局", "lead", None),
            ],
        ),
        (
            "成员单位 | Ⅲ级响应 | Ⅱ级以上响应\n水利局 | 巡查堤防 | 昼夜守堤\n应急局 | 备足物资 | 转移群众",
            [
                ("巡查堤防", "水利局", "responsible", None),
                ("昼夜守堤", "水利局", "responsible", None),
                ("备足物资", "应急局", "responsible", None),
                ("转移群众", "应急局", "responsible", None),
            ],
        ),
        (
            "责任单位 | 任务一 | 任务二\n县妇联 | 开办家长学校 | 慰问困境儿童\n团县委 | 组建服务队 | ",
            [
                ("开办家长学校", "县妇联", "responsible", None),
                ("慰问困境儿童", "县妇联", "responsible", None),
                ("组建服务队", "团县委", "responsible", None),
            ],
        ),
        (  # on its side, by month, with remarks
            "月份 | 团委 | 学生处 | 备注\n3月 | 举办读书节 | 评定助学金 | 按通知\n4月 | 开运动会 | 心理普查 | ",
            [
                ("举办读书节", "团委", "responsible", "3月"),
                ("评定助学金", "学生处", "responsible", "3月"),
                ("开运动会", "团委", "responsible", "4月"),
                ("心理普查", "学生处", "responsible", "4月"),
            ],
        ),
        (  # bodies over their tasks, without a column at the left
            "县交通局 | 县水利局\n修桥铺路 | 清淤河道\n养护公路 | ",
            [
                ("修桥铺路", "县交通局", "responsible", None),
                ("养护公路", "县交通局", "responsible", None),
                ("清淤河道", "县水利局", "responsible", None),
            ],
        ),
        (
            "部门 | 主办工作 | 协办工作 | 分管领导\n教务科 | 1.编排课表<br>2.组织考试 | 校园开放日 | 王校长\n"
            "总务科 | 校园开放日 | 组织考试 | 李校长",
            [
                ("编排课表", "教务科", "lead", None),
                ("编排课表", "王校长", "leader", None),
                ("组织考试", "教务科", "lead", None),
                ("组织考试", "王校长", "leader", None),
                ("组织考试", "总务科", "support", None),
                ("校园开放日", "教务科", "support", None),
                ("校园开放日", "总务科", "lead", None),
                ("校园开放日", "李校长", "leader", None),
            ],
        ),
    ],
)
def test_each_cell_is_a_task_of_its_body(table: str, expected: list[TableRow]) -> None:
    assert sorted(read(table), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "table",
    [
        "单位 | 一季度 | 二季度\n财务科 | 已完成 | 未完成\n办公室 | 已完成 | 已完成",
        "单位 | 一季度 | 二季度\n东山县 | 18.6 | 20.1\n西岭县 | 7.5 | 8.8",
        "科室 | 3月 | 4月\n财务科 | 王强、李刚 | 赵敏\n办公室 | 陈静 | 周文",
        "县教育局 | 县民政局\n王强、李刚 | 赵敏\n陈静 | 周文",
        "项目 | 县教育局 | 县民政局\n地址 | 人民路1号 | 解放路2号\n电话 | 5550101 | 5550102",
    ],
)
def test_figures_names_and_addresses_are_no_tasks(table: str) -> None:
    assert read(table) == []


CODED = "任务 | 牵头单位 | 配合单位\n发放补贴 | 2 | 1\n扩大参保 | 3 | 1、2"


@pytest.mark.parametrize(
    ("table", "before", "behind"),
    [
        (CODED, "单位代号：1—县财政局；2—县人社局；3—县医保局", ""),
        (CODED, "", "注：1.县财政局，2.县人社局，3.县医保局。"),
        (CODED.translate(str.maketrans("123", "①②③")), "①县财政局 ②县人社局 ③县医保局", ""),
        (CODED.translate(str.maketrans("123", "ABC")), "", "说明：A-县财政局，B-县人社局，C-县医保局"),
        (CODED + "\n注：1为县财政局、2为县人社局、3为县医保局", "", ""),
    ],
)
def test_codes_stand_for_the_bodies_that_a_note_names(table: str, before: str, behind: str) -> None:
    assert read(table, before, behind) == [
        ("发放补贴", "县人社局", "lead", None),
        ("发放补贴", "县财政局", "support", None),
        ("扩大参保", "县医保局", "lead", None),
        ("扩大参保", "县财政局", "support", None),
        ("扩大参保", "县人社局", "support", None),
    ]


def test_numbers_that_no_note_explains_name_nobody() -> None:
    (document,) = read_bytes(page("任务 | 责任单位\n发放补贴 | 2\n扩大参保 | 3", "附件 1、2、3 略。"), "表.html")
    analysis = analyse(document)
    assert not analysis.assignments
    assert [finding.message for finding in analysis.findings if finding.check == "unread"] == [
        "责任单位一列写的是代号，表旁没有注明各是哪个单位：2"
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "序号 | 工作内容 | 完成时限\n1 | 建成急救站（责任单位：县卫健局、县财政局） | 10月\n"
            "2 | 开通公交专线（牵头单位：县交通局；配合单位：各镇） | 5月",
            [
                ("建成急救站", "县卫健局", "responsible", "10月"),
                ("建成急救站", "县财政局", "responsible", "10月"),
                ("开通公交专线", "县交通局", "lead", "5月"),
                ("开通公交专线", "各镇", "support", "5月"),
            ],
        ),
        (
            "序号 | 任务及分工\n1 | 建设儿童公园。<br>责任单位：区园林局<br>配合单位：区妇联\n"
            "2 | 新增充电桩。<br>责任单位：区发改局",
            [
                ("建设儿童公园", "区园林局", "responsible", None),
                ("建设儿童公园", "区妇联", "support", None),
                ("新增充电桩", "区发改局", "responsible", None),
            ],
        ),
        (  # the words before the label are a body: the cell names who, not what
            "任务 | 责任单位 | 时限\n建设基地 | 县人社局（责任人：王强） | 6月",
            [("建设基地", "王强", "leader", "6月"), ("建设基地", "县人社局", "responsible", "6月")],
        ),
        (
            "任务 | 责任分工\n开展培训 | 1.牵头单位：市教育局<br>2.配合单位：市财政局\n建设基地 | 1.牵头单位：市人社局",
            [
                ("开展培训", "市教育局", "lead", None),
                ("开展培训", "市财政局", "support", None),
                ("建设基地", "市人社局", "lead", None),
            ],
        ),
        (  # a time limit beside the names
            "任务 | 责任单位\n开展培训 | 市教育局（6月底前）\n建设基地 | 市人社局",
            [("开展培训", "市教育局", "responsible", "6月底前"), ("建设基地", "市人社局", "responsible", None)],
        ),
    ],
)
def test_tasks_that_name_their_bodies_keep_the_time_limit_of_their_row(table: str, expected: list[TableRow]) -> None:
    assert read(table) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "重点工作 | 责任科室 |  | 专项整治 | 整治科室 | 期限\n编制预算 | 财务科 |  | 公车私用 | 办公室 | 3月",
            [("编制预算", "财务科", "responsible", None), ("公车私用", "办公室", "responsible", "3月")],
        ),
        (  # a blank column within one table
            "任务 | 责任单位 |  | 备注 | 完成时限\n编制预算 | 财务科 |  | 急办 | 3月",
            [("编制预算", "财务科", "responsible", "3月")],
        ),
    ],
)
def test_a_blank_column_parts_two_tables(table: str, expected: list[TableRow]) -> None:
    assert read(table) == expected


def test_a_blank_below_a_body_is_its_next_duty() -> None:
    table = "成员单位 | 主要职责\n县教育局 | 组织演练\n | 检查校舍\n县卫健局 | 培训急救"
    assert read(table) == [
        ("组织演练", "县教育局", "responsible", None),
        ("检查校舍", "县教育局", "responsible", None),
        ("培训急救", "县卫健局", "responsible", None),
    ]


def test_a_row_that_reads_like_heads_is_no_second_head() -> None:
    table = "类别 | 任务 | 牵头单位 | 责任单位 | 完成时限\n营商 | 压减审批时限 | 县审批局 | 各审批单位 | 2026年6月"
    assert read(table) == [
        ("压减审批时限", "县审批局", "lead", "2026年6月"),
        ("压减审批时限", "各审批单位", "responsible", "2026年6月"),
    ]


def test_the_line_above_a_table_that_says_who_leads_is_no_task_of_its_own() -> None:
    table = "措施 | 配合单位\n选派干部 | 市农业农村局"
    assert read(table, before="一、组织保障（牵头单位：市委组织部）") == [
        ("选派干部", "市委组织部", "lead", None),
        ("选派干部", "市农业农村局", "support", None),
    ]


def test_one_column_of_tasks_whose_head_says_the_part_of_the_bodies() -> None:
    assert read("序号 | 单位 | 牵头任务\n1 | 县水利局 | 1.修水渠<br>2.清河道\n2 | 县教育局 | 编排课表") == [
        ("修水渠", "县水利局", "lead", None),
        ("清河道", "县水利局", "lead", None),
        ("编排课表", "县教育局", "lead", None),
    ]


def test_a_table_of_tasks_with_limits_stays_one() -> None:
    rows = read("单位 | 牵头任务 | 完成时限\n县水利局 | 修筑水渠 | 6月底\n县教育局 | 编排课表 | 年底")
    assert rows == [("修筑水渠", "县水利局", "lead", "6月底"), ("编排课表", "县教育局", "lead", "年底")]
