"""Heads of tables: how far they reach, where they come again, and what they are without known words."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes
from raci.rules.columns import columns, read_head

Cells = list[list[str]]


def table(rows: Cells, before: str = "") -> bytes:
    """A web page with one table; ``>`` before a cell's words makes it reach over two columns, ``v`` over two rows."""
    inside = ""
    for row in rows:
        inside += "<tr>"
        for cell in row:
            reach = " colspan=2" if cell[:1] == ">" else " rowspan=2" if cell[:1] == "v" else ""
            inside += f"<td{reach}>{cell[1:] if reach else cell}</td>"
        inside += "</tr>"
    return f"<h1>云岭县安排</h1>{before}<table>{inside}</table>".encode()


def found(rows: Cells) -> list[tuple[str, str, str]]:
    (document,) = read_bytes(table(rows), "表.html")
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


def test_a_row_with_a_blank_cell_before_the_head_comes_again_is_a_row() -> None:
    head = ["任务", "责任单位", "备注"]
    rows = [head, ["修缮堤防", "县水利局", ""], head, ["疏浚河道", "县交通局", ""]]
    assert found(rows) == [("修缮堤防", "县水利局", "responsible"), ("疏浚河道", "县交通局", "responsible")]


def test_a_head_of_two_rows_that_comes_again_is_no_row() -> None:
    head = [["v任务", ">责任分工"], ["牵头", "配合"]]
    rows = [*head, ["修缮堤防", "县水利局", "县财政局"], *head, ["疏浚河道", "县交通局", "县财政局"]]
    assert [one[0] for one in found(rows)] == ["修缮堤防", "修缮堤防", "疏浚河道", "疏浚河道"]


def test_a_row_of_a_matrix_of_words_is_no_head() -> None:
    assert columns(["1", "迎新工作", "8月底", "配合", "牵头", "配合"]) is None
    assert columns(["迎新工作", "8月底", "配合", "牵头"]) is None
    assert columns(["任务", "牵头", "配合", "时限"]) is not None
    assert columns(["任务", "牵头", "任务", "牵头"]) is not None


@pytest.mark.parametrize(
    ("head", "roles"),
    [
        ("牵头（配合）单位", ("lead", "support")),
        ("责任单位（牵头、配合）", ("lead", "support")),
        ("牵头单位（配合单位）", ("lead", "support")),
        ("责任单位（第一个为牵头单位）", ("responsible",)),
        ("责任（牵头）单位", ("lead",)),
        ("分管领导（A）", ("leader",)),
        ("Lead 牵头部门", ("lead",)),
        ("Task 任务", ("task",)),
        ("谁来干", ("responsible",)),
        ("谁配合", ("support",)),
        ("主推单位", ("responsible",)),
        ("协推单位", ("support",)),
        ("组长单位", ("lead",)),
        ("预计完成", ("deadline",)),
    ],
)
def test_heads_of_many_kinds(head: str, roles: tuple[str, ...]) -> None:
    known = read_head(head)
    assert known is not None
    assert known.roles == roles


@pytest.mark.parametrize("head", ["副组长单位", "谁知道", "成员", "协会单位", "主任单位"])
def test_words_that_head_no_bodies(head: str) -> None:
    assert read_head(head) is None


ROWS = [
    ["1", "修缮堤防两公里", "县水利局牵头，县财政局配合"],
    ["2", "疏浚河道三公里", "县交通局牵头，县财政局配合"],
]


@pytest.mark.parametrize("head", [[], [["甲", "乙", "丙"]], [["", "", ""]]])
def test_cells_that_say_roles_need_no_head(head: Cells) -> None:
    assert found([*head, *ROWS]) == [
        ("修缮堤防两公里", "县水利局", "lead"),
        ("修缮堤防两公里", "县财政局", "support"),
        ("疏浚河道三公里", "县交通局", "lead"),
        ("疏浚河道三公里", "县财政局", "support"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["单位：万元", "", ""], ["1", "修缮堤防", "县水利局"], ["2", "疏浚河道", "县交通局"]],
        [["任务", "甲乙", "联系电话"], ["修缮堤防", "县水利局", ""], ["疏浚河道", "县交通局、县民政局", ""]],
    ],
)
def test_bodies_below_heads_that_are_not_known_are_told(rows: Cells) -> None:
    (document,) = read_bytes(table(rows), "表.html")
    analysis = analyse(document)
    assert not analysis.assignments
    assert "unread" in {finding.check for finding in analysis.findings}


