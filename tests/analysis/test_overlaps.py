"""A body that annotates its clauses and an annex that tabulates them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

import pytest
from documents import docx, html, word
from offices import PLAN, TABLE, sheet

from raci.config.profiles import load_profile
from raci.model import Analysis
from raci.pipeline import analyse
from raci.readers.documents.attachments import join_attachments
from raci.readers.registry import read_bytes, read_text
from raci.views.frames import rows
from raci.views.grid import grid
from raci.views.matrix import matrix
from raci.views.tables.about import about
from raci.views.tables.plan import plan_table
from raci.views.tables.review import review

BODY = [
    "云泽市护河行动方案",
    "一、清理河道",
    "（一）开展漂浮物清理。对主要河道开展漂浮物清理。（市水利局牵头，市城管局、市财政局配合）",
    "（二）严查违法排污。对沿河企业逐一排查。（市生态环境局牵头，市公安局配合）",
    "二、强化保障",
    "（一）落实资金保障。足额安排经费。（责任单位：市财政局）",
    "（二）加强宣传引导。",
]
HEAD = ["序号", "重点任务", "牵头单位", "配合单位"]
SAME = [
    ["1", "开展漂浮物清理", "市水利局", "市城管局、市财政局"],
    ["2", "严查违法排污", "市生态环境局", "市公安局"],
]


def analysis(table: Sequence[Sequence[str]], head: Sequence[str] = HEAD, body: Sequence[str] = BODY) -> Analysis:
    """The body with a table behind it, as text."""
    lines = ["\t".join(cells) for cells in [head, *table]]
    (document,) = read_text("\n".join([*body, "附件", "重点任务分工表", *lines]))
    return analyse(document)


def said(of: Analysis) -> list[tuple[str, str]]:
    return [(each.severity, each.message) for each in of.findings if each.check == "annex"]


def agreed(of: Analysis) -> int:
    """How many tasks 说明 says that both say alike."""
    table = grid(of)
    rows = about(of, table, review(of), load_profile("explicit"), datetime.now()).rows
    told = dict(row[:2] for row in rows)
    return int(re.sub(r"\D", "", str(told.get("正文与附件表", "0"))))


def test_a_body_alone_and_a_table_alone_have_no_twins() -> None:
    (alone,) = read_text("\n".join(BODY))
    assert analyse(alone).overlaps == ()
    (table,) = read_bytes(sheet(TABLE), "分工表.xlsx")
    assert analyse(table).overlaps == ()
    assert said(analyse(table)) == []


def test_what_agrees_is_one_task_with_both_evidences_in_the_rows() -> None:
    both = analysis(SAME)
    assert [each.clause.heading for each in both.assignments].count("开展漂浮物清理") == 6
    table = grid(both)
    assert [task.label for task in table.tasks] == [
        "（一）开展漂浮物清理",
        "（二）严查违法排污",
        "（一）落实资金保障",
        "（二）加强宣传引导",
    ]
    assert len(table.entries) == 6
    assert (said(both), agreed(both)) == ([], 2)


def test_rows_give_the_same_matrix_as_the_analysis() -> None:
    both = analysis([*SAME, ["3", "加强宣传引导", "市水利局", ""]])
    letters = matrix(both)
    again = matrix(rows(both))
    assert list(again.index.get_level_values("task")) == list(letters.index.get_level_values("task"))
    assert (again.to_numpy() == letters.to_numpy()).all()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (["1", "开展漂浮物清理", "市城管局", "市水利局、市财政局"], "正文写市水利局牵头，附件表写市城管局牵头"),
        (["1", "开展漂浮物清理", "市水利局", "市城管局"], "正文有市财政局，附件表没有市财政局"),
        (["1", "开展漂浮物清理", "市水利局", "市城管局、市财政局、市公安局"], "正文没有市公安局，附件表有市公安局"),
    ],
)
def test_what_differs_is_a_finding_with_both_places_and_quotes(row: list[str], words: str) -> None:
    both = analysis([row, SAME[1]])
    (warning,) = said(both)
    assert warning[0] == "warning"
    assert words in warning[1]
    assert "（市水利局牵头，市城管局、市财政局配合）" in warning[1]
    assert row[2] in warning[1].partition("；附件表（")[2]
    assert "第3段" in warning[1] and "表1第2行" in warning[1]
    assert agreed(both) == 1
    tasks = grid(both).tasks
    assert [task.heading for task in tasks].count("开展漂浮物清理") == 2
    table = plan_table(both, grid(both)).whole()
    remarks = [line[-1] for line in table.rows]
    assert remarks[0].startswith("与附件表不一致") and remarks[-1].startswith("与正文不一致")


def test_time_limits_that_differ_are_told() -> None:
    head = [*HEAD, "完成时限"]
    body = [BODY[0], BODY[1], "（一）开展漂浮物清理。2026年6月底前完成。（市水利局牵头，市城管局、市财政局配合）"]
    late = [[*SAME[0], "2026年12月底"], [*SAME[1], ""]]
    assert "时限" in said(analysis(late, head, body))[0][1]
    kept = [[*SAME[0], "2026年6月底"], [*SAME[1], ""]]
    assert (said(analysis(kept, head, body)), agreed(analysis(kept, head, body))) == ([], 1)


SILENT = [
    ("a table that ranks nobody", ["1", "开展漂浮物清理", "", "", "市水利局、市城管局、市财政局"]),
    ("another order of the supporting", ["1", "开展漂浮物清理", "市水利局", "市财政局、市城管局", ""]),
    ("full names", ["1", "开展漂浮物清理", "云泽市水利局", "云泽市城管局、云泽市财政局", ""]),
    ("another task", ["1", "开展垃圾分类", "市住建局", "", ""]),
    ("a collective more", ["1", "开展漂浮物清理", "市水利局", "市城管局、市财政局、各县（区）人民政府", ""]),
]


@pytest.mark.parametrize("row", [row for _, row in SILENT], ids=[name for name, _ in SILENT])
def test_what_is_no_contradiction_is_no_finding(row: list[str]) -> None:
    both = analysis([row, [*SAME[1], ""]], [*HEAD, "责任单位"])
    assert [words for severity, words in said(both) if severity == "warning"] == []


def test_headings_that_stand_twice_are_told_apart_by_their_numbers_or_not_at_all() -> None:
    body = [*BODY[:2], "（一）加强组织领导。（市水利局牵头）", BODY[4], "（二）加强组织领导。（市财政局牵头）"]
    table = [["一", "加强组织领导", "市水利局", ""], ["二", "加强组织领导", "市公安局", ""]]
    found = said(analysis(table, body=body))
    assert [severity for severity, _ in found] == ["warning"]
    assert "市公安局" in found[0][1]
    other = [["1", "加强组织领导", "市卫生健康局", ""], ["2", "加强组织领导", "市公安局", ""]]
    assert said(analysis(other, body=body)) == []


def test_a_row_that_repeats_what_a_clause_says_is_known_by_its_words() -> None:
    table = [["1", "对主要河道开展漂浮物清理。", "市城管局", ""], ["2", "对全部水库进行安全鉴定。", "市水利局", ""]]
    (warning,) = said(analysis(table, ["序号", "工作内容", "牵头单位", "配合单位"]))
    assert "附件表写市城管局牵头" in warning[1]


def test_a_clause_that_leaves_it_to_the_table_is_not_without_a_body() -> None:
    both = analysis([["1", "加强宣传引导", "市委宣传部", ""], *SAME])
    assert [each for each in both.findings if each.check == "unassigned"] == []
    (task,) = [task for task in grid(both).tasks if task.heading == "加强宣传引导"]
    assert (task.number, task.chapter) == ("1", "二、强化保障")


def test_a_row_that_tells_roles_apart_speaks_for_its_clause() -> None:
    both = analysis([*SAME, ["3", "落实资金保障", "市财政局", ""]])
    (lead,) = [entry for entry in grid(both).entries if grid(both).tasks[entry.task].heading == "落实资金保障"]
    assert (lead.role, lead.assignment.quote) == ("lead", "市财政局")
    assert grid(both).tasks[lead.task].chapter == "二、强化保障"
    assert (said(both), agreed(both)) == ([], 3)


def test_supporting_bodies_that_the_table_calls_responsible_are_no_second_task() -> None:
    both = analysis([[each[0], each[1], each[2], each[3]] for each in SAME], [*HEAD[:3], "责任单位"])
    assert len(grid(both).tasks) == 4
    assert {entry.role for entry in grid(both).entries if entry.task < 2} == {"lead", "support"}


def test_a_limit_that_only_the_table_has_is_the_tasks_own() -> None:
    both = analysis([[*SAME[0], "2026年6月底"], [*SAME[1], ""]], [*HEAD, "完成时限"])
    assert grid(both).tasks[0].deadline == "2026年6月底"


def test_a_notice_and_its_annexes(  # the table in a workbook of its own
) -> None:
    rows_ = [*TABLE[:3], [2, "培育数据企业", "省商务厅、省工业和信息化厅", "2027年底"]]
    documents = [
        *read_text(
            "\n".join([*PLAN, "（三）加强统筹。列第一位者为牵头单位。（责任单位：省数据局）", "附件：重点任务分工表"]),
            "方案.txt",
        ),
        *read_bytes(sheet(rows_), "附件 重点任务分工表.xlsx"),
    ]
    (one,) = join_attachments(documents)
    assert agreed(analyse(one)) == 2


def _table(rows_: Sequence[Sequence[str]], cell: str, row: str) -> str:
    return "".join(row.format("".join(cell.format(words) for words in line)) for line in rows_)


def test_in_every_format() -> None:
    wrong = ["1", "开展漂浮物清理", "市城管局", "市水利局、市财政局"]
    lines = [HEAD, wrong, SAME[1]]
    text = analysis([wrong, SAME[1]])
    xml = _table(lines, "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>", "<w:tr>{}</w:tr>")
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in [*BODY, "附件", "重点任务分工表"])
    page = html([*BODY, "附件", "重点任务分工表"]).decode()
    at = page.rindex("</p>", 0, page.index('<div style="display:none">')) + 4
    page = page[:at] + "<table>" + _table(lines, "<td>{}</td>", "<tr>{}</tr>") + "</table>" + page[at:]
    for name, data in (("a.docx", word(f"{body}<w:tbl>{xml}</w:tbl>")), ("a.html", page.encode())):
        (document,) = read_bytes(data, name)
        found = said(analyse(document))
        assert [severity for severity, _ in found] == ["warning"], name
        assert agreed(analyse(document)) == 1
        assert found[0][1].split("。正文（")[0] == said(text)[0][1].split("。正文（")[0]


def test_an_automatic_numbering_changes_nothing() -> None:
    (body,) = read_bytes(docx([*BODY, "附件：重点任务分工表"]), "方案.docx")
    (table,) = read_bytes(sheet([HEAD, *SAME]), "附件 重点任务分工表.xlsx")
    (one,) = join_attachments([body, table])
    assert (said(analyse(one)), agreed(analyse(one))) == ([], 2)
