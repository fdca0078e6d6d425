"""Columns and corners of ordinary office tables: persons beside persons, goals before tasks, milestones over them."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes

Row = tuple[str, str, str]


def rows_of(text: str) -> list[Row]:
    """(task, body, role) of a table with commas."""
    (document,) = read_bytes(text.encode(), "表.csv")
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


def rows_of_page(page: str) -> list[Row]:
    """(task, body, role) of a web page."""
    (document,) = read_bytes(page.encode(), "表.html")
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


@pytest.mark.parametrize("head", ["参与人员", "参与人", "组员", "项目成员", "配合责任人"])
def test_who_takes_part_beside_who_is_responsible(head: str) -> None:
    rows = rows_of(f"任务,责任人,{head}\n布置展厅,王志强,李明华、陈刚\n印制手册,刘海燕,陈晓东\n")
    assert rows == [
        ("布置展厅", "王志强", "leader"),
        ("布置展厅", "李明华", "support"),
        ("布置展厅", "陈刚", "support"),
        ("印制手册", "刘海燕", "leader"),
        ("印制手册", "陈晓东", "support"),
    ]


def test_who_attends_has_no_part_in_a_task() -> None:
    rows = rows_of("活动内容,承办部门,参加人员\n读书分享会,工会,全体职工\n红歌比赛,团委,青年职工\n")
    assert {(task, name) for task, name, _ in rows} == {("读书分享会", "工会"), ("红歌比赛", "团委")}


@pytest.mark.parametrize("corner", ["工作节点", "里程碑", "编号"])
def test_the_corner_of_a_chart_may_sound_like_a_time_or_a_number(corner: str) -> None:
    rows = rows_of(f"{corner},总经理,技术部,采购部\n方案编制,A,R,C\n设备安装调试,I,A,R\n")
    assert ("方案编制", "总经理", "lead") in rows
    assert len(rows) == 6


def test_letters_of_a_and_c_alone_in_a_table_of_duties() -> None:
    page = (
        "<p>{}</p><table><tr><td>任务<td>采购部<td>法务部<tr><td>合同评审<td>A<td>C<tr><td>供应商准入<td>C<td>A</table>"
    )
    assert ("合同评审", "采购部", "lead") in rows_of_page(page.format("部门职责分工表"))
    assert rows_of_page(page.format("部门评分表")) == []


def test_goals_that_reach_over_several_rows_are_chapters_of_all() -> None:
    rows = rows_of_page(
        "<table><tr><td>目标<td>序号<td>工作内容<td>责任单位"
        "<tr><td rowspan=2>宜居<td>1<td>改造老旧管网<td>县住建局<tr><td>2<td>清淤内河<td>县水利局"
        "<tr><td>平安<td>3<td>排查燃气隐患<td>县应急局<tr><td>合计<td><td><td></table>"
    )
    assert [task for task, _, _ in rows] == ["改造老旧管网", "清淤内河", "排查燃气隐患"]


def test_shares_of_what_is_done_are_no_time_limits() -> None:
    (document,) = read_bytes("任务,责任单位,序时进度\n修缮校舍,县教育局,60%\n改造病房,县医院,35%\n".encode(), "表.csv")
    assert [one.deadline for one in extract(document)] == [None, None]


def test_who_signs_above_a_table_has_no_part_in_it() -> None:
    page = (
        "<p>单位负责人：于志远</p>"
        "<table><tr><td>任务<td>责任单位<tr><td>修缮校舍<td>县教育局<tr><td>改造病房<td>县医院</table>"
    )
    assert rows_of_page(page) == [("修缮校舍", "县教育局", "responsible"), ("改造病房", "县医院", "responsible")]


def test_words_of_roles_below_posts_are_told_where_they_are_not_read() -> None:
    (document,) = read_bytes("责任,总经理,财务总监\n方案编制,牵头,负责\n合同签订,负责,牵头\n".encode(), "表.csv")
    assert [finding.check for finding in analyse(document).findings] == ["unread"]


def test_what_stands_between_the_tasks_and_the_signs_of_a_chart_names_no_task() -> None:
    rows = rows_of("职能,输出文件,优先级,财务部,法务部\n方案编制,会议纪要,高,R,A\n合同签订,审批单,中,A,C\n")
    assert [task for task, _, _ in rows] == ["方案编制", "方案编制", "合同签订", "合同签订"]


def test_who_drew_a_chart_up_hides_none_of_its_columns() -> None:
    chart = "任务,财务部,法务部,采购部\n方案编制,执行,批准,知悉\n合同签订,知悉,执行,批准\n"
    rows = rows_of(f"{chart}编制：于志远,,审核：万小红,\n")
    assert len(rows) == 6
    assert ("方案编制", "采购部", "inform") in rows


def test_a_column_of_related_documents_in_a_web_page() -> None:
    cells = (
        "<tr><td>任务<td>相关文件<td>财务部<td>法务部"
        "<tr><td>方案编制<td>QP-01<td>主办<td>协办<tr><td>合同签订<td>QP-02<td>协办<td>主办"
    )
    rows = rows_of_page(f"<p>职责表</p><table>{cells}</table>")
    assert ("方案编制", "财务部", "lead") in rows
    assert len(rows) == 4


def test_names_of_any_surname_beside_who_leads() -> None:
    rows = rows_of("专项工作,组长,组员\n数据清洗,尚文,祁月、冷静\n接口对接,黎明,费霞\n")
    assert ("数据清洗", "冷静", "support") in rows
    assert len(rows) == 5


def test_signs_that_nothing_explains_are_told_once_a_table() -> None:
    chart = "任务,财务部,法务部,采购部\n合同评审,牵头,Q,配合\n供应商准入,Q,牵头,配合\n付款审批,牵头,配合,Q\n"
    (document,) = read_bytes(chart.encode(), "表.csv")
    told = [finding.message for finding in analyse(document).findings if finding.check == "unread"]
    assert told == ["不明白“Q”指什么（3 格）：Q"]


def test_posts_of_the_same_name_on_both_sides_are_told() -> None:
    page = (
        "<table><tr><td rowspan=2>任务<td colspan=2>甲方<td colspan=2>乙方"
        "<tr><td>项目经理<td>工程师<td>项目经理<td>监理"
        "<tr><td>需求确认<td>A<td>R<td>R<td>C<tr><td>系统上线<td>A<td>C<td>R<td>I</table>"
    )
    (document,) = read_bytes(page.encode(), "表.html")
    told = [finding.message for finding in analyse(document).findings if finding.check == "unread"]
    assert told == ["栏名在“甲方”“乙方”下面各有一个，读成了同一个：项目经理"]
