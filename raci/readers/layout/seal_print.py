"""Words in seals that a page prints as type: red, within a circle."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.layout.extents import Box
from raci.readers.layout.printed_pages import Ink, PrintedRun

__all__ = ["split_seals"]

#: seals are so many points wide, and as high as wide but for this part
_NARROWEST, _WIDEST, _ROUND = 60.0, 190.0, 0.35
#: red has at the least so much red, and so much less of the others
_RED, _APART = 0.5, 0.3


def split_seals(runs: Sequence[PrintedRun], rings: Sequence[Box]) -> tuple[list[PrintedRun], list[PrintedRun]]:
    """The runs to be read, and those in the seals of a page."""
    seals = [ring for ring in rings if _is_seal(ring)]
    if not seals:
        return list(runs), []
    marks = [_is_red(run.ink) and any(_within(run, seal) for seal in seals) for run in runs]
    return (
        [run for run, mark in zip(runs, marks, strict=True) if not mark],
        [run for run, mark in zip(runs, marks, strict=True) if mark],
    )


def _is_seal(ring: Box) -> bool:
    width, height = ring[2] - ring[0], ring[3] - ring[1]
    return _NARROWEST <= width <= _WIDEST and abs(width - height) <= _ROUND * width


def _is_red(ink: Ink) -> bool:
    return ink.red >= _RED and max(ink.green, ink.blue) <= ink.red - _APART


def _within(run: PrintedRun, seal: Box) -> bool:
    left, right = min(glyph.left for glyph in run.glyphs), max(glyph.right for glyph in run.glyphs)
    top, bottom = min(glyph.top for glyph in run.glyphs), max(glyph.bottom for glyph in run.glyphs)
    return seal[0] <= left and right <= seal[2] and seal[1] <= top and bottom <= seal[3]