@pytest.mark.parametrize(
    ("rows", "task"),
    [
        ([["甲", "工作内容", "责任单位"], ["修缮堤防两公里", "加固坡面。", "县水利局"]], "修缮堤防两公里"),
        ([["甲", "乙", "责任单位"], ["修缮堤防两公里", "年内开工，分段加固坡面。", "县水利局"]], "修缮堤防两公里"),
        ([["一级指标", "二级指标", "目标值", "责任单位"], ["绿色", "河道达标率", "95%", "县水利局"]], "河道达标率"),
        ([["条款", "要求", "责任单位"], ["5.1", "明确领导作用", "办公室"]], "明确领导作用"),
        ([["阶段", "工作内容", "责任单位"], ["启动阶段", "召开动员会", "县水利局"]], "召开动员会"),
        ([["甲", "工作内容", "责任单位"], ["东坪村", "硬化道路两公里", "县水利局"]], "硬化道路两公里"),
        ([["防汛对象", "行政责任人", "责任单位"], ["青山水库大坝", "县长江波", "县水利局"]], "青山水库大坝"),
    ],
)
def test_the_task_stands_in_the_column_that_parts_the_rows(rows: Cells, task: str) -> None:
    more = [cell.replace("县水利局", "县林业局").replace("5.1", "5.2") for cell in rows[1]]
    more = [f"{cell}又" if len(cell) > 4 and "局" not in cell else cell for cell in more]
    assert found([*rows, more])[0][0] == task


def test_sections_that_say_who_does_all_of_their_rows() -> None:
    rows = [
        ["任务", "配合单位", "时限"],
        [">一、防汛（牵头单位：县水利局）"],
        ["修缮堤防", "县财政局", "6月底"],
        [">牵头单位：县交通局"],
        ["养护公路", "县公安局", "9月底"],
    ]
    assert found(rows) == [
        ("修缮堤防", "县水利局", "lead"),
        ("修缮堤防", "县财政局", "support"),
        ("养护公路", "县交通局", "lead"),
        ("养护公路", "县公安局", "support"),
    ]


@pytest.mark.parametrize(
    "name",
    ["监督检查科", "市委编制委员会办公室", "市住建局行政审批科", "各园区管理机构", "监督检查科、办公室", "县委督查室"],
)
def test_names_of_offices_are_no_heads(name: str) -> None:
    assert read_head(name) is None


def test_fields_and_what_they_say_are_no_head_of_a_table() -> None:
    assert columns(["牵头部门", "县水利局", "主要措施", "加固坡面。"]) is None
    assert columns(["任务", "牵头单位", "完成时限", "备注"]) is not None


def test_sheets_of_fields_with_an_empty_cell() -> None:
    page = (
        "<h1>督办单</h1><table><tr><td>督办事项</td><td>修缮堤防</td><td>主办单位</td><td>县水利局</td></tr>"
        "<tr><td>备注</td><td></td><td>协办单位</td><td>县财政局</td></tr>"
        "<tr><td>办结时限</td><td colspan=3>6月底</td></tr></table>"
    )
    (document,) = read_bytes(page.encode(), "表.html")
    assert [(one.clause.heading, one.department.name, one.role) for one in extract(document)] == [
        ("修缮堤防", "县水利局", "lead"),
        ("修缮堤防", "县财政局", "support"),
    ]


def test_persons_below_a_head_that_is_not_known_are_told() -> None:
    rows = [["任务", "责任单位", "甲乙"], ["修缮堤防", "县水利局", "王丽"], ["疏浚河道", "县交通局", "陈志刚"]]
    (document,) = read_bytes(table(rows), "表.html")
    assert any("像是人名" in finding.message for finding in analyse(document).findings)


