"""``raci.ledger``: a round of handing out, filling in and collecting, as people edit workbooks; nothing is lost."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.comments import Comment
from returning import HEAD_ROW, Sheet, edit

import raci
from raci.ledgers.collecting import answers
from raci.ledgers.values import FilledIn, Ledger

TODAY = date(2026, 11, 26)
PLAN = """兰州市绿道建设方案
（一）修建绿道。建成环城绿道三十公里。（牵头单位：市发展改革委；配合单位：市财政局，2026年6月底前完成）
（二）建设驿站。沿线建成驿站十二处。（牵头单位：市发展改革委；配合单位：市教育局，2026年12月10日前完成）
（三）种植树木。栽种行道树两千株。（牵头单位：市发展改革委，2027年12月底前完成）
（四）加强宣传。开展爱绿护绿活动。（责任单位：市教育局）
"""
OTHER = "兰州市治水方案\n（一）疏浚河道。清淤十公里。（牵头单位：市水务局；配合单位：市财政局）\n"
LEAD = "兰州市发展和改革委员会.xlsx"


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a ledger, with what was handed out of it."""
    folder = tmp_path_factory.mktemp("ledger")
    (folder / "方案.txt").write_text(PLAN, encoding="utf-8")
    raci.ledger(folder / "方案.txt", path=folder / "台账.xlsx", split=folder / "下发", today=TODAY)
    return folder


@pytest.fixture
def ledger_file(handed_out: Path, tmp_path: Path) -> Path:
    shutil.copytree(handed_out, tmp_path, dirs_exist_ok=True)
    return tmp_path / "台账.xlsx"


def returned(ledger_file: Path, change: Callable[[Sheet], None], name: str = LEAD, target: str = LEAD) -> None:
    edit(ledger_file.parent / "下发" / name, ledger_file.parent / "回填" / target, change)


def collect(ledger_file: Path) -> Ledger:
    return raci.ledger(ledger_file, path=ledger_file, collect=ledger_file.parent / "回填", today=TODAY)


def progress(ledger: Ledger) -> dict[str, str]:
    return {task.heading: ledger.filled[task.id].progress for _, task in ledger.tasks() if task.id in ledger.filled}


def kinds(ledger: Ledger) -> list[str]:
    """The kinds of the findings, but for the list of bodies that have not answered."""
    return [finding.kind for finding in ledger.findings if finding.kind != "未回的单位"]


def fill_all(sheet: Sheet) -> None:
    for row in range(len(sheet.rows)):
        sheet.fill(row)


ALL = {"修建绿道": "做到第0步", "建设驿站": "做到第1步", "种植树木": "做到第2步"}


def test_what_came_back_stands_in_the_ledger_without_a_word(ledger_file: Path) -> None:
    returned(ledger_file, fill_all)
    ledger = collect(ledger_file)
    assert progress(ledger) == ALL
    assert kinds(ledger) == []
    again = raci.ledger(ledger_file, today=TODAY)
    assert progress(again) == ALL


def test_collecting_twice_changes_nothing(ledger_file: Path) -> None:
    returned(ledger_file, fill_all)
    assert collect(ledger_file).reports == collect(ledger_file).reports


def sorted_rows(sheet: Sheet) -> None:
    fill_all(sheet)
    rows = [sheet.values(row) for row in range(len(sheet.rows))]
    for number, values in zip(sheet.rows, rows[::-1], strict=True):
        sheet.put(number, values)


def hidden_columns(sheet: Sheet) -> None:
    fill_all(sheet)
    for letter in "ABCF":
        sheet.sheet.column_dimensions[letter].hidden = True


def renamed_sheet_and_no_title(sheet: Sheet) -> None:
    fill_all(sheet)
    sheet.sheet.title = "Sheet1"
    sheet.sheet.delete_rows(1)


def column_in_front(sheet: Sheet) -> None:
    fill_all(sheet)
    sheet.sheet.insert_cols(1)
    sheet.sheet.cell(HEAD_ROW, 1).value = "备注"


