"""Tables as understood: who does what in each row, whatever the form of the table."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes, read_text

Row = tuple[str, str, str]


def rows(text: str, name: str = "表.txt") -> list[Row]:
    """(task, body, role) in order."""
    (document,) = read_bytes(text.encode(), name)
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("县公安局会县教育局", [("县公安局", "lead"), ("县教育局", "support")]),
        (
            "县公安局会县教育局、县城管局等",
            [("县公安局", "lead"), ("县教育局", "support"), ("县城管局", "support")],
        ),
        ("县文联、县委宣传部会县教育局", [("县文联", "lead"), ("县委宣传部", "lead"), ("县教育局", "support")]),
        ("县公安局会同县教育局、县城管局", [("县公安局", "lead"), ("县教育局", "support"), ("县城管局", "support")]),
        ("县社会工作局", [("县社会工作局", "responsible")]),
        ("县人力资源社会保障局、县教育局", [("县人力资源社会保障局", "responsible"), ("县教育局", "responsible")]),
    ],
)
def test_bodies_that_meet_in_a_cell(cell: str, expected: list[tuple[str, str]]) -> None:
    found = rows(f"事项\t责任单位\n整治校门口\t{cell}\n清查出租屋\t县住建局\n")
    assert [(name, role) for task, name, role in found if task == "整治校门口"] == expected


def test_a_task_over_several_rows_is_their_chapter_with_what_stands_left_of_it() -> None:
    text = (
        "目标\n任务\n具体内容\n责任单位\n一、健全体系\n（一）完善网络\n"
        "新建服务站十个，覆盖全部街道。\n县民政局\n培训社工两百人，建立名册。\n县人社局\n"
    )
    (document,) = read_text(text)
    clauses = analyse(document).clauses
    assert [clause.heading for clause in clauses] == ["新建服务站十个，覆盖全部街道", "培训社工两百人，建立名册"]
    assert clauses[0].path == ("一、健全体系", "（一）完善网络")


def test_the_annex_that_a_table_names_above_its_head_is_the_chapter_of_its_rows() -> None:
    page = (
        "<p>云岭市关于做好年度工作的通知</p><p>一、加强领导。（责任单位：市政府办公室）</p><table>"
        "<tr><td colspan=3>附件2<br>年度重点任务分工表</td></tr><tr><td>序号</td><td>任务</td><td>责任单位</td></tr>"
        "<tr><td>1</td><td>修缮老码头栈桥</td><td>市交通局</td></tr></table>"
    )
    (document,) = read_bytes(page.encode(), "表.html")
    row = next(one for one in extract(document) if one.basis == "table")
    assert row.clause.path == ("年度重点任务分工表",)


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("牵头单位（第一个单位为总牵头单位，负责统筹协调、汇总报送工作进展情况，每季度末向政府办公室报送）", "lead"),
        ("代建单位", "responsible"),
        ("归口管理部门", "responsible"),
        ("协同整改单位", "support"),
        ("验收单位", "approve"),
    ],
)
def test_heads(head: str, role: str) -> None:
    assert rows(f"任务\t{head}\n修缮老码头栈桥\t县交通局\n扩建社区食堂\t县民政局\n") == [
        ("修缮老码头栈桥", "县交通局", role),
        ("扩建社区食堂", "县民政局", role),
    ]


def test_a_price_list_gives_nobody_a_duty() -> None:
    (document,) = read_text("项目   单位   数量   单价\n水泥   吨   20   350\n钢筋   吨   5   4000\n")
    analysis = analyse(document)
    assert (analysis.assignments, [one for one in analysis.findings if one.check == "unread"]) == ((), [])
