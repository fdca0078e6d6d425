"""Tables in print without rules whose cells are merged: they show by where their lines stand."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import raci
from raci.model import Document
from raci.readers.registry import read_bytes

_FONT = "STSong-Light"
_LEFTS = (60, 110, 300, 440)
_HEADS = ("序号", "重点任务", "责任单位", "完成时限")
#: a stretch of words: how far below the first row, its column, what it says
_Words = tuple[float, int, str]


def _printed(*pages: Sequence[_Words], heads: bool = True) -> Document:
    """Pages with these words, the first of them below heads."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for number, page in enumerate(pages):
        canvas.setFont(_FONT, 10)
        if not number:
            canvas.drawString(200, 790, "云岭市重点任务分解表")
        for below, column, words in [*((-25.0, place, head) for place, head in enumerate(_HEADS) if not number), *page]:
            canvas.drawString(_LEFTS[column], 740 - below, words)
        canvas.showPage()
    canvas.save()
    (document,) = read_bytes(stream.getvalue(), "表.pdf")
    return document


def _task(top: float, number: int, name: str) -> list[_Words]:
    return [(top, 0, str(number)), (top, 1, name), (top, 3, "2026年12月底")]


def _named(document: Document) -> dict[str, set[str]]:
    named: dict[str, set[str]] = {}
    for row in raci.rows(raci.analyse(document)).to_dict("records"):
        named.setdefault(row["task"], set()).add(row["department"])
    return named


#: four lines beside two rows, then a body of one line beside its own
_MERGED: list[_Words] = [
    *_task(0, 1, "推进老旧小区改造"),
    *_task(24, 2, "整治占道经营行为"),
    *_task(66, 3, "新建改建农村公路"),
    (0, 2, "市住房城乡建设局、"),
    (14, 2, "市财政局、市自然资"),
    (28, 2, "源和规划局、市城市"),
    (42, 2, "管理局"),
    (66, 2, "市交通运输局"),
]
_FOUR = {"市住房城乡建设局", "市财政局", "市自然资源和规划局", "市城市管理局"}


def test_lines_beside_several_rows_are_of_all_of_them() -> None:
    document = _printed(_MERGED)
    assert _named(document) == {
        "推进老旧小区改造": _FOUR,
        "整治占道经营行为": _FOUR,
        "新建改建农村公路": {"市交通运输局"},
    }
    assert any("按合并的单元格读" in note for note in document.notes)


def test_rows_without_bodies_share_those_above_where_cells_are_merged() -> None:
    document = _printed([*_MERGED, *_task(90, 4, "完善公交场站布局")])
    assert _named(document)["完善公交场站布局"] == {"市交通运输局"}


def test_blank_cells_stay_blank_where_nothing_is_merged() -> None:
    rows = [*_task(0, 1, "推进老旧小区改造"), *_task(24, 2, "整治占道经营行为"), (0, 2, "市住房城乡建设局")]
    document = _printed([*rows, *_task(48, 3, "新建改建农村公路"), (48, 2, "市交通运输局")])
    assert _named(document)["推进老旧小区改造"] == {"市住房城乡建设局"}
    assert _named(document)["新建改建农村公路"] == {"市交通运输局"}
    assert "市住房城乡建设局" not in _named(document).get("整治占道经营行为", set())
    assert not any("合并" in note for note in document.notes)


def test_a_page_may_hold_nothing_but_the_rest_of_the_last_cell() -> None:
    first = [*_task(0, 1, "推进老旧小区改造"), (0, 2, "市住房城乡建设局"), *_task(24, 2, "整治占道经营行为")]
    document = _printed([*first, (24, 2, "市公安局、市城市管")], [(0, 2, "理局")])
    assert _named(document)["整治占道经营行为"] == {"市公安局", "市城市管理局"}


def test_names_of_sections_across_the_columns_part_the_rows() -> None:
    rows = [
        (0, 0, "一、城市更新（2项）"),
        *_task(24, 1, "推进老旧小区改造"),
        (24, 2, "市住房城乡建设局"),
        *_task(48, 2, "整治占道经营行为"),
        (48, 2, "市城市管理局"),
        (72, 0, "二、交通出行（1项）"),
        *_task(96, 3, "新建改建农村公路"),
        (96, 2, "市交通运输局"),
    ]
    document = _printed(rows)
    assert _named(document) == {
        "推进老旧小区改造": {"市住房城乡建设局"},
        "整治占道经营行为": {"市城市管理局"},
        "新建改建农村公路": {"市交通运输局"},
    }
    paths = {row["task"]: row["path"] for row in raci.rows(raci.analyse(document)).to_dict("records")}
    assert "交通出行" in str(paths["新建改建农村公路"])
    assert "城市更新" in str(paths["推进老旧小区改造"])


def test_a_lone_number_beside_a_short_page_is_that_of_its_row() -> None:
    rows = [each for number in range(1, 10) for each in [*_task(24 * number, number, f"推进第{number}批小区改造")]]
    rows += [(24 * number, 2, "市住房城乡建设局") for number in range(1, 10)]
    document = _printed(
        rows, [*_task(0, 10, "新建改建农村公路"), (0, 2, "市交通运输局、市水"), (14, 2, "利局、市财政局")]
    )
    assert _named(document)["新建改建农村公路"] == {"市交通运输局", "市水利局", "市财政局"}
