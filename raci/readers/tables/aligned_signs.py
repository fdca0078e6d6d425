"""Rows of letters, marks or words for roles that wide gaps part, each cell below its head: empty cells have no sign of
their own, and where the others stand says which they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from raci.model.pattern_codes import compiled
from raci.readers.tables.printed_lines import printed_width
from raci.rules.cell_content import SIGN_KINDS, cell_content

__all__ = ["below_heads"]

_PIECE = compiled(r"[^\s\u3000]+(?:[ \u3000][^\s\u3000]+)*")
#: how far from the beginning of its head a cell may begin, in full-width characters
_NEAR = 0.5


def below_heads(head: str, row: str, pieces: Sequence[str]) -> tuple[str, ...]:
    """The pieces of a row, with an empty one for each head that none stands below; as they are where some do not."""
    as_they_are = tuple(pieces)
    starts, heads = _starts(row), _starts(head)
    if not 1 < len(starts) < len(heads) or any(cell_content(words).kind not in SIGN_KINDS for words in pieces[1:]):
        return as_they_are
    cells = [""] * len(heads)
    for start, words in zip(starts, pieces, strict=False):
        place = next((place for place, above in enumerate(heads) if abs(above - start) <= _NEAR), None)
        if place is None or cells[place]:
            return as_they_are
        cells[place] = words
    while not cells[-1]:
        cells.pop()
    return tuple(cells) if len(starts) == len(pieces) else as_they_are


def _starts(line: str) -> list[float]:
    """How far from the left each piece of a line is printed."""
    return [printed_width(line[: piece.start()]) for piece in _PIECE.finditer(line)]
