"""What can be no part of a table in text: it ends before."""

from __future__ import annotations

import re

from raci.readers.tables.cell_pieces import CLOSING, CellPiece, Style

__all__ = ["ends_table"]

_NEXT_PART = re.compile(r"附\s*[件表]\s*[\d一二三四五六七八九十]*\s*[:：]?$|附\s*[件表]\s*\d+\s*[:：]?\s*\S{0,30}$")
#: an annotation or a labelled line is no cell
_ANNOTATED = re.compile(
    r"[（(【\[〔][^（(【\[〔]{0,6}(?:责任|牵头|配合)[^）)】\]〕]{0,6}[:：]|^(?:责任|牵头|配合)[^：:]{0,6}[:：]"
)
_RUNNING_TEXT = 120


def ends_table(piece: CellPiece, style: Style) -> bool:
    """Whether a piece can be no part of the table."""
    text = piece.text
    if piece.first and _NEXT_PART.fullmatch(text):
        return True
    # one of several cells in a line may say who does what in words of its own
    if _ANNOTATED.search(text) and not (piece.closed and style in CLOSING):
        return True
    # between the rows of a table with separators, running text stands alone in its line
    apart = style in CLOSING and piece.first and not piece.closed
    return apart and len(text) > _RUNNING_TEXT
