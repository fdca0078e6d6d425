"""Tables in text drawn with characters, and the parts of a head over several that have a row of their own."""

from __future__ import annotations

import pytest

from raci.pipeline import extract


def rows(text: str) -> set[tuple[str, str, str]]:
    return {(one.clause.heading, one.department.name, one.role) for one in extract(text)}


HALF_WIDTH = """
┌────┬────────────────┬─────────────────────┬────────┐
│    │                │责任分工             │        │
│序号│工作任务        ├──────────┬──────────┤时限    │
│    │                │牵头单位  │配合单位  │        │
├────┼────────────────┼──────────┼──────────┼────────┤
│1   │改造老旧管网20公│          │县财政局、│6月底前 │
│    │里              │县住建局  │县水利局  │        │
├────┼────────────────┤          ├──────────┼────────┤
│2   │新建雨水泵站    │          │          │9月底前 │
├────┴────────────────┴──────────┴──────────┴────────┤
│二、交通                                            │
├────┬────────────────┬──────────┬──────────┬────────┤
│3   │修建公交首末站  │县交通局  │          │年底前  │
└────┴────────────────┴──────────┴──────────┴────────┘
"""
FULL_WIDTH = """
┌─┬────────┬────┬────┐
│序│工  作  任  务  │牵头单位│配合单位│
│号│                │        │        │
├─┼────────┼────┼────┤
│1 │改造老旧管网20公│        │县财政局│
│  │里              │县住建局│县水利局│
├─┼────────┤        ├────┤
│2 │新建雨水泵站    │        │        │
├─┼────────┼────┼────┤
│3 │修建公交首末站  │县交通局│        │
└─┴────────┴────┴────┘
"""
#: the borders of which do not stand below one another
LOOSE = """
┌──┬──────┬────┬────┐
│序号│工作任务│牵头单位│配合单位│
├──┼──────┼────┼────┤
│1│改造老旧管网20公里│        │县财政局、县水利局│
├──┼──────┤  县住建局  ├────┤
│2│新建雨水泵站│    │    │
├──┼──────┼────┼────┤
│3│修建公交首末站│县交通局│  │
└──┴──────┴────┴────┘
"""
WANTED = {
    ("改造老旧管网20公里", "县住建局", "lead"),
    ("改造老旧管网20公里", "县财政局", "support"),
    ("改造老旧管网20公里", "县水利局", "support"),
    ("新建雨水泵站", "县住建局", "lead"),
    ("修建公交首末站", "县交通局", "lead"),
}


@pytest.mark.parametrize("drawing", [HALF_WIDTH, FULL_WIDTH, LOOSE], ids=["half", "full", "loose"])
@pytest.mark.parametrize("signs", ["┌├└┬┼┴┐┤┘─│", "+++++++++-|"], ids=["box", "ascii"])
def test_the_lines_of_a_drawing_tell_its_cells(drawing: str, signs: str) -> None:
    text = drawing.translate(str.maketrans("┌├└┬┼┴┐┤┘─│", signs))
    assert rows(f"青原县任务分工表\n{text}\n以上任务按季调度。\n") == WANTED


@pytest.mark.parametrize(
    "text",
    [
        "┌────────┐\n│春江花月夜│\n│张若虚    │\n│江畔何人  │\n│初见月    │\n└────────┘\n",
        "{0}|甲县局|  12  |  13  |\n{0}|乙县局|  14  |  15  |\n{0}|丙县局|  16  |  17  |\n{0}".format(
            "+------" * 3 + "+\n"
        ),
    ],
)
def test_drawings_of_other_things_name_nobody(text: str) -> None:
    assert rows(text) == set()


HEADS = ("序号", "工作任务", "责任分工", "完成时限")
PARTS = ("牵头单位", "配合单位")
CELLS = (
    ("1", "修订防汛预案", "县水利局", "县应急局", "3月"),
    ("2", "开展水上救援演练", "县应急局", "县消防大队、县水利局", "6月"),
    ("3", "检查涉水工地", "县住建局", "县水利局", "5月"),
)


def joined(sign: str, *, rule: str = "") -> str:
    heads = [sign.join(HEADS), *([rule] if rule else []), sign.join(PARTS)]
    return "\n".join([*heads, *(sign.join(cells) for cells in CELLS)])


def one_a_line(gap: int, between: int) -> str:
    """A cell a line, so many blank lines between cells and between rows."""
    ends, parts = "\n" * (between + 1), "\n" * (gap + 1)
    return ends.join(parts.join(cells) for cells in (HEADS, PARTS, *CELLS))


@pytest.mark.parametrize(
    "text",
    [
        joined("\t"),
        joined(" | "),
        joined("| ", rule="---|---|---|---"),
        joined("   "),
        one_a_line(0, 0),
        one_a_line(2, 4),
        "\n".join([*HEADS[:3], HEADS[2], HEADS[3], *HEADS[:2], *PARTS, HEADS[3], *(c for row in CELLS for c in row)]),
    ],
    ids=["tabs", "bars", "markdown", "blanks", "cells", "cells apart", "cells of python-docx"],
)
def test_parts_of_a_head_in_a_row_of_their_own_stand_below_it(text: str) -> None:
    assert rows(f"青原县任务分工表\n{text}\n") == {
        ("修订防汛预案", "县水利局", "lead"),
        ("修订防汛预案", "县应急局", "support"),
        ("开展水上救援演练", "县应急局", "lead"),
        ("开展水上救援演练", "县消防大队", "support"),
        ("开展水上救援演练", "县水利局", "support"),
        ("检查涉水工地", "县住建局", "lead"),
        ("检查涉水工地", "县水利局", "support"),
    }
