"""The rows of an organisation chart (head, deputies, members, office, parts): how high they are, how they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from raci.drawing.canvas import Canvas, points
from raci.drawing.page import A3, LEAST, MARGIN
from raci.drawing.style import BAND, BODY, BODY_EDGE, FAINT, HAIR, LEADS, LEADS_EDGE, LEADS_WEIGHT, PAPER
from raci.drawing.text import shorten, wrap
from raci.model.work_groups import WorkGroup
from raci.views.group_tiers import TierBox, group_tiers

__all__ = ["Tier", "draw_tiers", "parted", "tiers_height", "tiers_of"]

#: how wide a box is, the longest line in it, how high a line is, the room around a tier, in em
_BOX, _LINE, _HIGH, _AROUND = 13.0, 12.0, 1.25, 1.0
#: how many lines a box holds: a name and two of the post, less in the smallest letters; the most, and of a name
_LINES, _CROWDED, _MOST_LINES, _MOST_OF_NAME = 3, 2, 6, 3
_LABEL = 7.5
#: so much of the evidence stands where the mouse points, in characters
_LONGEST_TIP = 200


@dataclass(frozen=True, slots=True)
class Tier:
    """A row of the chart, or a part of one: its label, how many there are in all, and those shown here."""

    label: str
    total: int
    boxes: Sequence[TierBox]


def tiers_of(group: WorkGroup, parts: Sequence[WorkGroup] = ()) -> Iterator[Tier]:
    """The rows of a group, with one for its parts."""
    for tier in group_tiers(group, parts):
        yield Tier(tier.label, len(tier.boxes), tier.boxes)


def tiers_height(tiers: Sequence[Tier], size: float) -> float:
    """How high rows are together in letters of a size, in pt."""
    return sum(_height(tier, size) for tier in tiers)


def parted(tiers: Sequence[Tier], size: float, room: float) -> list[list[Tier]]:
    """The rows of each sheet; one that does not fit goes on with its next line of boxes."""
    pages: list[list[Tier]] = [[]]
    used = 0.0
    for tier in tiers:
        rest = tier
        while rest.boxes:
            fitting = _fitting(rest, size, room - used - 2 * _AROUND * size)
            if fitting < 1 and pages[-1]:
                pages.append([])
                used = 0.0
                continue
            count = max(fitting, 1) * _across(size)
            shown = replace(rest, boxes=rest.boxes[:count])
            pages[-1].append(shown)
            used += _height(shown, size)
            rest = replace(rest, label=f"{tier.label}（续）", boxes=rest.boxes[count:])
    return pages


def draw_tiers(canvas: Canvas, tiers: Sequence[Tier], top: float, size: float) -> None:
    """Draw the rows of a group from ``top`` down."""
    middle = MARGIN + _LABEL * size + (A3[0] - 2 * MARGIN - _LABEL * size) / 2
    for position, tier in enumerate(tiers):
        height = _height(tier, size)
        band = height - size * 0.7
        canvas.group("tier")
        canvas.rect(MARGIN, top, A3[0] - 2 * MARGIN, band, rx=5, fill=BAND)
        _draw_label(canvas, tier, top + band / 2, size)
        if position:
            canvas.path(points("M{} {}V{}", (middle, top - size * 0.7, top)), stroke=HAIR, stroke_width=2)
        _draw_boxes(canvas, tier, (middle, top + size * _AROUND * 0.8), size)
        top += height


def _draw_label(canvas: Canvas, tier: Tier, middle: float, size: float) -> None:
    """What a row is, and below it how many there are."""
    left = MARGIN + size * 0.8
    several = tier.total > 1
    canvas.text(left, middle - size * (0.6 if several else 0), shorten(tier.label, 6.4), size, font_weight="bold")
    if several:
        canvas.text(left, middle + size * 0.8, f"{tier.total} 个", max(size * 0.8, LEAST), fill=FAINT)


def _across(size: float) -> int:
    """How many boxes stand side by side."""
    return max(1, int((A3[0] - 2 * MARGIN - _LABEL * size) / ((_BOX + 0.8) * size)))


def _rows(tier: Tier, size: float) -> list[Sequence[TierBox]]:
    """The boxes by the lines in which they stand."""
    across = _across(size)
    return [tier.boxes[first : first + across] for first in range(0, len(tier.boxes), across)]


def _box_height(row: Sequence[TierBox], size: float) -> float:
    """How high the boxes of a line are: as high as the one that says most, so that no name is cut."""
    least = _LINES if size > LEAST else _CROWDED
    lines = max(least, *(sum(map(len, _lines(box))) for box in row))
    return (lines * _HIGH + 0.8) * size


def _pitch(row: Sequence[TierBox], size: float) -> float:
    """From the top of a line of boxes to that of the next."""
    return _box_height(row, size) + 0.7 * size


def _fitting(tier: Tier, size: float, room: float) -> int:
    """How many lines of boxes fit in so much room."""
    reach = accumulate(_pitch(row, size) for row in _rows(tier, size))
    return sum(1 for each in reach if each <= room + 1e-6)


def _height(tier: Tier, size: float) -> float:
    return sum(_pitch(row, size) for row in _rows(tier, size)) + 2 * _AROUND * size


def _draw_boxes(canvas: Canvas, tier: Tier, start: tuple[float, float], size: float) -> None:
    middle, top = start
    for row in _rows(tier, size):
        left = middle - (len(row) * (_BOX + 0.8) - 0.8) * size / 2
        high = _box_height(row, size)
        for number, box in enumerate(row):
            _draw_box(canvas, box, (left + number * (_BOX + 0.8) * size, top), (_BOX * size, high), size)
        top += _pitch(row, size)


def _draw_box(
    canvas: Canvas, box: TierBox, corner: tuple[float, float], extent: tuple[float, float], size: float
) -> None:
    (x, y), (width, high) = corner, extent
    canvas.group("node member", tip=_tip(box))
    fill, edge = (LEADS, LEADS_EDGE) if box.leads else (PAPER if box.seat else BODY, BODY_EDGE)
    weight = LEADS_WEIGHT if box.leads else 1.0
    canvas.rect(x, y, width, high, rx=4, fill=fill, stroke=edge, stroke_width=weight)
    above, below = _lines(box)
    first = y + high / 2 - (len(above) + len(below) - 1) * _HIGH * size / 2
    for place, words in enumerate((*above, *below)):
        bold = {"font_weight": "bold"} if place < len(above) and box.name else {}
        y_line = first + place * _HIGH * size
        canvas.text(x + width / 2, y_line, words, size, anchor="middle", **bold)


def _lines(box: TierBox) -> tuple[list[str], list[str]]:
    """What stands in a box: a title and a name, and what else there is."""
    told = "：".join(filter(None, (box.title, box.name)))
    above = wrap(told, _LINE, _MOST_OF_NAME) if told else []
    return above, wrap(box.words, _LINE, _MOST_LINES - len(above)) if box.words else []


def _tip(box: TierBox) -> str:
    who = " ".join(filter(None, (box.name, box.words)))
    return f"{box.full_title}：{who}\n{box.quote[:_LONGEST_TIP]}"
