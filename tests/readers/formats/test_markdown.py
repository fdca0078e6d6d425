"""Markdown: its marks read as what they mean."""

from __future__ import annotations

import os

import pytest
from documents import markdown, meaning, mutants, refusal, refused_or_read
from hypothesis import given, settings
from texts import Planted, plans

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes, read_text

#: RACI_MUTANTS=500 tries more
MUTANTS = int(os.environ.get("RACI_MUTANTS", "100"))


def opened(text: str) -> Document:
    (document,) = read_bytes(text.encode(), "方案.md")
    return document


@settings(max_examples=25)
@given(plan=plans())
def test_the_same_rows_as_the_text(plan: Planted) -> None:
    (document,) = read_bytes(markdown(plan.paragraphs), "方案.md")
    (text,) = read_text(plan.text)
    assert document.text == plan.text.strip()
    assert meaning(extract(document)) == meaning(extract(text))


@settings(max_examples=15)
@given(plan=plans())
def test_plain_text_is_markdown_too(plan: Planted) -> None:
    assert meaning(extract(opened(plan.text))) == meaning(extract(plan.text))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# 甲\n\n乙", ["甲", "乙"]),
        ("## 甲 ##", ["甲"]),
        ("甲\n===\n乙\n---\n", ["甲", "乙"]),
        ("- 甲\n* 乙\n+ [x] 丙", ["甲", "乙", "丙"]),
        ("1. 甲\n2. 乙", ["1. 甲", "2. 乙"]),
        ("1\\. 甲", ["1. 甲"]),
        ("> 甲\n>> 乙", ["甲", "乙"]),
        ("[甲](http://x)乙![丙](y.png)", ["甲乙丙"]),
        ("甲<!-- 乙\n丙 -->丁", ["甲", "丁"]),
        ("甲<span>乙</span>`丙`~~丁~~", ["甲乙丙"]),
        ("---\ntitle: 甲\n---\n乙", ["乙"]),
        ("```\n# 甲\n```", ["# 甲"]),
        ("甲<br>乙<br/>丙\n\n丁", ["甲", "乙", "丙", "丁"]),
        ("<br>甲<br><br>\n乙", ["甲", "乙"]),
        ("2 * 3 * 4，__init__", ["2 * 3 * 4，init"]),
    ],
)
def test_lines(source: str, expected: list[str]) -> None:
    assert opened(source).text.split("\n") == expected


def test_bold_type_is_emphasis_and_lines_are_counted() -> None:
    document = opened("---\na: b\n---\n# 甲\n\n责任单位：**市商务局**、<b>市财政局</b>、市公安局")
    assert [document.quote(*span) for span in document.emphasis] == ["市商务局", "市财政局"]
    place = document.place(document.text.index("市公安局"))
    assert place is not None
    assert place.line == 6
    assert document.blocks[0].level == 1


def test_line_breaks_keep_bold_type_and_line_numbers() -> None:
    document = opened("甲<br>乙**丙**<br>**丁**戊\n\n己")
    assert [document.quote(*span) for span in document.emphasis] == ["丙", "丁"]
    places = [document.place(document.text.index(char)) for char in "甲丁己"]
    assert [place.line for place in places if place is not None] == [1, 1, 3]


def test_a_table() -> None:
    document = opened(
        "# 任务清单\n\n| 序号 | 重点任务 | 牵头单位 | 配合单位 |\n|:-|--|:-:|--|\n"
        "| 1 | 发展夜市 | **市商务局** | 市财政局<br>市公安局 |\n| 2 | 延长营业 | 市城管局 | |\n\n二、其他"
    )
    assert [(one.clause.number, one.clause.heading, one.department.name, one.role) for one in extract(document)] == [
        ("1", "发展夜市", "市商务局", "lead"),
        ("1", "发展夜市", "市财政局", "support"),
        ("1", "发展夜市", "市公安局", "support"),
        ("2", "延长营业", "市城管局", "lead"),
    ]


def test_the_marked_head_of_a_table_stays_whatever_its_first_row_says() -> None:
    document = opened(
        "| 工作项 | 县水利局 | 县林业局 |\n|-|-|-|\n| 堤防开发 | 🔴 主责 | — |\n| 巡护 | 🟡 协助 | 主责 |\n"
    )
    assert [(one.clause.heading, one.department.name, one.role) for one in extract(document)] == [
        ("堤防开发", "县水利局", "responsible"),
        ("巡护", "县水利局", "support"),
        ("巡护", "县林业局", "responsible"),
    ]


def test_an_empty_file() -> None:
    assert "空" in refusal(read_bytes, b"", "方案.md")
    assert "没有文字" in refusal(read_bytes, b"---\n---\n", "方案.md")


def test_broken_files() -> None:
    table = "| 序号 | 任务 | 牵头单位 |\n|-|-|-|\n| 1 | 乙 | 丙 |\n"
    data = f"# 方案\n\n一、**甲**。（牵头单位：市商务局）\n\n{table}".encode()
    assert sum(refused_or_read(read_bytes, mutants(data, MUTANTS), "方案.md")) == MUTANTS


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>任务</th><th>责任单位</th></tr><tr><td>改造小区</td><td>市财政局</td></tr></table>",
        "<TABLE>\n<tr>\n<td>任务</td>\n\n<td>责任单位</td></tr>\n<tr><td>改造小区</td><td>市财政局</td></tr>\n</TABLE>\n完。",
        "<table><tr><td>任务<td>责任单位<tr><td>改造小区<td>市财政局",
    ],
)
def test_a_table_of_html_is_a_table(table: str) -> None:
    (row,) = extract(opened(f"# 云岭市改造方案\n\n{table}\n"))
    assert (row.clause.heading, row.department.name) == ("改造小区", "市财政局")


def test_an_empty_table_of_html_and_one_in_a_fence_are_none() -> None:
    assert opened("改造。\n<table><tr><td>&nbsp;</td></tr></table>\n完。").text == "改造。\n完。"
    assert "<table>" in opened("```\n<table>\n```\n").text
