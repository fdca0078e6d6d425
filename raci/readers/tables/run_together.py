"""Tables that a copy has run together, wide blanks between their cells, and then cut at the width of a line.

The ends of such lines part nothing: cells go on in the next line, and wide blanks too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import BAR
from raci.rules.columns import NAMED, read_head

__all__ = ["without_cuts"]

#: what parts the cells
_GAP = compiled(r"[ \u3000]{2,}")
_BLANK = " \u3000"
#: the same within a line (it begins with the blank, as ``re`` seeks a set of few characters faster than all but some)
_WITHIN_LINE = compiled(r"[ \u3000](?<=[^\s][ \u3000])[ \u3000]+[^\s]")
#: so many lines are cut at one width of at least so many characters, this part of them within a word; this part holds
#: ends of cells
_LINES, _WIDTH, _WITHIN, _PARTED = 2, 24, 0.3, 0.6
#: of more lines none is looked at: each of their cells would be a line
_MOST_LINES = 200
#: so many blanks at the end of a line may have been taken away
_TAKEN = 4
#: so many heads one behind the other begin the table
_HEADS = 2


def without_cuts(text: str) -> str:
    """The text with each such table in one line, and blank lines for those that it took."""
    if _WITHIN_LINE.search(text) is None:
        return text
    lines = text.split("\n")
    for start, end in _blocks(lines):
        first = next((place for place in range(start, end - 1) if _begins(lines[place])), None)
        if first is not None and _are_cut(lines[first:end]):
            width = max(map(len, lines[first:end]))
            # blanks at the ends of lines may have been taken away
            words = "".join(line.ljust(width, "\u3000") for line in lines[first:end])
            lines[first:end] = [words.rstrip(_BLANK), *[""] * (end - first - 1)]
    return "\n".join(lines)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines one below the other, no blank one between them."""
    place = 0
    for is_filled, run in groupby(lines, lambda line: bool(line.strip(_BLANK))):
        first, place = place, place + sum(1 for _ in run)
        if is_filled and _LINES <= place - first <= _MOST_LINES:
            yield first, place


def _begins(line: str) -> bool:
    """Whether heads and, behind them, cells that stand below these begin in a line."""
    if _GAP.search(line) is None or BAR.search(line) is not None:
        return False
    known = [read_head(cell) for cell in _GAP.split(line.strip(_BLANK))]
    runs = (known[place : place + _HEADS] for place in range(len(known) - _HEADS))
    # names of bodies may read like heads: 工会办公室  行政管理部
    return None in known and any(
        None not in run and any(head is not None and head.role not in NAMED for head in run) for run in runs
    )


def _are_cut(lines: Sequence[str]) -> bool:
    """Whether all lines but the last are cut at one width, many of them within words."""
    width = max(map(len, lines))
    if width < _WIDTH or min(map(len, lines[:-1])) < width - _TAKEN:
        return False
    cut = sum(
        len(above) == width and above[-1] not in _BLANK and below[0] not in _BLANK for above, below in pairwise(lines)
    )
    parted = sum(_GAP.search(line) is not None for line in lines)
    return parted >= _PARTED * len(lines) and cut >= _WITHIN * (len(lines) - 1)
