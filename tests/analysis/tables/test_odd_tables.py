"""Tables that stand otherwise than most: read, or told by a finding, but never passed over."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes, read_text
from raci.views.advice import advice

Cells = list[list[str]]


def page(rows: Cells) -> bytes:
    """A web page with one table."""
    inside = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<h1>云岭县安排</h1><p>安排如下。</p><table>{inside}</table>".encode()


@pytest.mark.parametrize(
    "rows",
    [
        [["任务", "修桥铺路", "清淤河道"], ["牵头单位", "县交通局", "县水利局"], ["完成时限", "三月底", "五月底"]],
        [["任务", "牵头单位", "任务", "牵头单位"], ["修桥铺路", "县交通局", "清淤河道", "县水利局"]],
        [["任务", "牵头单位", "牵头单位", "任务"], ["修桥铺路", "县交通局", "县水利局", "清淤河道"]],
        [
            ["任务", "牵头单位", "时限", "时限", "任务", "牵头单位"],
            ["修桥铺路", "县交通局", "三月底", "五月底", "清淤河道", "县水利局"],
        ],
        [
            ["任务", "修桥铺路", "清淤河道"],
            ["牵头单位", "县交通局", "县水利局"],
            ["任务", "养护公路", "加固堤防"],
            ["牵头单位", "县交通局", "县水利局"],
        ],
    ],
)
def test_tables_on_their_side_and_side_by_side(rows: Cells) -> None:
    expected = [("修桥铺路", "县交通局", "lead"), ("清淤河道", "县水利局", "lead")]
    expected += [("养护公路", "县交通局", "lead"), ("加固堤防", "县水利局", "lead")] if len(rows) == 4 else []
    (of_page,) = read_bytes(page(rows), "表.html")
    (of_text,) = read_text("云岭县安排\n\n安排如下。\n\n" + "\n".join("\t".join(row) for row in rows))
    for document in (of_page, of_text):
        assert [(one.clause.heading, one.department.name, one.role) for one in extract(document)] == expected


@pytest.mark.parametrize(
    "rows",
    [
        [["甲项", "乙项"], ["修桥铺路", "县交通局"], ["清淤河道", "县水利局"]],
        [
            ["修桥铺路", "县交通局", "县财政局"],
            ["清淤河道", "县水利局", "县林业局"],
            ["编制规划", "县发改局", "县教育局"],
        ],
        [["任务", "县交通局", "县水利局"], ["修桥铺路", "R", "Q"], ["清淤河道", "?", "X"]],
    ],
)
def test_a_table_that_is_not_understood_is_told(rows: Cells) -> None:
    (of_page,) = read_bytes(page(rows), "表.html")
    texts = ["\t".join(row) for row in rows], ["| " + " | ".join(row) + " |" for row in rows]
    documents = [of_page, *(read_text("云岭县安排\n\n安排如下。\n\n" + "\n".join(lines))[0] for lines in texts)]
    for document in documents:
        analysis = analyse(document)
        assert not analysis.assignments
        assert [finding.check for finding in analysis.findings] == ["unread"]


def test_foreign_bodies_below_a_head_that_is_not_known_are_told() -> None:
    rows = [["Topic", "Champion"], ["Repair roofs", "Education Bureau"], ["Replace pipes", "Ministry of Water"]]
    (document,) = read_bytes(page(rows), "表.html")
    analysis = analyse(document)
    assert not analysis.assignments
    assert [finding.check for finding in analysis.findings] == ["unread"]
    assert "Champion=responsible" in advice(analysis)


@pytest.mark.parametrize(
    ("rows", "example"),
    [
        ([["事由", "甲方代表"], ["修桥铺路", "县交通局"], ["清淤河道", "县水利局"]], "（如 甲方代表=responsible）"),
        ([["任务", "县交通局", "县水利局"], ["修桥铺路", "☆", "◇"], ["清淤河道", "◇", "☆"]], "（如 ☆=lead）"),
        (
            [
                ["修桥铺路", "县交通局", "县财政局"],
                ["清淤河道", "县水利局", "县林业局"],
                ["编制规划", "县发改局", "县教育局"],
            ],
            "（如 主抓=lead,▲=support）",
        ),
    ],
)
def test_the_remedy_names_what_was_not_understood(rows: Cells, example: str) -> None:
    (document,) = read_bytes(page(rows), "表.html")
    assert example in advice(analyse(document))


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([["修桥铺路", "县交通局", "三月底"], ["清淤河道", "县水利局", "五月底"]], "这张表没有表头"),
        ([["序号", "房屋", "产权单位"], ["1", "旧粮库", "县供销社"], ["2", "看台", "县总工会"]], "这张表里有单位"),
    ],
)
def test_a_table_without_a_head_is_told_as_such(rows: Cells, why: str) -> None:
    (document,) = read_bytes(page(rows), "表.html")
    (finding,) = (finding for finding in analyse(document).findings if finding.check == "unread")
    assert finding.message.startswith(why)
    assert finding.message.endswith(("县交通局", "旧粮库", "县供销社"))


@pytest.mark.parametrize(
    "lines",
    [
        ["修桥铺路 县交通局 县财政局", "清淤河道 县水利局 县林业局", "编制规划 县发改局 县教育局"],
        ["做啥;归谁", "修桥铺路;县交通局", "清淤河道;县水利局"],
        ["做啥 / 归谁", "修桥铺路 / 县交通局", "清淤河道 / 县水利局"],
        ["1", "修桥铺路", "县交通局", "2", "清淤河道", "县水利局", "3", "编制规划", "县发改局"],
        ["修橋鋪路", "縣交通局", "清淤河道", "縣水利局", "編制規劃", "縣教育局"],
    ],
)
def test_lines_that_stand_like_rows_are_told(lines: list[str]) -> None:
    (document,) = read_text("云岭县安排\n\n安排如下。\n\n" + "\n".join(lines))
    analysis = analyse(document)
    assert not analysis.assignments
    assert [finding.check for finding in analysis.findings] == ["unread"]


@pytest.mark.parametrize(
    "lines",
    [
        ["县交通局 县水利局 县财政局", "县教育局 县民政局 县商务局", "县林业局 县统计局 县审计局"],
        ["县交通局    张三    12345678", "县水利局    李四    23456789"],
        ["主送：县交通局，县水利局", "抄送：县委办，县人大办"],
        ["柳川县", "青石煤矿有限责任公司", "柳川县", "白水煤矿有限责任公司", "柳川县", "红山煤矿有限责任公司"],
        ["县交通局，修桥铺路要快。", "县水利局，清淤河道要快。", "县发改局，编制规划要快。"],
    ],
)
def test_lists_of_bodies_are_no_rows(lines: list[str]) -> None:
    (document,) = read_text("云岭县安排\n\n" + "\n".join(lines))
    assert [finding for finding in analyse(document).findings if finding.check == "unread"] == []


def test_a_body_that_is_built_like_a_head_is_none() -> None:
    text = "督查内容\t责任人\t责任单位\n督查进度\t高平\t县政府督查室\n督查资金\t胡敏\t县审计局\n"
    (document,) = read_text(text)
    found = {(one.clause.heading, one.department.name) for one in extract(document)}
    assert found >= {("督查进度", "县政府督查室"), ("督查资金", "县审计局")}


def test_a_line_with_bodies_beyond_the_columns_is_told() -> None:
    text = "序号\t任务\t责任单位\t时限\n1\t修桥铺路\t县交通局\t三月\n2\t清淤河道\t县水利局\t县财政局\t五月\t另议\n"
    (document,) = read_text(text)
    analysis = analyse(document)
    assert {one.department.name for one in analysis.assignments} == {"县交通局"}
    assert [finding.check for finding in analysis.findings] == ["unread"]


def test_a_line_across_a_table_on_its_side_is_no_task() -> None:
    rows = [["任务", "修桥铺路", "清淤河道"], ["牵头单位", "县交通局", "县水利局"]]
    note = "<tr><td colspan=3>备注：本表自印发之日起执行，由办公室负责解释。</td></tr>"
    (document,) = read_bytes(page(rows).replace(b"</table>", note.encode() + b"</table>"), "表.html")
    found = [(one.clause.heading, one.department.name) for one in extract(document)]
    assert found == [("修桥铺路", "县交通局"), ("清淤河道", "县水利局")]


@pytest.mark.parametrize(
    "rows",
    [
        [["单位", "职责"], ["县交通局", "修桥铺路"], ["单位", "职责"], ["县水利局", "清淤河道"]],
        [["单位", "职责", "单位", "职责"], ["县交通局", "修桥铺路", "县水利局", "清淤河道"]],
    ],
)
def test_duties_of_bodies_with_their_head_once_more(rows: Cells) -> None:
    (document,) = read_bytes(page(rows), "表.html")
    found = [(one.clause.heading, one.department.name) for one in extract(document)]
    assert found == [("修桥铺路", "县交通局"), ("清淤河道", "县水利局")]


def test_a_matrix_with_its_head_once_more() -> None:
    head = ["任务", "县交通局", "县水利局"]
    rows = [head, ["修桥铺路", "牵头", "配合"], head, ["清淤河道", "配合", "牵头"]]
    (document,) = read_bytes(page(rows), "表.html")
    found = {(one.clause.heading, one.department.name) for one in extract(document) if one.role == "lead"}
    assert found == {("修桥铺路", "县交通局"), ("清淤河道", "县水利局")}


def test_ditto_means_the_row_above_in_another_section_too() -> None:
    across = "<tr><td colspan=3>二、水利</td></tr>"
    rows = [["任务", "责任单位", "时限"], ["修桥铺路", "县交通局", "六月底"], ["清淤河道", "同上", "同上"]]
    text = page(rows).decode()
    cut = text.rindex("<tr>")
    (document,) = read_bytes((text[:cut] + across + text[cut:]).encode(), "表.html")
    assert [(one.department.name, one.deadline and one.deadline.text) for one in extract(document)] == [
        ("县交通局", "六月底"),
        ("县交通局", "六月底"),
    ]
