"""Tables and forms without ruled lines on PDF pages whose cells go on below themselves."""

from __future__ import annotations

from typing import Any

from canvases import drawn, put

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

Row = tuple[str, str, str]
FILLER = "为做好今年汛前准备工作，现将有关任务分工如下，请各单位认真抓好落实。"
NAMES = ["县财政局", "县水利局", "县林业局", "县教育局"]


def opened(data: bytes) -> Document:
    (document,) = read_bytes(data, "分工.pdf")
    return document


def rows(document: Document) -> list[Row]:
    return [(row.clause.heading, row.department.name, row.role) for row in extract(document)]


def put_row(canvas: Any, top: float, *words: str) -> None:
    for place, held in enumerate(words):
        put(canvas, 60 + 200 * place, top, held)


def begin(canvas: Any) -> None:
    put(canvas, 60, 60, "汛前工作任务分工", 16)
    put(canvas, 60, 100, FILLER)
    put_row(canvas, 140, "工作任务", "责任单位")
    put_row(canvas, 164, "修缮渡口", "县交通运输局")


def test_names_below_one_another_in_a_cell() -> None:
    def draw(canvas: Any) -> None:
        begin(canvas)
        put_row(canvas, 188, "补齐短板", NAMES[0])
        for place, name in enumerate(NAMES[1:], 1):
            put(canvas, 260, 188 + 18 * place, name)
        canvas.showPage()

    read = rows(opened(drawn(draw)))
    assert read == [("修缮渡口", "县交通运输局", "responsible"), *(("补齐短板", name, "responsible") for name in NAMES)]


def test_names_that_go_on_overleaf() -> None:
    def draw(canvas: Any) -> None:
        begin(canvas)
        put_row(canvas, 188, "补齐短板", NAMES[0])
        put(canvas, 260, 206, NAMES[1])
        canvas.showPage()
        for place, name in enumerate(NAMES[2:]):
            put(canvas, 260, 60 + 18 * place, name)
        canvas.showPage()

    read = rows(opened(drawn(draw)))
    assert read == [("修缮渡口", "县交通运输局", "responsible"), *(("补齐短板", name, "responsible") for name in NAMES)]


def test_a_task_in_the_middle_of_its_names() -> None:
    def draw(canvas: Any) -> None:
        begin(canvas)
        for place, name in enumerate(NAMES[:3]):
            put_row(canvas, 190 + 18 * place, "补齐短板" if place == 1 else "", name)
        put_row(canvas, 252, "清运垃圾", NAMES[3])
        canvas.showPage()

    read = rows(opened(drawn(draw)))
    assert [row for row in read if row[0] == "补齐短板"] == [("补齐短板", name, "responsible") for name in NAMES[:3]]
    assert ("清运垃圾", NAMES[3], "responsible") in read


def test_who_signs_below_a_table_has_no_part_in_it() -> None:
    def draw(canvas: Any) -> None:
        begin(canvas)
        put_row(canvas, 188, "补齐短板", NAMES[0])
        put(canvas, 270, 240, "芦滩县人民政府办公室")
        put(canvas, 290, 260, "2026年3月2日")
        canvas.showPage()

    document = opened(drawn(draw))
    assert rows(document) == [("修缮渡口", "县交通运输局", "responsible"), ("补齐短板", NAMES[0], "responsible")]
    assert document.text.endswith("2026年3月2日")


def test_a_form_whose_values_take_two_lines() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 60, 60, "建议办理单", 16)
        for place, words in enumerate(
            [
                ("建议题目：", "关于增设公交线路的建议"),
                ("主办单位：", "县交通运输局", "协办单位：", "县财政局、县自"),
                ("", "", "", "然资源局"),
                ("办理时限：", "2026年6月15日前", "联系人：", "梁宇"),
            ]
        ):
            for column, held in enumerate(words):
                put(canvas, (60, 140, 300, 380)[column], 100 + 20 * place, held)
        canvas.showPage()

    task = "关于增设公交线路的建议"
    (first, *others) = extract(opened(drawn(draw)))
    assert [(one.clause.heading, one.department.name, one.role) for one in (first, *others)] == [
        (task, "县交通运输局", "lead"),
        (task, "县财政局", "support"),
        (task, "县自然资源局", "support"),
    ]
    assert first.deadline is not None
    assert first.deadline.text == "2026年6月15日前"


def test_lines_that_stand_between_those_of_other_cells() -> None:
    def draw(canvas: Any) -> None:
        put_row(canvas, 140, "工作任务", "责任单位", "时限")
        put_row(canvas, 166, "修缮渡口", "县交通运输局", "5月底")
        put(canvas, 260, 190, NAMES[0])
        put(canvas, 60, 198, "补齐短板")
        put(canvas, 460, 198, "6月底")
        put(canvas, 260, 206, NAMES[1])
        put_row(canvas, 232, "清运垃圾", NAMES[2], "7月底")
        canvas.showPage()

    assert rows(opened(drawn(draw))) == [
        ("修缮渡口", "县交通运输局", "responsible"),
        ("补齐短板", NAMES[0], "responsible"),
        ("补齐短板", NAMES[1], "responsible"),
        ("清运垃圾", NAMES[2], "responsible"),
    ]


def test_a_task_between_two_names_with_nothing_beside_it() -> None:
    def draw(canvas: Any) -> None:
        begin(canvas)
        put_row(canvas, 188, "清运垃圾", NAMES[3])
        put(canvas, 260, 212, NAMES[0])
        put(canvas, 60, 220, "补齐短板")
        put(canvas, 260, 228, NAMES[1])
        canvas.showPage()

    assert rows(opened(drawn(draw))) == [
        ("修缮渡口", "县交通运输局", "responsible"),
        ("清运垃圾", NAMES[3], "responsible"),
        ("补齐短板", NAMES[0], "responsible"),
        ("补齐短板", NAMES[1], "responsible"),
    ]
