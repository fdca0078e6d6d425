"""Forms without ruled lines: labels with colons, what is filled in behind them, and the lines that go on below it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from raci.readers.documents.draft_tables import DraftCell, DraftTable
from raci.readers.documents.passages import Passage, clean_line
from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.row_pieces import RowPiece, fields_of
from raci.readers.tables.paragraph_starts import LONGEST_LABEL
from raci.rules.columns import NAMED, SAYING, read_head
from raci.rules.punctuation import COLONS

__all__ = ["form_table"]

#: characters that begin at one place do so within so much of the size of type
_ALIGNED = 0.6


def form_table(rows: Sequence[TextRow], hanging: Collection[int]) -> DraftTable | None:
    """The table of labels and values that rows make, those of ``hanging`` lines of a value.

    None where they do not, or say no task and nobody who does it.
    """
    parted = {place: fields_of(row) for place, row in enumerate(rows) if place not in hanging}
    labels = [piece for pieces in parted.values() for piece in pieces if _is_label(piece.words)]
    roles = {head.role for piece in labels if (head := read_head(piece.words.rstrip("".join(COLONS)))) is not None}
    if not roles & NAMED or not roles & SAYING:
        return None
    lefts = {round(piece.left, 1) for piece in labels}
    cells: list[DraftCell] = []
    held: list[tuple[RowPiece, int]] = []  # the pieces of the row above, and the cells that they are
    number = -1
    for place, row in enumerate(rows):
        if place in hanging:
            index = next(
                (index for piece, index in reversed(held) if piece.left <= row.left + _ALIGNED * row.size), None
            )
            if index is None or cells[index].column % 2 == 0:
                return None
            passage = cells[index].passages[0]
            cells[index] = cells[index]._replace(passages=(Passage((*passage.lines, clean_line(row.line))),))
            continue
        pieces = [part for piece in parted[place] for part in _parted_at_labels(piece, row, lefts)]
        if len(pieces) % 2 or any(_is_label(piece.words) is bool(column % 2) for column, piece in enumerate(pieces)):
            return None
        number += 1
        held = [(piece, len(cells) + column) for column, piece in enumerate(pieces)]
        cells += [
            DraftCell(number, column, (Passage((clean_line(row.line._replace(text=piece.words, bold=())),)),))
            for column, piece in enumerate(pieces)
        ]
    return DraftTable(_reaching(cells)) if number else None


def _is_label(words: str) -> bool:
    return words.endswith(COLONS) and len(words) <= LONGEST_LABEL + 1


def _parted_at_labels(piece: RowPiece, row: TextRow, lefts: set[float]) -> list[RowPiece]:
    """A piece in two where a label stands in it below other labels: what is filled in before it fills its place."""
    if _is_label(piece.words) or not piece.words.endswith(COLONS):
        return [piece]
    for offset in range(len(piece.words) - LONGEST_LABEL, len(piece.words) - 1):
        left = row.lefts[piece.start + offset] if offset > 0 else None
        if left is not None and any(abs(left - other) < _ALIGNED * row.size for other in lefts):
            value = RowPiece(piece.words[:offset], piece.start, piece.left, left)
            return [value, RowPiece(piece.words[offset:], piece.start + offset, left, piece.right)]
    return [piece]


def _reaching(cells: Sequence[DraftCell]) -> tuple[DraftCell, ...]:
    """The cells, the last of each row reaching to the edge."""
    width = max(cell.column for cell in cells) + 1
    lasts = {cell.row: cell.column for cell in cells}
    return tuple(
        cell._replace(colspan=width - cell.column) if lasts[cell.row] == cell.column else cell for cell in cells
    )