def dates_as_text(sheet: Sheet) -> None:
    fill_all(sheet)
    for row, text in enumerate(("2026年11月5日", "11月6日", "2026.11.7")):
        sheet.fill(row, 填报日期=text)


@pytest.mark.parametrize(
    "change", [sorted_rows, hidden_columns, renamed_sheet_and_no_title, column_in_front, dates_as_text]
)
def test_edits_that_lose_nothing_are_understood(ledger_file: Path, change: Callable[[Sheet], None]) -> None:
    returned(ledger_file, change)
    ledger = collect(ledger_file)
    assert progress(ledger) == ALL
    assert kinds(ledger) == []


def columns_in_another_order(sheet: Sheet) -> None:
    fill_all(sheet)
    one, other = sheet.heads["进展情况"], sheet.heads["填报人"]
    for row in (HEAD_ROW, *sheet.rows):
        cells = sheet.sheet.cell(row, one), sheet.sheet.cell(row, other)
        cells[0].value, cells[1].value = cells[1].value, cells[0].value


def heads_with_remarks(sheet: Sheet) -> None:
    fill_all(sheet)
    sheet.sheet.cell(HEAD_ROW, sheet.heads["进展情况"]).value = "进展\n情况（可换行）"


@pytest.mark.parametrize("change", [columns_in_another_order, heads_with_remarks])
def test_columns_are_known_by_their_heads(ledger_file: Path, change: Callable[[Sheet], None]) -> None:
    returned(ledger_file, change)
    ledger = collect(ledger_file)
    assert progress(ledger) == ALL
    assert kinds(ledger) == []


def test_a_column_of_ones_own_is_told_with_its_words(ledger_file: Path) -> None:
    def renamed(sheet: Sheet) -> None:
        fill_all(sheet)
        sheet.sheet.cell(HEAD_ROW, sheet.heads["存在问题"]).value = "困难和建议"
        sheet.sheet.cell(sheet.rows[0], sheet.heads["存在问题"]).value = "缺资金"

    returned(ledger_file, renamed)
    ledger = collect(ledger_file)
    assert sorted(kinds(ledger)) == ["删去的列", "加的列"]
    assert any("缺资金" in finding.quote for finding in ledger.findings)


def test_rows_that_were_deleted_are_told(ledger_file: Path) -> None:
    def shorter(sheet: Sheet) -> None:
        fill_all(sheet)
        sheet.sheet.delete_rows(sheet.rows[1])

    returned(ledger_file, shorter)
    ledger = collect(ledger_file)
    assert kinds(ledger) == ["删去的行"]
    assert "建设驿站" in ledger.findings[0].message


def test_comments_are_told(ledger_file: Path) -> None:
    def commented(sheet: Sheet) -> None:
        fill_all(sheet)
        sheet.sheet.cell(sheet.rows[0], 1).comment = Comment("请核实", "张三")

    returned(ledger_file, commented)
    ledger = collect(ledger_file)
    assert progress(ledger) == ALL
    assert "批注" in ledger.findings[0].message


def test_an_archive_of_workbooks_is_read(ledger_file: Path) -> None:
    returned(ledger_file, fill_all)
    folder = ledger_file.parent / "回填"
    with zipfile.ZipFile(folder / "全部.zip", "w") as archive:
        archive.write(folder / LEAD, f"某市/{LEAD}")
    (folder / LEAD).unlink()
    ledger = collect(ledger_file)
    assert progress(ledger) == ALL
    assert kinds(ledger) == []


def test_a_merged_cell_counts_for_each_of_its_rows_and_is_told(ledger_file: Path) -> None:
    def merged(sheet: Sheet) -> None:
        fill_all(sheet)
        column = sheet.heads["进展情况"]
        sheet.sheet.merge_cells(start_row=sheet.rows[0], end_row=sheet.rows[2], start_column=column, end_column=column)

    returned(ledger_file, merged)
    ledger = collect(ledger_file)
    assert set(progress(ledger).values()) == {"做到第0步"}
    assert kinds(ledger) == ["合并的单元格", "合并的单元格"]


