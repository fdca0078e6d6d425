import io
import re
from datetime import date

import pytest
from hypothesis import given, settings
from jobs import job_of
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from plans import HOSTILE, Plan, small, unnamed, wide
from strategies import analyses

from raci.config.templates import load_template
from raci.model import Analysis
from raci.storage.rows import COLUMNS
from raci.views.grid import grid
from raci.views.matrix import matrix
from raci.views.tables.column_heads import heads
from raci.writers import render
from raci.writers.xlsx.pages import PageBreaks

SHEETS = ["RACI 矩阵", "任务分工", "分工表（印发）", "部门任务", "台账", "明细", "待核", "说明"]


def book(analysis: Analysis, profile: str = "explicit") -> Workbook:
    return load_workbook(io.BytesIO(render("xlsx", job_of(analysis, profile))))


def under_heads(sheet: Worksheet, head: int = 3) -> list[dict[str, object]]:
    heads = [cell.value for cell in sheet[head]]
    return [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=head + 1, values_only=True)]


def texts(opened: Workbook) -> list[str]:
    return [cell.value for sheet in opened for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def letters(sheet: Worksheet) -> dict[tuple[str, str, str], str]:
    """The sheet's letters by chapter, task and department, read as a person reads them."""
    top = head_row(sheet)
    shown = [at for at in range(3, sheet.max_column) if sheet.cell(top, at + 1).value is not None]
    found, chapter = {}, ""
    for row in sheet.iter_rows(min_row=top + 1, values_only=True):
        if row[0] == "raci:id":
            break
        if row[1] is None:
            chapter = row[0]
        elif row[1] != "合计":
            for at in shown:
                if row[at]:
                    found[chapter, f"{row[0] or ''}{row[1]}", sheet.cell(top, at + 1).value] = row[at]
    return found


def head_row(sheet: Worksheet) -> int:
    """The row with the heads of the matrix, below the groups where there are any."""
    return next(row for row in (3, 4) if sheet.cell(row, 1).value == "编号")


def from_library(analysis: Analysis, profile: str = "explicit") -> dict[tuple[str, str, str], str]:
    frame, table = matrix(analysis, profile), grid(analysis, profile)
    head_of = dict(zip(frame.columns, heads(table, table.columns()), strict=True))
    return {
        (path or "（无章节）", f"{number}{task}", head_of[column]): letter
        for (_, path, number, task), row in zip(frame.index, frame.to_dict("records"), strict=True)
        for column, letter in row.items()
        if letter
    }


@pytest.mark.parametrize("analysis", [Plan("空方案").analysis(), unnamed(), small()])
def test_the_workbook_has_its_sheets_with_names_that_excel_takes(analysis: Analysis) -> None:
    opened = book(analysis)
    assert opened.sheetnames[: len(SHEETS)] == SHEETS
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in opened.sheetnames)


def test_the_matrix_sheet_holds_the_letters_of_the_matrix() -> None:
    assert letters(book(small())["RACI 矩阵"]) == from_library(small())
    assert letters(book(small(), "rasci")["RACI 矩阵"]) == from_library(small(), "rasci")


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(analyses())
def test_the_matrix_sheet_of_any_plan_holds_its_letters(analysis: Analysis) -> None:
    assert letters(book(analysis)["RACI 矩阵"]) == from_library(analysis)


def test_tasks_stand_under_their_chapters_and_those_for_nobody_say_so() -> None:
    rows = [row[:3] for row in book(small())["RACI 矩阵"].iter_rows(min_row=4, max_row=11, values_only=True)]
    assert rows[0] == ("一、优化窗口服务", None, None)
    assert rows[4] == ("二、夯实基础支撑", None, None)
    assert rows[1] == ("(一)", "强化组织保障", 3)
    assert rows[6] == ("(二)", "加强督促检查", "（未标注）")


def test_a_task_for_nobody_has_a_colour_of_its_own() -> None:
    sheet = book(small())["RACI 矩阵"]
    assert sheet["B10"].value == "加强督促检查"
    assert sheet["B10"].fill.fgColor.rgb != sheet["B9"].fill.fgColor.rgb