@pytest.mark.parametrize("head", [["成员单位", "职责分工"], ["单位", "主要职责"], ["责任部门", "任务分工"]])
def test_units_and_what_each_has_to_do(head: list[str]) -> None:
    rows = [head, ["县水利局", "负责修缮堤防两公里。"], ["县交通局", "负责养护公路三公里。"]]
    assert [one[1:] for one in found(rows)] == [("县水利局", "responsible"), ("县交通局", "responsible")]


def test_who_is_in_charge_of_a_duty_and_until_when_is_kept() -> None:
    rows = [
        ["部门", "职责", "责任人", "完成时间", "联系电话"],
        ["安全部", "组织安全检查", "刘洋", "每季度末", "1234567"],
        ["财务部", "保障安全投入", "/", "2025年6月30日", ""],
    ]
    (document,) = read_bytes(table(rows), "表.html")
    assert [
        (one.department.name, one.role, one.deadline.text if one.deadline else None) for one in extract(document)
    ] == [
        ("安全部", "responsible", "每季度末"),
        ("刘洋", "leader", "每季度末"),
        ("财务部", "responsible", "2025年6月30日"),
    ]


def test_tables_side_by_side_before_a_column_of_remarks() -> None:
    rows = [["任务", "责任单位", "任务", "责任单位", "备注"], ["修缮堤防", "县水利局", "养护公路", "县交通局", ""]]
    rows.append(["疏浚河道", "县林业局", "清扫路面", "县城管局", ""])
    assert [one[:2] for one in found(rows)] == [
        ("修缮堤防", "县水利局"),
        ("养护公路", "县交通局"),
        ("疏浚河道", "县林业局"),
        ("清扫路面", "县城管局"),
    ]


def test_heads_of_a_table_that_is_told_as_unread_are_no_labels() -> None:
    rows = [
        ["防汛对象", "行政责任人", "责任单位"],
        ["青山水库", "县长江波", "县水利局"],
        ["青山水库", "县长江波", "县林业局"],
    ]
    (document,) = read_bytes(table(rows), "表.html")
    analysis = analyse(document)
    assert not analysis.assignments
    assert "unread" in {finding.check for finding in analysis.findings}


@pytest.mark.parametrize(
    "rows",
    [
        [["任务", "牵头单位", "配合单位"], ["Task", "Lead Department", "Supporting Departments"]],
        [["任务", "牵头单位", "配合单位"], ["Task", "Responsible", "Consulted"]],
        [["工作任务", "牵头单位", "配合单位"], ["gongzuo renwu", "qiantou danwei", "peihe danwei"]],
        [["Task", "Lead", "Support"], ["任务", "牵头单位", "配合单位"]],
        [["▲任务", "▲牵头单位", "△配合单位"]],
        [["任務", "牽頭單位", "協辦單位"]],
    ],
)
def test_heads_in_two_languages_and_with_signs(rows: Cells) -> None:
    rows = [*rows, ["修桥铺路", "县交通局", "县财政局"], ["上线CRM", "PMO", "IT部"]]
    assert found(rows) == [
        ("修桥铺路", "县交通局", "lead"),
        ("修桥铺路", "县财政局", "support"),
        ("上线CRM", "PMO", "lead"),
        ("上线CRM", "IT部", "support"),
    ]


def test_rows_in_latin_letters_are_no_second_head() -> None:
    rows = [["任务", "牵头部门"], ["ERP", "PMO"], ["Website", "Marketing"], ["上线CRM", "IT部"]]
    assert [task for task, _, _ in found(rows)] == ["ERP", "Website", "上线CRM"]


def test_posts_and_what_each_has_to_do() -> None:
    rows = [["岗位", "安全职责"], ["项目经理", "制定管理制度"], ["安全员", "每天巡查并记录"]]
    assert found(rows) == [("制定管理制度", "项目经理", "responsible"), ("每天巡查并记录", "安全员", "responsible")]
    assert not found([["岗位", "岗位职责", "学历要求"], ["会计", "编制报表", "本科"], ["司机", "接送客人", "高中"]])