def test_a_file_that_came_twice_counts_once(ledger_file: Path) -> None:
    for target in (LEAD, f"副本 {LEAD}"):
        returned(ledger_file, fill_all, target=target)
    ledger = collect(ledger_file)
    assert kinds(ledger) == ["重复的回填"]
    assert len(ledger.reports) == 3


def test_two_that_differ_are_a_conflict_and_both_are_kept(ledger_file: Path) -> None:
    returned(ledger_file, lambda sheet: sheet.fill(0, 进展情况="甲说"), target="a.xlsx")
    returned(ledger_file, lambda sheet: sheet.fill(0, 进展情况="乙说"), target="b.xlsx")
    ledger = collect(ledger_file)
    assert kinds(ledger) == ["填报冲突"]
    assert "甲说" in ledger.findings[0].message
    assert "乙说" in ledger.findings[0].message
    assert progress(ledger) == {"修建绿道": "甲说"}
    assert {report.filled.progress for report in ledger.reports} == {"甲说", "乙说"}


def test_the_later_date_holds_and_the_other_is_kept(ledger_file: Path) -> None:
    returned(ledger_file, lambda sheet: sheet.fill(0, 进展情况="后来", 填报日期=date(2026, 11, 24)), target="a.xlsx")
    returned(ledger_file, lambda sheet: sheet.fill(0, 进展情况="先前"), target="b.xlsx")
    ledger = collect(ledger_file)
    assert progress(ledger) == {"修建绿道": "后来"}
    assert {report.filled.progress for report in ledger.reports} == {"后来", "先前"}


def test_a_second_round_renews_and_keeps_the_first(ledger_file: Path) -> None:
    returned(ledger_file, fill_all)
    collect(ledger_file)
    returned(ledger_file, lambda sheet: sheet.fill(0, 进展情况="新的", 填报日期=date(2026, 11, 25)))
    ledger = collect(ledger_file)
    assert progress(ledger) == {**ALL, "修建绿道": "新的"}
    assert "做到第0步" in {report.filled.progress for report in ledger.reports}
    assert any("更新了 1 项" in line for line in ledger.news)


def test_what_the_office_wrote_itself_is_not_written_over(ledger_file: Path) -> None:
    edit(ledger_file, ledger_file, lambda sheet: sheet.fill(0, 进展情况="本单位核实"), "总表")
    returned(ledger_file, fill_all)
    ledger = collect(ledger_file)
    assert progress(ledger)["修建绿道"] == "本单位核实"
    assert "填报冲突" in kinds(ledger)
    assert "做到第0步" in {report.filled.progress for report in ledger.reports}


def test_a_deleted_column_is_told_and_the_others_are_read(ledger_file: Path) -> None:
    def without_problems(sheet: Sheet) -> None:
        fill_all(sheet)
        sheet.sheet.delete_cols(sheet.heads["存在问题"])

    returned(ledger_file, without_problems)
    ledger = collect(ledger_file)
    assert progress(ledger) == ALL
    assert kinds(ledger) == ["删去的列"]


def test_a_changed_task_is_told_and_stays(ledger_file: Path) -> None:
    returned(ledger_file, lambda sheet: sheet.fill(0, 任务="修一条路"))
    ledger = collect(ledger_file)
    assert kinds(ledger) == ["改动的内容"]
    assert "修一条路" in ledger.findings[0].message
    assert progress(ledger) == {"修建绿道": "做到第0步"}


def test_a_row_of_nobody_is_told_with_its_words(ledger_file: Path) -> None:
    def added(sheet: Sheet) -> None:
        sheet.sheet.append(["9", "自己的文件", "自己的任务"])
        sheet.fill(3, 进展情况="进展很好")

    returned(ledger_file, added)
    ledger = collect(ledger_file)
    assert kinds(ledger) == ["不认识的行"]
    assert "进展很好" in ledger.findings[0].quote


