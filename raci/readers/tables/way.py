"""Ways of laying the pieces of a table to its columns, piece by piece; what all of them share is settled."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.readers.tables.cell_pieces import CellPiece

__all__ = ["ACROSS", "Path", "Piece", "Step", "Way", "step_of"]

#: the column of a section across the table
ACROSS = -1
#: of a row the words of its columns, the last column that holds any, how wide the last printed line is, whether it is
#: new, whether a closed cell holds bodies, whether any does
Row = tuple[tuple[str, ...], int, float, bool, bool, bool]
#: after so many pieces it is looked what all ways share
_SETTLED_AFTER = 256


class Piece(NamedTuple):
    """A piece on its way: its words, its width, whether it counts the rows on, and how it fits each column.

    ``overleaf``: it comes behind the head of a new page. ``listed``: which words it follows as one more body.
    """

    token: CellPiece
    text: str
    width: float
    counting: bool
    overleaf: bool
    fits: list[float]
    listed: dict[str, bool]


class Step:
    """Where a piece was laid, and what the row is so far.

    ``score`` counts all but the open cell, ``total`` that too: how well it fits its column. ``column`` is ACROSS for a
    section; ``fresh``: it begins a row. ``cells`` are the words of the row's columns, ``last`` is the last of these
    that holds any, ``width`` is how wide the last printed line is. ``named``: a closed cell of the row holds bodies,
    ``naming``: any does.
    """

    __slots__ = ("before", "cells", "column", "fresh", "last", "named", "naming", "score", "total", "width")

    def __init__(self, score: float, fit: float, column: int, before: Step | None, row: Row) -> None:
        self.score, self.total = score, score + fit
        self.column, self.before = column, before
        self.cells, self.last, self.width, self.fresh, self.named, self.naming = row


#: a way that a piece may take: total, score, fit and column of the step that it would be (see ``Step``), the step
#: before it, the words of its column in the row then, and of the row: last, width, fresh, named, naming
Way = tuple[float, float, float, int, Step, str, int, float, bool, bool, bool]


def step_of(way: Way, blank: tuple[str, ...]) -> Step:
    """The step of a way that is followed; ``blank`` are the cells of a row that begins."""
    _, score, fit, column, before, words, last, width, fresh, named, naming = way
    cells = blank if fresh else before.cells
    if column != ACROSS:
        cells = (*cells[:column], words, *cells[column + 1 :])
    return Step(score, fit, column, before, (cells, last, width, fresh, named, naming))


class Path:
    """The best way so far, and the ways that may still turn out better.

    ``best`` are the last steps of these ways, ``top`` that of the best one up to ``length`` pieces, where the score was
    highest. The steps that all of them share are kept as numbers alone, so that a long table takes no memory to speak
    of.
    """

    def __init__(self, blank: tuple[str, ...]) -> None:
        self.best = [Step(0.0, 0.0, ACROSS, None, (blank, ACROSS, 0.0, True, True, True))]
        self.taken = 0
        self.top: Step | None = None
        self.highest, self.length = 0.0, 0
        self._settled = array("i")
        self._next = _SETTLED_AFTER

    def go_on(self, steps: Sequence[Step]) -> None:
        """The last steps of the ways after one more piece."""
        self.best = list(steps)
        self.taken += 1
        if self.taken >= self._next:
            self._settle()
            self._next = self.taken + max(_SETTLED_AFTER, self.taken - len(self._settled))

    def mark(self, step: Step, score: float) -> None:
        """The table may end here, with this step."""
        self.top, self.highest, self.length = step, score, self.taken

    def steps(self) -> Iterator[tuple[int, bool]]:
        """The steps of the way to the top: the column of each, and whether it begins a row."""
        after: list[int] = []
        step = self.top
        while step is not None and step.before is not None:
            after.append(_coded(step))
            step = step.before
        for code in (*self._settled, *reversed(after)):
            yield (code >> 1) - 1, bool(code & 1)

    def _settle(self) -> None:
        """Keep what all ways share, that to the top among them, as numbers."""
        if self.top is None:
            return
        ends: set[Step | None] = set(self.best)
        position = self.taken
        while True:
            if position == self.length:
                ends.add(self.top)
            if position <= self.length and len(ends) == 1:
                break
            if position <= len(self._settled):
                return
            ends = {end.before for end in ends if end is not None}
            position -= 1
        shared = next(iter(ends))
        if shared is None:
            return
        codes = []
        step = shared
        while step.before is not None:
            codes.append(_coded(step))
            step = step.before
        self._settled.extend(reversed(codes))
        shared.before = None


def _coded(step: Step) -> int:
    return (step.column + 1) << 1 | step.fresh