@pytest.mark.parametrize("words", ["待定", "待指派", "（暂未明确）", "TBD"])
def test_who_is_yet_to_be_named_is_nobody_and_is_told(words: str) -> None:
    rows = [["任务", "责任单位", "责任人"], ["修桥铺路", "县交通局", words], ["清淤河道", "县水利局", "王芳"]]
    (document,) = read_bytes(table(rows), "表.html")
    analysis = analyse(document)
    assert {one.department.name for one in analysis.assignments} == {"县交通局", "县水利局", "王芳"}
    assert [finding.check for finding in analysis.findings] == ["unread-words"]


def test_parts_of_a_company_by_their_short_names() -> None:
    rows = [["问题", "负责部门"], ["验证编译的兼容性", "研发"], ["支持复杂的表单", "产品+研发"]]
    assert found(rows) == [
        ("验证编译的兼容性", "研发", "responsible"),
        ("支持复杂的表单", "产品", "responsible"),
        ("支持复杂的表单", "研发", "responsible"),
    ]


def test_codes_beside_what_they_stand_for_are_no_tasks() -> None:
    rows = [
        ["业务", "标准域", "主责部门"],
        ["免疫规划", "ph-immunization", "县疾控中心"],
        ["老年健康", "ph-senior", "县医院"],
    ]
    assert [task for task, _, _ in found(rows)] == ["免疫规划", "老年健康"]


def test_a_table_of_the_fields_of_a_form_gives_nobody_a_duty() -> None:
    rows = [
        ["字段名", "类型", "必填", "示例"],
        ["交办事项", "text", "否", "—"],
        ["完成时限", "date", "是", "2026-07-30"],
        ["责任单位", "text", "是", "县住建局"],
        ["责任人", "text", "否", "—"],
    ]
    assert not found(rows)


def test_persons_and_bodies_under_heads_that_name_both() -> None:
    rows = [["任务", "责任领导及单位", "协助人"], ["修桥铺路", "王芳 县交通局", "李伟、陈刚"]]
    assert found(rows) == [
        ("修桥铺路", "王芳", "leader"),
        ("修桥铺路", "县交通局", "responsible"),
        ("修桥铺路", "李伟", "support"),
        ("修桥铺路", "陈刚", "support"),
    ]


def test_heads_and_names_in_english_keep_their_blanks() -> None:
    rows = [["Item", "Action", "Owner", "Due"], ["1", "Train staff", "Human Resources", "2026-06-01"]]
    (document,) = read_bytes(table(rows), "表.html")
    (row,) = extract(document)
    assert (row.clause.label, row.department.name, row.deadline and row.deadline.text) == (
        "1 Train staff",
        "Human Resources",
        "2026-06-01",
    )


def test_of_the_dates_beside_a_task_the_one_by_which_it_is_done_is_its_limit() -> None:
    rows = [["事项", "厕所改造", "编号", "07"], ["主办单位", "县住建局", "协办单位", "县财政局"]]
    rows += [["交办时间", "2026年3月1日", "办结时限", "2026年9月30日"]]
    (document,) = read_bytes(table(rows), "表.html")
    assert {row.deadline and row.deadline.text for row in extract(document)} == {"2026年9月30日"}


def test_hours_are_no_time_limit() -> None:
    rows = [["时间", "科目", "实施单位"], ["9:00", "报警", "县化工厂"], ["9:05", "灭火", "县消防大队"]]
    (document,) = read_bytes(table(rows), "表.html")
    assert [(row.department.name, row.deadline) for row in extract(document)] == [
        ("县化工厂", None),
        ("县消防大队", None),
    ]


def test_a_sign_that_a_remark_speaks_of_leads_only_where_it_stands() -> None:
    rows = [
        ["任务", "责任单位（带★为牵头单位）"],
        ["修桥铺路", "★县交通局、县财政局"],
        ["清淤河道", "县住建局、★县水利局"],
    ]
    assert {(name, role) for _, name, role in found(rows)} == {
        ("县交通局", "lead"),
        ("县财政局", "responsible"),
        ("县水利局", "lead"),
        ("县住建局", "responsible"),
    }


def test_letters_with_what_they_mean_head_columns() -> None:
    rows = [["活动", "R（执行）", "A（负责）", "C：咨询"], ["编制预算", "财务部", "财务总监", "各部门"]]
    assert [(name, role) for _, name, role in found(rows)] == [
        ("财务部", "responsible"),
        ("财务总监", "lead"),
        ("各部门", "support"),
    ]