def test_a_row_that_stands_twice_with_other_words_is_a_conflict(ledger_file: Path) -> None:
    def twice(sheet: Sheet) -> None:
        fill_all(sheet)
        sheet.put(sheet.rows[-1] + 1, sheet.values(0))
        sheet.fill(3, 进展情况="另一种说法")

    returned(ledger_file, twice)
    ledger = collect(ledger_file)
    assert progress(ledger) == ALL
    assert kinds(ledger) == ["填报冲突"]
    assert "另一种说法" in {report.filled.progress for report in ledger.reports}


def test_without_ids_and_record_the_words_tell(ledger_file: Path) -> None:
    def bare(sheet: Sheet) -> None:
        fill_all(sheet)
        sheet.sheet.delete_cols(sheet.sheet.max_column)
        del sheet.sheet.parent["raci-ledger"]

    returned(ledger_file, bare)
    ledger = collect(ledger_file)
    assert progress(ledger) == ALL
    assert set(kinds(ledger)) == {"编号缺失"}


def moved_words(sheet: Sheet) -> None:
    """Sort the columns in sight, from the last task to the first: the hidden ids stay where they were."""
    fill_all(sheet)
    last = sheet.heads["填报日期"]
    rows = [[sheet.sheet.cell(row, column).value for column in range(1, last + 1)] for row in sheet.rows]
    for row, values in zip(sheet.rows, reversed(rows), strict=True):
        for column, value in enumerate(values, start=1):
            sheet.sheet.cell(row, column).value = value


def test_rows_that_were_sorted_without_their_ids_are_known_by_their_words(ledger_file: Path) -> None:
    returned(ledger_file, moved_words)
    ledger = collect(ledger_file)
    assert progress(ledger) == ALL
    assert kinds(ledger) == ["错位的编号"]


def test_rows_of_the_ledger_that_were_sorted_without_their_ids_too(ledger_file: Path) -> None:
    edit(ledger_file, ledger_file, moved_words, "总表")
    ledger = raci.ledger(ledger_file, path=ledger_file, today=TODAY)
    assert kinds(ledger) == ["错位的编号"]
    assert progress(ledger) == {**ALL, "加强宣传": "做到第3步"}


def test_a_row_copied_over_another_is_that_of_its_words(ledger_file: Path) -> None:
    def copied(sheet: Sheet) -> None:
        sheet.fill(0, 进展情况="开工")
        for heading in ("文件", "任务", "完成时限", "进展情况", "完成情况", "填报日期"):
            column = sheet.heads[heading]
            sheet.sheet.cell(sheet.rows[1], column).value = sheet.sheet.cell(sheet.rows[0], column).value

    returned(ledger_file, copied)
    ledger = collect(ledger_file)
    assert progress(ledger) == {"修建绿道": "开工"}
    assert kinds(ledger) == ["错位的编号"]


@pytest.mark.parametrize(
    ("heading", "written"), [("进展情况", "工作进展"), ("存在问题", "困难和问题"), ("填报日期", "上报日期")]
)
def test_a_column_with_another_head_is_read_and_told(ledger_file: Path, heading: str, written: str) -> None:
    def renamed(sheet: Sheet) -> None:
        sheet.fill(0, 进展情况="开工", 存在问题="缺资金", 填报日期="2026-11-05")
        sheet.sheet.cell(sheet.rows[0] - 1, sheet.heads[heading]).value = written

    returned(ledger_file, renamed)
    ledger = collect(ledger_file)
    assert kinds(ledger) == ["改名的列"]
    (report,) = ledger.reports
    assert report.filled.cells() == ("开工", "推进中", "", "缺资金", "", "2026-11-05")


def test_a_column_of_ones_own_in_the_place_of_a_deleted_one_is_none_of_them(ledger_file: Path) -> None:
    def replaced(sheet: Sheet) -> None:
        sheet.fill(0, 进展情况="开工", 完成比例="请领导审")
        sheet.sheet.cell(sheet.rows[0] - 1, sheet.heads["完成比例"]).value = "备注"

    returned(ledger_file, replaced)
    ledger = collect(ledger_file)
    assert sorted(kinds(ledger)) == ["删去的列", "加的列"]


