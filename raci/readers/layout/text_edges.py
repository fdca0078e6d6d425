"""Where the full lines of a text begin and end: in the document, on pages of another size, in blocks set narrower."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from raci.readers.layout.glyphs import TextRow
from raci.readers.tables.paragraph_starts import starts_paragraph

__all__ = ["EARLY_END", "INDENT", "SetRow", "TextEdges", "set_rows", "text_edges"]

#: a line is set in by so many characters (by more, and it is centred); it ends early by so many
INDENT, _MAX_INDENT, EARLY_END = 1.2, 6, 2.6
#: lines of this part of the widest are full; paragraphs are set in where this part of the lines is, two at the least
_FULL_SHARE, _INDENTED_SHARE, _MIN_INDENTED = 0.8, 0.03, 2
#: text has edges of its own in so many rows, so many characters wide, this part of which goes on in the next one
_MIN_ROWS, _MIN_WIDTH, _MIN_GOING_ON = 6, 12.0, 0.4
#: a sentence or an item ends with these
_ENDS = tuple("。；：！？!?;:")
#: … and sentences have some of these, lists of names none
_WITHIN_SENTENCES = frozenset("，。；、（")


class TextEdges(NamedTuple):
    """The left and the right edge of full lines, in points, and whether paragraphs are set in."""

    left: float
    right: float
    indented: bool

    def reached_by(self, row: TextRow) -> bool:
        """Whether a line is full."""
        return self.right - row.right <= EARLY_END * row.size


class SetRow(NamedTuple):
    """A row with the edges of the text that it stands in."""

    row: TextRow
    edges: TextEdges


def text_edges(rows: Sequence[TextRow]) -> TextEdges:
    """The edges of the full lines among rows."""
    if not rows:
        return TextEdges(0, 0, False)
    widest = max(row.right - row.left for row in rows)
    full = [row for row in rows if row.right - row.left >= _FULL_SHARE * widest]
    left = sorted(row.left for row in full)[len(full) // 10]
    right = sorted(row.right for row in full)[len(full) * 9 // 10]
    indented = sum(1 for row in rows if INDENT < (row.left - left) / row.size < _MAX_INDENT)
    return TextEdges(left, right, indented >= max(_MIN_INDENTED, _INDENTED_SHARE * len(rows)))


def set_rows(rows: Sequence[TextRow], document: TextEdges, before: TextEdges | None = None) -> list[SetRow]:
    """The rows of a page, in reading order, each with the edges of the text that it stands in.

    The lines of a page, or of a block of it that keeps clear of the right edge, have edges of their own where they go
    on from one to the next within these. Else they have those of the page ``before``, if they keep to them, or those
    of the ``document``.
    """
    page = _page_edges([row for row in rows if not row.parted], before) or document
    placed: list[SetRow] = []
    for keeps_clear, block in groupby(zip(rows, _keep_clear(rows, page), strict=True), itemgetter(1)):
        block_rows = [row for row, _ in block]
        edges = (_own_edges(block_rows) if keeps_clear else None) or page
        placed += [SetRow(row, edges) for row in block_rows]
    return placed


def _page_edges(rows: Sequence[TextRow], before: TextEdges | None) -> TextEdges | None:
    own = _own_edges(rows)
    if before is None:
        return own
    if own is not None:
        return own._replace(indented=own.indented or before.indented)
    return before if _keep_to(rows, before) else None


def _keep_to(rows: Sequence[TextRow], edges: TextEdges) -> bool:
    """Whether rows, few of them perhaps, stand within edges, and one of them goes on from there to the next."""
    within = all(edges.left - row.size <= row.left and row.right <= edges.right + row.size for row in rows)
    return within and any(_goes_on(row, following, edges) for row, following in pairwise(rows))


def _keep_clear(rows: Sequence[TextRow], edges: TextEdges) -> Iterator[bool]:
    """Whether each row is a line of text that ends early, and not the last of a paragraph whose lines are full."""
    before: TextRow | None = None
    for row in rows:
        ends_paragraph = before is not None and _goes_on(before, row, edges)
        yield not row.parted and not edges.reached_by(row) and not ends_paragraph
        before = row


def _own_edges(rows: Sequence[TextRow]) -> TextEdges | None:
    """The edges of these rows where they are those of running text; else None."""
    if len(rows) < _MIN_ROWS:
        return None
    edges = text_edges(rows)
    if edges.right - edges.left < _MIN_WIDTH * max(row.size for row in rows):
        return None
    going_on = sum(_goes_on(row, following, edges) for row, following in pairwise(rows))
    return edges if going_on >= _MIN_GOING_ON * len(rows) else None


def _goes_on(row: TextRow, following: TextRow, edges: TextEdges) -> bool:
    """Whether a line is full, and its sentence is not at its end."""
    if not edges.reached_by(row) or row.line.text.endswith(_ENDS) or _WITHIN_SENTENCES.isdisjoint(row.line.text):
        return False
    return not starts_paragraph(following.line.text)
