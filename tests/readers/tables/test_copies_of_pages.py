"""Tables in text as pages and programs hand them out, with what stands around them and characters that are not seen."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_text

ROWS = [
    ("疏浚西塘河", "县水利局", "responsible"),
    ("扩建县文化馆", "县文旅局", "responsible"),
    ("改造农村电网", "县供电公司", "responsible"),
]
HTML = (
    "<table><tr><td>任务</td><td>责任单位</td></tr><tr><td>疏浚西塘河</td><td>县水利局</td></tr>"
    "<tr><td>扩建县文化馆</td><td>县文旅局</td></tr><tr><td>改造农村电网</td><td>县供电公司</td></tr></table>"
)


def assigned(text: str) -> list[tuple[str, str, str]]:
    """Task, body and role of each assignment."""
    return [(each.clause.heading, each.department.name, each.role) for each in extract(read_text(text))]


@pytest.mark.parametrize("before", ["# 重点任务\n\n", "现将任务分解如下：\n", ""])
def test_a_table_of_a_page_within_a_text_is_read(before: str) -> None:
    assert assigned(f"{before}{HTML}\n\n请认真落实。\n") == ROWS


@pytest.mark.parametrize("end", ["\u200b\n", "\n\n", "\n\n\n"])
def test_what_stands_at_the_end_of_all_lines_alike_tells_nothing(end: str) -> None:
    lines = ["重点任务表", "任务", "责任单位", *(words for task, name, _ in ROWS for words in (task, name))]
    assert assigned(end.join([*lines, "完"])) == ROWS


@pytest.mark.parametrize("last", ["— 2 —\n", "打印本页 关闭窗口\n", "抄送：县委办公室、县人大常委会办公室。\n"])
def test_what_stands_below_an_empty_last_cell_is_not_in_it(last: str) -> None:
    rows = "".join(f"{task}\t{name}\t\n" for task, name, _ in ROWS)
    assert assigned(f"任务表\n任务\t责任单位\t备注\n{rows}{last}") == ROWS


def test_two_bars_hold_an_empty_cell() -> None:
    rows = "".join(f"{task}||{name}\n" for task, name, _ in ROWS)
    assert assigned(f"任务表\n任务|责任领导|责任单位\n{rows}") == ROWS


def test_a_time_limit_above_page_numbers_is_no_running_foot() -> None:
    rows = [f"{task}\n县水利局\n2026年{number}月\n— {number} —\n" for number, (task, *_) in enumerate(ROWS, 1)]
    found = extract(read_text("任务表\n任务\n责任单位\n时限\n" + "".join(rows)))
    assert [each.deadline.text for each in found if each.deadline] == ["2026年1月", "2026年2月", "2026年3月"]


@pytest.mark.parametrize(
    ("names", "apart"),
    [
        ("教务处总务处", ["教务处", "总务处"]),
        ("派出所司法所各社区", ["派出所", "司法所", "各社区"]),
        ("消防救援站各物业公司", ["消防救援站", "各物业公司"]),
        ("污水处理处", ["污水处理处"]),
    ],
)
def test_offices_without_a_sign_between_them(names: str, apart: list[str]) -> None:
    found = assigned(f"任务表\n任务\t责任单位\n完善管理制度\t{names}\n检查消防设施\t保卫科\n")
    assert [name for task, name, _ in found if task == "完善管理制度"] == apart


@pytest.mark.parametrize("mark", ["- ", "• "])
def test_the_mark_of_a_list_before_a_number_is_no_part_of_a_heading(mark: str) -> None:
    text = f"{mark}1.疏浚西塘河\n责任单位：县水利局\n{mark}2.扩建县文化馆\n责任单位：县文旅局\n"
    assert [(task.lstrip("12."), name) for task, name, _ in assigned(text)] == [row[:2] for row in ROWS[:2]]


def test_a_full_date_below_a_body_is_a_limit_where_remarks_follow() -> None:
    rows = "".join(f"{number}\n{task}\n{name}\n2026年11月30日\n" for number, (task, name, _) in enumerate(ROWS, 1))
    assert assigned(f"任务表\n\n序号\n任务\n责任单位\n时限\n备注\n{rows}") == ROWS


def test_a_line_that_says_annex_is_no_head() -> None:
    cells = "".join(f"{task}\n{name}\n魏青山\n" for task, name, _ in ROWS)
    found = assigned(f"重点工作任务清单\n附件\n主要任务\n承办单位\n责任人\n{cells}")
    assert [row for row in found if row[2] == "responsible"] == ROWS


def test_parts_of_a_head_in_a_row_of_their_own() -> None:
    head = "序号\t工作任务\t投资（万元）\t责任分工\t\t办结时限\t备注\n\t\t\t主办单位\t参与单位\t\t\n"
    row = "1\t疏浚西塘河\t8276\t县水利局\t县应急局\t6月底\t\n2\t扩建县文化馆\t3586\t县文旅局\t\t\t新增\n"
    assert assigned(f"任务台账\n{head}{row}3\t改造农村电网\t90\t县供电公司\t县住建局\t全年\t\n") == [
        ("疏浚西塘河", "县水利局", "lead"),
        ("疏浚西塘河", "县应急局", "support"),
        ("扩建县文化馆", "县文旅局", "lead"),
        ("改造农村电网", "县供电公司", "lead"),
        ("改造农村电网", "县住建局", "support"),
    ]


def test_rows_behind_a_section_are_of_the_table_above() -> None:
    rows = [f"{number} {task} {name} 12月底前" for number, (task, name, _) in enumerate(ROWS * 2, 1)]
    text = "\n".join(["序号 工作内容 责任单位 时限", "一、水利", *rows[:3], "二、文化", *rows[3:]])
    assert assigned(text) == ROWS * 2
