"""Marks over and under the text of pages are left out and told; what only looks like one is read."""

from __future__ import annotations

from typing import Any

import pytest
from documents import Press
from printing import Mark, laid, marked, pdf_of

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

TITLE = "云岭市夜间消费提升行动方案"
TASKS = [
    "一、发展夜市。完善配套设施，优化消费环境，培育特色品牌，推动商旅文体融合发展。（牵头单位：市商务局；配合单位：市财政局、市自然资源和规划局）",
    "二、延长营业。满足居民多样需求，落实延时营业的设施和人员。（牵头单位：市城管局；配合单位：市公安局）",
    "三、丰富活动。举办四季主题活动，开放公共文化场馆。（牵头单位：市文化和旅游局；配合单位：市体育局）",
    "四、便利出行。加密夜间公交班次，增设临时泊位。（牵头单位：市交通运输局；配合单位：市公安局、市城管局）",
    "五、保障供电。改造老旧线路，推广节能灯具。（牵头单位：市发展改革委；配合单位：市住房城乡建设局）",
]
PAGES = [TITLE, *TASKS, *(f"{number}.每季度调度一次进展，公布结果。（市商务局负责）" for number in range(1, 22))]
HEAD = ["序号", "重点任务", "牵头单位", "配合单位"]
ROWS = [
    HEAD,
    ["1", "建设夜间经济集聚区和特色商业街区", "市商务局", "市财政局、市公安局"],
    ["2", "延长营业时间", "市城管局", "市公安局"],
    ["3", "举办四季主题活动", "市文化和旅游局", "市体育局"],
    ["4", "加密夜间公交班次", "市交通运输局", "市城管局"],
]
GREY, SILVER, PALE_RED, PALE_BLUE = (0.8,) * 3, (0.75,) * 3, (1.0, 0.75, 0.75), (0.7, 0.8, 1.0)
BLACK, RED = (0.0,) * 3, (0.9, 0.1, 0.1)


def opened(data: bytes) -> Document:
    (document,) = read_bytes(data, "方案.pdf")
    return document


def rows(document: Document) -> list[tuple[str, str, str]]:
    return [(row.clause.heading, row.department.name, row.role) for row in extract(document)]


MARKS = [
    Mark(),
    Mark(over=True),
    Mark(angle=30, size=14),
    Mark(angle=30, size=14, over=True, ink=SILVER),
    Mark(angle=-30, ink=PALE_RED),
    Mark(angle=15, size=16, over=True, ink=PALE_BLUE),
    Mark(angle=12, size=18),
    Mark(angle=60, size=26, over=True),
    Mark(angle=90, size=18),
    Mark(angle=-90, size=18, over=True, ink=PALE_BLUE),
    Mark(angle=135, size=18),
    Mark(angle=45, size=20, ink=BLACK, alpha=0.15, over=True),
    Mark(angle=45, size=72, ink=BLACK, places="one", text="样稿"),
    Mark(angle=50, size=60, ink=RED, places="one", text="内部资料", over=True),
    Mark(angle=0, size=14),
    Mark(angle=0, size=14, over=True),
    Mark(angle=0, size=11, ink=SILVER, text="李明 2026-05-06"),
    Mark(angle=0, size=22, ink=PALE_RED, over=True, text="机密"),
    Mark(angle=0, size=90, ink=GREY, places="one", text="征求意见稿"),
    Mark(angle=0, size=64, ink=BLACK, alpha=0.2, places="one", text="内部资料", over=True),
    Mark(angle=0, size=18, ink=(0, 0, 1.0), alpha=0.25, places="diagonal", text="CONFIDENTIAL DRAFT"),
    Mark(angle=45, form=True),
    Mark(angle=0, size=16, form=True, over=True),
    Mark(angle=45, letters=True, text="请勿外传"),
    Mark(angle=0, letters=True, size=17, text="请勿外传", over=True),
    Mark(angle=30, size=30, ink=SILVER, outlined=True, over=True),
    Mark(angle=0, size=30, ink=GREY, outlined=True),
    Mark(angle=35, size=14, text="138****5678 市商务局 张三", over=True),
    Mark(angle=0, size=40, ink=RED, places="one", text="作废", over=True),
    Mark(angle=0, size=14, ink=BLACK, text="云岭内网下载"),
    # said to be no content: dark, level and once
    *(
        Mark(angle=0, size=size, ink=BLACK, places="one", text=text, over=True, form=form, artifact=artifact)
        for artifact in ("", "<</Type /Pagination /Subtype /Watermark>>", "<</Subtype /Header /Type /Pagination>>")
        for size, text, form in ((12, "阅后即焚", False), (14, "内部资料 不得转发", True), (40, "市商务局", False))
    ),
]


@pytest.mark.parametrize("mark", MARKS, ids=range(len(MARKS)))
def test_marks_are_left_out_and_told(mark: Mark) -> None:
    alone = mark.places == "one" and mark.ink == RED and mark.angle == 0  # then it is what anyone would read
    for parts in (PAGES, [TITLE, ROWS], [TITLE, TASKS[0]])[: 1 if alone else 3]:
        bare, document = opened(marked(parts)), opened(marked(parts, mark))
        assert document.text == bare.text
        assert rows(document) == rows(bare)
        assert len(rows(document)) >= 3
        said = "".join(document.notes)
        assert all(word in said for word in mark.text.split()), said


