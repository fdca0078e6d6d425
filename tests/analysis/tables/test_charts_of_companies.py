"""Charts and tables of projects and companies: letters as heads, posts of any words, names with a slash."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes

Row = tuple[str, str, str]


def read(table: str, name: str = "表.csv") -> list[Row]:
    """Task, body and role of each row of a file with a table."""
    (document,) = read_bytes(table.encode(), name)
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


def test_the_letters_of_a_chart_head_the_columns_of_those_who_have_a_part() -> None:
    assert read("活动,R,A,C,I\n机房搬迁,网络、桌面,信息中心,安全,全员\n切换演练,QA Team,PM,Ops Lead,-") == [
        ("机房搬迁", "网络", "responsible"),
        ("机房搬迁", "桌面", "responsible"),
        ("机房搬迁", "信息中心", "lead"),
        ("机房搬迁", "安全", "support"),
        ("机房搬迁", "全员", "inform"),
        ("切换演练", "QA Team", "responsible"),
        ("切换演练", "PM", "lead"),
        ("切换演练", "Ops Lead", "support"),
    ]


def test_letters_below_names_are_parts_and_no_heads() -> None:
    assert read("任务,研发处,市场处,生产处\n立项,A,R,I\n试产,R,A,C") == [
        ("立项", "研发处", "lead"),
        ("立项", "市场处", "responsible"),
        ("立项", "生产处", "inform"),
        ("试产", "研发处", "responsible"),
        ("试产", "市场处", "lead"),
        ("试产", "生产处", "support"),
    ]


@pytest.mark.parametrize("heads", ["A,B,C,D", "R,A,B,C", "R,S"])
def test_other_letters_head_nothing(heads: str) -> None:
    cells = ",".join(["甲", "乙", "丙", "丁"][: len(heads.split(","))])
    assert read(f"题目,{heads}\n第一题,{cells}\n第二题,{cells}") == []


def test_a_slash_parts_short_names_but_no_word() -> None:
    assert read("任务,负责人,配合\n冒烟测试,QA/BE,前端组/运维组\n流水线改造,CI/CD,TL") == [
        ("冒烟测试", "QA", "leader"),
        ("冒烟测试", "BE", "leader"),
        ("冒烟测试", "前端组", "support"),
        ("冒烟测试", "运维组", "support"),
        ("流水线改造", "CI/CD", "leader"),
        ("流水线改造", "TL", "support"),
    ]


def test_who_approves_stands_beside_who_is_responsible() -> None:
    assert read("文档,责任人,审批人\n测试计划书,测试主管,技术总监\n部署说明书,运维主管,技术总监") == [
        ("测试计划书", "测试主管", "leader"),
        ("测试计划书", "技术总监", "approve"),
        ("部署说明书", "运维主管", "leader"),
        ("部署说明书", "技术总监", "approve"),
    ]


def test_what_is_concerned_is_no_task_beside_the_problem() -> None:
    found = read(
        "涉及事项,具体问题,整改措施,责任部门\n年检,材料名称不一致,统一样表,法规科\n换证,环节过多,合并审核,受理科"
    )
    assert [task for task, *_ in found] == ["材料名称不一致", "环节过多"]


def test_a_role_of_two_words_has_its_duty_and_its_person() -> None:
    assert read("角色,职责,负责人\n前端 Owner,编写全部改造代码,小马\n发布 经理,安排上线窗口,小克") == [
        ("编写全部改造代码", "前端Owner", "responsible"),
        ("编写全部改造代码", "小马", "leader"),
        ("安排上线窗口", "发布 经理", "responsible"),
        ("安排上线窗口", "小克", "leader"),
    ]


@pytest.mark.parametrize("words", ["对该环节的结果负最终责任", "最终拍板", "负责项目的日常管理"])
def test_what_a_leader_has_to_do_is_nobody(words: str) -> None:
    assert extract(f"一、角色\n项目负责人：{words}。\n") == ()


def test_a_passage_may_begin_within_a_chapter() -> None:
    text = (
        "一、降低准入门槛（四）放宽登记条件。支持一址多照，简化分支机构登记手续。（县市场监管局牵头，县税务局配合）"
        "（五）精简环节。取消不必要的前置条件，压减办理时间。（县发展改革局、县商务局按职责分工负责）"
        "二、优化通关（六）推行提前申报。货物到港前即办理手续。（县商务局牵头）"
    )
    assert [(one.clause.heading, one.department.name) for one in extract(text)] == [
        ("放宽登记条件", "县市场监管局"),
        ("放宽登记条件", "县税务局"),
        ("精简环节", "县发展改革局"),
        ("精简环节", "县商务局"),
        ("推行提前申报", "县商务局"),
    ]


def test_lines_that_begin_with_bodies_are_read_whatever_their_verb() -> None:
    lines = (
        "水利局：巡查堤防、闸站，安排值守。",
        "公安局：交通管制、道路清障、保障通道畅通。",
        "城管局：修剪行道树、拆除破损广告牌。",
    )
    text = "\n".join(["防台措施", *lines])
    found = [(one.department.name, one.role) for one in extract(text, basis=("prose",))]
    assert found == [("水利局", "responsible"), ("公安局", "responsible"), ("城管局", "responsible")]


@pytest.mark.parametrize(
    "words", ["85分，比上年提高", "张伟，13800000000", "您反映的问题已办结", "市财政局、市教育局、市民政局"]
)
def test_lines_that_say_no_duty_stay_unread(words: str) -> None:
    text = f"通讯录\n水利局：巡查堤防、闸站，安排值守。\n公安局：{words}\n城管局：{words}\n"
    assert [one.department.name for one in extract(text, basis=("prose",))] == ["水利局"]


def test_a_group_that_supports_is_no_label() -> None:
    analysis = analyse("（三）技术支持组：由市气象局牵头，市水务局及有关设计、施工等单位组成。根据需要提供技术支持。\n")
    assert [(one.department.name, one.role) for one in analysis.assignments] == [("市气象局", "lead")]


def test_milestones_that_say_what_is_reached_are_the_tasks() -> None:
    found = read("日期,里程碑,负责人,优先级\n2026-04-30,数据交付完成,王芳,P0\n2026-05-15,标注平台上线,李强,P1")
    assert found == [("数据交付完成", "王芳", "leader"), ("标注平台上线", "李强", "leader")]
    dated = read("任务,里程碑,责任部门\n平台开发,2026年5月,信息科\n平台上线,2026年6月,信息科")
    assert [task for task, *_ in dated] == ["平台开发", "平台上线"]


def test_a_priority_is_no_task() -> None:
    assert read("优先级,负责人\nP0,王芳\nP1,李强") == []


def test_an_odd_name_does_not_cost_a_list_of_supporters() -> None:
    text = "一、处置组。由县水利局牵头，县公安局、县交通运输局、县农业农村局、县林业局、武警总部等参加。\n"
    roles = [one.role for one in extract(text, basis=("prose",))]
    assert roles == ["lead", "support", "support", "support", "support", "support"]


def test_the_lines_below_a_division_by_posts_are_of_the_posts() -> None:
    text = "三、岗位分工\n- 出纳：办理现金收付。\n- 会计：编制凭证，按月结账。\n- 仓管员：清点物资，登记台账。\n"
    assert [one.department.name for one in extract(text, basis=("prose",))] == ["出纳", "会计", "仓管员"]
    people = "三、人员分工\n组长：张伟，李芳\n副组长：李芳、王强\n联络员：赵磊、钱进\n"
    assert extract(people, basis=("prose",)) == ()


def test_long_names_in_latin_letters_are_persons() -> None:
    text = "一、建设平台\n责任人：Autonomy Algorithm Engineer。\n二、验收\n责任人：Product Manager / Tech Lead。\n"
    assert [one.department.name for one in extract(text)] == [
        "Autonomy Algorithm Engineer",
        "Product Manager",
        "Tech Lead",
    ]


def test_an_id_is_a_number_and_no_task() -> None:
    found = read(
        "任务ID,任务名称,负责人,截止时间\nIMP-1,添加边界值测试,测试工程师,5月8日\nIMP-2,代码审查,审查员,5月9日"
    )
    assert [task for task, *_ in found] == ["添加边界值测试", "代码审查"]


def test_names_of_a_chart_may_be_long_and_its_heads_of_any_wording() -> None:
    head = "Activity,Sponsor,Business Stakeholders,External Vendor/Cloud Provider"
    assert [row[1:] for row in read(f"{head}\nPlanning,A,R,I\nMigration,R,C,A")][1] == (
        "Business Stakeholders",
        "responsible",
    )
    assert read("数据表,对应模块,负责成员\nuser,用户管理,李明\norders,订单管理,王强") == [
        ("用户管理", "李明", "leader"),
        ("订单管理", "王强", "leader"),
    ]
    assert [row[1] for row in read("角色,职责描述\nCCB,决定批准或否决变更请求\n修改者,负责完成产品修改")] == [
        "CCB",
        "修改者",
    ]