def test_letters_have_colours_that_follow_hand_edits() -> None:
    sheet = book(small())["RACI 矩阵"]
    rules = [rule for held in sheet.conditional_formatting for rule in held.rules]
    assert {rule.text for rule in rules} == {"A", "R", "C", "I"}
    assert len({rule.dxf.fill.bgColor.rgb for rule in rules}) == 4


def test_sums_count_a_joined_letter_for_both() -> None:
    rows = {row[0]: row for row in book(small())["RACI 矩阵"].iter_rows(min_row=12, values_only=True)}
    heads = [cell.value for cell in book(small())["RACI 矩阵"][3]]
    office = heads.index("县政务局")
    assert (rows["A"][office], rows["R"][office], rows["C"][office]) == (2, 2, 1)
    assert rows["A"][2] == 3


def test_heads_stay_in_sight_and_on_every_printed_page() -> None:
    for sheet in book(small()).worksheets[:5]:
        assert sheet.freeze_panes is not None
        assert sheet.print_title_rows
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P" in f"{sheet.oddFooter.center.text}{sheet.oddFooter.right.text}"
    assert book(small())["RACI 矩阵"].freeze_panes == "D4"


@pytest.mark.slow
def test_few_departments_stand_level_and_many_are_turned_and_fit_a_wider_paper() -> None:
    few, many = book(small())["RACI 矩阵"], book(wide(60, 40))["RACI 矩阵"]
    assert few["D3"].alignment.textRotation == 0
    assert many["D3"].alignment.textRotation == 255
    assert many.row_dimensions[3].height >= 12 * max(len(str(cell.value)) for cell in many[3][3:])
    assert (few.page_setup.paperSize, many.page_setup.paperSize) == (9, 8)
    assert many.column_dimensions["D"].width < few.column_dimensions["D"].width


def test_columns_are_wide_enough_for_chinese_and_rows_high_enough_for_what_wraps() -> None:
    heading = "推动重点领域改革事项落地见效并形成一批可复制可推广的经验做法" * 2
    sheet = book(Plan("方案").task("1.", heading, lead="甲局").analysis())["RACI 矩阵"]
    room = sheet.column_dimensions["B"].width // 2
    assert room >= 12
    assert sheet.row_dimensions[4].height >= 13 * (len(heading) / room)


def test_the_division_is_a_row_a_task() -> None:
    made = under_heads(book(small())["任务分工"])
    assert [row["任务"] for row in made] == [clause.heading for clause in small().task_clauses()]
    assert (made[0]["牵头单位"], made[0]["配合单位"], made[0]["完成时限"]) == (
        "县政务局",
        "县财政局、县档案馆",
        "2024年9月底前",
    )
    assert made[1]["责任领导"] == "陈某某"
    assert made[4]["责任单位"] == "（未标注）"


def test_the_sheet_of_departments_has_every_assignment_of_a_body() -> None:
    made = under_heads(book(small())["部门任务"])
    office = [(row["任务"], row["角色"]) for row in made if row["单位"] == "县政务局"]
    assert sorted(office) == sorted(
        [("强化组织保障", "牵头"), ("推行容缺受理", "牵头"), ("公开办事指南", "责任"), ("强化组织保障", "配合")]
    )
    assert made[-1]["单位"] == "（未标注）"


def test_the_detail_has_chinese_headings_above_the_keys_and_every_row() -> None:
    sheet = book(small())["明细"]
    assert [cell.value for cell in sheet[3]][:4] == ["文件", "来源", "编号", "任务"]
    assert tuple(cell.value for cell in sheet[4]) == (*COLUMNS, "raci:row")
    assert sheet.column_dimensions[get_column_letter(len(COLUMNS) + 1)].hidden
    made = under_heads(sheet, 4)
    assert len(made) == len(small().assignments) + len(small().unassigned())
    assert [row["task"] for row in made if not row["department"]] == [one.heading for one in small().unassigned()]
    assert (made[0]["start"], made[0]["quote"]) == (small().assignments[0].start, small().assignments[0].quote)