@pytest.mark.parametrize("size", [14, 14.4, 20])
@pytest.mark.parametrize("text", ["云岭内网 严禁外传", "征求意见稿", "李明 2026-05-06"])
def test_a_dark_mark_that_every_page_has_at_one_place(size: float, text: str) -> None:
    mark = Mark(text=text, angle=0, size=size, ink=BLACK, places="one", over=size > 14)
    document = opened(marked(PAGES * 2, mark))
    assert document.text == opened(marked(PAGES * 2)).text
    assert text.split()[0] in "".join(document.notes)


def test_two_marks_at_once() -> None:
    both = (Mark(angle=30, size=14), Mark(angle=0, size=60, places="one", text="样稿", over=True))
    document = opened(marked(PAGES, *both))
    assert document.text == opened(marked(PAGES)).text


def test_a_page_with_next_to_nothing_but_marks() -> None:
    """The last page of a plan that holds a line, or a page number alone."""
    for last in ([TASKS[1]], []):

        def draw(press: Press, last: list[str] = last) -> None:
            for part in TASKS:
                press.paragraph(part)
            Mark(over=True).stamp(press.canvas)
            press.turn()
            for part in last:
                press.paragraph(part)
            Mark(over=True).stamp(press.canvas)

        assert opened(laid(draw)).text.split("\n") == [*TASKS, *last]


def test_the_last_page_is_blank_but_for_marks() -> None:
    def first(canvas: Any) -> None:
        canvas.drawString(80, 700, "一、发展夜市。（牵头单位：市商务局）")
        Mark().stamp(canvas)

    document = opened(pdf_of(first, Mark().stamp))
    assert document.text == "一、发展夜市。（牵头单位：市商务局）"


# what is no mark


def test_pale_text_that_stands_alone_is_read() -> None:
    def draw(press: Press) -> None:
        for number, part in enumerate(TASKS):
            press.canvas.setFillColorRGB(*(GREY if number % 2 else BLACK))
            press.paragraph(part)

    document = opened(laid(draw))
    assert document.text.split("\n") == TASKS
    assert not [note for note in document.notes if "水印" in note]


@pytest.mark.parametrize("grey", [0.4, 0.6, 0.75, 0.85])
def test_a_column_in_pale_type_is_read(grey: float) -> None:
    def draw(press: Press) -> None:
        def write(x: float, y: float, text: str, size: float = 12) -> None:
            press.canvas.setFillColorRGB(*((grey,) * 3 if x > 300 else BLACK))
            Press.write(press, x, y, text, size)

        press.write = write  # type: ignore[method-assign]
        press.paragraph("一、任务清单")
        press.table(ROWS, [3, 10, 7, 9])

    assert len(rows(opened(laid(draw)))) == 9


def test_a_page_all_in_pale_type_is_read() -> None:
    def draw(press: Press) -> None:
        press.canvas.setFillColorRGB(*GREY)
        for part in TASKS:
            press.paragraph(part)

    assert opened(laid(draw)).text.split("\n") == TASKS


def test_white_heads_on_a_dark_ground_are_read() -> None:
    def draw(press: Press) -> None:
        press.canvas.setFillColorRGB(0.1, 0.2, 0.5)
        press.canvas.rect(80, 842 - 120, 440, 46, stroke=0, fill=1)

        def write(x: float, y: float, text: str, size: float = 12) -> None:
            press.canvas.setFillColorRGB(*((1.0,) * 3 if text in HEAD else BLACK))
            Press.write(press, x, y, text, size)

        press.write = write  # type: ignore[method-assign]
        press.table(ROWS, [3, 10, 7, 9])

    assert len(rows(opened(laid(draw)))) == 9


def test_a_red_head_is_read() -> None:
    def draw(press: Press) -> None:
        press.canvas.setFillColorRGB(0.9, 0, 0)
        press.write(110, 120, "云岭市人民政府文件", 42)
        press.canvas.setFillColorRGB(0, 0, 0)
        press.line = 4
        for part in TASKS:
            press.paragraph(part)

    document = opened(laid(draw))
    assert document.text.split("\n") == ["云岭市人民政府文件", *TASKS]


def test_slanted_text_that_is_all_there_is_is_read() -> None:
    def page(canvas: Any) -> None:
        canvas.translate(200, 200)
        canvas.rotate(30)
        for number, part in enumerate(
            ["云岭市夜市方案", "一、发展夜市。（牵头单位：市商务局）", "二、延长营业。（牵头单位：市城管局）"]
        ):
            canvas.drawString(0, 300 - 24 * number, part)

    names = [row[1] for row in rows(opened(pdf_of(page)))]
    assert names == ["市商务局", "市城管局"]