def test_a_workbook_of_another_ledger_is_told_and_left_out(ledger_file: Path, tmp_path: Path) -> None:
    raci.ledger(OTHER, path=tmp_path / "另.xlsx", split=tmp_path / "另下发", today=TODAY)
    source = tmp_path / "另下发" / "兰州市水务局.xlsx"
    edit(source, tmp_path / "回填" / "水务.xlsx", fill_all)
    ledger = collect(ledger_file)
    assert kinds(ledger) == ["别的台账"]
    assert ledger.reports == ()


def test_files_that_are_no_workbooks_are_told(ledger_file: Path) -> None:
    folder = ledger_file.parent / "回填"
    folder.mkdir()
    (folder / "说明.docx").write_bytes(b"PK")
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04")
    (folder / f"~${LEAD}").write_bytes(b"x")
    ledger = collect(ledger_file)
    assert sorted(kinds(ledger)) == ["正在打开", "看不懂的回填", "读不了的回填"]


def test_who_has_not_answered_is_a_list(ledger_file: Path) -> None:
    returned(ledger_file, lambda sheet: sheet.fill(0))
    ledger = collect(ledger_file)
    names = ledger.by_id()
    said = {names[answer.body].label: answer.word for answer in answers(ledger)}
    assert said == {"兰州市教育局": "未回", "兰州市财政局": "未回", "兰州市发展和改革委员会": "部分已回"}
    missing = ledger.findings[-1]
    assert missing.kind == "未回的单位"
    assert "兰州市发展和改革委员会（部分已回，2 项未报）" in missing.quote


def test_done_by_the_lead_and_not_by_another_is_told(ledger_file: Path) -> None:
    returned(ledger_file, lambda sheet: sheet.fill(0, 完成情况="已完成"))
    name = "兰州市财政局.xlsx"
    returned(ledger_file, lambda sheet: sheet.fill(0, 完成情况="未启动"), name, name)
    assert kinds(collect(ledger_file)) == ["各单位说法不一"]


def test_a_workbook_for_each_body_with_its_own_columns_open(ledger_file: Path) -> None:
    files = sorted(path.name for path in (ledger_file.parent / "下发").iterdir())
    assert files == sorted(
        f"兰州市{body}.{suffix}" for body in ("发展和改革委员会", "教育局", "财政局") for suffix in ("docx", "xlsx")
    )
    sheet = load_workbook(ledger_file.parent / "下发" / "兰州市教育局.xlsx")["填报表"]
    assert sheet.protection.sheet
    heads = {str(cell.value): cell.column for cell in sheet[HEAD_ROW] if cell.value}
    assert [sheet.cell(row, heads["任务"]).value for row in (4, 5)] == ["（四）加强宣传", "（二）建设驿站"]
    assert sheet.cell(4, heads["任务"]).protection.locked
    assert not sheet.cell(4, heads["进展情况"]).protection.locked
    page = Document(str(ledger_file.parent / "下发" / "兰州市教育局.docx"))
    assert page.tables[0].rows[1].cells[2].text == "（四）加强宣传"


def test_a_folder_in_which_people_may_have_filled_in_is_not_written_over(ledger_file: Path) -> None:
    with pytest.raises(raci.OptionError, match="已有"):
        raci.ledger(ledger_file, split=ledger_file.parent / "下发")


def test_a_zip_holds_the_same(ledger_file: Path, tmp_path: Path) -> None:
    raci.ledger(ledger_file, split=tmp_path / "下发.zip", today=TODAY)
    assert len(zipfile.ZipFile(tmp_path / "下发.zip").namelist()) == 6
    with pytest.raises(raci.OptionError, match="已有"):
        raci.ledger(ledger_file, split=tmp_path / "下发.zip", today=TODAY)