def test_what_needs_an_eye_and_what_was_made_how_are_told() -> None:
    opened = book(small())
    assert [row["任务"] for row in under_heads(opened["待核"])] == ["(三)公开办事指南", "(二)加强督促检查"]
    about = {row[0]: row[1] for row in opened["说明"].iter_rows(values_only=True)}
    assert about["角色方案"] == "明示（explicit）"
    assert about["A"] == "牵头"
    assert about["原文自定规则"] == "“列第一位者为牵头单位，下同。”"


def test_every_letter_of_the_matrix_has_a_comment_with_the_words_it_comes_from() -> None:
    sheet = book(small())["RACI 矩阵"]
    told = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    assert len(told) == len(letters(sheet))
    heads = {cell.value: cell.column_letter for cell in sheet[3]}
    says = told[f"{heads['县档案馆']}5"]
    assert says.splitlines()[0] == "县档案馆：配合（C）"
    assert "原文：（牵头单位：县政务局；配合单位：县财政局、县档案馆；2024年9月底前）" in says


def test_a_hand_edit_must_be_a_letter_of_the_profile() -> None:
    (rule,) = book(small())["RACI 矩阵"].data_validations.dataValidation
    assert {"A", "R", "C", "I", "A/R", "R/C"} <= set(rule.formula1.strip('"').split(","))
    assert rule.type == "list" and rule.allow_blank
    assert "D5" in rule.sqref


def test_numbers_lead_from_sheet_to_sheet() -> None:
    opened = book(small())
    matrix_link = opened["RACI 矩阵"]["A5"].hyperlink
    assert matrix_link.location == "任务分工!A4" or matrix_link.location == "'任务分工'!A4"
    assert opened["任务分工"]["A4"].value == 1
    assert opened["任务分工"]["A4"].hyperlink.location == "'RACI 矩阵'!A5"
    assert opened["部门任务"]["A4"].hyperlink.location.strip("'").startswith("县政务局")


def test_each_department_has_a_sheet_with_its_lead_tasks_first() -> None:
    sheet = book(small())["县政务局"]
    made = under_heads(sheet)
    assert [(row["本单位角色"], row["任务"]) for row in made] == [
        ("牵头", "(一)强化组织保障"),
        ("牵头", "(二)推行容缺受理"),
        ("责任", "(三)公开办事指南"),
        ("配合", "(一)强化组织保障"),
    ]
    assert made[0]["其他单位"] == "配合：县财政局、县档案馆"
    assert made[0]["完成时限"] == "2024年9月底前"
    assert made[3]["牵头单位"] == "县财政局"


def test_departments_have_sheets_with_names_of_their_own_whatever_they_are_called() -> None:
    long = "关于推进某项重要工作的联席会议办公室协调推进专项小组成员单位和"
    plan = Plan("方案")
    for number, name in enumerate(
        (f"{long}甲", f"{long}乙", "A[B]:C*D?E/F\\G", "台账", "'引号'", "history", "a局", "A局")
    ):
        plan.task(f"{number}.", "事", lead=name)
    names = book(plan.analysis()).sheetnames
    assert len(names) == len({name.casefold() for name in names}) == len(SHEETS) + 8 + 1  # and the record
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


@pytest.mark.slow
def test_very_many_departments_get_no_sheet_each_and_that_is_said() -> None:
    opened = book(wide(100, 60, per_task=12))
    assert len(opened.sheetnames) == len(SHEETS) + 60 + 1  # and the record
    assert any("另有" in text and "部门任务" in text for text in texts(opened) if text.startswith("任务最多的"))


def test_the_ledger_has_lights_against_the_day() -> None:
    plan = Plan("方案")
    for number, due in enumerate(("2025-05-31", "2025-06-20", "2025-12-31")):
        plan.task(f"{number}.", "事", lead="甲局", deadline=f"{due}前", due=due)
    plan.task("9.", "长期", lead="甲局", deadline="长期坚持")
    job = job_of(plan.analysis(), today=date(2025, 6, 1))
    sheet = load_workbook(io.BytesIO(render("xlsx", job)))["台账"]
    assert [row["时限情况"] for row in under_heads(sheet)] == ["● 已到期", "● 临近", "● 未到期", "○ 无日期"]
    assert "2025-06-01" in str(sheet["A2"].value)
    assert {"未启动", "推进中", "已完成"} <= set(
        sheet.data_validations.dataValidation[0].formula1.strip('"').split(",")
    )


