"""Letters of a page that stand on one another, which letters of one text never do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.printed_pages import PrintedRun

__all__ = ["Collision", "collisions"]

#: of its box, a letter fills this part to each side of the middle; the rest is white
_CORE = 0.4
#: letters stand on one another where they share this part of the smaller one
_DEEP = 0.3
#: the same letter, so few of its sizes away, is one that is printed twice: for bold type, or a shadow
_TWICE = 0.35
#: the page is parted into squares of so many points, of which so many rows and columns are looked at for one letter,
#: and so many letters in each
_SQUARE, _MAX_SQUARES, _MAX_LETTERS = 12.0, 20, 16


class _Core(NamedTuple):
    """The inked part of a letter, the group that it belongs to, and the letter."""

    left: float
    top: float
    right: float
    bottom: float
    group: int
    letter: str

    @classmethod
    def of(cls, glyph: Glyph, size: float, group: int) -> _Core:
        x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        across = _CORE * (glyph.right - glyph.left)
        # fonts may claim much white above and below
        down = _CORE * min(glyph.bottom - glyph.top, max(size, glyph.right - glyph.left))
        return cls(x - across, y - down, x + across, y + down, group, glyph.text)


class Collision(NamedTuple):
    """A letter of ``group`` on letters of other groups: on which it stands, and which it only touches or stands on."""

    group: int
    stands_on: frozenset[int]
    touches: frozenset[int]


def collisions(runs: Sequence[PrintedRun], groups: Sequence[int], largest: int) -> Iterator[Collision]:
    """The letters that touch others; ``groups`` are those of the runs, negative for what is not looked at.

    Letters of the group ``largest`` are met, but not asked. Time and memory grow with the number of letters.
    """
    cores = [
        _Core.of(glyph, run.size, group)
        for run, group in zip(runs, groups, strict=True)
        if group >= 0
        for glyph in run.glyphs
        if glyph.text.isalnum()
    ]
    squares: dict[tuple[int, int], list[_Core]] = {}
    for core in cores:
        square = squares.setdefault(_square((core.left + core.right) / 2, (core.top + core.bottom) / 2), [])
        if len(square) < _MAX_LETTERS:
            square.append(core)
    for core in cores:
        if core.group != largest:
            collision = _collision(core, squares)
            if collision.touches:
                yield collision


def _square(x: float, y: float) -> tuple[int, int]:
    return int(x // _SQUARE), int(y // _SQUARE)


def _collision(core: _Core, squares: dict[tuple[int, int], list[_Core]]) -> Collision:
    stands_on, touches = set(), set()
    for square in _squares_around(core):
        for other in squares.get(square, ()):
            if other.group == core.group:
                continue
            shared = _shared(core, other)
            if shared > 0:
                touches.add(other.group)
            if shared >= _DEEP:
                stands_on.add(other.group)
    return Collision(core.group, frozenset(stands_on), frozenset(touches))


def _squares_around(core: _Core) -> Iterator[tuple[int, int]]:
    """The squares in which the middle of a letter may stand that overlaps this one; not all of a giant's."""
    # that of another letter of usual size is not far outside
    first_column, first_row = _square(core.left - _SQUARE / 2, core.top - _SQUARE / 2)
    last_column, last_row = _square(core.right + _SQUARE / 2, core.bottom + _SQUARE / 2)
    for row in range(first_row, min(last_row, first_row + _MAX_SQUARES) + 1):
        for column in range(first_column, min(last_column, first_column + _MAX_SQUARES) + 1):
            yield column, row


def _shared(core: _Core, other: _Core) -> float:
    """Which part of the smaller of two letters lies on the other; 0 for one letter that is printed twice."""
    width = min(core.right, other.right) - max(core.left, other.left)
    height = min(core.bottom, other.bottom) - max(core.top, other.top)
    if width <= 0 or height <= 0:
        return 0.0
    if core.letter == other.letter:
        across = abs(core.left + core.right - other.left - other.right) / 2
        down = abs(core.top + core.bottom - other.top - other.bottom) / 2
        if max(across, down) < _TWICE * (core.bottom - core.top) / (2 * _CORE):
            return 0.0
    smaller = min(
        (core.right - core.left) * (core.bottom - core.top), (other.right - other.left) * (other.bottom - other.top)
    )
    return width * height / smaller if smaller > 0 else 0.0
