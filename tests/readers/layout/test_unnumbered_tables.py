"""Tables in print without rules and without a column of numbers: rows are seen by where the cells stand."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import raci
from raci.readers.registry import read_bytes

_FONT = "STSong-Light"
_LEFTS = (60, 220, 340, 470)
_HEADS = ("重点任务", "牵头单位", "配合单位", "完成时限")
#: for each row the lines of its cells
_Rows = Sequence[Sequence[Sequence[str]]]

_ROWS: _Rows = (
    (("推进老旧小区改造",), ("市住房城乡建设局",), ("市财政局、市自然资源", "和规划局"), ("6月底前",)),
    (("整治占道经营行为，规范", "沿街广告设置"), ("市城管局",), ("市公安局",), ("9月底前",)),
    (("新建改建农村公路",), ("市交通运输局",), ("市农业农村局、市水利", "局、市林业局、各县区", "政府"), ("12月底前",)),
    (("治理城市内涝",), ("市水利局",), (), ("年底前",)),
)
_EXPECTED = {
    "推进老旧小区改造": {"市住房城乡建设局", "市财政局", "市自然资源和规划局"},
    "整治占道经营行为，规范沿街广告设置": {"市城管局", "市公安局"},
    "新建改建农村公路": {"市交通运输局", "市农业农村局", "市水利局", "市林业局", "各县区政府"},
    "治理城市内涝": {"市水利局"},
}


def _rows_of(rows: _Rows, side: str, room: float, below: str = "") -> dict[str, set[str]]:
    """What raci reads of a page with the rows, their cells on that side, so much room between rows, words below."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.setFont(_FONT, 10)
    canvas.drawString(200, 790, "云岭市重点任务分解表")
    for left, head in zip(_LEFTS, _HEADS, strict=True):
        canvas.drawString(left, 760, head)
    top = 736.0
    for row in rows:
        height = max(map(len, row))
        for left, cell in zip(_LEFTS, row, strict=True):
            free = {"top": 0.0, "middle": (height - len(cell)) / 2, "bottom": float(height - len(cell))}[side]
            for place, line in enumerate(cell):
                canvas.drawString(left, top - 14 * (free + place), line)
        top -= 14 * height + room
    canvas.drawString(60, top - 14, below)
    canvas.showPage()
    canvas.save()
    named: dict[str, set[str]] = {}
    for document in read_bytes(stream.getvalue(), "表.pdf"):
        for read in raci.rows(raci.analyse(document)).to_dict("records"):
            named.setdefault(read["task"], set()).add(read["department"])
    return named


@pytest.mark.parametrize("side", ["top", "middle", "bottom"])
@pytest.mark.parametrize("room", [0.0, 9.0])
def test_rows_are_seen_by_where_their_cells_stand(side: str, room: float) -> None:
    assert _rows_of(_ROWS, side, room) == _EXPECTED


def test_a_note_below_is_no_row() -> None:
    assert _rows_of(_ROWS, "top", 9.0, below="注：完成时限均为本年度。") == _EXPECTED


def test_a_row_with_fewer_cells_is_a_row_where_the_line_above_has_room() -> None:
    rows = [
        (("整治校园周边摊点",), ("市城管局",), ("市教育局、市公安局",), ("4月",)),
        (("检查网吧",), ("市文旅局",), (), ()),
        (("清理不良广告",), ("市场监管局",), (), ("5月",)),
    ]
    assert _rows_of(rows, "middle", 6)["检查网吧"] == {"市文旅局"}
