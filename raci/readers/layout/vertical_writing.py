"""Pages written from top to bottom, column by column from the right: turned so that their lines run level."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise

from raci.readers.layout.extents import Box
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.printed_pages import PrintedPage, PrintedRun, join_runs
from raci.readers.layout.ruled_frames import RuledLine

__all__ = ["laid_level"]

#: a page is written so where it has so many letters, and this part of them stands below the one before
_MIN_LETTERS, _MIN_SHARE = 30, 0.75
#: so many letters tell
_MOST_LETTERS = 120
#: a letter stands below another where it is so far to the side, and so far lower, in sizes of type
_ASIDE, _LOWER = 0.3, (0.6, 2.0)


def laid_level(page: PrintedPage, runs: Sequence[PrintedRun]) -> tuple[PrintedPage, list[PrintedRun]]:
    """The page and its runs as they are read; those of a page whose letters stand below one another laid level."""
    if not _is_vertical(runs):
        return page, list(runs)

    def turned(left: float, top: float, right: float, bottom: float) -> Box:
        return top, page.width - right, bottom, page.width - left

    laid = [run._replace(glyphs=tuple(_placed(glyph, turned) for glyph in run.glyphs), angle=0.0) for run in runs]
    lines = [RuledLine(*turned(*line)) for line in page.ruled_lines]
    grounds = [turned(*ground) for ground in page.grounds]
    level = PrintedPage(laid, lines, page.height, page.width, 0, grounds)
    return level, list(join_runs(sorted(laid, key=lambda run: (round(run.glyphs[0].top), run.glyphs[0].left))))


def _placed(glyph: Glyph, turned: Callable[..., Box]) -> Glyph:
    left, top, right, bottom = turned(*glyph[1:5])
    return glyph._replace(left=left, top=top, right=right, bottom=bottom)


def _is_vertical(runs: Sequence[PrintedRun]) -> bool:
    upright = ((glyph, run.size) for run in _upright(runs) for glyph in run.glyphs if glyph.text.isalpha())
    letters = list(islice(upright, _MOST_LETTERS))
    if len(letters) < _MIN_LETTERS:
        return False
    pairs = [(one, other, size) for (one, size), (other, _) in pairwise(letters)]
    if sum(_stands_below(*pair) for pair in pairs) < _MIN_SHARE * len(pairs):
        return False
    # columns of writing follow one another from the right; those of a table that are a letter wide do not
    back_up = [other.left - one.left for one, other, size in pairs if other.top < one.top - size]
    return sum(aside < 0 for aside in back_up) > sum(aside > 0 for aside in back_up)


def _upright(runs: Sequence[PrintedRun]) -> Iterator[PrintedRun]:
    return (run for run in runs if min(run.angle, 360 - run.angle) < 1)


def _stands_below(glyph: Glyph, following: Glyph, size: float) -> bool:
    aside = (following.left + following.right - glyph.left - glyph.right) / 2
    lower = (following.top + following.bottom - glyph.top - glyph.bottom) / 2
    return abs(aside) < _ASIDE * size and _LOWER[0] * size < lower < _LOWER[1] * size