def test_of_one_body_nothing_goes_to_others(ledger_file: Path, tmp_path: Path) -> None:
    raci.ledger(ledger_file, department="市教育局", split=tmp_path / "只一家", remind=15, today=TODAY)
    assert sorted(path.name for path in (tmp_path / "只一家").iterdir()) == ["兰州市教育局.docx", "兰州市教育局.xlsx"]
    assert [path.name for path in (tmp_path / "台账-督办提醒-2026-11-26").iterdir()] == ["提醒函_兰州市教育局.docx"]


def test_what_was_handed_out_before_a_revision_still_counts(ledger_file: Path) -> None:
    revised = PLAN.replace("三十公里", "四十公里").replace("（三）种植树木", "（三）栽植树木").split("（二）")
    revised_text = revised[0] + "（三）" + revised[1].split("（三）")[1]
    raci.ledger(revised_text, path=ledger_file, today=TODAY)
    returned(ledger_file, fill_all)
    ledger = collect(ledger_file)
    said = {
        task.heading: ledger.filled[task.id].progress for _, task in ledger.tasks(gone=True) if task.id in ledger.filled
    }
    assert said == {"修建绿道": "做到第0步", "建设驿站": "做到第1步", "栽植树木": "做到第2步"}
    assert sorted(set(kinds(ledger))) == ["已删的任务", "改动的内容"]


def test_letters_for_what_is_overdue_and_what_falls_due(ledger_file: Path) -> None:
    raci.ledger(ledger_file, remind=15, today=TODAY)
    folder = ledger_file.with_name("台账-督办提醒-2026-11-26")
    assert sorted(path.name for path in folder.iterdir()) == [
        "提醒函_兰州市发展和改革委员会.docx",
        "提醒函_兰州市教育局.docx",
        "督办单_兰州市发展和改革委员会.docx",
        "督办单_兰州市财政局.docx",
    ]
    text = "\n".join(line.text for line in Document(str(folder / "督办单_兰州市财政局.docx")).paragraphs)
    assert "1项任务已过完成时限" in text


def test_no_letter_for_what_is_done(ledger_file: Path) -> None:
    returned(ledger_file, lambda sheet: [sheet.fill(row, 完成情况="已完成") for row in range(3)] and None)
    collect(ledger_file)
    raci.ledger(ledger_file, remind=15, today=TODAY)
    assert not ledger_file.with_name("台账-督办提醒-2026-11-26").exists()


def test_more_plans_are_added_and_what_was_filled_in_stays(ledger_file: Path) -> None:
    returned(ledger_file, fill_all)
    collect(ledger_file)
    ledger = raci.ledger(OTHER, path=ledger_file, today=TODAY)
    assert progress(ledger) == ALL
    assert [plan.title for plan in ledger.plans] == ["兰州市绿道建设方案", "兰州市治水方案"]
    assert load_workbook(ledger_file)["总表"].max_row == HEAD_ROW + 5


def test_a_part_that_is_shown_loses_nothing_of_the_rest(ledger_file: Path) -> None:
    returned(ledger_file, fill_all)
    collect(ledger_file)
    shown = raci.ledger(ledger_file, path=ledger_file, department="市教育局", today=TODAY)
    assert len(list(shown.tasks())) == 2
    whole = raci.ledger(ledger_file, today=TODAY)
    assert progress(whole) == ALL
    assert kinds(whole) == []


def test_strange_edits_of_the_ledger_itself_are_told_and_a_copy_is_kept(ledger_file: Path) -> None:
    def strange(sheet: Sheet) -> None:
        sheet.fill(0, 牵头单位="市某局", 进展情况="开工")
        sheet.sheet.delete_rows(sheet.rows[2])
        sheet.sheet.append(["", "", "自己加的"])
        sheet.sheet.parent.create_sheet("备忘")

    edit(ledger_file, ledger_file, strange, "总表")
    ledger = raci.ledger(ledger_file, path=ledger_file, today=TODAY)
    assert sorted(kinds(ledger)) == sorted(["改动的内容", "不认识的行", "删去的行", "加的工作表", "备份"])
    assert progress(ledger) == {"修建绿道": "开工"}
    assert len(list(ledger.tasks())) == 4
    (copy,) = ledger_file.parent.glob("台账（改前*.xlsx")
    assert "备忘" in load_workbook(copy).sheetnames


