"""Tables as web programs print them: heads on a coloured band above the lines, charts without lines, empty cells."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import raci
from raci.readers.registry import read_bytes

_FONT = "STSong-Light"


def _printed(
    title: str, lefts: Sequence[int], rows: Sequence[Sequence[str]], *, ruled_from: int | None = None, below: str = ""
) -> set[tuple[str, str, str]]:
    """Task, body and letter of what raci reads of a page with the rows; lines are drawn from the row of that number."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.setFont(_FONT, 10)
    canvas.drawString(200, 790, title)
    tops = [750 - 20 * number for number in range(len(rows) + 1)]
    for top, row in zip(tops, rows, strict=False):
        for left, words in zip(lefts, row, strict=False):
            canvas.drawString(left + 4, top - 14, words)
    if ruled_from is not None:
        sides = [*lefts, 560]
        for top in tops[ruled_from:]:
            canvas.line(sides[0], top, sides[-1], top)
        for side in sides:
            canvas.line(side, tops[ruled_from], side, tops[-1])
    if below:
        canvas.drawString(lefts[0] + 4, tops[-1] - 14, below)
    canvas.save()
    found = raci.rows(read_bytes(stream.getvalue(), "表.pdf"))
    return {(row.task, row.department, row.letter) for row in found.itertuples() if row.department}


_CHART = (
    ("工作事项", "技术部", "客服部", "法务合规部", "财务部"),
    ("编写说明书", "C", "R", "I", "I"),
    ("搭建环境", "R", "I"),
    ("测算投入产出", "I", "C", "", "R"),
    ("培训坐席人员", "C", "R", "", "I"),
)
_PARTS = {
    (row[0], body, letter) for row in _CHART[1:] for body, letter in zip(_CHART[0][1:], row[1:], strict=False) if letter
}


def test_a_sign_behind_an_empty_cell_is_its_own_bodys() -> None:
    lefts = (60, 200, 290, 380, 470)
    assert _printed("上线项目职责分工", lefts, _CHART) == _PARTS


def test_a_line_below_a_chart_is_no_row_of_it() -> None:
    lefts = (60, 200, 290, 380, 470)
    assert _printed("上线项目职责分工", lefts, _CHART, below="各部门每周五提交进展。") == _PARTS


def test_a_chart_whose_heads_stand_above_its_lines() -> None:
    lefts = (60, 200, 290, 380, 470)
    assert _printed("上线项目职责分工", lefts, _CHART, ruled_from=1) == _PARTS


def test_a_table_whose_heads_stand_above_its_lines() -> None:
    rows = (
        ("序号", "重点任务", "牵头单位", "配合单位"),
        ("1", "压减接电时间", "县供电公司", "县住建局"),
        ("2", "清理文件", "县市场监管局", "县司法局"),
    )
    assert {each[:2] for each in _printed("重点任务分工", (60, 100, 260, 400), rows, ruled_from=1)} == {
        (row[1], body) for row in rows[1:] for body in row[2:]
    }


def test_a_line_of_text_above_a_ruled_table_is_no_head() -> None:
    rows = (
        ("现将任务分解如下，请抓好落实。",),
        ("重点任务", "牵头单位", "配合单位"),
        ("压减接电时间", "县供电公司", "县住建局"),
    )
    assert {each[:2] for each in _printed("重点任务分工", (60, 260, 400), rows, ruled_from=1)} == {
        ("压减接电时间", "县供电公司"),
        ("压减接电时间", "县住建局"),
    }
