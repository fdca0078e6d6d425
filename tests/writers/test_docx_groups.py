"""The Word file of the groups: persons a row each, bodies together."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document as read_docx
from jobs import job_of

from raci.pipeline import analyses
from raci.writers.docx.groups import render as render_groups

LEAD = "云泽市绿道建设方案\n"


def rows(text: str) -> list[list[str]]:
    (analysis,) = analyses(f"{LEAD}{text}")
    (table,) = read_docx(BytesIO(render_groups(job_of(analysis)))).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_bodies_of_one_position_stand_in_one_row_and_nobody_has_a_column_of_names() -> None:
    found = rows("成立云泽市绿道建设领导小组，由市长任组长，市财政局、市园林局为成员单位。\n")
    assert found[0] == ["身份", "职务、单位"]
    assert found[2:] == [["组长", "市长"], ["成员单位", "市财政局、市园林局"]]


def test_persons_have_a_row_each() -> None:
    found = rows(
        "云泽市绿道建设领导小组成员名单\n组长：王某　市长\n副组长：李某　市园林局局长\n　　　　周某　市财政局局长\n"
        "成员：市水务局、市教育局\n"
    )
    assert found[0] == ["身份", "姓名", "职务、单位"]
    assert [row[1:] for row in found[2:]] == [
        ["王某", "市长"],
        ["李某", "市园林局局长"],
        ["周某", "市财政局局长"],
        ["", "市水务局、市教育局"],
    ]


@pytest.mark.parametrize("title", ["副组长", "成员"])
def test_posts_that_hold_a_mark_are_parted_by_another(title: str) -> None:
    found = rows(f"成立云泽市绿道建设领导小组，由市委常委、常务副市长和分管副市长任{title}。\n")
    assert found[-1] == [title, "市委常委、常务副市长；分管副市长"]
