"""Tables of tasks as workbooks and as text: the head found, merged and blank cells filled."""

from __future__ import annotations

import io
import os

import openpyxl
import pytest
import xlwt
from documents import mutants, packed, refusal, refused_or_read, repacked
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

#: RACI_MUTANTS=500 tries more
MUTANTS = int(os.environ.get("RACI_MUTANTS", "100"))

ROWS: list[list[object]] = [
    ["云岭市夜间消费提升行动任务分工表", None, None, None, None],
    ["单位：项", None, None, None, None],
    ["序号", "重点任务", "工作内容", "牵头单位", "配合单位"],
    [1, "发展夜市", "划定集聚区范围。", "市商务局", "市财政局\n市公安局"],
    [2, None, "延长营业时间。", "市城管局", "市公安局、市交通运输局"],
    [3, "丰富活动", "举办夜游活动。", "市文化和旅游局", None],
]
SAID = [
    ("1", "划定集聚区范围", "市商务局", "lead"),
    ("1", "划定集聚区范围", "市财政局", "support"),
    ("1", "划定集聚区范围", "市公安局", "support"),
    ("2", "延长营业时间", "市城管局", "lead"),
    ("2", "延长营业时间", "市公安局", "support"),
    ("2", "延长营业时间", "市交通运输局", "support"),
    ("3", "丰富活动", "市文化和旅游局", "lead"),
]


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xlsx(rows: list[list[object]] = ROWS, *merged: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    return saved(book)


def xls(rows: list[list[object]] = ROWS) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("任务")
    for index, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None and not (index == 0 and column):
                sheet.write(index, column, value)
    sheet.merge(0, 0, 0, 4)
    sheet.merge(3, 4, 1, 1)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def csv(separator: str = ",", rows: list[list[object]] = ROWS) -> str:
    def quoted(value: object) -> str:
        return f'"{value}"' if "\n" in str(value) else str(value if value is not None else "")

    return "\r\n".join(separator.join(quoted(value) for value in row) for row in rows) + "\r\n"


def opened(data: bytes, name: str) -> Document:
    (document,) = read_bytes(data, name)
    return document


def assigned(document: Document) -> list[tuple[str, str, str, str]]:
    rows = extract(document)
    assert all(document.quote(assignment.start, assignment.end) == assignment.department.name for assignment in rows)
    return [
        (assignment.clause.number, assignment.clause.heading, assignment.department.name, assignment.role)
        for assignment in rows
    ]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (xlsx(), "表.xlsx"),
        (xlsx(ROWS, "A1:E1", "B4:B5"), "表.xlsx"),
        (xlsx(), "表.xlsm"),
        (xls(), "表.xls"),
        (csv().encode("gb18030"), "表.csv"),
        (csv().encode("utf-8-sig"), "表.csv"),
        (csv(";").encode(), "表.csv"),
        (csv("\t").encode("utf-16"), "表.tsv"),
        (csv("\t").encode("gb18030"), "导出.xls"),
    ],
)
def test_the_same_rows_whatever_the_format(data: bytes, name: str) -> None:
    document = opened(data, name)
    assert assigned(document) == SAID
    assert [assignment.clause.path for assignment in extract(document)][:4] == [("发展夜市",)] * 4
    assert document.title == "云岭市夜间消费提升行动任务分工表"
    place = document.place(document.text.index("市文化和旅游局"))
    assert place is not None
    assert place.cell == (1, 4, 4)


def test_a_head_of_two_rows() -> None:
    rows: list[list[object]] = [
        ["序号", "重点任务", "责任分工", None, "完成时限"],
        [None, None, "牵头单位", "配合单位", None],
        [1, "发展夜市", "市商务局", "市财政局", "长期"],
    ]
    document = opened(xlsx(rows, "A1:A2", "B1:B2", "C1:D1", "E1:E2"), "表.xlsx")
    assert assigned(document) == [("1", "发展夜市", "市商务局", "lead"), ("1", "发展夜市", "市财政局", "support")]


