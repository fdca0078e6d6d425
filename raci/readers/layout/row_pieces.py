"""The pieces of a row of text that wide gaps part, with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

from raci.readers.layout.glyphs import TextRow

__all__ = ["RowPiece", "fields_of", "pieces_of"]

_PIECE = re.compile(r"\S+(?: \S+)*")
#: a label with its colon and something behind it
_FIELD = re.compile(r"([\u4e00-\u9fff（）()、]{2,10}[：:])\s*(?=\S)")


class RowPiece(NamedTuple):
    """Words without a wide gap: where they begin in the text of their row, and where they stand, in points."""

    words: str
    start: int
    left: float
    right: float


def pieces_of(row: TextRow) -> list[RowPiece]:
    """The pieces of a row; one where nothing parts it."""
    text = row.line.text
    if not row.parted:
        return [RowPiece(text.strip(), 0, row.left, row.right)]
    return [_piece(row, *match.span()) for match in _PIECE.finditer(text)]


def fields_of(row: TextRow) -> list[RowPiece]:
    """The pieces of a row of a form, its labels parted from what is filled in right behind them."""
    found: list[RowPiece] = []
    for piece in pieces_of(row):
        label = _FIELD.match(piece.words) if row.lefts else None
        if label is None:
            found.append(piece)
            continue
        middle = piece.start + label.end()
        found += [
            _piece(row, piece.start, piece.start + len(label[1])),
            _piece(row, middle, piece.start + len(piece.words)),
        ]
    return found


def _piece(row: TextRow, start: int, end: int) -> RowPiece:
    text = row.line.text
    last = row.lefts[end - 1]
    right = row.right if end == len(text) else last + row.size * (0.5 if text[end - 1].isascii() else 1)
    return RowPiece(text[start:end], start, row.lefts[start], right)
