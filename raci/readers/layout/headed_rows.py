"""Rows of a page that stand below the heads of a table without upright rules (pdf, ofd, pictures)."""

from __future__ import annotations

from itertools import pairwise

from raci.readers.layout.glyphs import COLUMN_BLANK, Glyph, TextRow
from raci.readers.layout.gutters import PageRows
from raci.rules.columns import columns

__all__ = ["headed_rows"]

#: a row with so many cells may be the head of a table; fewer may be labels in two columns of text
_MIN_HEADS = 3


def headed_rows(rows: PageRows) -> list[bool]:
    """Which rows are heads of a table, or stand below them, up to one that is no cell of it.

    That is not parted, and runs on over where another head begins.
    """
    marked = []
    begins: list[float] = []
    for glyphs, text, size in zip(rows.glyphs, rows.texts, rows.sizes, strict=True):
        if _is_head(text):
            begins = _begins(glyphs, size)
        elif not text.parted and any(text.left < begin < text.right for begin in begins):
            begins = []
        marked.append(bool(begins))
    return marked


def _is_head(row: TextRow) -> bool:
    cells = row.line.text.split(COLUMN_BLANK)
    return row.parted and len(cells) >= _MIN_HEADS and columns(cells) is not None


def _begins(head: list[Glyph], size: float) -> list[float]:
    """Where the heads behind the first one begin, a gap as wide as a character away."""
    return [right.left for left, right in pairwise(head) if right.left - left.right > size]
