"""Lines of annotations before the task that they speak for, and lines that share out tasks by number or by person."""

from __future__ import annotations

import pytest

from raci.model import Assignment
from raci.pipeline import analyse
from raci.readers.registry import read_text


def told(text: str) -> list[tuple[str, str, str]]:
    """Task, body and role of each row."""
    analysis = analyse(read_text(text))

    def row(one: Assignment) -> tuple[str, str, str]:
        return one.clause.heading, one.department.name, one.role

    return [row(one) for one in analysis.assignments]


def test_fields_before_their_task_speak_for_it() -> None:
    analysis = analyse(
        read_text(
            "督办事项\n\n责任单位：区城管局\n时限：3月20日\n任务：修复路面\n\n责任单位：区园林中心\n时限：3月25日\n任务：补栽乔木\n"
        )
    )
    rows = [
        (one.clause.heading, one.department.name, one.deadline and one.deadline.text) for one in analysis.assignments
    ]
    assert rows == [("修复路面", "区城管局", "3月20日"), ("补栽乔木", "区园林中心", "3月25日")]


def test_a_bracket_before_the_number_in_its_line_speaks_for_what_follows() -> None:
    text = "取暖任务\n（县发改局牵头）1.编制气源方案。\n（县住建局牵头，县财政局配合）2.改造农房。\n"
    text += "（县工信局牵头）3.抽检散煤。\n"
    assert told(text) == [
        ("编制气源方案", "县发改局", "lead"),
        ("改造农房", "县住建局", "lead"),
        ("改造农房", "县财政局", "support"),
        ("抽检散煤", "县工信局", "lead"),
    ]


def test_lines_behind_their_items_still_speak_for_these() -> None:
    text = "任务\n一、改造农房。\n责任单位：县住建局\n二、修建水渠。\n责任单位：县水利局\n"
    assert told(text) == [("改造农房", "县住建局", "responsible"), ("修建水渠", "县水利局", "responsible")]


@pytest.mark.parametrize(
    "line",
    ["责任人员：（1）（2）镇应急办；（3）镇水管站", "第1—2项由镇应急办负责，第3项由镇水管站负责。"],
)
def test_items_are_shared_out_by_their_numbers(line: str) -> None:
    text = f"重点任务\n（1）更新广播。\n（2）修订路线图。\n（3）储备编织袋。\n{line}\n"
    rows = [("更新广播", "镇应急办"), ("修订路线图", "镇应急办"), ("储备编织袋", "镇水管站")]
    assert sorted((task, name) for task, name, _ in told(text)) == sorted(rows)


def test_parts_are_shared_out_by_their_numbers() -> None:
    text = "第一部分 粮食\n1.播种早稻。\n第二部分 产业\n1.改造茶园。\n"
    text += "责任分工：第一部分由县农业农村局牵头，第二部分由县供销社牵头。\n"
    assert told(text) == [("播种早稻", "县农业农村局", "lead"), ("改造茶园", "县供销社", "lead")]


def test_persons_and_posts_of_minutes_are_read() -> None:
    text = "例会纪要\n1.官网改版由小高跟进。\n2.家访由各班主任负责。\n3.盘点物资（物资管理员负责，出纳协助）\n"
    assert {(name, role) for _, name, role in told(text)} == {
        ("小高", "responsible"),
        ("各班主任", "responsible"),
        ("物资管理员", "responsible"),
        ("出纳", "support"),
    }


def test_what_persons_say_shares_out_nothing() -> None:
    assert told("会议讨论\n张某：我认为方案可行。\n李某：预算要再核。\n王某：同意。\n") == []


def test_unknown_names_below_a_heading_of_shares_are_told() -> None:
    analysis = analyse(
        read_text("三、职责划分\n1.物资采购：供应链条线、财务口\n2.人员招募：人力条线\n3.现场安保：磐石护卫\n")
    )
    unread = [finding.message for finding in analysis.findings if finding.check == "unread"]
    assert any("物资采购" in message for message in unread)
    assert len(unread) >= 3
