"""Rows of a page that stand below the heads of a table without upright rules (pdf, ofd, pictures)."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from raci.readers.layout.glyphs import COLUMN_BLANK, Glyph, TextRow
from raci.readers.layout.gutters import PageRows
from raci.rules.columns import columns
from raci.rules.markers import at_start

__all__ = ["headed_rows"]

#: a row with so many cells may be the head of a table; fewer may be labels in two columns of text
_MIN_HEADS = 3


class _Head(NamedTuple):
    """The head of a table: where its cells behind the first one begin, and whether one of them says 序号."""

    begins: list[float]
    is_numbered: bool


def headed_rows(rows: PageRows) -> list[bool]:
    """Which rows are heads of a table, or stand below them, up to one that is no row of it.

    That begins with the number of a clause, or is not parted and runs on over where another head begins.
    """
    marked = []
    head: _Head | None = None
    for glyphs, text, size in zip(rows.glyphs, rows.texts, rows.sizes, strict=True):
        cells = text.line.text.split(COLUMN_BLANK)
        known = columns(cells) if text.parted and len(cells) >= _MIN_HEADS else None
        if known is not None:
            head = _Head(_begins(glyphs, size), any(column.role == "number" for column in known.values()))
        elif head is not None and _leaves(text, head):
            head = None
        marked.append(head is not None)
    return marked


def _leaves(row: TextRow, head: _Head) -> bool:
    if not row.parted and any(row.left < begin < row.right for begin in head.begins):
        return True
    return not head.is_numbered and at_start(row.line.text) is not None


def _begins(head: list[Glyph], size: float) -> list[float]:
    """Where the heads behind the first one begin, a gap as wide as a character away."""
    return [right.left for left, right in pairwise(head) if right.left - left.right > size]