@pytest.mark.parametrize("askew", [0.6, -1.5, 3])
def test_text_a_little_askew_is_read(askew: float) -> None:
    def page(canvas: Any) -> None:
        canvas.translate(80, 700)
        canvas.rotate(askew)
        for number in range(8):
            canvas.drawString(0, -24 * number, f"{number + 1}.完善配套设施。（牵头单位：市商务局）")

    assert len(rows(opened(pdf_of(page)))) == 8


def test_a_slanted_stamp_apart_from_the_text_is_told() -> None:
    def page(canvas: Any) -> None:
        canvas.drawString(80, 700, "一、发展夜市。（牵头单位：市商务局）")
        canvas.translate(300, 200)
        canvas.rotate(20)
        canvas.drawString(0, 0, "已归档 2026年5月")

    document = opened(pdf_of(page))
    assert document.text == "一、发展夜市。（牵头单位：市商务局）"
    assert any("已归档 2026年5月" in note for note in document.notes)


def test_italic_and_raised_type_is_read() -> None:
    def page(canvas: Any) -> None:
        text = canvas.beginText(80, 700)
        text.setTextTransform(1, 0, 0.3, 1, 80, 700)
        text.textOut("一、发展夜市")
        canvas.drawText(text)
        canvas.drawString(80 + 6 * 14, 700, "①。（牵头单位：市商务局；")
        canvas.setFont("STSong-Light", 7)
        canvas.drawString(80 + 19 * 14, 706, "注")
        canvas.setFont("STSong-Light", 14)
        canvas.drawString(80 + 19 * 14 + 7, 700, "配合单位：市财政局）")

    assert [row[1:] for row in rows(opened(pdf_of(page)))][-1] == ("市财政局", "support")


def test_a_shadow_under_the_title_is_not_read_twice() -> None:
    def page(canvas: Any) -> None:
        canvas.setFont("STSong-Light", 24)
        for shift, grey in ((1.5, 0.7), (0, 0)):
            canvas.setFillColorRGB(grey, grey, grey)
            canvas.drawString(120 + shift, 740 - shift, "云岭市夜市方案")
        canvas.setFont("STSong-Light", 14)
        canvas.drawString(80, 700, "一、发展夜市。（牵头单位：市商务局）")

    assert opened(pdf_of(page)).text.split("\n")[0] == "云岭市夜市方案"


def test_headings_that_the_running_head_repeats_are_read() -> None:
    document = opened(marked([TITLE, *TASKS * 6], Mark(), head=TITLE))
    assert document.text.split("\n")[0] == TITLE
    assert document.text.count("市发展改革委") == 6


def test_labels_of_a_form_that_is_the_same_on_each_page_are_read() -> None:
    def page(canvas: Any, number: int) -> None:
        for row, (label, value) in enumerate(
            [("督办事项：", f"完善第{number}处设施"), ("牵头单位：", "市商务局"), ("配合单位：", "市财政局")]
        ):
            canvas.drawString(80, 700 - 30 * row, label)
            canvas.setFont("STSong-Light", 13)
            canvas.drawString(80 + 5 * 14 - 4, 700 - 30 * row, value)
            canvas.setFont("STSong-Light", 14)

    pages = [lambda canvas, number=number: page(canvas, number) for number in range(1, 5)]
    document = opened(pdf_of(*pages))
    assert document.text.count("牵头单位：市商务局") == document.text.count("配合单位：市财政局") == 4


def test_a_letter_of_giant_size_takes_no_longer_than_others() -> None:
    def page(canvas: Any) -> None:
        canvas.drawString(80, 700, "一、发展夜市。（牵头单位：市商务局）")
        canvas.setFont("STSong-Light", 5_000_000)
        canvas.drawString(80, 500, "样稿")

    assert "市商务局" in opened(pdf_of(page)).text


def test_a_seal_over_the_signature_is_left_out_and_told() -> None:
    import math

    def page(canvas: Any) -> None:
        for number, task in enumerate(TASKS):
            for line, begin in enumerate(range(0, len(task), 30)):
                canvas.drawString(80, 760 - 80 * number - 22 * line, task[begin : begin + 30])
        canvas.drawString(360, 300, "云岭市人民政府")
        canvas.drawString(350, 276, "2025年6月18日")
        canvas.setFillColorRGB(0.9, 0, 0)
        for number, letter in enumerate("云岭市行政审批局"):
            turn = 200 - 30 * number
            canvas.saveState()
            canvas.translate(405 + 55 * math.cos(math.radians(turn)), 290 + 55 * math.sin(math.radians(turn)))
            canvas.rotate(turn - 90)
            canvas.drawString(-7, 0, letter)
            canvas.restoreState()
        canvas.setFont("STSong-Light", 12)
        canvas.drawString(368, 282, "审批专用章")

    document = opened(pdf_of(page))
    assert document.text.split("\n")[-2:] == ["云岭市人民政府", "2025年6月18日"]
    said = "".join(document.notes)
    assert "审批专用章" in said
    assert {name for _, name, _ in rows(document)} >= {"市商务局", "市发展改革委"}