def test_a_head_of_three_rows() -> None:
    rows: list[list[object]] = [
        ["任务信息", None, "责任落实", None, None, "时间要求"],
        ["编号", "任务描述", "市级", None, "县级", None],
        [None, None, "主办", "协办", "承接", None],
        [1, "发展夜市", "市商务局", "市财政局", "云岭县", "10月"],
    ]
    merged = ("A1:B1", "C1:E1", "F1:F3", "A2:A3", "B2:B3", "C2:D2")
    document = opened(xlsx(rows, *merged), "表.xlsx")
    assert assigned(document) == [
        ("1", "发展夜市", "市商务局", "lead"),
        ("1", "发展夜市", "市财政局", "support"),
        ("1", "发展夜市", "云岭县", "responsible"),
    ]
    assert {one.deadline.text for one in extract(document) if one.deadline is not None} == {"10月"}


def test_a_line_across_the_table_is_a_chapter() -> None:
    rows = [*ROWS[2:4], ["二、活动供给", None, None, None, None], [1, None, "举办灯会。", "市商务局", None]]
    (last,) = extract(opened(xlsx(rows, "A3:E3"), "表.xlsx"))[-1:]
    assert (last.clause.heading, last.clause.path) == ("举办灯会", ("二、活动供给",))


def test_the_first_section_may_stand_above_the_head() -> None:
    rows: list[list[object]] = [
        ["云岭市夜间消费任务清单", None, None],
        ["一、市场（牵头单位：市商务局）", None, None],
        ["任务", "配合单位", "时限"],
        ["开办夜市", "市公安局", "3月"],
        ["二、演出（牵头单位：市文化和旅游局）", None, None],
        ["举办灯会", "市城管局", "6月"],
    ]
    document = opened(xlsx(rows), "清单.xlsx")
    assert set(assigned(document)) == {
        ("", "开办夜市", "市商务局", "lead"),
        ("", "开办夜市", "市公安局", "support"),
        ("", "举办灯会", "市文化和旅游局", "lead"),
        ("", "举办灯会", "市城管局", "support"),
    }
    assert {one.clause.path for one in extract(document)} == {("一、市场",), ("二、演出",)}


def test_numbers_and_dates_as_they_show() -> None:
    import datetime

    rows: list[list[object]] = [
        ["序号", "任务", "责任单位", "完成时限"],
        [1.0, "发展夜市", "市商务局", datetime.date(2024, 6, 30)],
    ]
    for document in (opened(xlsx(rows), "表.xlsx"),):
        (assignment,) = extract(document)
        assert assignment.clause.number == "1"
        assert assignment.deadline is not None
        assert assignment.deadline.due == "2024-06-30"


def test_bold_type_is_emphasis() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["任务", "责任单位"])
    sheet.append(["发展夜市", CellRichText("市财政局、", TextBlock(InlineFont(b=True), "市商务局"))])
    sheet.append(["延长营业", "市公安局"])
    sheet["B3"].font = openpyxl.styles.Font(name="黑体")
    document = opened(saved(book), "表.xlsx")
    assert [document.quote(*span) for span in document.emphasis] == ["市商务局", "市公安局"]


def test_hidden_sheets_are_left_out_and_told() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx()))
    other = book.create_sheet("底稿")
    other.append(["任务", "责任单位"])
    other.append(["旧任务", "市旧局"])
    other.sheet_state = "hidden"
    document = opened(saved(book), "表.xlsx")
    assert assigned(document) == SAID
    assert any("底稿" in note for note in document.notes)


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([["云岭市任务分工表"]], "云岭市任务分工表"),
        ([["附件1"], ["云岭市任务分工表"]], "云岭市任务分工表"),
        ([["注：列首位的为牵头单位。"]], "表"),
        ([["填报单位：市商务局"], ["云岭市任务分工表"]], "云岭市任务分工表"),
        ([["市商务局"]], "表"),
    ],
)
def test_the_title_above_the_head_merged_or_not(above: list[list[object]], title: str) -> None:
    rows = [*above, ["序号", "任务", "责任单位"], ["1", "发展夜市", "市财政局"], ["2", "延长营业", "市公安局"]]
    for merged in ((), tuple(f"A{row}:C{row}" for row in range(1, len(above) + 1))):
        document = opened(xlsx(rows, *merged), "表.xlsx")
        assert document.title == title
        assert [row[1:3] for row in assigned(document)] == [("发展夜市", "市财政局"), ("延长营业", "市公安局")]


