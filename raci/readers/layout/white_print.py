"""Words printed white on the white of the page, which nobody sees; white words on a dark ground are text like any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from raci.readers.layout.extents import Box
from raci.readers.layout.printed_pages import Ink, PrintedRun, letter_count

__all__ = ["is_white", "split_white_print"]

#: ink as pale as this cannot be told from paper
_WHITE = 0.96
#: where runs have to be compared with more grounds than this, in all, white ones are taken to stand on some
_MOST_COMPARED = 1_000_000


def is_white(ink: Ink) -> bool:
    """Whether an ink is that of paper."""
    return ink.paleness >= _WHITE


def split_white_print(runs: Sequence[PrintedRun], grounds: Sequence[Box]) -> tuple[list[PrintedRun], list[PrintedRun]]:
    """The runs that are seen, and those printed white outside of the ``grounds``: filled shapes and pictures.

    Where a page holds nothing else, all of it is read.
    """
    white = [is_white(run.ink) for run in runs]
    if not any(white) or sum(white) * len(grounds) > _MOST_COMPARED:
        return list(runs), []
    large_first = sorted(grounds, key=lambda box: (box[0] - box[2]) * (box[3] - box[1]))
    unseen = [pale and not _stands_on(run, large_first) for run, pale in zip(runs, white, strict=True)]
    seen = [run for run, gone in zip(runs, unseen, strict=True) if not gone]
    if not letter_count(seen):
        return list(runs), []
    return seen, [run for run, gone in zip(runs, unseen, strict=True) if gone]


def _stands_on(run: PrintedRun, grounds: Iterable[Box]) -> bool:
    middle = run.glyphs[len(run.glyphs) // 2]
    x, y = (middle.left + middle.right) / 2, (middle.top + middle.bottom) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in grounds)
