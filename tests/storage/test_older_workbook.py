"""A workbook written before raci was arranged in rooms, and edited in two cells, still reads back.

``data/older_workbook.xlsx`` was written by the tree of commit 7cc51e9 from a short invented plan, edited and saved with
openpyxl; ``data/older_workbook.jsonl`` holds the rows that the same tree read back from it. Neither is made anew.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from raci.edits.read_rows import read_rows
from raci.model import Analysis
from raci.pipeline import analyse
from raci.readers.registry import read
from raci.storage.rows import records

DATA = Path(__file__).parent / "data"
WORKBOOK = DATA / "older_workbook.xlsx"


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    [document] = read(WORKBOOK)
    return analyse(document)


def test_its_rows_are_those_that_the_older_version_read(analysis: Analysis) -> None:
    expected = [json.loads(line) for line in (DATA / "older_workbook.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [{key: value for key, value in row.items() if key in expected[0]} for row in records(analysis)]
    assert rows == expected


def test_the_cells_that_a_person_changed_are_known_as_such(analysis: Analysis) -> None:
    by_hand = {(row["task"], row["department"], row["role"]) for row in records(analysis) if row["origin"] == "hand"}
    assert by_hand == {("规范食品安全", "县自然资源局", "support"), ("开展满意度回访", "县信访局", "responsible")}
    assert [(edit.place, edit.field) for edit in analysis.edits] == [
        ("任务分工!F7", "added"),
        ("RACI 矩阵!G7", "added"),
    ]


def test_text_rules_and_tasks_of_the_record_come_back(analysis: Analysis) -> None:
    assert analysis.document.title == "溪桥县社区食堂建设工作方案"
    assert analysis.declarations == ("列第一位者为牵头单位，下同",)
    for assignment in analysis.assignments:
        if not assignment.added:
            quote = analysis.document.quote(assignment.start, assignment.end)
            assert "".join(quote.split()) == assignment.department.name
    assert not analysis.unassigned()


def test_its_rows_come_as_a_frame(analysis: Analysis) -> None:
    assert read_rows(WORKBOOK)["department"].tolist() == [row["department"] for row in records(analysis)]