def test_a_turned_head_is_cut_where_its_name_is_very_long_and_a_comment_holds_it() -> None:
    long = "市推进内外贸一体化工作联席会议各成员单位和有关行业协会"
    plan = Plan("方案")
    for number in range(11):
        plan.task(f"{number}.", "事", lead=f"{number}局", support=long)
    sheet = book(plan.analysis())["RACI 矩阵"]
    (head,) = (cell for cell in sheet[3] if cell.comment)
    assert head.comment.text == long
    assert str(head.value).endswith("…") and long.startswith(str(head.value)[:-1])
    assert sheet.row_dimensions[3].height < 260


def test_departments_of_known_levels_stand_in_groups() -> None:
    plan = Plan("方案").know("省财政厅", "某省财政厅", id="1", kind="government", level="province")
    plan.know("市财政局", "某市财政局", id="2", kind="government", level="city").know("各市", "各市", kind="collective")
    plan.chapter("一、", "总").task("1.", "甲", lead="各市", support="市财政局、省财政厅")
    sheet = book(plan.analysis())["RACI 矩阵"]
    assert [cell.value for cell in sheet[3]][3:6] == ["省级", "市级", "集合名称"]
    assert [cell.value for cell in sheet[4]][3:6] == ["省财政厅", "市财政局", "各市"]
    assert letters(sheet) == from_library(plan.analysis())
    assert sheet.freeze_panes == "D5"


def test_the_matrix_holds_the_ids_out_of_sight() -> None:
    sheet = book(small())["RACI 矩阵"]
    table = job_of(small()).grid
    beside = get_column_letter(sheet.max_column)
    assert sheet.column_dimensions[beside].hidden
    assert sheet[f"{beside}5"].value == table.tasks[0].id
    (below,) = (row for row in sheet.iter_rows() if row[0].value == "raci:id")
    assert sheet.row_dimensions[below[0].row].hidden
    assert {cell.value for cell in below[3:] if cell.value} - {"raci:task"} == {
        table.bodies[at].id for at in table.columns()
    }


def test_nothing_to_check_is_said() -> None:
    opened = book(Plan("方案").task("1.", "甲", lead="甲局").analysis())
    assert "没有需要人工核对的事项" in texts(opened)


def test_the_title_and_the_profile_stand_on_every_sheet() -> None:
    opened = book(small())
    for sheet in (opened[name] for name in SHEETS[:5] if name != "分工表（印发）"):
        assert str(sheet["A1"].value).startswith("青原县便民服务提升方案")
        assert "明示（explicit）" in str(sheet["A2"].value)


