"""Words that a page shows struck out: level lines drawn through the middle of characters, and no further than these."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.printed_pages import PrintedRun
from raci.readers.layout.ruled_frames import RuledLine

__all__ = ["split_struck_out"]

#: a line strikes a character out between these parts of its height, from the top down: below it underlines
_HIGHEST, _LOWEST = 0.3, 0.75
#: it ends so near to the outermost of them, in heights of these
_REACH = 0.6
#: they fill this part of it, and are so many
_FILLED, _LEAST = 0.85, 2
#: pages with more level lines are drawings
_MOST_LINES = 1_000
#: characters and lines are sought in bands of so many points
_BAND = 8.0
#: taller ones, in points, are drawings of letters
_TALLEST = 400.0


def split_struck_out(
    runs: Sequence[PrintedRun], ruled_lines: Sequence[RuledLine]
) -> tuple[list[PrintedRun], list[PrintedRun]]:
    """The runs without what is struck out, and what is; words on their side are left as they are."""
    level = [line for line in ruled_lines if line.is_level]
    if not level or len(level) > _MOST_LINES:
        return list(runs), []
    bands = _by_band(runs)
    struck: set[_Place] = set()
    reaching: dict[_Place, Glyph] = {}
    for line in level:
        if stretch := _struck_by(line, bands):
            struck.update(stretch)
            reaching.update(_filling_in(stretch, bands))
    if not struck:
        return list(runs), []
    kept: list[PrintedRun] = []
    out: list[PrintedRun] = []
    for number, run in enumerate(runs):
        places = [(number, place) for place in range(len(run.glyphs))]
        for part, wanted in ((kept, False), (out, True)):
            glyphs = tuple(
                glyph if wanted else reaching.get(place, glyph)
                for place, glyph in zip(places, run.glyphs, strict=True)
                if (place in struck) is wanted
            )
            if glyphs:
                part.append(run._replace(glyphs=glyphs))
    return kept, out


#: the number of a run and the place of a character in it
_Place = tuple[int, int]
_Stretch = dict[_Place, Glyph]
_Bands = dict[int, _Stretch]


def _by_band(runs: Sequence[PrintedRun]) -> _Bands:
    bands: _Bands = {}
    for number, run in enumerate(runs):
        if run.angle == 0:
            for place, glyph in enumerate(run.glyphs):
                if glyph.bottom - glyph.top > _TALLEST:
                    continue
                for band in range(int(glyph.top // _BAND), int(glyph.bottom // _BAND) + 1):
                    bands.setdefault(band, {})[number, place] = glyph
    return bands


def _struck_by(line: RuledLine, bands: _Bands) -> _Stretch:
    """The characters that a line strikes out; none where it goes on beyond them, as those of tables and heads do."""
    middle = (line.top + line.bottom) / 2
    struck = {
        place: glyph
        for place, glyph in bands.get(int(middle // _BAND), {}).items()
        if line.left <= (glyph.left + glyph.right) / 2 <= line.right
        and _HIGHEST <= (middle - glyph.top) / ((glyph.bottom - glyph.top) or 1.0) <= _LOWEST
    }
    if len(struck) < _LEAST:
        return {}
    left, _, right, height = _box(struck)
    filled = sum(glyph.right - glyph.left for glyph in struck.values())
    ends_with_them = max(left - line.left, line.right - right) <= _REACH * height
    return struck if ends_with_them and filled >= _FILLED * (line.right - line.left) else {}


def _filling_in(struck: _Stretch, bands: _Bands) -> _Stretch:
    """The character beside those that are struck out, reaching over their room: a gap would part the row there."""
    left, top, right, height = _box(struck)
    beside = {
        place: glyph
        for place, glyph in bands.get(int((top + height / 2) // _BAND), {}).items()
        if place not in struck and glyph.top < top + height / 2 < glyph.bottom
    }
    before = {
        place: glyph for place, glyph in beside.items() if 0 <= left - glyph.right + _REACH * height <= 2 * height
    }
    if before:
        nearest = max(before, key=lambda place: before[place].right)
        return {nearest: before[nearest]._replace(right=right)}
    behind = {
        place: glyph for place, glyph in beside.items() if 0 <= glyph.left - right + _REACH * height <= 2 * height
    }
    if behind:
        nearest = min(behind, key=lambda place: behind[place].left)
        return {nearest: behind[nearest]._replace(left=left)}
    return {}


def _box(stretch: _Stretch) -> tuple[float, float, float, float]:
    """Left, top, right and height of the characters."""
    glyphs = stretch.values()
    top = min(glyph.top for glyph in glyphs)
    height = max(glyph.bottom for glyph in glyphs) - top
    return min(glyph.left for glyph in glyphs), top, max(glyph.right for glyph in glyphs), height
