"""Matrices without ruled lines: below the names of bodies stand letters, marks or words of roles, many cells empty."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from raci.model.late_patterns import late_pattern
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.parted_heads import part_at_gaps, words_of
from raci.readers.layout.unruled_rows import TableColumns, White, extend_down, split_row
from raci.rules.cell_content import SIGN_KINDS, cell_content
from raci.rules.columns import read_head

__all__ = ["matrix_columns"]

#: a row without one of these holds no sign
_IN_SIGNS = frozenset("RACISVracisv√✓✔▲△●○◎◆◇★☆■□牵主配协责参")
#: of what stands below a body so many are signs, and the table has so many rows and signs
_SIGNS, _LEAST_ROWS, _LEAST_SIGNS = 0.9, 2, 4
#: how a line of text ends, as no row of a matrix does
_SENTENCE = late_pattern("[。；：]$")
#: signs stand so far apart, in points
_GAP = 4.0
#: the name of a body that heads a column has no more characters
_LONGEST_HEAD = 16


def matrix_columns(
    rows: Sequence[Sequence[Glyph]], last: int, cells: Sequence[Sequence[Glyph]], heads: Sequence[Sequence[Glyph]]
) -> tuple[TableColumns, int] | None:
    """The columns of the matrix below a head whose last row is ``last``, and the index behind its last row.

    None where what stands below is no matrix. ``cells`` stand over the columns, ``heads`` are what these are called.
    """
    if last + 1 >= len(rows) or not any(glyph.text in _IN_SIGNS for glyph in rows[last + 1]):
        return None
    names = [words_of(head) for head in heads]
    if sum(cell_content(words_of(part)).kind in SIGN_KINDS for part in part_at_gaps(rows[last], _GAP)) > 1:
        return None  # the first row of a matrix, whose head is above
    if any(len(name) > _LONGEST_HEAD or cell_content(name).kind in SIGN_KINDS for name in names):
        return None
    between: list[list[White]] = [
        [(max(glyph.right for glyph in left), right[0].left)] for left, right in pairwise(cells)
    ]
    end, whites = extend_down(rows, last, between, None)
    cuts = tuple(_middle(max(white, key=lambda stretch: stretch[1] - stretch[0])) for white in whites)
    below = [[words_of(cell) for cell in split_row(row, cuts)] for row in rows[last + 1 : end]]
    while below and _SENTENCE.search("".join(below[-1])):  # what stands below the matrix
        below.pop()
    numbered = all(cell_content(row[0]).kind in ("number", "empty") for row in below)
    label = int(numbered)
    bodies = [place for place in range(label + 1, len(names)) if _holds_signs([row[place] for row in below])]
    others = [name for place, name in enumerate(names) if place > label and place not in bodies]
    signs = sum(bool(row[place]) for row in below for place in bodies)
    if len(below) < _LEAST_ROWS or len(bodies) < 2 or signs < _LEAST_SIGNS or not all(map(read_head, others)):
        return None
    return TableColumns(
        cuts, 0 if numbered else None, frozenset(), heads=tuple(heads), tasks=label, signs=frozenset(bodies)
    ), last + 1 + len(below)


def _middle(white: White) -> float:
    return (white[0] + white[1]) / 2


def _holds_signs(words: Sequence[str]) -> bool:
    """Whether a column holds signs, and hardly anything else."""
    filled = [each for each in words if each]
    return sum(cell_content(each).kind in SIGN_KINDS for each in filled) >= max(1, _SIGNS * len(filled))
