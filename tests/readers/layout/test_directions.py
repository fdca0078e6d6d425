"""Pages on their side or on their head, by their content, by what the file says, or both, are read upright."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from printing import Mark, marked, pdf_of, turned

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

HEAD = ["序号", "重点任务", "具体措施", "牵头单位", "配合单位"]
TABLE = [
    HEAD,
    *(
        [str(number), f"完善第{number}处夜间经济集聚区", "完善配套设施，优化消费环境", "市商务局", "市财政局、市公安局"]
        for number in range(1, 9)
    ),
]
TEXT = [
    "云岭市夜间消费提升行动方案",
    *(
        f"{number}.完善第{number}处集聚区的配套设施，优化消费环境，丰富活动供给。（牵头单位：市商务局；配合单位：市财政局、市城管局）"
        for number in range(1, 14)
    ),
]
TURNS = [(content, shown) for content in (0, 90, 180, 270) for shown in (0, 90, 180, 270)]


def opened(data: bytes) -> Document:
    (document,) = read_bytes(data, "方案.pdf")
    return document


def rows(document: Document) -> list[tuple[str, str, str]]:
    return [(row.clause.heading, row.department.name, row.role) for row in extract(document)]


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("parts", [[TEXT[0], TABLE], TEXT], ids=["table", "text"])
def test_whatever_way_a_page_lies(turn: tuple[int, int], parts: list[Any]) -> None:
    data = marked(parts)
    bare, document = opened(data), opened(turned(data, turn))
    assert document.text == bare.text
    assert rows(document) == rows(bare)
    assert len(rows(document)) >= 24


def test_pages_that_lie_each_another_way() -> None:
    data = marked([*TEXT, *TEXT[1:], *TEXT[1:]])
    document = opened(turned(data, (0, 0), (90, 0), (0, 90), (180, 180), (270, 0)))
    assert document.text == opened(data).text


@pytest.mark.parametrize("content", [90, 180, 270])
def test_marks_on_a_page_on_its_side(content: int) -> None:
    bare = opened(marked([TEXT[0], TABLE]))
    for mark in (Mark(), Mark(angle=0, size=14), Mark(angle=90 - content, size=16, over=True)):
        assert opened(turned(marked([TEXT[0], TABLE], mark), (content, 0))).text == bare.text


def test_an_upright_mark_on_content_that_lies_on_its_side() -> None:
    def page(canvas: Any) -> None:
        canvas.saveState()
        canvas.translate(560, 60)
        canvas.rotate(90)
        _print_table(canvas, 500)
        canvas.restoreState()
        Mark(angle=0, size=14, over=True).stamp(canvas)

    assert len(rows(opened(pdf_of(page)))) == 12


def _print_table(canvas: Any, top: float, columns: int = 4) -> None:
    """A ruled table of four tasks, y upwards."""
    xs = (0, 40, 240, 380, 560)
    lines = [["序号", "重点任务", "牵头单位", "配合单位"]]
    lines += [[str(n), f"完善第{n}处集聚区的设施", "市商务局", "市财政局、市公安局"] for n in range(1, 5)]
    for row, cells in enumerate(lines):
        for x, cell in zip(xs, cells, strict=False):
            canvas.drawString(x + 4, top - 24 * row, cell)
    for row in range(len(lines) + 1):
        canvas.line(xs[0], top + 16 - 24 * row, xs[-1], top + 16 - 24 * row)
    for x in xs:
        canvas.line(x, top + 16, x, top + 16 - 24 * len(lines))


def _sideways_table(canvas: Any, turn: int = 90) -> None:
    canvas.saveState()
    if turn == 90:
        canvas.translate(560, 60)
    else:
        canvas.translate(20, 640)
    canvas.rotate(turn)
    _print_table(canvas, 160)
    canvas.restoreState()


def _upright_text(canvas: Any) -> None:
    for number in range(1, 9):
        canvas.drawString(60, 810 - 22 * number, f"{number}.延长第{number}处的营业时间。（牵头单位：市城管局）")


@pytest.mark.parametrize("turn", [90, 270])
def test_half_of_a_page_lies_on_its_side(turn: int) -> None:
    def page(canvas: Any) -> None:
        canvas.setFont("STSong-Light", 12)
        _upright_text(canvas)
        _sideways_table(canvas, turn)

    found = rows(opened(pdf_of(page)))
    assert [row[1] for row in found].count("市城管局") == 8
    assert [row[1] for row in found].count("市商务局") == 4
    assert [row[1] for row in found].count("市公安局") == 4


def test_a_sideways_table_under_an_upright_head_and_number() -> None:
    def page(number: int) -> Callable[[Any], None]:
        def draw(canvas: Any) -> None:
            canvas.setFont("STSong-Light", 9)
            canvas.drawString(80, 800, "云岭市人民政府行政规范性文件")
            canvas.drawString(280, 30, f"— {number} —")
            canvas.setFont("STSong-Light", 12)
            _sideways_table(canvas)

        return draw

    document = opened(pdf_of(page(1), page(2), page(3)))
    assert len(rows(document)) == 36
    assert "规范性" not in document.text


def test_a_wide_table_on_an_upright_page_keeps_its_rows() -> None:
    def page(canvas: Any) -> None:
        canvas.setFont("STSong-Light", 9)
        _print_wide(canvas)

    def _print_wide(canvas: Any) -> None:
        xs = (20, 50, 260, 480, 640, 820)
        for row in range(18):
            cells = HEAD if row == 0 else [str(row), f"完善第{row}处设施", "优化环境", "市商务局", "市财政局、市公安局"]
            for x, cell in zip(xs, cells, strict=False):
                canvas.drawString(x + 4, 560 - 24 * row, cell)
            canvas.line(20, 574 - 24 * row, 820, 574 - 24 * row)
        canvas.line(20, 574 - 24 * 18, 820, 574 - 24 * 18)
        for x in xs:
            canvas.line(x, 574, x, 574 - 24 * 18)

    assert len(rows(opened(pdf_of(page, size=(842, 595))))) == 51


def test_cells_on_their_side_in_an_upright_table() -> None:
    """The head of a group of rows, or narrow columns' heads, set on their side as spreadsheets do."""

    def page(canvas: Any) -> None:
        canvas.setFont("STSong-Light", 12)
        canvas.translate(10, 0)
        xs, top = (20, 50, 80, 290, 420, 560), 700
        for row in range(5):
            cells = (
                ["", "序号", "重点任务", "牵头单位", "配合单位"]
                if row == 0
                else ["", str(row), f"完善第{row}处设施", "市商务局", "市财政局"]
            )
            for x, cell in zip(xs, cells, strict=False):
                canvas.drawString(x + 3, top - 24 * row, cell)
            if row:
                canvas.line(50, top + 16 - 24 * row, 560, top + 16 - 24 * row)
        for y in (top + 16, top - 8, top + 16 - 24 * 5):
            canvas.line(20, y, 560, y)
        for x in xs:
            canvas.line(x, top + 16, x, top + 16 - 24 * 5)
        canvas.saveState()
        canvas.translate(40, top - 90)
        canvas.rotate(90)
        canvas.drawString(0, 0, "完善设施")
        canvas.restoreState()

    document = opened(pdf_of(page))
    assert [row[1] for row in rows(document)] == ["市商务局", "市财政局"] * 4
    assert "完善设施" in document.text


def test_a_blank_page_and_one_of_numbers() -> None:
    def numbers(canvas: Any) -> None:
        canvas.drawString(80, 700, "一、发展夜市。（牵头单位：市商务局）")

    data = turned(pdf_of(numbers, lambda canvas: None), (180, 90))
    assert [row[1] for row in rows(opened(data))] == ["市商务局"]
