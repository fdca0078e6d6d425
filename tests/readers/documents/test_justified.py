"""Justified text: blanks between characters are no part of the words."""

from __future__ import annotations

import pytest
from texts import triples

from raci.model import Span
from raci.pipeline import extract
from raci.readers.documents.justified import unspaced_line
from raci.readers.documents.passages import TextLine
from raci.readers.registry import read_text


@pytest.mark.parametrize("blank", [" ", "\u3000", "\xa0"])
def test_labels_names_and_headings_are_whole(blank: str) -> None:
    words = (
        "（ 一） 完善绿道。 优化走向，打通节点。 （ 牵头单位：市园林绿化\n"
        "局；配合单位：市文化广电旅游局、市城市管理综合行政执法\n局）"
    )
    text = f"柳溪市绿道方案\n{_spread(words, blank)}\n（ 二） 清理占道。 （ 责任单位：市公安局）\n"
    assert triples(extract(text)) == [
        ("完善绿道", "市园林绿化局", "lead"),
        ("完善绿道", "市文化广电旅游局", "support"),
        ("完善绿道", "市城市管理综合行政执法局", "support"),
        ("清理占道", "市公安局", "responsible"),
    ]


def _spread(text: str, blank: str) -> str:
    """A blank behind each Chinese character that another follows."""
    spread = ""
    for char, following in zip(text, text[1:] + "\n", strict=True):
        spread += char + (blank if "\u4e00" <= char <= "\u9fff" and "\u4e00" <= following <= "\u9fff" else "")
    return spread


@pytest.mark.parametrize(
    "text",
    [
        "责任单位：县林业局 县财政局 县水利局",
        "责任领导：张 三、李 伟",
        "委 员：张 三 李 伟 王 平",
        "第 一 章 总则",
        "云 岭 市 文 件",
        "2026 年 4 月 2 日",
        "第一章 总则：适用范围",
    ],
)
def test_blanks_that_part_words_stay(text: str) -> None:
    assert read_text(text)[0].text == text


def test_marked_spans_move_along() -> None:
    line = unspaced_line(TextLine("（ 责 任 单 位：市 财 政 局）", bold=(Span(2, 9), Span(10, 17))))
    assert [line.text[start:end] for start, end in line.bold] == ["责任单位", "市财政局"]
