"""Heads of tables laid out by blanks whose words take several lines: 整改责任单 ⏎ 位."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.tables.cell_pieces import Line, TableStart
from raci.readers.tables.column_fit import SECTION
from raci.readers.tables.lanes import LaneWords, Spacing, stretches_of
from raci.rules.columns import NAMED, columns, read_head

__all__ = ["whole_head"]

#: the longest head, the longest part of one that breaks over lines, and how many more lines it may take
_LONGEST_HEAD, _LONGEST_PART, _MOST_LINES = 16, 8, 2

#: so many parts of one head stand below it
_PARTS = 2

_Head = tuple[LaneWords, Line]


def whole_head(
    lines: Sequence[Line], start: TableStart, indents: Sequence[int], spacing: Spacing
) -> tuple[TableStart, list[LaneWords]]:
    """The head with the words of it that stand in the lines above and below, and where each stands.

    For ``indents`` see ``read_lanes``.
    """
    place = start.start
    own = list(stretches_of(lines[place][1], indents[place], spacing))
    if spacing.close:
        if len(own) < len(start.heads) or columns([piece.words for piece in own]) is None:
            return start, own
        start = start._replace(heads=tuple((lines[place][0], piece.words) for piece in own))
    if len(own) != len(start.heads):
        return start, own
    heads = list(zip(own, start.heads, strict=True))
    above = list(stretches_of(lines[place - 1][1], indents[place - 1], spacing)) if place else []
    if above and all(len(piece.words) <= _LONGEST_PART and not _over(own, piece) for piece in above):
        more = [(piece, (lines[place - 1][0], piece.words)) for piece in above]
        whole, end = _with_ends(lines, sorted([*heads, *more], key=_from_left), start.end, indents, spacing)
        added = [head[1] for piece, head in whole if piece in above]
        if all(map(_is_head, added)):
            return start._replace(start=place - 1, end=end, heads=tuple(head for _, head in whole)), _stretches(whole)
    whole, end = _with_ends(lines, heads, start.end, indents, spacing)
    if end < len(lines):
        below = [(piece, (lines[end][0], piece.words)) for piece in stretches_of(lines[end][1], indents[end], spacing)]
        parts = _with_parts(whole, below)
        whole, end = (parts, end + 1) if parts else (whole, end)
    return start._replace(end=end, heads=tuple(head for _, head in whole)), _stretches(whole)


def _from_left(head: _Head) -> int:
    return head[0].first


def _stretches(heads: Sequence[_Head]) -> list[LaneWords]:
    return [piece for piece, _ in heads]


def _with_ends(
    lines: Sequence[Line], heads: Sequence[_Head], end: int, indents: Sequence[int], spacing: Spacing
) -> tuple[list[_Head], int]:
    """The heads with their ends in the lines from ``end`` on, and where these end."""
    whole = list(heads)
    for index in range(end, min(end + _MOST_LINES, len(lines))):
        pieces = list(stretches_of(lines[index][1], indents[index], spacing))
        places = [_over(_stretches(whole), piece) for piece in pieces]
        if (
            not pieces
            or any(len(held) != 1 for held in places)
            or any(len(one.words) > _LONGEST_PART or SECTION.match(one.words) for one in pieces)
        ):
            break
        longer = list(whole)
        for (place,), piece in zip(places, pieces, strict=True):
            number, words = longer[place][1]
            longer[place] = longer[place][0], (number, words + piece.words)
        if not all(_is_head(longer[place][1][1]) for (place,) in places):
            break
        whole, end = longer, index + 1
    return whole, end


def _with_parts(heads: Sequence[_Head], below: Sequence[_Head]) -> list[_Head]:
    """The heads with those in the place of one that stand below it as its parts: 牵头部门, 参加部门 below 责任主体.

    Empty where the line below holds anything else.
    """
    known = [read_head(words) for _, (_, words) in below]
    if len(below) < _PARTS or not all(head is not None and head.role in NAMED for head in known):
        return []
    first, last = below[0][0].first, below[-1][0].last
    over = max((place for place, (piece, _) in enumerate(heads) if piece.first <= first), default=-1)
    if over < 0 or (over + 1 < len(heads) and heads[over + 1][0].first < last):
        return []
    return [*heads[:over], *below, *heads[over + 1 :]]


def _over(heads: Sequence[LaneWords], piece: LaneWords) -> list[int]:
    """The heads above (or below) a piece, by their places."""
    return [place for place, head in enumerate(heads) if piece.first < head.last and piece.last > head.first]


def _is_head(words: str) -> bool:
    """Whether words are those of a head once their end is there: 计划完成时 ⏎ 间, 总投资（万 ⏎ 元）."""
    return len(words) <= _LONGEST_HEAD and (read_head(words) is not None or words.endswith(("）", ")")))
