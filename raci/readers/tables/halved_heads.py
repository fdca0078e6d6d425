"""Heads in two lines that blanks part: 工作  主办  完成 over 内容  单位  时限."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from raci.readers.tables.cell_pieces import Line, TableStart
from raci.readers.tables.lanes import LaneWords, Spacing, stretches_of
from raci.rules.cell_content import cell_content
from raci.rules.columns import columns, read_head

__all__ = ["halved_start"]

_STYLE = "wide"
#: a head in two halves is one of so many, and no half is longer
_FEWEST, _MOST, _LONGEST = 3, 10, 8
_SPACING, _LONGEST_LINE = Spacing(2), 400
#: what stands in rows and is no part of a head
_CELLS = ("bodies", "date", "number")
#: how heads end that name bodies, and parts of them
_HEAD_ENDS = ("单位", "部门", "主体", "机构")


def halved_start(lines: Sequence[Line], index: int) -> TableStart | None:
    """The head whose lower halves stand in a line, its upper ones in the line above, or the other way round.

    The blanks before the lines are cut off: what stands above what shows in how far the halves of each are apart, and
    in the heads that they make.
    """
    for upper in (index, index - 1):
        if upper < 0 or upper + 1 >= len(lines):
            continue
        above, below = _halves(lines[upper][1]), _halves(lines[upper + 1][1])
        fits = _FEWEST <= len(above) <= _MOST and 1 < len(below) <= len(above)
        heads = _joined(above, below) if fits else None
        if heads is not None:
            number = lines[upper][0]
            return TableStart(upper, upper + 2, tuple((number, words) for words in heads), _STYLE)
    return None


def _halves(text: str) -> list[LaneWords]:
    pieces = list(stretches_of(text, 0, _SPACING)) if len(text) <= _LONGEST_LINE else []
    return pieces if all(_may_be_half(piece.words) for piece in pieces) else []


def _may_be_half(words: str) -> bool:
    return len(words) <= _LONGEST and (cell_content(words).kind not in _CELLS or words.endswith(_HEAD_ENDS))


def _joined(above: Sequence[LaneWords], below: Sequence[LaneWords]) -> list[str] | None:
    """The heads that the halves make, all of them known; None where there is no such way."""
    found: list[tuple[int, list[str]]] = []
    for places in combinations(range(len(above)), len(below)):
        heads = [piece.words for piece in above]
        for place, piece in zip(places, below, strict=True):
            heads[place] += piece.words
        if all(read_head(words) is not None for words in heads) and columns(heads) is not None:
            shifts = [above[place].first - piece.first for place, piece in zip(places, below, strict=True)]
            found.append((max(shifts) - min(shifts), heads))
    return min(found)[1] if found else None
