"""What a person changed in a workbook is understood, applied, and told; what was not is told too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from handed import PLAN, back, cell, handed, told
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from plans import Plan, small
from strategies import analyses

from raci.model import ROLES, Analysis, Assignment, Role
from raci.model.labels import ROLE_WORDS
from raci.pipeline import analyse
from raci.readers.registry import read_text
from raci.storage.rows import records

Said = set[tuple[str, str, str]]


def plan() -> Analysis:
    [found] = read_text(PLAN, "云泽.txt")
    return analyse(found)


def said(analysis: Analysis) -> Said:
    return {(one.clause.heading, one.department.name, one.role) for one in analysis.assignments}


def changed(before: Analysis, after: Analysis) -> tuple[Said, Said]:
    """What went, what came."""
    return said(before) - said(after), said(after) - said(before)


def by_hand(analysis: Analysis) -> list[Assignment]:
    return [one for one in analysis.assignments if one.origin == "hand"]


def one(analysis: Analysis, task: str, name: str) -> Assignment:
    [found] = [each for each in analysis.assignments if (each.clause.heading, each.department.name) == (task, name)]
    return found


# the matrix


def matrix(change: Callable[[Workbook], object], made: Analysis | None = None, profile: str = "explicit") -> Analysis:
    book = handed(made or plan(), profile)
    change(book)
    return back(book)


def write(sheet: str, task: str, head: str, value: str | None) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        cell(book[sheet], task, head).value = value

    return change


def test_a_letter_that_was_changed_changes_the_role_and_keeps_the_words_it_came_from() -> None:
    after = matrix(write("RACI 矩阵", "改善站点环境", "各县区人民政府", "C"))
    assert changed(plan(), after) == (
        {("改善站点环境", "各县区人民政府", "responsible")},
        {("改善站点环境", "各县区人民政府", "support")},
    )
    was, now = one(plan(), "改善站点环境", "各县区人民政府"), one(after, "改善站点环境", "各县区人民政府")
    assert (now.quote, now.start, now.end) == (was.quote, was.start, was.end)
    assert (now.origin, now.rule) == ("hand", "edited.matrix")
    assert now.department == was.department


def test_where_another_letter_follows_from_the_change_that_is_told() -> None:
    after = matrix(write("RACI 矩阵", "改善站点环境", "各县区人民政府", "C"))
    second, first = told(after)  # the warning stands first
    assert "“各县区人民政府”由责任改为配合（RACI 矩阵!" in first
    assert "按角色方案“明示”，“市住房城乡建设局”的字母应为“A/R”，表中为“A”" in second


def test_a_letter_that_was_added_makes_an_assignment_of_the_clause() -> None:
    after = matrix(write("RACI 矩阵", "公开办事指南", "市审计局", "r"))
    assert changed(plan(), after) == (set(), {("公开办事指南", "市审计局", "responsible")})
    made = one(after, "公开办事指南", "市审计局")
    assert (made.quote, made.rule, made.origin) == ("市审计局", "edited.matrix", "hand")
    assert "公开办事指南" in after.document.quote(made.start, made.end)
    assert made.department == one(plan(), "统筹资金安排", "市审计局").department
    assert not [clause for clause in after.unassigned() if clause.heading == "公开办事指南"]


def test_a_letter_that_was_taken_out_takes_the_assignment() -> None:
    after = matrix(write("RACI 矩阵", "推行延时服务", "群众评议小组", None))
    assert changed(plan(), after) == ({("推行延时服务", "群众评议小组", "support")}, set())
    assert len(told(after)) == 1 and "删去配合“群众评议小组”" in told(after)[0]


def test_letters_that_were_swapped_swap_the_roles() -> None:
    def swap(book: Workbook) -> None:
        sheet = book["RACI 矩阵"]
        cell(sheet, "改善站点环境", "市住房城乡建设局").value = "R"
        cell(sheet, "改善站点环境", "各县区人民政府").value = "A"

    after = matrix(swap)
    assert one(after, "改善站点环境", "市住房城乡建设局").role == "responsible"
    assert one(after, "改善站点环境", "各县区人民政府").role == "lead"
    assert len(told(after)) == 2


def test_two_letters_are_two_roles() -> None:
    after = matrix(write("RACI 矩阵", "改善站点环境", "市财政局", "R/C"))
    assert changed(plan(), after)[1] == {
        ("改善站点环境", "市财政局", "responsible"),
        ("改善站点环境", "市财政局", "support"),
    }


def test_a_letter_of_no_profile_is_told_and_changes_nothing() -> None:
    after = matrix(write("RACI 矩阵", "改善站点环境", "各县区人民政府", "Q"))
    assert said(after) == said(plan())
    assert len(told(after)) == 1
    assert "由“R”改为“Q”，不是本方案的字母" in told(after)[0]
    assert {finding.severity for finding in after.findings if finding.check == "edited"} == {"warning"}


def test_a_profile_that_gives_the_first_named_the_lead_is_understood() -> None:
    after = matrix(write("RACI 矩阵", "统筹资金安排", "市审计局", None), profile="first-leads")
    assert changed(plan(), after) == ({("统筹资金安排", "市审计局", "responsible")}, set())


def test_a_column_that_was_added_is_a_new_body_and_one_that_was_taken_out_is_gone() -> None:
    def columns(book: Workbook) -> None:
        sheet = book["RACI 矩阵"]
        at = cell(sheet, "公开办事指南", "市审计局").column
        for row in sheet.iter_rows(min_col=at, max_col=at):
            if row[0].value == "市审计局":
                row[0].value = "市档案馆"
            if str(row[0].value).startswith("body:"):
                row[0].value = None

    after = matrix(columns)
    assert changed(plan(), after) == (
        {("统筹资金安排", "市审计局", "responsible")},
        {("统筹资金安排", "市档案馆", "responsible")},
    )


# 任务分工


def test_names_that_were_added_taken_out_moved_and_replaced() -> None:
    def change(book: Workbook) -> None:
        sheet = book["任务分工"]
        cell(sheet, "推行延时服务", "配合单位").value = "市人力资源社会保障局、市档案馆；市委编办"
        cell(sheet, "统筹资金安排", "责任单位").value = "市财政局"
        cell(sheet, "统筹资金安排", "牵头单位").value = "市审计局"
        cell(sheet, "公开办事指南", "责任单位").value = "市政务服务局"

    after = matrix(change)
    assert changed(plan(), after) == (
        {
            ("推行延时服务", "群众评议小组", "support"),
            ("统筹资金安排", "市审计局", "responsible"),
            ("统筹资金安排", "市财政局", "lead"),
        },
        {
            ("推行延时服务", "市档案馆", "support"),
            ("推行延时服务", "市委编办", "support"),
            ("统筹资金安排", "市审计局", "lead"),
            ("统筹资金安排", "市财政局", "responsible"),
            ("公开办事指南", "市政务服务局", "responsible"),
        },
    )
    moved = one(after, "统筹资金安排", "市审计局")
    assert moved.quote == one(plan(), "统筹资金安排", "市审计局").quote
    assert {each.rule for each in by_hand(after)} == {"edited.table"}
    assert len(told(after)) == 6


def test_a_name_that_was_replaced_keeps_the_words_and_is_looked_up() -> None:
    after = matrix(write("任务分工", "推行延时服务", "牵头单位", "市发改委"))
    made = one(after, "推行延时服务", "市发改委")
    assert made.department.canonical == "云泽市发展和改革委员会"
    assert made.quote == one(plan(), "推行延时服务", "市政务服务局").quote
    assert "牵头“市政务服务局”改为“市发改委”" in told(after)[0]


def test_a_time_limit_that_was_changed_holds_for_all_of_the_task() -> None:
    after = matrix(write("任务分工", "建设便民服务站点", "完成时限", "2026年6月底前"))
    limits = {
        (each.deadline.text, each.deadline.due)
        for each in after.assignments
        if each.clause.heading == "建设便民服务站点" and each.deadline
    }
    assert limits == {("2026年6月底前", "2026-06-30")}
    assert back(handed(after)).assignments == after.assignments
    from raci.views.grid import grid

    assert next(task.deadline for task in grid(after).tasks if task.heading == "建设便民服务站点") == "2026年6月底前"


def test_a_time_limit_of_a_task_for_nobody() -> None:
    from raci.views.grid import grid

    after = matrix(write("任务分工", "公开办事指南", "完成时限", "2026年底前"))
    assert next(task.due for task in grid(after).tasks if task.heading == "公开办事指南") == "2026-12-31"
    assert not said(after) - said(plan())


def test_a_task_that_was_taken_out_and_one_that_was_added() -> None:
    def change(book: Workbook) -> None:
        sheet = book["任务分工"]
        row = cell(sheet, "推行延时服务", "任务").row
        sheet.delete_rows(row)
        sheet.insert_rows(row + 1)
        sheet.cell(row + 1, cell(sheet, "公开办事指南", "任务").column, "开展服务评价")
        sheet.cell(row + 1, cell(sheet, "公开办事指南", "编号").column, "（四）")
        sheet.cell(row + 1, cell(sheet, "公开办事指南", "责任单位").column, "市政务服务局、市委编办")

    after = matrix(change)
    headings = [after.clauses[index].heading for index in after.tasks]
    assert "推行延时服务" not in headings
    assert headings.index("开展服务评价") == headings.index("公开办事指南") + 1
    assert changed(plan(), after)[1] == {
        ("开展服务评价", "市政务服务局", "responsible"),
        ("开展服务评价", "市委编办", "responsible"),
    }
    made = one(after, "开展服务评价", "市委编办")
    assert made.clause.path == ("一、优化便民服务",)
    assert after.clauses[made.clause.index] == made.clause
    assert said(back(handed(after))) == said(after)


def test_a_heading_that_was_changed() -> None:
    after = matrix(write("任务分工", "公开办事指南", "任务", "公开并更新办事指南"))
    assert [clause.heading for clause in after.unassigned()] == ["公开并更新办事指南"]
    assert "任务由“（三）公开办事指南”改为“公开并更新办事指南”" in told(after)[0]


def test_the_order_of_names_counts() -> None:
    after = matrix(write("任务分工", "推行延时服务", "配合单位", "群众评议小组、市人力资源社会保障局"))
    names = [each.department.name for each in after.assignments if each.role == "support"]
    assert names == ["群众评议小组", "市人力资源社会保障局"]
    assert len(told(after)) == 1


def test_a_name_with_a_separator_in_it_stays_whole() -> None:
    made = Plan("方案").task("1.", "甲事", responsible="各市县和开发区").analysis()
    from dataclasses import replace

    name = "各市、县(区)人民政府"
    body = replace(made.assignments[0].department, name=name)
    made = replace(made, assignments=(replace(made.assignments[0], department=body),))
    after = matrix(write("任务分工", "甲事", "责任单位", f"市财政局、{name}"), made)
    assert [each.department.name for each in after.assignments] == ["市财政局", name]


@pytest.mark.parametrize("text", ["", "—", " / ", "（未标注）"])
def test_marks_for_nobody_are_no_names(text: str) -> None:
    assert said(matrix(write("任务分工", "公开办事指南", "责任单位", text))) == said(plan())


def test_what_cannot_be_changed_in_the_table_is_told() -> None:
    after = matrix(write("任务分工", "公开办事指南", "原文依据", "我写的"))
    assert said(after) == said(plan())
    assert len(told(after)) == 1 and "不能在表中改" in told(after)[0]


def test_a_column_that_was_added_is_told() -> None:
    def change(book: Workbook) -> None:
        sheet = book["任务分工"]
        at = sheet.max_column + 1
        sheet.cell(3, at, "联系人")
        sheet.cell(5, at, "王某")

    assert any("添加的栏目" in words and "联系人" in words for words in told(matrix(change)))


# 明细


def row(book: Workbook, task: str, name: str) -> int:
    sheet = book["明细"]
    return next(
        cells[0].row for cells in sheet.iter_rows(min_row=5) if (cells[3].value, cells[5].value) == (task, name)
    )


def key(book: Workbook, name: str) -> int:
    return next(cell.column for cell in book["明细"][4] if cell.value == name)


def set_row(of: str, name: str, /, **values: str | None) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        at = row(book, of, name)
        for column, value in values.items():
            book["明细"].cell(at, key(book, column), value)

    return change


def test_a_row_whose_role_body_or_limit_was_changed() -> None:
    def change(book: Workbook) -> None:
        set_row("推行延时服务", "群众评议小组", role="指导")(book)
        set_row("统筹资金安排", "市审计局", department="市统计局")(book)
        set_row("建设便民服务站点", "市财政局", deadline="2027年3月底前")(book)

    after = matrix(change)
    assert one(after, "推行延时服务", "群众评议小组").role == "guide"
    assert one(after, "统筹资金安排", "市统计局").department.canonical == "云泽市统计局"
    limit = one(after, "建设便民服务站点", "市财政局").deadline
    assert limit and limit.due == "2027-03-31"
    other = one(after, "建设便民服务站点", "市政务服务局").deadline
    assert other and other.due == "2025-09-30"
    assert {each.rule for each in by_hand(after)} == {"edited.rows"}
    assert len(by_hand(after)) == len(told(after)) == 3


def test_a_letter_in_a_row_changes_its_role() -> None:
    after = matrix(set_row("统筹资金安排", "市审计局", letter="I"))
    assert one(after, "统筹资金安排", "市审计局").role == "inform"


def test_a_row_that_was_taken_out_and_one_that_was_copied_and_changed() -> None:
    def change(book: Workbook) -> None:
        sheet = book["明细"]
        sheet.delete_rows(row(book, "推行延时服务", "群众评议小组"))
        at = row(book, "统筹资金安排", "市审计局")
        sheet.insert_rows(at)
        for cells in sheet.iter_rows(min_row=at + 1, max_row=at + 1):
            for each in cells:
                sheet.cell(at, each.column, each.value)
        sheet.cell(at, key(book, "department"), "市档案馆")

    after = matrix(change)
    assert changed(plan(), after) == (
        {("推行延时服务", "群众评议小组", "support")},
        {("统筹资金安排", "市档案馆", "responsible")},
    )


def test_a_meaning_that_was_put_right() -> None:
    after = matrix(set_row("推行延时服务", "群众评议小组", canonical="云泽市政务服务管理局"))
    made = one(after, "推行延时服务", "群众评议小组")
    assert made.department.canonical and "云泽市" in made.department.canonical
    assert made.origin == "hand"


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"role": "帮忙"}, "不认识的角色"),
        ({"quote": "别的话"}, "不能在表中改"),
        ({"task": "别的任务"}, "请在“任务分工”中改"),
        ({"level": "province"}, "由原文和名录得出"),
    ],
)
def test_what_cannot_be_changed_in_a_row_is_told(values: dict[str, str], why: str) -> None:
    after = matrix(set_row("推行延时服务", "群众评议小组", **values))
    assert said(after) == said(plan())
    assert len(told(after)) == 1 and why in told(after)[0]


def test_a_body_written_into_the_row_of_a_task_for_nobody_is_an_assignment() -> None:
    def change(book: Workbook) -> None:
        at = next(cells[0].row for cells in book["明细"].iter_rows(min_row=5) if cells[3].value == "公开办事指南")
        for column, value in {"department": "市审计局", "role": "责任"}.items():
            book["明细"].cell(at, key(book, column), value)

    assert changed(plan(), matrix(change)) == (set(), {("公开办事指南", "市审计局", "responsible")})


def test_other_changes_in_the_row_of_a_task_for_nobody_are_told() -> None:
    def change(book: Workbook) -> None:
        at = next(cells[0].row for cells in book["明细"].iter_rows(min_row=5) if cells[3].value == "公开办事指南")
        book["明细"].cell(at, key(book, "deadline"), "2027年底前")

    after = matrix(change)
    assert said(after) == said(plan())
    assert len(told(after)) == 1 and "请在“任务分工”中改" in told(after)[0]


def test_the_row_of_a_task_for_nobody_may_be_taken_out() -> None:
    def change(book: Workbook) -> None:
        at = next(cells[0].row for cells in book["明细"].iter_rows(min_row=5) if cells[3].value == "公开办事指南")
        book["明细"].delete_rows(at)

    after = matrix(change)
    assert said(after) == said(plan()) and not told(after)


def test_a_new_row_of_an_unknown_task_is_told() -> None:
    def change(book: Workbook) -> None:
        at = book["明细"].max_row + 1
        for column, value in {"task": "没有的任务", "department": "市财政局", "role": "牵头"}.items():
            book["明细"].cell(at, key(book, column), value)

    assert "没有（或不止一项）这样的任务" in told(matrix(change))[0]


# several sheets


def test_rows_count_before_the_table_and_the_table_before_the_matrix_and_that_is_told() -> None:
    def change(book: Workbook) -> None:
        set_row("推行延时服务", "群众评议小组", role="指导")(book)
        write("任务分工", "推行延时服务", "配合单位", "市人力资源社会保障局")(book)
        write("任务分工", "改善站点环境", "责任单位", None)(book)
        write("RACI 矩阵", "改善站点环境", "各县区人民政府", "I")(book)

    after = matrix(change)
    assert one(after, "推行延时服务", "群众评议小组").role == "guide"
    assert not [each for each in after.assignments if each.department.name == "各县区人民政府"]
    against = [words for words in told(after) if "矛盾" in words]
    assert len(against) == 2
    assert any("以“明细”为准" in words for words in against)
    assert any("以“任务分工”为准" in words for words in against)


def test_the_same_change_in_two_sheets_is_one() -> None:
    def change(book: Workbook) -> None:
        set_row("推行延时服务", "群众评议小组", role="知晓")(book)
        write("RACI 矩阵", "推行延时服务", "群众评议小组", "I")(book)

    after = matrix(change)
    assert len(told(after)) == 1
    assert one(after, "推行延时服务", "群众评议小组").rule == "edited.rows"


@pytest.mark.parametrize("sheet", ["部门任务", "台账", "待核", "市政务服务局"])
def test_what_was_written_into_the_other_sheets_is_told(sheet: str) -> None:
    def change(book: Workbook) -> None:
        book[sheet].cell(4, book[sheet].max_column, "已办")

    [words] = told(matrix(change))
    assert sheet in words and "不带入" in words


def test_a_sheet_that_was_added_is_told() -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("我的笔记").append(["下周一开会"])

    [words] = told(matrix(change))
    assert "我的笔记" in words


# again and again


def test_changes_add_up_over_several_rounds() -> None:
    first = matrix(write("RACI 矩阵", "公开办事指南", "市审计局", "R"))
    second = matrix(write("任务分工", "推行延时服务", "牵头单位", "市委编办"), first)
    assert len(told(second)) == 2
    assert {each.rule for each in by_hand(second)} == {"edited.matrix", "edited.table"}
    assert second.edits[0] == first.edits[0]


@pytest.mark.slow
@given(analyses(), st.data())
def test_planted_letters_are_the_ones_that_are_told(made: Analysis, data: st.DataObject) -> None:
    book = handed(made)
    sheet = book["任务分工"]
    heads = {each.value: each.column for each in sheet[3]}
    spare = {"子局", "丑局", "寅局"}
    expected = said_by_clause(made)
    planted = 0
    for at, index in enumerate(sorted({*made.tasks, *(each.clause.index for each in made.assignments)}), start=4):
        role: Role | None = data.draw(st.sampled_from([*ROLES, None, None]))
        head = {"leader": "责任领导"}.get(role or "", f"{ROLE_WORDS[role]}单位" if role else "")
        if role is None or head not in heads:
            continue
        name = data.draw(st.sampled_from(sorted(spare)))
        was = str(sheet.cell(at, heads[head]).value or "").replace("（未标注）", "")
        sheet.cell(at, heads[head], "、".join(filter(None, [was, name]))).data_type = "s"  # =戊局 is no formula
        expected.add((index, name, role))
        planted += 1
    after = back(book)
    assert said_by_clause(after) == expected
    assert len(told(after)) == planted == len(after.edits)
    assert {each.department.name for each in by_hand(after)} <= spare
    untouched = [row for row in records(after) if row["origin"] == "text"]
    assert len([row for row in untouched if row["department"]]) == len(made.assignments)


def said_by_clause(analysis: Analysis) -> set[tuple[int, str, str]]:
    return {(each.clause.index, each.department.name, each.role) for each in analysis.assignments}


@pytest.mark.slow
@given(analyses(), st.data())
def test_letters_of_the_matrix_come_out_as_they_were_left_or_that_is_told(made: Analysis, data: st.DataObject) -> None:
    from raci.views.grid import grid
    from raci.views.matrix import cell_letters

    book = handed(made)
    sheet = book["RACI 矩阵"]
    table = grid(made)
    columns = table.columns()
    if not columns or not table.tasks:
        return
    task, body = data.draw(st.sampled_from(range(len(table.tasks)))), data.draw(st.sampled_from(columns))
    letter = data.draw(st.sampled_from(["A", "R", "C", "I", "A/R", None]))
    ids = {each.value: each for line in sheet.iter_rows() for each in line if each.value}
    where = sheet.cell(ids[table.tasks[task].id].row, ids[table.bodies[body].id].column)
    was = cell_letters(table).get((task, body), "")
    where.value = letter
    after = back(book)
    now = grid(after)
    made_letters = {(now.tasks[t].id, now.bodies[b].id): each for (t, b), each in cell_letters(now).items()}
    got = made_letters.get((table.tasks[task].id, table.bodies[body].id), "")
    if letter == (was or None):
        assert not after.edits
    elif set((letter or "").split("/")) != set(got.split("/")):
        assert any("字母应为" in words for words in told(after))
    others = {each.clause.index for each in by_hand(after)}
    assert others <= {table.tasks[task].clause}


def test_a_small_plan_with_persons_and_many_roles_is_edited_too() -> None:
    after = matrix(write("任务分工", "推行容缺受理", "责任领导", "陈某某、李某某"), small())
    made = one(after, "推行容缺受理", "李某某")
    assert (made.role, made.department.kind) == ("leader", "person")
