"""Plain text to Documents: blocks, places, web furniture."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from texts import Planted, clause, plans, triples, wrapped

from raci.errors import ReadError
from raci.model import Document
from raci.pipeline import analyse, extract
from raci.readers.registry import read_text

PLAN = f"云岭市夜间消费提升行动方案\n{clause('（责任单位：市商务局）')}"
ABOVE = [
    "当前位置：首页>政策文件>正文",
    "更新时间:2024-01-10 来源:网络",
    "字号：大 中 小",
    "【www.example.com--工作方案】",
]
BELOW = ["责任编辑：李某", "上一篇：关于放假的通知", "下一篇：关于值班的通知", "版权所有：云岭在线 未经许可不得转载"]


def read(text: str) -> Document:
    (document,) = read_text(text)
    return document


def test_a_text_without_furniture_has_no_notes() -> None:
    document = read(PLAN)
    assert document.notes == ()
    assert {block.kind for block in document.blocks} == {"paragraph"}


@settings(max_examples=20, deadline=None)
@given(plan=plans())
def test_blocks_and_places_stand_in_the_text_in_order(plan: Planted) -> None:
    text = wrapped(plan.paragraphs)
    document = read(text)
    spans = [(block.start, block.end) for block in document.blocks]
    assert spans == sorted(spans)
    assert [document.quote(*span) for span in spans] == document.text.split("\n")
    for place in document.places:
        assert place.line is not None
        line = text.splitlines()[place.line - 1]
        assert document.text.startswith(line, place.start), "a place names the line that its words stand in"


def test_words_know_their_page_and_line() -> None:
    document = read("云岭市夜间消费提升行动方案\n\x0c" + clause("（责任单位：市商务局）"))
    place = document.place(document.text.index("市商务局"))
    assert place is not None
    assert (place.page, place.line) == (2, 2)
    assert "第2页" in str(place)


@pytest.mark.parametrize("above", [[], *([each] for each in ABOVE), ABOVE], ids=len)
@pytest.mark.parametrize("below", [[], *([each] for each in BELOW), BELOW], ids=len)
def test_web_furniture_above_and_below_is_kept_but_read_by_nobody(above: list[str], below: list[str]) -> None:
    document = read("\n".join([*above, *PLAN.splitlines(), *below]))
    analysis = analyse(document)
    assert document.title == "云岭市夜间消费提升行动方案"
    assert triples(analysis.assignments) == triples(extract(PLAN))
    assert [clause.heading for clause in analysis.task_clauses()] == ["优化空间布局"]
    assert all(each in document.text for each in (*above, *below))
    assert bool(document.notes) == bool(above or below)
    if above or below:
        assert str(len(above) + len(below)) in document.notes[0]


def test_numbers_of_pages_are_left_out_and_counted() -> None:
    (document,) = read_text("一、任务\n市商务局负责。\n— 1 —\n二、保障\n- 2 -\n")
    assert document.text == "一、任务\n市商务局负责。\n二、保障"
    assert document.notes == ("页眉、页脚和页码未读 2 行",)


def test_furniture_between_clauses_is_text() -> None:
    text = PLAN + "二、加强宣传。来源：各类媒体。（责任单位：市委宣传部）\n"
    assert [name for _, name, _ in triples(extract(text))] == ["市商务局", "市委宣传部"]


@pytest.mark.parametrize("text", ["", " \n\u3000\n", "\u200b\ufeff\n"])
def test_a_text_without_words_is_a_fault(text: str) -> None:
    with pytest.raises(ReadError, match="没有文字"):
        read_text(text)
