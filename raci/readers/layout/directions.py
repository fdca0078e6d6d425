"""Which way the text of a page runs: the direction of most of its letters, and what is turned away from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.measures import upper_median
from raci.readers.layout.printed_pages import PrintedPage, PrintedRun, letter_count

__all__ = ["Directions", "by_direction", "find_directions", "quarter", "skew"]

#: text this many degrees off the level or the upright is still that: a page that was scanned askew
_STRAIGHT = 7.0
#: slanted text is a page's own where it has so many letters, and so many times those of straight text
_MIN_SLANTED, _SLANTED_FACTOR = 30, 3
#: words that stand on a page so often, and nothing else in their direction, are a mark
_COPIES = 3


class Directions(NamedTuple):
    """The direction in which a page is read, in degrees anticlockwise, and its runs: straight to it, or slanted.

    The straight runs stand level, upright, or on their head to it.
    """

    angle: float
    straight: list[PrintedRun]
    slanted: list[PrintedRun]


def quarter(angle: float, main: float = 0.0) -> int:
    """By how many quarter turns (0 to 3, anticlockwise) a direction is turned from another."""
    return round((angle - main) / 90) % 4


def skew(angle: float) -> float:
    """By how many degrees a direction is off the nearest quarter turn, -45 to 45."""
    return (angle + 45) % 90 - 45


def find_directions(page: PrintedPage, runs: Sequence[PrintedRun]) -> Directions:
    """The direction of most of the letters of these runs; words that stand there many times count once.

    Where there are no letters, it is the one in which the file wants the page shown.
    """
    straight = [run for run in runs if abs(skew(run.angle)) <= _STRAIGHT]
    slanted = [run for run in runs if abs(skew(run.angle)) > _STRAIGHT]
    letters = _distinct_letters(slanted)
    is_own = letters >= _MIN_SLANTED if straight else len(slanted) < _COPIES * len({run.text for run in slanted})
    if slanted and is_own and letters > _SLANTED_FACTOR * _distinct_letters(straight):
        main = upper_median(run.angle for run in slanted for _ in run.glyphs)
        along = [run for run in runs if abs(skew(run.angle - main)) <= _STRAIGHT]
        return Directions(main, along, [run for run in runs if abs(skew(run.angle - main)) > _STRAIGHT])
    votes = [_distinct_letters(run for run in straight if quarter(run.angle) == turn) for turn in range(4)]
    shown = page.rotation // 90 % 4
    turn = max(range(4), key=lambda each: (votes[each], each == shown))
    leaning = upper_median(skew(run.angle) for run in straight if quarter(run.angle) == turn for _ in run.glyphs)
    return Directions((turn * 90 + leaning) % 360, straight, slanted)


def by_direction(page: PrintedPage, runs: Sequence[PrintedRun], main: float) -> list[tuple[list[PrintedRun], float]]:
    """The straight runs with their direction: what stands highest on the page as it is shown comes first.

    A page without any gives one part without any.
    """
    parts: dict[int, list[PrintedRun]] = {}
    for run in runs:
        parts.setdefault(quarter(run.angle, main), []).append(run)
    if len(parts) <= 1:
        return [(part, main + 90 * turn) for turn, part in parts.items()] or [([], main)]

    def top(turn: int) -> float:
        return min(_shown_top(glyph, page) for run in parts[turn] for glyph in run.glyphs)

    return [(parts[turn], main + 90 * turn) for turn in sorted(parts, key=top)]


def _shown_top(glyph: Glyph, page: PrintedPage) -> float:
    """How far the top of a character stands below that of the page as it is shown."""
    return (glyph.top, glyph.left, page.height - glyph.bottom, page.width - glyph.right)[page.rotation // 90 % 4]


def _distinct_letters(runs: Iterable[PrintedRun]) -> int:
    return letter_count({run.text: run for run in runs}.values())
