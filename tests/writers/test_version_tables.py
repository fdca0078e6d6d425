"""The table of two versions in Word: no short row goes over two pages, a long one may."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from docx import Document
from docx.oxml.ns import qn

from raci.comparison.segments import MarkedText
from raci.writers.versions.word_table import WordCell, word_document


@pytest.mark.parametrize(
    ("words", "whole"),
    [("清理河道。\n责任：市水利局", True), ("清理河道两岸的生活垃圾。" * 40, False), ("一行\n" * 30, False)],
)
def test_a_row_stays_on_one_page_where_it_is_short(words: str, whole: bool) -> None:
    cell = WordCell([MarkedText("same", words)])
    made = datetime(2026, 3, 5, tzinfo=UTC)
    data = word_document(
        "护河方案 新旧对照表", "原稿：甲；现稿：乙", ("原稿", "现稿"), [(cell, cell)], (0.5, 0.5), made
    )
    row = Document(io.BytesIO(data)).tables[0].rows[1]
    assert (row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None) is whole
