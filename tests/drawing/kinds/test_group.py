"""Groups as offices draw them: who is in which row, one group a sheet, large ones on several."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from pictures import SVG

from raci.drawing import compose, render
from raci.pipeline import analyses

PLAN = (
    "云泽市绿道建设实施方案\n一、组织领导。成立云泽市绿道建设工作领导小组，由分管副市长任组长，市园林局局长任副组长，"
    "市教育局、市体育局为成员单位。领导小组办公室设在市园林局。\n二、加强管护。（责任单位：市园林局）\n"
)


def texts(svg: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]


def test_everybody_stands_in_the_row_of_the_position() -> None:
    (analysis,) = analyses(PLAN)
    shown = texts(render(analysis, "group"))
    order = ["组长", "分管副市长", "副组长", "市园林局局长", "成员单位", "市教育局", "市体育局", "办公室", "办公室设在"]
    position = 0
    for words in order:  # the legend and the caption stand above
        position = shown.index(words, position) + 1
    assert any("云泽市绿道建设工作领导小组" in words for words in shown)


def test_each_group_has_a_sheet() -> None:
    second = "三、防汛。成立云泽市防汛指挥部，由市长任总指挥，市水务局为成员单位。（责任单位：市水务局）\n"
    (analysis,) = analyses(PLAN + second)
    assert len(compose(analysis, "group").sheets) == 2


def test_a_large_group_goes_on_in_legible_letters() -> None:
    letters = "东南西北中上下左右前后内外春夏"
    members = "、".join(f"{first}{second}街道办事处" for first in letters for second in letters)
    text = f"云泽市绿道建设实施方案\n成立云泽市绿道建设工作领导小组，由市长任组长，{members}为成员单位。\n"
    (analysis,) = analyses(text)
    drawing = compose(analysis, "group")
    assert len(drawing.sheets) > 1
    assert min(sheet.smallest() for sheet in drawing.sheets) >= 9
    assert sum(words.endswith("街道办事处") for words in texts(drawing.single_file("svg"))) == len(letters) ** 2


def test_without_groups_it_says_so() -> None:
    (analysis,) = analyses("一、抓好落实。（责任单位：市财政局）\n")
    assert any("没有设立" in words for words in texts(render(analysis, "group")))
