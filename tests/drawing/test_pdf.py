"""PDF pages: what stands on a sheet is there as letters and lines that other programs read."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pypdfium2
import pytest

from raci.config.fonts import font_files
from raci.drawing.canvas import Canvas, stacked
from raci.drawing.pdf import pdf
from raci.errors import DrawError


@pytest.fixture(autouse=True)
def chinese() -> Path:
    """A font file that has Chinese."""
    for path in font_files():
        return path
    pytest.skip('本机没有中文字体：pip install -e ".[fonts]"')


def sheet(*texts: str, width: float = 200, height: float = 100) -> Canvas:
    canvas = Canvas(width, height, "试（一）")
    for number, text in enumerate(texts):
        canvas.text(10, 20 + 20 * number, text, 12)
    return canvas


def pages(data: bytes) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(data))


def colour(canvas: Canvas, x: float, y: float) -> tuple[int, ...]:
    """What is seen at a place of a sheet."""
    (page,) = pages(pdf([canvas]))
    picture = page.render(scale=4).to_numpy()
    return tuple(int(part) for part in picture[round(4 * y)][round(4 * x)])[::-1]


def test_the_letters_can_be_searched_and_copied() -> None:
    (page,) = pages(pdf([sheet("县财政局（牵头）", "A/R 12 项 <&>")]))
    text = page.get_textpage().get_text_range()
    assert "县财政局（牵头）" in text
    assert "A/R 12 项 <&>" in text


def test_each_sheet_is_a_page_of_its_size() -> None:
    found = [page.get_size() for page in pages(pdf([sheet("一"), sheet("二", width=300, height=150)]))]
    assert found == [(200, 100), (300, 150)]


def test_title_and_time_are_said_and_the_bytes_repeat() -> None:
    at = datetime(2025, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=8)))
    data = pdf([sheet("一")], at)
    with pypdfium2.PdfDocument(data) as document:
        said = document.get_metadata_dict()
    assert (said["Title"], said["CreationDate"]) == ("试（一）", "D:20250301013000Z")
    assert pdf([sheet("一")], at) == data


def test_only_the_letters_that_are_shown_are_in_the_file() -> None:
    assert len(pdf([sheet("县财政局")])) < 60_000


@pytest.mark.parametrize(
    ("draw", "inside", "outside"),
    [
        (lambda canvas: canvas.rect(50, 30, 60, 40, fill="#c62f21"), (52, 32), (48, 32)),
        (lambda canvas: canvas.rect(50, 30, 60, 40, fill="#c62f21", rx=10), (60, 35), (51, 31)),
        (lambda canvas: canvas.circle(80, 50, 20, fill="#c62f21"), (66, 50), (65, 36)),
        (lambda canvas: canvas.path("M50 30L110 30L110 70Z", fill="#c62f21"), (105, 40), (55, 65)),
        (lambda canvas: canvas.path("M50 50h60", stroke="#c62f21", stroke_width=4), (80, 51), (80, 54)),
        (lambda canvas: canvas.path("M50 30H90V70", stroke="#c62f21", stroke_width=4), (91, 60), (60, 60)),
        (lambda canvas: canvas.path("M50 30l40 0v40Z", fill="#c62f21"), (85, 40), (55, 60)),
        (lambda canvas: canvas.path("M20 50C60 50 60 50 120 50", stroke="#c62f21", stroke_width=4), (70, 51), (70, 60)),
        (
            lambda canvas: canvas.path("M50 50h60", stroke="#c62f21", stroke_width=4, stroke_dasharray="10 10"),
            (55, 50),
            (65, 50),
        ),
    ],
)
def test_shapes_stand_where_they_stand_on_the_sheet(draw, inside, outside) -> None:  # type: ignore[no-untyped-def]
    canvas = sheet()
    draw(canvas)
    assert colour(canvas, *inside) == (0xC6, 0x2F, 0x21)
    assert colour(canvas, *outside) == (255, 255, 255)


def test_children_take_the_pen_of_their_group_and_a_light_one_lets_the_ground_through() -> None:
    canvas = sheet()
    canvas.group("links", stroke="#000000", stroke_width="6", stroke_opacity="0.5", fill="none")
    canvas.path("M50 50h60")
    red, green, blue = colour(canvas, 80, 50)
    assert red == green == blue
    assert 120 <= red <= 135


def test_the_second_of_stacked_sheets_stands_below_the_first() -> None:
    low = sheet()
    low.rect(50, 30, 60, 40, fill="#c62f21")
    assert colour(stacked([sheet(), low]), 80, 100 + 20 + 50) == (0xC6, 0x2F, 0x21)


@pytest.mark.parametrize(("anchor", "left", "right"), [("start", 100, 130), ("middle", 85, 115), ("end", 70, 100)])
def test_a_text_is_set_at_its_anchor(anchor: str, left: float, right: float) -> None:
    canvas = sheet()
    canvas.text(100, 50, "部门局", 10, anchor=anchor)
    (page,) = pages(pdf([canvas]))
    text = page.get_textpage()
    assert text.count_rects() == 1
    found = text.get_rect(0)
    assert left - 1 <= found[0] <= left + 2
    assert right - 2 <= found[2] <= right + 1


def test_a_sheet_that_no_page_can_hold_is_refused_with_the_remedy() -> None:
    with pytest.raises(DrawError, match="请输出 SVG"):
        pdf([sheet("一", width=20_000)])
