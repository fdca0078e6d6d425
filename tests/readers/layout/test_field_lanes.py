"""Forms in print without rules: labels stand at half the height of what is filled in, a line each."""

from __future__ import annotations

import io

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import raci
from raci.readers.registry import read_bytes

_FONT, _PITCH, _APART = "STSong-Light", 14.0, 22.0
#: a label and the lines beside it
_Field = tuple[str, tuple[str, ...]]


def _named(*fields: _Field, at_top: bool = False) -> dict[str, dict[str, set[str]]]:
    """Who is read to do what of a page with these fields: the bodies by their roles, of each task."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, bottomup=0)
    canvas.setFont(_FONT, 10)
    canvas.drawString(200, 60, "云岭市重点任务推进表")
    top = 100.0
    for label, lines in fields:
        half = 0.0 if at_top else (len(lines) - 1) * _PITCH / 2
        canvas.drawString(60, top + half, label)
        for place, words in enumerate(lines):
            canvas.drawString(170, top + place * _PITCH, words)
        top += (len(lines) - 1) * _PITCH + _APART
    canvas.showPage()
    canvas.save()
    (document,) = read_bytes(stream.getvalue(), "表.pdf")
    named: dict[str, dict[str, set[str]]] = {}
    for row in raci.rows(raci.analyse(document)).to_dict("records"):
        named.setdefault(row["task"], {}).setdefault(row["role"], set()).add(row["department"])
    return named


_TWO: tuple[_Field, ...] = (
    ("重点任务：", ("推进老旧小区改造",)),
    ("牵头单位：", ("市住房城乡建设局", "市财政局")),
    ("配合单位：", ("市公安局", "市水利局", "市城市管理局", "市民政局")),
    ("完成时限：", ("2026年12月底前",)),
    ("重点任务：", ("整治占道经营行为",)),
    ("牵头单位：", ("市城市管理局",)),
    ("配合单位：", ("市公安局", "市市场监管局", "市交通运输局")),
    ("完成时限：", ("2026年6月底前",)),
)
_READ = {
    "推进老旧小区改造": {
        "lead": {"市住房城乡建设局", "市财政局"},
        "support": {"市公安局", "市水利局", "市城市管理局", "市民政局"},
    },
    "整治占道经营行为": {"lead": {"市城市管理局"}, "support": {"市公安局", "市市场监管局", "市交通运输局"}},
}


def test_lines_above_and_below_a_label_are_beside_it() -> None:
    assert _named(*_TWO) == _READ


def test_lines_that_begin_beside_their_label_are_read_as_before() -> None:
    assert _named(*_TWO, at_top=True) == _READ
