"""Marks that a file itself says are no text of its page: a watermark among the lines of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from raci.readers.layout.printed_pages import PrintedRun, Standing, letter_count

__all__ = ["split_page_marks"]

#: above this part of the height of a page stand no feet
_FEET = 0.8
#: what is only said to be no content is believed where it is so short, in letters, and such a part of the page
_LONGEST, _SHARE = 20, 0.2


def split_page_marks(runs: Sequence[PrintedRun], height: float) -> tuple[list[PrintedRun], list[PrintedRun]]:
    """The runs to be read, and those that are marks of the page.

    Heads and feet, which files mark alike, stand above and below the text and are read: a letterhead says who issued
    it. So are numbers and signs in its lines, which some programs say are no content. Where all of a page is marked,
    nothing is a mark.
    """
    text = [run for run in runs if run.standing is Standing.CONTENT]
    if not text or len(text) == len(runs):
        return list(runs), []
    stands_among = _among(text, height)
    share = letter_count(run for run in runs if run.standing is Standing.ARTIFACT) <= _SHARE * letter_count(text)
    stands_alone = _alone(text)

    def is_mark(run: PrintedRun) -> bool:
        if run.standing is Standing.CONTENT or not stands_among(run):
            return False
        return run.standing is Standing.OF_PAGE or (share and letter_count([run]) <= _LONGEST and stands_alone(run))

    # what stands there again and again stands beside the text too
    words = {(run.standing, run.text) for run in runs if is_mark(run)}
    marks = [(run.standing, run.text) in words for run in runs]
    return (
        [run for run, mark in zip(runs, marks, strict=True) if not mark],
        [run for run, mark in zip(runs, marks, strict=True) if mark],
    )


def _among(text: Sequence[PrintedRun], height: float) -> Callable[[PrintedRun], bool]:
    """Whether a run stands between the others, or below them where no feet stand."""
    glyphs = [glyph for run in text for glyph in run.glyphs]
    left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
    top, bottom = min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs)
    bottom = max(bottom, _FEET * height)

    def is_among(run: PrintedRun) -> bool:
        x = sum(glyph.left + glyph.right for glyph in run.glyphs) / 2 / len(run.glyphs)
        y = sum(glyph.top + glyph.bottom for glyph in run.glyphs) / 2 / len(run.glyphs)
        return left < x < right and top < y < bottom

    return is_among


def _alone(text: Sequence[PrintedRun]) -> Callable[[PrintedRun], bool]:
    """Whether no other run stands at the height of a run: a mark on a line of its own."""
    middles = sorted((run.glyphs[0].top + run.glyphs[0].bottom) / 2 for run in text)

    def is_alone(run: PrintedRun) -> bool:
        top, bottom = min(glyph.top for glyph in run.glyphs), max(glyph.bottom for glyph in run.glyphs)
        first = bisect_left(middles, top)
        return first == len(middles) or middles[first] > bottom

    return is_alone
