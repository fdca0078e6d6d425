"""Tables drawn with lines, as browsers break them at the end of a page, and characters with flat boxes."""

from __future__ import annotations

import pytest

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.layout.glyphs import Glyph, text_rows
from raci.readers.layout.ruled_frames import RuledLine, table_frames
from raci.readers.layout.ruled_tables import ruled_tables

XS = (50.0, 150.0, 250.0, 350.0)


def level(*heights: float) -> list[RuledLine]:
    return [RuledLine(XS[0], y, XS[-1], y) for y in heights]


def upright(top: float, bottom: float, xs: tuple[float, ...] = XS) -> list[RuledLine]:
    return [RuledLine(x, top, x, bottom) for x in xs]


def written(x: float, y: float, text: str) -> list[Glyph]:
    return [Glyph(char, x + 10 * index, y, x + 10 * (index + 1), y + 10) for index, char in enumerate(text)]


def cells(table: DraftTable) -> list[tuple[int, int, str]]:
    return [
        (cell.row, cell.column, "".join(line.text for passage in cell.passages for line in passage.lines))
        for cell in table.cells
    ]


GLYPHS = [
    *written(60, 105, "任务"),
    *written(160, 105, "单位"),
    *written(60, 135, "修渠"),
    *written(160, 135, "水利局"),
]
BELOW = [*written(60, 165, "栽树"), *written(160, 165, "林业局")]
ABOVE = [*written(60, 75, "栽树"), *written(160, 75, "林业局")]


@pytest.mark.parametrize(
    ("lines", "more", "expected"),
    [
        (level(100, 130, 160) + upright(100, 200), BELOW, {(2, 0, "栽树"), (2, 1, "林业局")}),
        (level(100, 130, 160) + upright(60, 160), ABOVE, {(0, 0, "栽树"), (0, 1, "林业局"), (1, 0, "任务")}),
        # a stroke or two that reach farther are no row
        (level(100, 130, 160) + upright(100, 160) + upright(100, 200, XS[:1]), BELOW, {(1, 0, "修渠")}),
        (level(100, 130, 160) + upright(100, 161), BELOW, {(1, 0, "修渠")}),
    ],
)
def test_rows_that_the_page_breaks_off(
    lines: list[RuledLine], more: list[Glyph], expected: set[tuple[int, int, str]]
) -> None:
    ((_, table),), outside, _ = ruled_tables(table_frames(lines), [*GLYPHS, *more], 1)
    found = cells(table)
    assert expected <= set(found)
    assert len(found) + bool(outside) * 2 == 6


def test_a_flat_character_at_the_beginning_of_a_row() -> None:
    first = Glyph("一", 50, 104.3, 60, 105.7)
    (row,) = text_rows([first, *written(60, 101, "、修渠")])
    assert row.line.text == "一、修渠"
    assert [row.line.text for row in text_rows([first, *written(60, 112, "修渠")])] == ["一", "修渠"]