def test_all_sheets_are_read() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx()))
    other = book.create_sheet("续表")
    other.append(["任务", "责任单位"])
    other.append(["清理占道", "市城管局"])
    document = opened(saved(book), "表.xlsx")
    assert assigned(document) == [*SAID, ("", "清理占道", "市城管局", "responsible")]
    place = document.place(document.text.index("清理占道"))
    assert place is not None
    assert place.cell == (2, 2, 1)


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (xlsx()[:3000], "表.xlsx", "完整"),
        (xlsx([]), "表.xlsx", "没有文字"),
        (packed({"xl/workbook.xml": "<a/>", "[Content_Types].xml": "<Types/>"}), "表.xlsx", "完整"),
        (packed({"xl/worksheets/sheet1.xml": b" " * 40_000_000}), "表.xlsx", "炸弹"),
        (xls()[:2000], "表.xls", "完整"),
        (b"", "表.csv", "空"),
        (b"\x00\x01\x02" * 50, "表.csv", "不是文本"),
        (b'"' + b"a" * 200_000 + b'"', "表.csv", "表格"),
    ],
)
def test_files_that_cannot_be_read(data: bytes, name: str, says: str) -> None:
    assert says in refusal(read_bytes, data, name)


def test_a_sheet_that_spans_the_world_is_refused() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx()))
    book.worksheets[0]["XFD1048576"] = "远"
    assert "范围" in refusal(read_bytes, saved(book), "表.xlsx")


def test_formatting_far_from_the_table_is_no_matter() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx()))
    book.worksheets[0]["XFD1048576"].number_format = "0.00"
    (far,) = read_bytes(saved(book), "表.xlsx")
    (near,) = read_bytes(xlsx(), "表.xlsx")
    assert far.text == near.text


@pytest.mark.parametrize(("data", "name"), [(xlsx(), "表.xlsx"), (xls(), "表.xls"), (csv().encode(), "表.csv")])
def test_broken_files(data: bytes, name: str) -> None:
    assert sum(refused_or_read(read_bytes, mutants(data, MUTANTS), name)) == MUTANTS


def test_broken_members() -> None:
    read, refused = refused_or_read(read_bytes, repacked(xlsx(), MUTANTS), "表.xlsx")
    assert read + refused == MUTANTS
    assert read > MUTANTS // 10


def test_a_row_of_a_matrix_of_words_heads_no_table() -> None:
    rows: list[list[object]] = [
        ["工作", "组织部", "宣传部", "统战部"],
        ["举办培训班", "负责", "参与"],
        ["开展宣讲", "参与", "负责", "参与"],
        ["联谊活动", None, "参与", "负责"],
    ]
    (document,) = read_bytes(xlsx(rows), "表.xlsx")
    found = {(row.clause.heading, row.department.name, row.role) for row in extract(document)}
    assert len(found) == 7
    assert {("举办培训班", "组织部", "responsible"), ("联谊活动", "统战部", "responsible")} <= found


SIGNED_HEAD = ["序号", "重点任务", "工作内容", "责任单位", "完成时限"]
SIGNED_ROWS = [["1", "修桥", "修两座。", "县交通运输局", "6月"], ["2", "种树", "种三百棵。", "县林业局", "7月"]]


@pytest.mark.parametrize(
    "below",
    [
        [],
        [[], ["制表人：张三", "", "审核人：李四", "", "2026年1月5日"]],
        [["填表人：", "", "联系电话：", "", ""]],
        [[], ["", "", "", "填报单位（盖章）：", ""], ["", "", "", "2026年1月5日", ""]],
        [[], ["注：按月报送。", "", "", "", ""]],
    ],
)
def test_who_signs_a_table_is_no_task_and_ends_the_last_one(below: list[list[str]]) -> None:
    lines = [",".join(row) for row in [SIGNED_HEAD, *SIGNED_ROWS, *below]]
    (document,) = read_bytes("\n".join(lines).encode(), "分工.csv")
    found = [(one.clause.heading, one.department.name) for one in extract(document)]
    assert found == [("修桥", "县交通运输局"), ("种树", "县林业局")]


def test_a_row_that_goes_on_with_the_task_above_is_none_that_signs() -> None:
    lines = [",".join(row) for row in [SIGNED_HEAD, *SIGNED_ROWS, ["", "", "补种五十棵。", "县城管局", "8月"]]]
    (document,) = read_bytes("\n".join(lines).encode(), "分工.csv")
    assert [one.department.name for one in extract(document)] == ["县交通运输局", "县林业局", "县城管局"]
