"""Marks printed over or under the text of a page (watermarks, stamps): told from the text, whose words they tear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from raci.readers.layout.collisions import Collision, collisions
from raci.readers.layout.directions import quarter
from raci.readers.layout.extents import Box, PageExtent
from raci.readers.layout.print_groups import PlacedMark, PrintGroup, group_runs, placed_mark
from raci.readers.layout.printed_pages import PrintedRun, letter_count
from raci.readers.layout.ruled_frames import RuledLine

__all__ = ["overprinted"]

#: ink this much lighter than the text's is pale; the text's is the darkest in which this part of the letters is
_PALER, _TEXT_SHARE = 0.35, 0.2
#: this part of the letters of a pale or repeated mark touches or stands on others; of any other mark, this part, and
#: so many
_SOME, _MOST, _MIN_STANDING = 0.03, 1 / 3, 2
#: ink as pale as this is that of a mark where the page holds nothing else …
_PALE = 0.5
#: … or where it is in type so many times as large as the text's
_LARGE = 2.5
#: the number of the ruled lines among the groups of a page
_LINES = -2


class _PageText(NamedTuple):
    """What marks are measured by: the largest group, which is the text, how pale that is, and what meets what."""

    groups: list[PrintGroup]
    largest: int
    paleness: float
    met: dict[int, list[Collision]]

    def is_pale(self, group: PrintGroup) -> bool:
        return group.paleness - self.paleness >= _PALER

    def is_large(self, group: PrintGroup) -> bool:
        return group.paleness >= _PALE and group.size >= _LARGE * self.groups[self.largest].size


def overprinted(
    runs: Sequence[PrintedRun],
    lines: Sequence[RuledLine],
    main: float,
    known: Collection[PlacedMark],
    recurring: Collection[PlacedMark],
) -> set[int]:
    """The indices of those of the runs, all straight, that are marks.

    ``main`` is the direction in which the page is read; ``known`` are the marks of the pages before, ``recurring``
    all that stands on a page beside this one too.
    """
    marks = {index for index, run in enumerate(runs) if placed_mark(run) in known}
    groups, of_run = group_runs(runs, marks, recurring)
    if not groups:
        return marks
    largest = max(range(len(groups)), key=lambda number: groups[number].letters)
    if len(groups) == 1:
        alone = groups[0].is_scattered and groups[0].paleness >= _PALE
        return set(range(len(runs))) if alone else marks
    met: dict[int, list[Collision]] = {}
    for collision in collisions(runs, of_run, largest):
        met.setdefault(collision.group, []).append(collision)
    gone = _mark_groups(_PageText(groups, largest, _text_paleness(groups), met), lines, quarter(main))
    return marks | {index for index, number in enumerate(of_run) if number in gone}


def _mark_groups(text: _PageText, lines: Iterable[RuledLine], main_turn: int) -> set[int]:
    """The numbers of the groups that are marks; what is most like one is judged first, and tears nothing any more."""

    def likeness(number: int) -> tuple[bool, bool, int, int]:
        group = text.groups[number]
        # a mark tears many other texts, and each of these is torn by the one mark
        torn = frozenset[int]().union(*(collision.touches for collision in text.met.get(number, ())))
        return group.turn == main_turn, not text.is_pale(group), -len(torn), group.letters

    extent: PageExtent | None = None
    gone: set[int] = set()
    for number in sorted(range(len(text.groups)), key=likeness):
        group = text.groups[number]
        if number == text.largest or not group.is_wordy:
            continue
        is_pale = text.is_pale(group)
        looks_like_one = is_pale and (text.is_large(group) or group.is_scattered)
        if looks_like_one or _stands_on_text(group, text.met.get(number, ()), gone, is_pale=is_pale):
            gone.add(number)
        elif group.is_strewn:
            extent = extent or _extent(text.groups, lines)
            if group.reaches_beyond(extent.without(number)):
                gone.add(number)
    return gone


def _extent(groups: Sequence[PrintGroup], lines: Iterable[RuledLine]) -> PageExtent:
    boxes: list[tuple[int, Box]] = [(_LINES, line) for line in lines]
    for number, group in enumerate(groups):
        glyphs = [glyph for run in group.runs for glyph in run.glyphs]
        left, top = min(glyph.left for glyph in glyphs), min(glyph.top for glyph in glyphs)
        right, bottom = max(glyph.right for glyph in glyphs), max(glyph.bottom for glyph in glyphs)
        boxes.append((number, (left, top, right, bottom)))
    return PageExtent(boxes)


def _text_paleness(groups: Iterable[PrintGroup]) -> float:
    """How pale the ink of the text is: the darkest in which a fair part of the letters is printed."""
    letters = Counter[float]()
    for group in groups:
        letters[group.paleness] += group.letters
    so_far = 0
    for paleness, count in sorted(letters.items()):
        so_far += count
        if so_far >= _TEXT_SHARE * letters.total():
            return paleness
    return 0.0


def _stands_on_text(group: PrintGroup, met: Iterable[Collision], gone: Collection[int], *, is_pale: bool) -> bool:
    """Whether it tears other words: all of it or most, or some of what is pale, repeated, or no content."""
    touching = standing = 0
    for collision in met:
        touching += bool(collision.touches.difference(gone))
        standing += bool(collision.stands_on.difference(gone))
    letters = letter_count(group.runs)
    if (is_pale or group.is_artifact) and touching and touching >= _SOME * letters:
        return True
    if group.is_scattered and standing and standing >= _SOME * letters:
        return True
    most = max(_MIN_STANDING, _MOST * letters)
    return standing >= most or (group.recurs and touching >= most)