def test_persons_below_a_post_are_leaders() -> None:
    rows = [["重点项目", "项目经理", "参与部门"], ["建设中台", "梁晨", "数据部"], ["升级系统", "白露", "财务部"]]
    assert [(name, role) for _, name, role in found(rows) if role == "leader"] == [
        ("梁晨", "leader"),
        ("白露", "leader"),
    ]
    heads = [["任务", "项目经理", "产品部"], ["调研需求", "A", "R"], ["评审合同", "R", "I"]]
    assert ("调研需求", "项目经理", "lead") in found(heads)


def test_the_corner_says_that_the_rows_are_bodies() -> None:
    rows = [["责任单位\\工作", "春季造林", "湿地修复"], ["县林业局", "主办", "主办"], ["县财政局", "协办", ""]]
    assert {(task, name) for task, name, role in found(rows) if role == "lead"} == {
        ("春季造林", "县林业局"),
        ("湿地修复", "县林业局"),
    }


def test_a_line_above_the_head_says_who_leads_all_rows() -> None:
    page = "<h1>云岭县安排</h1><table><tr><td colspan=2>一、组织保障（牵头单位：县委办）<tr><td>措施<td>配合单位"
    page += "<tr><td>选派干部<td>县农业农村局<tr><td>开展轮训<td>县委党校</table>"
    (document,) = read_bytes(page.encode(), "表.html")
    assert {(row.clause.heading, row.department.name) for row in extract(document) if row.role == "lead"} == {
        ("选派干部", "县委办"),
        ("开展轮训", "县委办"),
    }


def test_tables_of_fields_whose_task_is_counted() -> None:
    rows = [["事项一", "打击非法采砂"], ["责任警种", "治安大队"], ["完成时限", "八月底"]]
    assert found(rows) == [("打击非法采砂", "治安大队", "responsible")]


@pytest.mark.parametrize("tasks", [("问题", "整改措施"), ("任务", "目标"), ("隐患", "整改要求")])
def test_a_table_of_one_row_is_no_sheet_of_fields(tasks: tuple[str, str]) -> None:
    rows = [[*tasks, "责任科室", "时限"], ["台账不全", "补齐资料", "县档案科", "四月底"]]
    assert found(rows) == [("台账不全", "县档案科", "responsible")]


def test_a_body_and_its_person_in_a_column_of_persons() -> None:
    rows = [["任务", "负责人"], ["修桥铺路", "工程部 赵敏"], ["清淤河道", "县水利局局长 王芳"]]
    assert ("修桥铺路", "工程部", "responsible") in found(rows)
    assert ("修桥铺路", "赵敏", "leader") in found(rows)
    assert all(role == "leader" for task, _, role in found(rows) if task == "清淤河道")


def test_a_row_whose_posts_sound_like_heads_is_a_row() -> None:
    rows = [
        ["步骤", "执行者（R）", "决策者（A）", "知会方（I）"],
        ["创建项目", "项目经理", "主管", "项目成员"],
        ["拆分任务", "节点负责人", "项目经理", "—"],
    ]
    assert [row for row in found(rows) if row[0] == "创建项目"] == [
        ("创建项目", "项目经理", "responsible"),
        ("创建项目", "主管", "lead"),
        ("创建项目", "项目成员", "inform"),
    ]


def test_persons_and_what_each_does_are_no_roster() -> None:
    head = ["干系人角色", "姓名", "职责"]
    rows = [head, ["项目经理", "-", "负责整体管理"], ["测试团队", "-", "负责测试计划"]]
    assert [name for _, name, _ in found(rows)] == ["项目经理", "测试团队"]
    assert found([["姓名", "职务", "职责"], ["王强", "科长", "负责文秘"], ["李明", "科员", "负责档案"]]) == [
        ("负责文秘", "王强", "leader"),
        ("负责档案", "李明", "leader"),
    ]


def test_a_record_of_versions_tells_no_duties() -> None:
    rows = [["版本", "修订人", "参与者", "修订日期", "修订说明"], ["1.0", "王强", "全体人员", "2026-06-03", "首次编写"]]
    assert not found(rows)
