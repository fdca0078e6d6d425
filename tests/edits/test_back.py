"""A workbook that raci wrote reads back as what it was made from."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from handed import PLAN, back, document, handed, saved, told
from hypothesis import given
from jobs import job_of
from plans import HOSTILE, Plan, small, unnamed, wide
from strategies import analyses

from raci.edits.read_rows import read_rows
from raci.model import Analysis
from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes, read_text
from raci.register.naming import Naming
from raci.storage.rows import records
from raci.storage.sheet_names import RECORD
from raci.views.grid import grid
from raci.writers import render


def plan() -> Analysis:
    [found] = read_text(PLAN, "云泽.txt")
    return analyse(found)


def without_notes(analysis: Analysis) -> Analysis:
    return replace(analysis, document=replace(analysis.document, notes=()))


@pytest.mark.slow
@given(analyses())
def test_any_plan_comes_back_with_its_rows_and_ids(made: Analysis) -> None:
    again = back(handed(made))
    assert list(records(again)) == list(records(made))
    assert [task.id for task in grid(again).tasks] == [task.id for task in grid(made).tasks]
    assert [body.id for body in grid(again).bodies] == [body.id for body in grid(made).bodies]
    assert not again.edits


@pytest.mark.slow
@pytest.mark.parametrize("made", [small(), unnamed(), wide(40, 60)], ids=["small", "unnamed", "wide"])
def test_the_analysis_is_the_same_but_for_a_note(made: Analysis) -> None:
    made = replace(made, findings=back(handed(made)).findings)  # of invented plans nothing was checked
    again = back(handed(made))
    assert without_notes(again) == without_notes(made)
    assert [note for note in again.document.notes if note not in made.document.notes] == [
        "读自 raci 写出的工作簿“改过的.xlsx”：任务和依据取自其中的记录，人工修改另列"
    ]


def test_of_a_text_the_findings_the_rules_and_the_open_tasks_come_back_too() -> None:
    made, again = plan(), back(handed(plan()))
    assert without_notes(again) == without_notes(made)
    assert made.findings and made.declarations and made.unassigned()
    assert again.document.place(again.assignments[0].start) == made.document.place(made.assignments[0].start)


def test_hostile_names_are_no_edits() -> None:
    made = Plan("=方案").chapter("一、", "章")
    for number, text in enumerate(HOSTILE):
        made.task(f"{number}.", f"事{number}", lead=text, support=HOSTILE[number - 1])
    again = back(handed(made.analysis()))
    assert list(records(again)) == list(records(made.analysis()))
    assert not told(again)


def test_a_second_round_adds_no_second_note() -> None:
    twice = back(handed(back(handed(small()))))
    assert sum("工作簿" in note for note in twice.document.notes) == 1


def test_the_letters_are_those_of_the_workbook_unless_others_are_asked_for() -> None:
    again = back(handed(small(), "rasci"))
    assert [row["letter"] for row in records(again)] == [row["letter"] for row in records(small(), "rasci")]
    assert {row["profile"] for row in records(again)} == {"rasci"}
    assert list(records(again, "explicit")) == list(records(small(), "explicit"))


def test_rows_of_a_file_are_those_of_the_run(tmp_path: Path) -> None:
    (tmp_path / "另一个名字.xlsx").write_bytes(saved(handed(small())))
    frame = read_rows(tmp_path / "另一个名字.xlsx")
    named = frame[frame["department"].notna()]
    assert named["quote"].tolist() == [one.quote for one in small().assignments]
    assert named["start"].tolist() == [one.start for one in small().assignments]
    assert frame[frame["department"].isna()]["task"].tolist() == [one.heading for one in small().unassigned()]


def test_what_a_reader_of_the_text_sees_is_the_plans_own_text() -> None:
    found = document(handed(plan()))
    assert found.text == plan().document.text
    assert found.source == "云泽.txt"


def test_a_name_option_reads_the_text_anew_and_keeps_what_was_changed() -> None:
    book = handed(plan())
    sheet = book["任务分工"]
    row = next(row for row in sheet.iter_rows(min_row=4) if row[3].value == "建设便民服务站点")
    row[4].value = "市水务局"
    found = document(book)
    again = analyse(found, naming=Naming(as_of=2026))
    assert "从原文重新读出，再套用人工修改" in again.document.notes[-1]
    assert (
        next(one.department.name for one in again.assignments if one.clause.heading == "建设便民服务站点") == "市水务局"
    )
    assert any(one.department.current for one in again.assignments)
    assert extract(found, naming=Naming(as_of=2026)) == again.assignments


def test_stages_of_the_callers_see_the_text_and_are_told() -> None:
    from raci.pipeline import STAGES

    again = analyse(document(handed(plan())), stages=STAGES)
    assert without_notes(again).assignments == plan().assignments
    assert "没有套用" in again.document.notes[-1]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda cells: [*cells[:2], "AAAA" + cells[2][4:]], "已损坏"),
        (lambda cells: ["raci:record:9", *cells[1:]], "另一版"),
        (lambda cells: cells[:1], "已损坏"),
        (lambda cells: ["", *cells[1:]], "没有记录"),
        (lambda cells: [*cells[:2], cells[2][:-8]], "已损坏"),
    ],
)
def test_a_damaged_record_is_told_and_the_table_is_read(change, why: str) -> None:  # type: ignore[no-untyped-def]
    book = handed(plan())
    sheet = book[RECORD]
    cells = change([str(row[0].value) for row in sheet.iter_rows()])
    sheet.delete_rows(1, sheet.max_row)
    for number, cell in enumerate(cells, start=1):
        sheet.cell(number, 1, cell)
    found = document(book)
    assert found.saved is None
    assert any(why in note and "任务分工" in note for note in found.notes)
    names = {one.department.name for one in extract(found)}
    assert {"市政务服务局", "市财政局"} <= names


def test_a_record_that_was_deleted_is_told() -> None:
    book = handed(small())
    del book[RECORD]
    found = document(book)
    assert found.saved is None and any("没有记录" in note for note in found.notes)


def test_rows_as_csv_and_as_json_lines_come_back_as_rows() -> None:
    job = job_of(plan())
    for form, name in (("csv", "assignments.csv"), ("jsonl", "assignments.jsonl")):
        [found] = read_bytes(render(form, job), name)
        again = analyse(found)
        # what of the text is not in the rows, they cannot give back
        written = [{**row, "document_id": None} for row in records(plan())]
        assert list(records(again)) == written
        assert any("没有原文" in note for note in found.notes)
        for output in ("xlsx", "docx", "report", "graphml"):
            assert render(output, job_of(again))


def test_rows_of_several_plans_are_several_documents() -> None:
    text = io.StringIO()
    rows = [dict(row) for made in (plan(), small()) for row in records(made)]
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    found = read_bytes(text.getvalue().encode("gb18030"), "两份.csv")
    assert [one.title for one in found] == [plan().document.title, small().document.title]


def test_json_lines_of_something_else_are_refused_by_line() -> None:
    from raci.errors import ReadError

    rows = [json.dumps(row, ensure_ascii=False) for row in records(small())]
    with pytest.raises(ReadError, match="第3行不是"):
        read_bytes("\n".join([*rows[:2], '{"a": 1}']).encode(), "别的.jsonl")