def test_a_cell_that_was_emptied_is_told(ledger_file: Path) -> None:
    edit(ledger_file, ledger_file, lambda sheet: sheet.fill(0, 进展情况="开工"), "总表")
    raci.ledger(ledger_file, path=ledger_file, today=TODAY)
    edit(ledger_file, ledger_file, lambda sheet: sheet.fill(0, 进展情况=None), "总表")
    ledger = raci.ledger(ledger_file, path=ledger_file, today=TODAY)
    assert kinds(ledger) == ["清空的填报", "备份"]
    assert "开工" in ledger.findings[0].message


def test_rows_of_the_ledger_without_ids_are_known_by_their_words(ledger_file: Path) -> None:
    def bare(sheet: Sheet) -> None:
        fill_all(sheet)
        sheet.sheet.delete_cols(sheet.sheet.max_column)

    edit(ledger_file, ledger_file, bare, "总表")
    ledger = raci.ledger(ledger_file, path=ledger_file, today=TODAY)
    assert set(kinds(ledger)) == {"编号缺失"}
    assert progress(ledger) == {**ALL, "加强宣传": "做到第3步"}


def test_a_ledger_without_its_record_says_what_to_do(ledger_file: Path) -> None:
    workbook = load_workbook(ledger_file)
    workbook["raci-ledger"]["A3"] = "x"
    workbook.save(ledger_file)
    with pytest.raises(raci.ReadError, match="记录"):
        raci.ledger(ledger_file)


def test_a_ledger_that_is_open_is_not_touched(ledger_file: Path) -> None:
    before = ledger_file.read_bytes()
    (ledger_file.parent / f"~${ledger_file.name}").write_bytes(b"x")
    with pytest.raises(raci.WriteError, match="正在别处打开"):
        raci.ledger(OTHER, path=ledger_file)
    assert ledger_file.read_bytes() == before


def test_another_file_is_not_written_over(tmp_path: Path) -> None:
    other = tmp_path / "预算.xlsx"
    other.write_bytes(b"PK")
    with pytest.raises(raci.OptionError, match="不是台账"):
        raci.ledger(PLAN, path=other)
    assert other.read_bytes() == b"PK"


def test_two_ledgers_at_once_are_refused(ledger_file: Path, tmp_path: Path) -> None:
    raci.ledger(OTHER, path=tmp_path / "另.xlsx")
    with pytest.raises(raci.OptionError, match="几份台账"):
        raci.ledger([ledger_file, tmp_path / "另.xlsx"])


def test_nothing_to_do_is_refused() -> None:
    with pytest.raises(raci.OptionError, match="没有文件"):
        raci.ledger([])


def test_a_workbook_that_raci_built_is_a_plan_too(tmp_path: Path) -> None:
    raci.build(raci.analyse(PLAN), tmp_path / "out", only=["xlsx"])
    (workbook,) = (tmp_path / "out").rglob("*.xlsx")
    ledger = raci.ledger(workbook, today=TODAY)
    assert [task.heading for _, task in ledger.tasks()] == ["修建绿道", "建设驿站", "种植树木", "加强宣传"]


def test_a_ledger_reads_as_a_table_of_its_tasks(ledger_file: Path) -> None:
    (document,) = raci.read(ledger_file)
    assert any("raci ledger" in note for note in document.notes)
    leads = [row.department.name for row in raci.extract(ledger_file) if row.role == "lead"]
    assert leads == ["市发展改革委"] * 3


def test_what_was_filled_in_is_empty_at_first(ledger_file: Path) -> None:
    ledger = raci.ledger(ledger_file, today=TODAY)
    assert dict(ledger.filled) == {}
    assert not FilledIn()
