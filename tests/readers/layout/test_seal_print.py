"""Seals that a page prints as a red circle with red words: no lines of tables, no names of bodies."""

from __future__ import annotations

from typing import Any

import pytest
from printing import pdf_of

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

_RED, _BLACK = (0.85, 0.1, 0.1), (0.0, 0.0, 0.0)
_ROWS = (("任务", "责任单位", "完成时限"), ("整治河道", "市水利局", "6月底前"), ("疏浚湖泊", "市财政局", "9月底前"))
_SIDES = (80, 240, 420, 520)


def _page(ink: tuple[float, float, float], ring: float) -> Document:
    """A table with words in the empty part of a cell, and a ring around them."""

    def draw(canvas: Any) -> None:
        canvas.setFontSize(12)
        for number, row in enumerate(_ROWS):
            top = 700 - 40 * number
            for left, right, words in zip(_SIDES, _SIDES[1:], row, strict=False):
                canvas.rect(left, top - 40, right - left, 40)
                canvas.drawString(left + 4, top - 25, words)
        canvas.setStrokeColorRGB(*ink)
        canvas.setFillColorRGB(*ink)
        canvas.circle(350, 605, ring)
        canvas.drawCentredString(350, 600, "市安委办")

    (document,) = read_bytes(pdf_of(draw), "分工表.pdf")
    return document


def _bodies(document: Document) -> list[str]:
    return [row.department.name for row in extract(document)]


def test_the_words_of_a_seal_are_left_out_and_told() -> None:
    document = _page(_RED, 50)
    assert _bodies(document) == ["市水利局", "市财政局"]
    assert any("印章" in note and "市安委办" in note for note in document.notes)


@pytest.mark.parametrize(("ink", "ring"), [(_BLACK, 50), (_RED, 10)], ids=["black words", "a small ring"])
def test_other_words_are_read(ink: tuple[float, float, float], ring: float) -> None:
    assert "市安委办" in "".join(_page(ink, ring).text.split())


def test_a_circle_is_no_side_of_a_cell() -> None:
    assert [row.deadline.text for row in extract(_page(_RED, 50)) if row.deadline] == ["6月底前", "9月底前"]
