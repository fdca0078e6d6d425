"""Presentations: words and tables of slides are read, what is not is told."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Cm

import raci
from raci.errors import ReadError
from raci.readers.registry import read_bytes

_ROWS = (
    ("序号", "重点任务", "牵头单位", "完成时限"),
    ("1", "建设智慧停车平台", "市城管局", "2026年6月底前"),
    ("2", "整治背街小巷", "", "2026年9月底前"),
    ("3", "新建口袋公园", "市园林局", "2026年12月底前"),
)


def _deck() -> Any:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "云岭市2026年城市更新任务分工"
    table = slide.shapes.add_table(len(_ROWS), 4, Cm(1), Cm(4), Cm(23), Cm(8)).table
    for row, cells in enumerate(_ROWS):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    table.cell(1, 2).merge(table.cell(2, 2))
    return deck


def _saved(deck: Any) -> bytes:
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def test_tables_of_slides_are_read_with_their_merged_cells() -> None:
    (document,) = read_bytes(_saved(_deck()), "分工.pptx")
    assert document.title == "云岭市2026年城市更新任务分工"
    rows = raci.rows(raci.analyse(document))
    assert dict(zip(rows["task"], rows["department"], strict=True)) == {
        "建设智慧停车平台": "市城管局",
        "整治背街小巷": "市城管局",
        "新建口袋公园": "市园林局",
    }


def test_titles_come_first_and_boxes_from_the_top_down() -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    for top, words in ((9, "责任单位：市财政局"), (5, "牵头单位：市教育局")):
        slide.shapes.add_textbox(Cm(1), Cm(top), Cm(20), Cm(2)).text_frame.text = words
    slide.shapes.title.text = "一、扩大普惠托育"
    (document,) = read_bytes(_saved(deck), "一页.pptx")
    assert document.text.split("\n") == ["一、扩大普惠托育", "牵头单位：市教育局", "责任单位：市财政局"]


def test_hidden_slides_and_notes_of_the_speaker_are_told() -> None:
    deck = _deck()
    deck.slides[0].notes_slide.notes_text_frame.text = "这一页讲三分钟"
    hidden = deck.slides.add_slide(deck.slide_layouts[5])
    hidden.shapes.title.text = "备用：市水利局负责"
    hidden._element.set("show", "0")
    (document,) = read_bytes(_saved(deck), "分工.pptx")
    assert "备用" not in document.text
    assert any("第 2 页是隐藏的幻灯片，未读" in note for note in document.notes)
    assert any("第 1 页的演讲者备注未读" in note for note in document.notes)


def test_slides_without_words_are_refused() -> None:
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[6])
    with pytest.raises(ReadError, match="没有文字"):
        read_bytes(_saved(deck), "空.pptx")
