"""A table whose first row alone finds room on a page goes on overleaf."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import raci
from raci.readers.registry import read_bytes

_FONT, _HEIGHT = "STSong-Light", 20.0
_XS = (50, 90, 290, 420, 540)


def _boxes(canvas: Canvas, top: float, rows: Sequence[Sequence[str]]) -> None:
    for row, words in enumerate(rows):
        for x, text in zip(_XS, words, strict=False):
            canvas.drawString(x + 3, top + row * _HEIGHT + 14, text)
    for row in range(len(rows) + 1):
        canvas.line(_XS[0], top + row * _HEIGHT, _XS[-1], top + row * _HEIGHT)
    for x in _XS:
        canvas.line(x, top, x, top + len(rows) * _HEIGHT)


def test_heads_alone_at_the_end_of_a_page_head_the_table_overleaf() -> None:
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, bottomup=0)
    canvas.setFont(_FONT, 10)
    canvas.drawString(200, 60, "云岭市重点任务分解表")
    for line in range(40):
        canvas.drawString(
            60, 90 + 16 * line, "各责任单位要压实责任，按季度报送工作进展情况，确保全年目标任务如期完成，"
        )
    _boxes(canvas, 750, [("序号", "重点任务", "牵头单位", "完成时限")])
    canvas.showPage()
    canvas.setFont(_FONT, 10)
    rows = (
        ("1", "推进老旧小区改造", "市住房城乡建设局", "2026年12月底"),
        ("2", "整治占道经营行为", "市城管局", "2026年6月底"),
    )
    _boxes(canvas, 60, rows)
    canvas.save()
    (document,) = read_bytes(stream.getvalue(), "表.pdf")
    read = raci.rows(raci.analyse(document))
    assert list(zip(read["task"], read["department"], read["role"], read["deadline"], strict=True)) == [
        ("推进老旧小区改造", "市住房城乡建设局", "lead", "2026年12月底"),
        ("整治占道经营行为", "市城管局", "lead", "2026年6月底"),
    ]
