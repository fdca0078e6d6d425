"""Small tables as offices write them, in words and shapes that no list holds."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes

Row = tuple[str, str, str]


def rows_of(text: str) -> list[Row]:
    """(task, body, role) of a table with commas."""
    (document,) = read_bytes(text.encode(), "表.csv")
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


def rows_of_page(rows: str) -> list[Row]:
    """(task, body, role) of the rows of a table in a web page."""
    (document,) = read_bytes(f"<p>安排如下。</p><table border=1>{rows}</table>".encode(), "表.html")
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


@pytest.mark.parametrize(
    ("head", "role"),
    [("统筹", "lead"), ("督办", "guide"), ("审定", "approve"), ("谁帮", "support"), ("攻坚单位", "responsible")],
)
def test_a_head_that_is_but_a_word_for_a_role(head: str, role: str) -> None:
    rows = rows_of(f"任务,责任单位,{head}\n清运渣土,县城管局,县住建局\n整修步道,县园林局,县水利局\n")
    assert ("清运渣土", "县住建局", role) in rows
    assert ("整修步道", "县水利局", role) in rows


def test_bare_roles_below_a_head_over_several_columns() -> None:
    rows = rows_of_page(
        "<tr><th rowspan=2>任务</th><th colspan=3>任务分工</th></tr><tr><th>主责</th><th>协同</th><th>督办</th></tr>"
        "<tr><td>布设测站</td><td>县气象局</td><td>县水利局</td><td>县政府督查室</td></tr>"
        "<tr><td>储备沙袋</td><td>县应急局</td><td>县粮储中心</td><td>县政府督查室</td></tr>"
    )
    assert [row[2] for row in rows] == ["responsible", "support", "guide"] * 2


@pytest.mark.parametrize(
    ("first", "second", "role"),
    [
        ("市教育局（共2项）", "市民政局（共1项）", "responsible"),
        ("一、市教育局", "二、市民政局", "responsible"),
        ("市教育局牵头", "市民政局牵头", "lead"),
    ],
)
def test_lines_across_a_table_say_whose_the_tasks_are(first: str, second: str, role: str) -> None:
    rows = rows_of(f"序号,任务,完成时限\n{first},,\n1,建两所学校,12月\n2,招聘教师,8月\n{second},,\n1,建养老院,11月\n")
    assert rows == [
        ("建两所学校", "市教育局", role),
        ("招聘教师", "市教育局", role),
        ("建养老院", "市民政局", role),
    ]


def test_chapters_across_a_table_name_nobody() -> None:
    text = "序号,任务,完成时限\n一、学校建设,,\n1,建两所学校,12月\n二、养老服务,,\n1,建养老院,11月\n"
    assert rows_of(text) == []


def test_counted_duties_of_one_cell_are_tasks_of_their_own() -> None:
    rows = rows_of(
        "部门,职责,时限\n教务处,1.开设安全课程；2.检查实验室,每学期\n后勤处,①检修食堂燃气②更换破损灯具,每月\n"
    )
    assert rows == [
        ("开设安全课程", "教务处", "responsible"),
        ("检查实验室", "教务处", "responsible"),
        ("检修食堂燃气", "后勤处", "responsible"),
        ("更换破损灯具", "后勤处", "responsible"),
    ]


@pytest.mark.parametrize(
    "head",
    ["任务（●主责 ○协办 △知会）,生产部,质量部", "任务,生产部,质量部\n●＝主责　○＝协办　△＝知会,,"],
)
def test_a_legend_in_a_head_or_with_wide_signs(head: str) -> None:
    rows = rows_of(f"{head}\n排定计划,●,○\n入库检验,○,●\n发运货物,△,●\n")
    assert rows[:3] == [
        ("排定计划", "生产部", "responsible"),
        ("排定计划", "质量部", "support"),
        ("入库检验", "生产部", "support"),
    ]
    assert ("发运货物", "生产部", "inform") in rows


def test_a_chart_of_decisions() -> None:
    rows = rows_of("Decision,Product,Engineering,Legal\nPick vendor,D,C,A\nSet launch date,A,D,I\n")
    assert rows[:3] == [
        ("Pick vendor", "Product", "lead"),
        ("Pick vendor", "Engineering", "support"),
        ("Pick vendor", "Legal", "approve"),
    ]


def test_a_card_whose_fields_stand_in_groups() -> None:
    rows = rows_of_page(
        "<tr><td>任务名称</td><td colspan=2>推进智慧停车</td></tr>"
        "<tr><td rowspan=2>责任体系</td><td>牵头单位</td><td>区城管局</td></tr>"
        "<tr><td>配合单位</td><td>区数据局</td></tr>"
        "<tr><td>时间安排</td><td colspan=2>2026年9月前完成</td></tr>"
    )
    assert rows == [("推进智慧停车", "区城管局", "lead"), ("推进智慧停车", "区数据局", "support")]


def test_persons_beside_their_roles() -> None:
    rows = rows_of("任务,人员,承担角色\n编写标书,周颖,负责人\n编写标书,于洋,协助\n现场踏勘,于洋,负责人\n")
    assert rows == [("编写标书", "周颖", "leader"), ("编写标书", "于洋", "support"), ("现场踏勘", "于洋", "leader")]


@pytest.mark.parametrize(
    "text",
    [
        "排名,单位,得分,扣分原因\n1,县教育局,96,信息报送不及时\n2,县水利局,94,台账不完整\n",
        "序号,捐赠单位,受赠单位,捐赠物资\n1,红星集团,县中心小学,图书\n2,县工商联,县福利院,棉被\n",
        "日期,带班领导,值班人员,值班单位\n1月1日,王局长,李明、周红,办公室\n1月2日,陈副局长,吴军、郑丽,监督科\n",
        "检查内容,是,否,备注\n通道是否畅通,√,,\n灭火器是否有效,,√,已通知行政部\n",
        "姓名,语文,数学\n李华,A,B\n王强,C,A\n",
    ],
)
def test_lists_that_give_no_duties(text: str) -> None:
    assert rows_of(text) == []


def test_a_chart_of_letters_that_is_not_understood_is_told() -> None:
    (document,) = read_bytes("完成时间,3月,4月\nR1,R,A\nR2,I,C\n".encode(), "表.csv")
    analysis = analyse(document)
    assert not analysis.assignments
    assert any(finding.check == "unread" for finding in analysis.findings)
