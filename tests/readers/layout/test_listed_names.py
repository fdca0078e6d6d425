"""Cells of printed tables: bodies a line each, and names that wrap."""

from __future__ import annotations

import pytest

from raci.readers.documents.passages import TextLine
from raci.readers.layout.cell_text import PlacedCell, table_of_cells
from raci.readers.layout.glyphs import TextRow

SIZE = 10.0


def read(*cells: str, width: float) -> list[list[str]]:
    """The paragraphs of cells of one column, so many characters wide."""
    placed = []
    for number, cell in enumerate(cells):
        rows = [
            TextRow(TextLine(line), 0.0, 12.0 * place, SIZE * len(line), 12.0 * place + SIZE, SIZE, False)
            for place, line in enumerate(cell.split("\n"))
        ]
        placed.append(PlacedCell(number, 0, 1, 1, rows, width * SIZE))
    table = table_of_cells(placed)
    assert table is not None
    return [[passage.text for passage in cell.passages] for cell in table.cells]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        # a line that had room for the next character ends a name
        (["省民政厅\n团省委\n江西银保监局"], [["省民政厅", "团省委", "江西银保监局"]]),
        # in such a column a full line does, too, and other names wrap
        (
            ["省金融监管局\n江西银保监局", "省民政厅\n团省委\n人行南昌中心\n支行", "省财政厅\n省工业和信息\n化厅"],
            [
                ["省金融监管局", "江西银保监局"],
                ["省民政厅", "团省委", "人行南昌中心支行"],
                ["省财政厅", "省工业和信息化厅"],
            ],
        ),
        # lists in running lines
        (["省民政厅、省财\n政厅、省残联"], [["省民政厅、省财政厅、省残联"]]),
        (["各相关处\n室、各直属\n单位"], [["各相关处室、各直属单位"]]),
        (["市公安局交警\n支队"], [["市公安局交警支队"]]),
    ],
)
def test_names_in_printed_cells(cells: list[str], expected: list[list[str]]) -> None:
    assert read(*cells, width=7.2) == expected
