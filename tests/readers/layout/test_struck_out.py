"""Words struck out on a page are left out and told; underlined ones, and those of ruled tables, are read."""

from __future__ import annotations

from typing import Any

import pytest
from printing import pdf_of

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

_BEFORE, _STRUCK, _AFTER = "一、整治河道。（责任单位：市水利局、", "市城管局、", "市财政局）"
_SIZE = 12


def _page(height: float, *, reach: float = 0.0) -> Document:
    """A line with a bar at some height over three of its words, reaching further on both sides."""

    def draw(canvas: Any) -> None:
        canvas.setFontSize(_SIZE)
        canvas.drawString(80, 700, _BEFORE + _STRUCK + _AFTER)
        left, width = 80 + canvas.stringWidth(_BEFORE), canvas.stringWidth(_STRUCK)
        canvas.line(left - reach, 700 + height, left + width + reach, 700 + height)
        canvas.drawString(80, 670, "二、疏浚湖泊。（责任单位：市水利局）")

    (document,) = read_bytes(pdf_of(draw), "方案.pdf")
    return document


def _names(document: Document) -> list[str]:
    return [row.department.name for row in extract(document)]


def test_struck_words_are_left_out_and_told() -> None:
    document = _page(0.35 * _SIZE)
    assert _names(document) == ["市水利局", "市财政局", "市水利局"]
    assert any("划去" in note and "市城管局" in note for note in document.notes)


@pytest.mark.parametrize(("height", "reach"), [(-2.0, 0.0), (0.35 * _SIZE, 300.0)], ids=["underlined", "a long rule"])
def test_other_lines_strike_nothing_out(height: float, reach: float) -> None:
    document = _page(height, reach=reach)
    assert "市城管局" in _names(document)
    assert not any("划去" in note for note in document.notes)
