"""Tables found in simplified characters, with the words of their cells as the text writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from raci.readers.tables.cell_pieces import Line
from raci.readers.tables.text_grid import TextTable
from raci.rules.traditional import as_simplified

__all__ = ["as_written"]


def as_written(table: TextTable, lines: Sequence[Line]) -> TextTable:
    """The table with the words of ``lines``, whose simplified twins it was found in."""
    written: dict[int, list[tuple[str, str]]] = {}
    for number, text in lines[table.start : table.end]:
        written.setdefault(number, []).append((as_simplified(text), text))
    cells = tuple(replace(cell, pieces=tuple(_pieces(cell.pieces, written))) for cell in table.cells)
    return replace(table, cells=cells)


def _pieces(pieces: Sequence[Line], written: Mapping[int, Sequence[tuple[str, str]]]) -> Iterator[Line]:
    for number, words in pieces:
        for plain, text in written.get(number, ()):
            start = plain.find(words)
            if start >= 0:
                yield number, text[start : start + len(words)]
                break
        else:
            yield number, words