def test_texts_that_look_like_formulas_or_links_stay_texts() -> None:
    plan = Plan("=1+1", source="@来源.txt").chapter("+", "-章")
    for number, text in enumerate(HOSTILE):
        plan.task("=2", f"{text}", lead=text, support=HOSTILE[number - 1], deadline="-1日")
    opened = book(plan.analysis())
    kinds = {cell.data_type for sheet in opened for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    links = [cell.hyperlink for sheet in opened for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert all(link.target is None and link.location for link in links), "links lead only to sheets of this book"
    shown = texts(opened)
    for text in HOSTILE:
        assert text.replace("\x0b", "") in shown


@pytest.mark.slow
def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    plan = Plan("方案").task("1.", "甲", lead="甲局" + "长" * 40000)
    cut = [text for text in texts(book(plan.analysis())) if len(text) > 30000]
    assert cut
    assert all(len(text) <= 32767 and "全文见 assignments.jsonl" in text for text in cut)


@pytest.mark.slow
def test_very_many_departments_go_over_pages_with_the_tasks_repeated() -> None:
    sheet = book(wide(200, 60, per_task=20))["RACI 矩阵"]
    assert sheet.page_setup.fitToWidth > 1
    assert re.fullmatch(r"\$?A:\$?C", sheet.print_title_cols.replace("$", ""))
    assert sheet.max_column > 150


def test_the_sheet_to_hand_out_is_the_table_that_word_has() -> None:
    sheet = book(small())["分工表（印发）"]
    assert sheet["A1"].value == "青原县便民服务提升方案任务分工表"
    assert (sheet["A1"].font.name, sheet["A1"].font.sz) == ("方正小标宋简体", 22)
    assert sheet["A2"].value == "青原县人民政府　2024年5月"
    assert [cell.value for cell in sheet[3]][:4] == ["序号", "重点任务", "工作内容", "牵头单位"]
    column = [cell.value for cell in sheet["A"]][3:]
    assert column == ["一、优化窗口服务", 1, 2, 3, "二、夯实基础支撑", 4, 5, 6, "注：1 项任务原文未标注责任单位。"]
    assert sheet.print_title_rows == "$3:$3" and sheet.page_setup.paperSize == 9
    assert "— &P —" in sheet.oddFooter.center.text


def test_chapters_in_a_column_are_joined_over_their_tasks() -> None:
    job = job_of(small(), template=load_template("chapters"))
    sheet = load_workbook(io.BytesIO(render("xlsx", job)))["分工表（印发）"]
    assert [cell.value for cell in sheet[3]][:3] == ["序号", "章节", "重点任务"]
    held = {sheet.cell(one.min_row, 2).value: one.size["rows"] for one in sheet.merged_cells.ranges if one.min_col == 2}
    assert held == {"一、优化窗口服务": 3, "二、夯实基础支撑": 3}


def test_a_chapter_that_is_a_task_itself_has_no_row_besides_in_the_matrix() -> None:
    made = Plan("方案").chapter("一、", "治水").task("（一）", "清淤", lead="甲局")
    made.chapter("（一）", "清淤", level=2).task("1.", "丁", lead="甲局")
    made.chapter("一、", "治水").task("（二）", "护岸", lead="甲局")
    sheet = book(made.analysis())["RACI 矩阵"]
    top = head_row(sheet)
    rows = [cell.value for (cell,) in sheet.iter_rows(min_row=top + 1, max_col=1)]
    assert rows[:4] == ["一、治水", "（一）", "1.", "（二）"]
    assert rows[4] == "A"


def test_a_long_task_goes_over_rows_by_whole_sentences_so_that_no_page_cuts_a_line() -> None:
    sentences = [
        f"第{at}，统筹推进青溪县沿河村镇污水管网建设改造，完善运行维护机制，定期公开水质监测结果。" for at in range(60)
    ]
    made = Plan("方案").chapter("一、", "治水").task("（一）", "管网", lead="甲局", say="".join(sentences))
    sheet = book(made.analysis())["分工表（印发）"]
    at = next(cell.column for row in sheet.iter_rows(max_row=4) for cell in row if cell.value == "工作内容")
    rows = [row for row in range(4, sheet.max_row + 1) if sheet.cell(row, at).value]
    assert len(rows) > 2
    assert "".join(sheet.cell(row, at).value for row in rows) == "".join(sentences)
    assert all(sheet.cell(row, at).value.endswith("。") for row in rows)
    assert all((sheet.row_dimensions[row].height or 0) < 250 for row in rows)
    assert [sheet.cell(row, 1).value for row in rows] == [1, *[None] * (len(rows) - 1)]
    high = sum(sheet.row_dimensions[row].height or 0 for row in rows)
    wide = sheet.column_dimensions[get_column_letter(at)].width
    assert high > len("".join(sentences)) / (wide / 2) * 12, "all of the text can be seen"


def test_a_title_that_begins_with_a_year_is_whole_at_the_foot_of_the_pages() -> None:
    plan = Plan("2026年云泽市重点工作").task("1.", "甲", lead="甲局")
    part = book(plan.analysis())["任务分工"].oddFooter.left
    assert part.text == "2026年云泽市重点工作 任务分工表"
    assert part.size == 9


def test_no_chapter_is_left_alone_at_the_foot_of_a_page() -> None:
    pages = PageBreaks(room=100, repeated=10)
    pages.add_row(80)
    pages.add_heading(5, 10)
    pages.add_heading(6, 5)
    pages.add_row(30)
    pages.add_row(60)
    pages.add_heading(9, 10)
    pages.add_row(25)
    assert pages.breaks == [5, 9]
