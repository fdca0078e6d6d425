"""White words on white paper are left out and told; white words on a dark ground are read."""

from __future__ import annotations

from typing import Any

import pytest
from documents import ofd, text_object
from printing import pdf_of

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

LAST = "二、延长营业。（牵头单位：市档案局）"


def opened(data: bytes, name: str) -> Document:
    (document,) = read_bytes(data, name)
    return document


def names(document: Document) -> list[str]:
    return [row.department.name for row in extract(document)]


def printed(ground: tuple[float, float, float] | None, ink: float) -> bytes:
    def draw(canvas: Any) -> None:
        canvas.drawString(80, 700, "一、发展夜市。（牵头单位：市商务局）")
        if ground is not None:
            canvas.setFillColorRGB(*ground)
            canvas.rect(70, 640, 400, 40, stroke=0, fill=1)
        canvas.setFillGray(ink)
        canvas.drawString(80, 660, LAST)

    return pdf_of(draw)


@pytest.mark.parametrize(
    ("ground", "ink", "is_read"),
    [
        (None, 1.0, False),
        ((1, 1, 1), 1.0, False),
        ((1, 1, 1), 0.98, False),
        (None, 0.5, True),
        ((0.1, 0.3, 0.6), 1.0, True),
        ((0.8, 0.85, 0.95), 1.0, True),
    ],
)
def test_white_words_of_a_pdf(ground: tuple[float, float, float] | None, ink: float, is_read: bool) -> None:
    document = opened(printed(ground, ink), "方案.pdf")
    assert names(document) == ["市商务局", *(["市档案局"] if is_read else [])]
    assert any("白字未读 1 处" in note and "市档案局" in note for note in document.notes) is not is_read


def test_a_page_that_is_white_all_over_is_read() -> None:
    def draw(canvas: Any) -> None:
        canvas.setFillGray(1)
        canvas.drawString(80, 660, LAST)

    assert names(opened(pdf_of(draw), "方案.pdf")) == ["市档案局"]


@pytest.mark.parametrize("is_read", [True, False])
def test_white_words_of_an_ofd(is_read: bool) -> None:
    white = text_object(30, 200, LAST).replace("<ofd:TextCode", '<ofd:FillColor Value="255 255 255"/><ofd:TextCode')
    ground = '<ofd:PathObject Boundary="20 180 170 40" Fill="true"><ofd:FillColor Value="0 60 120"/></ofd:PathObject>'
    objects = (ground if is_read else "") + white
    document = opened(ofd(["云岭市方案", "一、发展夜市。（牵头单位：市商务局）"], objects=objects), "方案.ofd")
    assert names(document) == ["市商务局", *(["市档案局"] if is_read else [])]
    assert any("白字" in note for note in document.notes) is not is_read
