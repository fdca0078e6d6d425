"""The workbook of a sample: what coders see, what is read back, what is told of odd edits."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime

import pandas as pd
import pytest
from coworking import documents_of, rows_of
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from raci.accuracy.evaluation import Evaluation
from raci.accuracy.judgements import Judgements
from raci.accuracy.read_workbook import read_judgements
from raci.accuracy.sample import AccuracySample
from raci.accuracy.sample_drawing import draw_sample
from raci.accuracy.sample_figures import sample_evaluation
from raci.accuracy.workbook import render
from raci.errors import OptionError, ReadError
from raci.networks.material import Material
from raci.studies.clauses import clauses_of_rows

ROWS = pd.concat(
    [
        rows_of(*(f"任务{n}: 水利局L 城管局S" for n in range(20)), document="一", document_id="d1"),
        rows_of(*(f"任务{n}: 财政局R" for n in range(10)), document="二", document_id="d2"),
    ]
)
DOCUMENTS = documents_of(("d1", "一", 2019, None, ""), ("d2", "二", 2021, None, ""))
MADE = datetime(2025, 3, 1)


def sample() -> AccuracySample:
    material = Material.of(ROWS, DOCUMENTS)
    return draw_sample(material, clauses_of_rows(material), 20, 6, ("year",), 7)


def book() -> Workbook:
    return load_workbook(io.BytesIO(render(sample(), MADE)))


def column(sheet: Worksheet, word: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == word)


def judge(
    workbook: Workbook,
    row: Callable[[int], tuple[str, str, str]] = lambda line: ("对", "对", ""),
    found: tuple[str, str, str] = ("对", "对", ""),
    missing: tuple[str, str, str] = ("无漏", "无漏", ""),
) -> Workbook:
    """Fill in the sheets: each row, each line that was found, the first of the lines for what is missing."""
    sheet = workbook["查准"]
    for line in range(2, sheet.max_row + 1):
        for word, mark in zip(("编码员甲", "编码员乙", "定稿"), row(line), strict=True):
            sheet.cell(line, column(sheet, word)).value = mark or None
    sheet, seen = workbook["查全"], set()
    for line in range(2, sheet.max_row + 1):
        own_id, kind = sheet.cell(line, 1).value, sheet.cell(line, column(sheet, "行")).value
        marks = found if kind == "查出" else missing if own_id not in seen else ("", "", "")
        if kind != "查出":
            seen.add(own_id)
        for word, mark in zip(("编码员甲", "编码员乙", "定稿"), marks, strict=True):
            sheet.cell(line, column(sheet, word)).value = mark or None
    return workbook


def read(workbook: Workbook) -> Judgements:
    out = io.BytesIO()
    workbook.save(out)
    return read_judgements(out.getvalue(), "抽样.xlsx")


def evaluated(workbook: Workbook) -> Evaluation:
    return sample_evaluation(read(workbook), "抽样.xlsx")


def test_rows_stand_with_their_sentences_strata_and_weights() -> None:
    sheet = book()["查准"]
    heads = [cell.value for cell in sheet[1]]
    assert heads[:4] == ["编号", "年份", "文件", "上级标题"]
    first = dict(zip(heads, [cell.value for cell in sheet[2]], strict=True))
    assert (first["编号"], first["年份"], first["角色"]) in (("P0001", "2019", "牵头"), ("P0001", "2019", "配合"))
    assert str(first["依据原文"]).strip() == "水利局L 城管局S"
    assert first["权重"] == pytest.approx(50 / 20, abs=0.2)


def test_coders_choose_from_lists() -> None:
    workbook = book()
    (rule,) = workbook["查准"].data_validations.dataValidation
    assert rule.formula1 == '"对,单位错,角色错,任务错,不是分工"'
    (rule,) = workbook["查全"].data_validations.dataValidation
    assert "漏,无漏" in rule.formula1


def test_the_same_seed_gives_the_same_workbook() -> None:
    assert render(sample(), MADE) == render(sample(), MADE)


def test_all_right_and_nothing_missing() -> None:
    result = evaluated(judge(book()))
    assert (result.whole.precision.value, result.whole.recall.value, result.whole.f1.value) == (1, 1, 1)
    assert (result.whole.precision.low or 0) > 0.8
    assert result.faults == ()
    assert "全是同一个词" in result.agreement["查准"].note


def test_precision_is_weighted_to_all_rows() -> None:
    # wrong in the one stratum alone: 10 of 50 rows
    ids = dict(enumerate(book()["查准"].iter_rows(min_row=2, values_only=True), start=2))
    result = evaluated(judge(book(), row=lambda line: ("单位错" if ids[line][1] == "2021" else "对", "", "")))
    assert result.whole.precision.value == pytest.approx(40 / 50)
    assert result.mistakes == {"单位错": 4}
    by_year = {figure.group: figure.precision.value for figure in result.figures if figure.dimension == "年份"}
    assert by_year == {"2019": 1, "2021": 0}


def test_what_is_missing_lowers_recall() -> None:
    result = evaluated(judge(book(), missing=("漏", "漏", "")))
    found = sum(clause.right for clause in read(judge(book())).clauses)
    assert result.whole.recall.value is not None
    assert result.whole.recall.value == pytest.approx(found / (found + 6), abs=0.05)
    assert result.whole.recall.low is not None and result.whole.recall.low < result.whole.recall.value


def test_two_coders_who_differ_and_the_last_word() -> None:
    split = evaluated(judge(book(), row=lambda line: ("对", "角色错" if line == 2 else "对", "")))
    assert split.mistakes == {"分歧": 1}
    assert any("1 行两人意见不同而没有定稿，从严按不对计" in note for note in split.notes)
    assert split.agreement["查准"].share == pytest.approx(19 / 20)
    settled = evaluated(
        judge(book(), row=lambda line: ("对", "角色错" if line == 2 else "对", "对" if line == 2 else ""))
    )
    assert settled.whole.precision.value == 1


def test_sorted_rows_and_columns_in_another_order_change_nothing() -> None:
    workbook = judge(book(), row=lambda line: ("单位错" if line % 3 == 0 else "对", "", ""))
    before = evaluated(workbook)
    for name in ("查准", "查全"):
        sheet = workbook[name]
        lines = [[cell.value for cell in line] for line in sheet.iter_rows()]
        body = sorted(lines[1:], key=lambda line: str(line[-1]) + str(line[::-1]), reverse=True)
        sheet.delete_rows(1, sheet.max_row)
        for line in [lines[0], *body]:
            sheet.append(line[::-1])
    after = evaluated(workbook)
    assert after.table.equals(before.table)
    assert after.faults == ()


def delete_column(word: str) -> Callable[[Workbook], None]:
    def edit(workbook: Workbook) -> None:
        sheet = workbook["查准"]
        sheet.delete_cols(column(sheet, word))

    return edit


def write(sheet: str, line: int, word: str, text: str) -> Callable[[Workbook], None]:
    def edit(workbook: Workbook) -> None:
        workbook[sheet].cell(line, column(workbook[sheet], word)).value = text

    return edit


def delete_line(workbook: Workbook) -> None:
    workbook["查准"].delete_rows(3)


def repeat_line(workbook: Workbook) -> None:
    sheet = workbook["查准"]
    sheet.append([cell.value for cell in sheet[2]])


def delete_found(workbook: Workbook) -> None:
    workbook["查全"].delete_rows(2)


def delete_record(workbook: Workbook) -> None:
    del workbook["底稿"]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (write("查准", 3, "编码员甲", "差不多"), "查准：第 3 行“编码员甲”“差不多”不在可选之列"),
        (write("查准", 3, "编码员甲", "漏"), "“漏”不在可选之列"),
        (write("查准", 3, "编号", "P9999"), "第 3 行的编号 P9999 不是抽出的"),
        (write("查准", 3, "编号", ""), "第 3 行有判断而没有编号"),
        (write("查全", 2, "编码员甲", "漏"), "第 2 行是查出的，不能选“漏”"),
        (delete_column("编码员乙"), "没有“编码员乙”列"),
        (delete_column("编号"), "没有“编号”一列，整张表无法计入"),
        (delete_line, "少了抽出的行：P0002"),
        (repeat_line, "编号 P0001 重复（第 22 行没有计入）"),
        (delete_found, "这个条款没有计入"),
        (delete_record, "抽样的底稿不见了"),
    ],
)
def test_odd_edits_are_told_and_the_rest_counts(edit: Callable[[Workbook], None], said: str) -> None:
    workbook = judge(book())
    edit(workbook)
    result = evaluated(workbook)
    assert any(said in fault for fault in result.faults), result.faults
    assert result.whole.recall.value is not None or result.whole.precision.value is not None


@pytest.mark.parametrize(("written", "right"), [("√", True), (" 正确 ", True), ("right", True), ("单位不对", False)])
def test_other_words_for_the_choices_are_understood(written: str, right: bool) -> None:
    result = evaluated(judge(book(), row=lambda line: (written, "", "")))
    assert result.whole.precision.value == float(right)
    assert result.faults == ()


def test_lines_that_were_inserted_for_what_is_missing_count() -> None:
    workbook = judge(book())
    before = evaluated(workbook).whole.recall.value
    sheet = workbook["查全"]
    line = [cell.value for cell in sheet[2]]
    for word, text in (("行", ""), ("单位", "教育局"), ("角色", "责任"), ("编码员甲", "漏"), ("编码员乙", "漏")):
        line[column(sheet, word) - 1] = text
    sheet.append(line)
    assert (evaluated(workbook).whole.recall.value or 1) < (before or 0)


def test_a_body_that_was_written_down_without_a_choice_is_told() -> None:
    workbook = judge(book())
    sheet = workbook["查全"]
    last = sheet.max_row
    sheet.cell(last, column(sheet, "单位")).value = "教育局"
    assert any("写了单位而没有选“漏”" in fault for fault in evaluated(workbook).faults)


def test_what_is_not_judged_is_counted_and_said() -> None:
    result = evaluated(
        judge(book(), row=lambda line: ("对", "", "") if line < 12 else ("", "", ""), missing=("", "", ""))
    )
    assert result.whole.rows == 10
    assert result.whole.recall.value is None
    assert any("查准：10 行还没有判断" in note for note in result.notes)
    assert any("查全：6 个条款没有判断完" in note for note in result.notes)


def test_an_empty_workbook_is_no_evaluation() -> None:
    with pytest.raises(OptionError, match="还没有人判断"):
        evaluated(book())


def test_other_workbooks_are_refused() -> None:
    with pytest.raises(ReadError, match="没有“查准”“查全”"):
        read(Workbook())
    with pytest.raises(ReadError, match="不是可读的工作簿"):
        read_judgements(b"PK nonsense", "抽样.xlsx")


@pytest.mark.parametrize(
    ("by", "number", "said"),
    [(("colour",), 20, "没有“colour”；可用：level"), (("year",), 0, "-n：要抽 0 条；请写不小于 1 的整数")],
)
def test_what_cannot_be_drawn_is_refused(by: tuple[str, ...], number: int, said: str) -> None:
    material = Material.of(ROWS, DOCUMENTS)
    with pytest.raises(OptionError, match=said):
        draw_sample(material, clauses_of_rows(material), number, 0, by, 7)


def test_rows_that_a_person_wrote_by_hand_are_drawn_from() -> None:
    rows = pd.DataFrame({"task": ["治河", "治河"], "department": ["水利局", "城管局"], "role": ["牵头", "配合"]})
    material = Material.of(rows)
    drawn = draw_sample(material, clauses_of_rows(material), 5, 5, ("level", "role"), 7)
    assert [row.strata for row in drawn.rows] == [("不详", "牵头"), ("不详", "配合")]
    assert drawn.clauses[0].found == (("水利局", "牵头"), ("城管局", "配合"))
