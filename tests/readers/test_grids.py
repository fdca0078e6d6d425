"""Tables with one cell a line, as text taken from a PDF has them: cells wrapped, rows cut by the ends of pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import BODIES, NOISE, triples

from raci.pipeline import extract

#: a sentence that says what to do, and ends in a full stop
TASKS = tuple(sentence for sentence in NOISE if len(sentence) < 40)
#: names by whose beginning two that run together are told apart
NAMES = tuple(name for name in BODIES if name[0] in "市省" and "（" not in name)


def broken(text: str, width: int, beside: bool) -> list[str]:
    """The text in lines of ``width`` characters; with ``beside`` a line is also parted behind its punctuation."""
    lines: list[str] = []
    line = ""
    for char in text:
        if len(line) >= width and char not in "，。、；”":
            lines.append(line)
            line = ""
        line += char
    lines.append(line)
    if beside:
        lines = [part for each in lines for part in each.replace("，", "，\n").rstrip("\n").split("\n")]
    return lines


@settings(max_examples=25)
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(TASKS),
            st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True),
            st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True),
        ),
        min_size=4,
        max_size=9,
        unique_by=lambda row: row[0],
    ),
    beside=st.booleans(),
    last=st.sampled_from(["完成时限", ""]),
)
def test_wrapped_cells_come_to_their_columns(
    rows: list[tuple[str, list[str], list[str]]], beside: bool, last: str
) -> None:
    lines = ["云岭市重点任务清单", "序号", "主要内容", "牵头单位", "责任单位", *([last] if last else [])]
    expected = []
    for number, (task, leads, others) in enumerate(rows, 1):
        lines += [str(number), *broken(task, 16, beside)]
        lines += [*broken("、".join(leads), 7, False), *broken("、".join(others), 9, False)]
        lines += ["2025年12月底前"] if last else []
        heading = task.split("。")[0]
        expected += [(heading, name, "lead") for name in leads] + [(heading, name, "responsible") for name in others]
    assert triples(extract("\n".join(lines) + "\n")) == expected


HEAD = ["序号", "重点任务", "主要内容", "牵头部门", "责任单位"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            # 提高项目开⏎工建设效率 is no content: it is as narrow as its column
            ["2.提高项目开", "工建设效率", "持续落实道路建设项目审批和重", "大变更审批政策。", "市住建局", "市财政局"],
            [("持续落实道路建设项目审批和重大变更审批政策", "市住建局", "lead"), (..., "市财政局", "responsible")],
        ),
        (
            [
                "加强对部门内部“双随机、",
                "一公开”监管工作的考核。",
                "市商务局",
                "市“双随机、一公",
                "开”监管联席会议有",
                "关成员单位",
            ],
            [
                ("加强对部门内部“双随机、一公开”监管工作的考核", "市商务局", "lead"),
                (..., "市“双随机、一公开”监管联席会议有关成员单位", "responsible"),
            ],
        ),
        (
            ["持续推进数据共享开放工作。市委宣传部", "市财政局等", "市级有关单位"],
            [
                ("持续推进数据共享开放工作", "市委宣传部", "lead"),
                (..., "市财政局", "responsible"),
                (..., "市级有关单位", "responsible"),
            ],
        ),
        (
            ["培育骨干冷链物流基地，申报项目资金。", "市财政局，云东区", "人民政府", "—"],
            [("培育骨干冷链物流基地，申报项目资金", "市财政局", "lead"), (..., "云东区人民政府", "lead")],
        ),
    ],
)
def test_a_cell_is_cut_where_its_column_is(row: list[str], expected: list[tuple[object, str, str]]) -> None:
    others = [
        ["1.优化企业开", "办服务", "推进电子执照在交易平台中的应", "用。", "市商务局", "市教育局、市公", "安局"],
        row,
        ["完善平台功能，加强部门间数据", "互通共享。", "市商务局", "市财政局、市住", "建局"],
        ["编制线网规划，推进干线铁路和", "城际铁路融合发展。", "市财政局", "—"],
    ]
    lines = ["云岭市责任清单", *HEAD]
    for number, cells in enumerate(others, 1):
        lines += [str(number), *cells]
    task = expected[0][0]
    found = [one for one in triples(extract("\n".join(lines) + "\n")) if one[0] == task]
    assert found == [(task, name, role) for _, name, role in expected]


def test_a_row_goes_on_behind_the_head_of_the_next_page() -> None:
    lines = ["云岭市责任清单", *HEAD, "1", "1.优化企业开", "办服务", "推进电子执照在交易平台中的应", "用。", "市商务局"]
    lines += [
        "市教育局、市公",
        "安局",
        "2",
        "完善平台功能，",
        "加强部门间数据",
        "市商务局",
        "市财政局、市住",
        "",
        *HEAD,
    ]
    lines += ["互通共享。", "建局", "3", "编制线网规划，推进干线铁路和", "城际铁路融合发展。", "市财政局", "—"]
    task = "完善平台功能，加强部门间数据互通共享"
    assert [one for one in triples(extract("\n".join(lines) + "\n")) if one[0] == task] == [
        (task, "市商务局", "lead"),
        (task, "市财政局", "responsible"),
        (task, "市住建局", "responsible"),
    ]


def test_a_task_broken_behind_its_commas_is_one_cell_in_small_tables() -> None:
    tasks = (
        "坚持问题导向，聚焦群众反映强烈的突出问题，补齐基础设施和公共服务短板。",
        "落实安全生产主体责任，严格执行动火、用电审批制度，配合做好隐患排查。",
        "各有关部门要切实提高思想认识，压紧压实工作责任，形成齐抓共管的良好局面。",
        "建立常态化会商机制，定期分析运行情况，及时协调解决困难和问题。",
    )
    others = ("市残联", "市人力资源社会保障局", "市中级人民法院", "市财政局")
    lines = ["序号", "主要内容", "牵头单位", "责任单位"]
    expected = []
    for number, task in enumerate(tasks, 1):
        lines += [str(number), *broken(task, 16, True), "市商务局", *broken("、".join(others), 9, False)]
        expected += [(task[:-1], "市商务局", "lead"), *((task[:-1], name, "responsible") for name in others)]
    assert triples(extract("\n".join(lines) + "\n")) == expected
