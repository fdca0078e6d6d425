"""Words longer than their cell, as programs print cells that do not wrap: they run on into the cells beside, on whose
words they stand. They are drawn together to stand in their own.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.readers.layout.printed_pages import Ink, PrintedPage, PrintedRun, letter_count
from raci.readers.layout.ruled_frames import RuledLine
from raci.readers.layout.turning import quarter_turn

__all__ = ["within_cells"]

#: words run over the side of a cell, or the beginning of other words, from so many sizes of type on
_OVER = 0.3
#: … and begin so many before these; else one is printed on the other
_BEFORE = 1.0
#: they begin, or end, so near to a side of their cell, or their middle is so near to its middle
_NEAR = 1.5
#: they are left so much room at the sides of their cell
_MARGIN = 0.15
#: … and so much before other words, as columns without lines have between them
_COLUMN = 2.0
#: no gap within them is as wide, in sizes of type: a row that is printed at once has gaps between its cells
_GAP = 0.5
#: … and they stand no more than so much higher or lower than what they run over; so many letters make words
_BESIDE, _MIN_LETTERS = 0.4, 2
#: directions this near to the level, in degrees, are level
_LEVEL = 1.0
#: a page of more upright lines is a drawing; they are looked up in strips of so many points
_MAX_SIDES, _STRIP = 3_000, 3.0


class _Type(NamedTuple):
    """The size, in half points, and the ink of type."""

    size: int
    ink: Ink

    @classmethod
    def of(cls, run: PrintedRun) -> _Type:
        return cls(round(2 * run.size), run.ink)


def within_cells(page: PrintedPage) -> tuple[list[PrintedRun], list[str]]:
    """The runs of a page as it is printed, those too long for their cells drawn together; and what these say.

    Only words in the type of most of the page are; others may be marks that are printed across it. A page whose words
    do not run level is turned for that, and back.
    """
    turn = _quarter_turns(page.runs)
    if turn == 0:
        return _within_cells(page)
    place, (width, height) = quarter_turn(turn, page.width, page.height)
    upright = page._replace(
        runs=[_placed(run, place, (run.angle - 90 * turn) % 360) for run in page.runs],
        ruled_lines=[RuledLine(*place(*line)) for line in page.ruled_lines],
        width=width,
        height=height,
    )
    runs, words = _within_cells(upright)
    back, _ = quarter_turn(-turn % 4, width, height)
    turned = zip(page.runs, upright.runs, runs, strict=True)
    return [own if run is before else _placed(run, back, own.angle) for own, before, run in turned], words


def _quarter_turns(runs: Iterable[PrintedRun]) -> int:
    """By how many quarters most letters are turned."""
    letters = Counter[int]()
    for run in runs:
        letters[round(run.angle / 90) % 4] += len(run.glyphs)
    return max(letters, key=letters.__getitem__, default=0)


def _placed(run: PrintedRun, place: Callable[..., tuple[float, float, float, float]], angle: float) -> PrintedRun:
    boxes = (place(glyph.left, glyph.top, glyph.right, glyph.bottom) for glyph in run.glyphs)
    glyphs = (
        glyph._replace(left=left, top=top, right=right, bottom=bottom)
        for glyph, (left, top, right, bottom) in zip(run.glyphs, boxes, strict=True)
    )
    return run._replace(glyphs=tuple(glyphs), angle=angle)


def _within_cells(page: PrintedPage) -> tuple[list[PrintedRun], list[str]]:
    runs, words = list(page.runs), []
    letters = Counter[_Type]()
    for run in runs:
        letters[_Type.of(run)] += len(run.glyphs)
    text = max(letters, key=letters.__getitem__, default=None)
    sides = _sides_at(page.ruled_lines, page.height)
    own = [index for index, run in enumerate(runs) if _Type.of(run) == text and _is_of_words(run)]
    following = _following(runs, own)
    columns = _columns_run_over(runs, following)
    for index in own:
        run, after = runs[index], following.get(index)
        stretch = _cell(run, sides.get(int(_middle(run) // _STRIP), ()))
        if stretch is None and after is not None and round(after.glyphs[0].left) in columns:
            stretch = _room(run, after)
        if stretch is not None:
            words.append(run.text)
            runs[index] = _drawn_together(run, *stretch)
    return runs, words


def _sides_at(lines: Iterable[RuledLine], height: float) -> dict[int, list[float]]:
    """Where upright lines run across each strip of a page of that height, from left to right."""
    upright = [line for line in lines if not line.is_level]
    strips: dict[int, set[float]] = {}
    for line in upright if len(upright) <= _MAX_SIDES else ():
        for strip in range(int(max(0.0, line.top) // _STRIP), int(min(height, line.bottom) // _STRIP) + 1):
            strips.setdefault(strip, set()).add(line.left)
    return {strip: sorted(xs) for strip, xs in strips.items()}


def _is_of_words(run: PrintedRun) -> bool:
    """Whether a run is level, of several letters, and without gaps."""
    if min(run.angle, 360 - run.angle) > _LEVEL or letter_count([run]) < _MIN_LETTERS:
        return False
    return all(right.left - left.right < _GAP * run.size for left, right in pairwise(run.glyphs))


def _following(runs: Sequence[PrintedRun], own: Sequence[int]) -> dict[int, PrintedRun]:
    """The run that begins behind the beginning of each of these, in its line."""
    lines: dict[int, list[int]] = {}
    for index in own:
        lines.setdefault(round(_middle(runs[index]) / (_BESIDE * max(runs[index].size, 1.0))), []).append(index)
    following: dict[int, PrintedRun] = {}
    for line in lines.values():
        line.sort(key=lambda index: runs[index].glyphs[0].left)
        following |= {index: runs[after] for index, after in pairwise(line)}
    return following


def _cell(run: PrintedRun, xs: Sequence[float]) -> tuple[float, float] | None:
    """Where the cell of a run begins and ends, if it runs over one of the sides ``xs``; None where it does not."""
    left, right = run.glyphs[0].left, run.glyphs[-1].right
    over, near = _OVER * run.size, _NEAR * run.size
    begin, centre, end = (bisect_right(xs, x) for x in (left + over, (left + right) / 2, right - over))
    if begin >= end:
        return None
    if 0 < begin < len(xs) and left - xs[begin - 1] < near:
        return xs[begin - 1], xs[begin]
    if 0 < centre < len(xs) and abs(left + right - xs[centre - 1] - xs[centre]) < 2 * near:
        return xs[centre - 1], xs[centre]
    if 0 < end < len(xs) and xs[end] - right < near:
        return xs[end - 1], xs[end]
    return None


def _columns_run_over(runs: Sequence[PrintedRun], following: Mapping[int, PrintedRun]) -> set[int]:
    """Where columns begin whose words others run over: several, as those of a mark are always the same."""
    run_over: dict[int, set[str]] = {}
    for index, run in following.items():
        if _reach(runs[index], run) >= _OVER:
            run_over.setdefault(round(run.glyphs[0].left), set()).add(run.text)
    return {left for left, words in run_over.items() if len(words) > 1}


def _reach(run: PrintedRun, following: PrintedRun) -> float:
    """How far a run reaches over the beginning of another, in sizes of type; negative where it does not."""
    begin = following.glyphs[0].left
    if run.text == following.text or begin - run.glyphs[0].left < _BEFORE * run.size:
        return -math.inf
    return (run.glyphs[-1].right - begin) / max(run.size, 1.0)


def _room(run: PrintedRun, following: PrintedRun) -> tuple[float, float] | None:
    """From where to where a run stands that reaches to the beginning of another; None where it does not."""
    if _reach(run, following) < -_GAP:
        return None
    left = run.glyphs[0].left
    return left, max(left + run.size, following.glyphs[0].left - _COLUMN * run.size)


def _drawn_together(run: PrintedRun, begin: float, end: float) -> PrintedRun:
    """A run set between two places; what of it stands there already begins where it did."""
    margin = _MARGIN * run.size
    left, right = run.glyphs[0].left, run.glyphs[-1].right
    new_left = min(max(left, begin + margin), max(begin, end - margin))
    factor = max(min(right, end - margin) - new_left, 1.0) / max(right - left, 1.0)
    return run._replace(
        glyphs=tuple(
            glyph._replace(left=new_left + (glyph.left - left) * factor, right=new_left + (glyph.right - left) * factor)
            for glyph in run.glyphs
        )
    )


def _middle(run: PrintedRun) -> float:
    return (run.glyphs[0].top + run.glyphs[0].bottom) / 2
