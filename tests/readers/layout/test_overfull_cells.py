"""Ruled cells that hold more lines than find room: the lines come to their own cell, and it is told."""

from __future__ import annotations

import io

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import raci
from raci.model import Document
from raci.readers.registry import read_bytes

_FONT = "STSong-Light"
_TOP, _HEIGHT, _PITCH = 100.0, 15.0, 16.0
_XS = (50, 90, 250, 400)
_TASKS = ("推进老旧小区改造", "整治占道经营行为", "新建改建农村公路", "完善公交场站布局")


def _sheet(*bodies: tuple[int, int, tuple[str, ...]]) -> Document:
    """A table of rows of one line; the words of the merged cells are set at half their height, whatever room there is.

    Each of the latter: its first row and its last, and its lines.
    """
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, bottomup=0)
    canvas.setFont(_FONT, 10)

    def side(row: int) -> float:
        return _TOP + row * _HEIGHT

    for x in _XS:
        canvas.line(x, side(0), x, side(len(_TASKS) + 1))
    for row in range(len(_TASKS) + 2):
        inside = any(first < row <= last for first, last, _ in bodies)
        canvas.line(_XS[0], side(row), _XS[-2] if inside else _XS[-1], side(row))
    for row, words in enumerate((("序号", "重点任务", "责任单位"), *((str(n), t) for n, t in enumerate(_TASKS, 1)))):
        for x, text in zip(_XS, words, strict=False):
            canvas.drawString(x + 3, side(row) + 11, text)
    for first, last, lines in bodies:
        middle = (side(first) + side(last + 1)) / 2
        for place, text in enumerate(lines):
            canvas.drawString(_XS[2] + 3, middle + (place - (len(lines) - 1) / 2) * _PITCH + 3.5, text)
    canvas.showPage()
    canvas.save()
    (document,) = read_bytes(stream.getvalue(), "表.pdf")
    return document


def _named(document: Document) -> dict[str, set[str]]:
    named: dict[str, set[str]] = {}
    for row in raci.rows(raci.analyse(document)).to_dict("records"):
        named.setdefault(row["task"], set()).add(row["department"])
    return named


def test_lines_that_run_over_the_rules_are_of_their_own_cell() -> None:
    document = _sheet(
        (1, 2, ("市住房城乡建设局、市财政局、", "市自然资源和规划局、市城市", "管理局")),
        (3, 4, ("市交通运输局、市公安局、市", "水利局")),
    )
    first = {"市住房城乡建设局", "市财政局", "市自然资源和规划局", "市城市管理局"}
    second = {"市交通运输局", "市公安局", "市水利局"}
    assert _named(document) == dict(zip(_TASKS, (first, first, second, second), strict=True))
    assert any("格子里印不下，可能没有印全" in note for note in document.notes)


def test_cells_with_room_say_nothing() -> None:
    document = _sheet((1, 2, ("市财政局",)), (3, 4, ("市水利局",)))
    assert _named(document)["整治占道经营行为"] == {"市财政局"}
    assert not any("印不下" in note for note in document.notes)
