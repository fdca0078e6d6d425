"""Boxes that do not overlap: a layout's places, moved apart within a frame."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["evened", "fit", "overlapping", "spread"]

Point = tuple[float, float]
_ROUNDS = 400


def evened(places: Sequence[Point], part: float) -> list[Point]:
    """The places drawn towards even distances along each axis: by ``part`` of the way, their order kept.

    Layouts of networks crowd in the middle and leave the sheet's edges bare.
    """
    axes = []
    for axis in (0, 1):
        values = [place[axis] for place in places]
        low, reach = min(values), (max(values) - min(values)) or 1.0
        rank = {index: position for position, index in enumerate(sorted(range(len(values)), key=values.__getitem__))}
        last = max(len(values) - 1, 1)
        axes.append(
            [(1 - part) * (value - low) / reach + part * rank[index] / last for index, value in enumerate(values)]
        )
    return list(zip(*axes, strict=True))


def fit(places: Sequence[Point], sizes: Sequence[Point], width: float, height: float) -> list[Point]:
    """The places stretched so that the boxes (centres, sizes) fill a frame from (0, 0) to (width, height)."""
    fitted = []
    for axis, room in enumerate((width, height)):
        values = [place[axis] for place in places]
        low, reach = min(values), max(values) - min(values)
        margin = max(size[axis] for size in sizes) / 2
        usable = max(room - 2 * margin, 0.0)
        fitted.append([margin + (v - low) / reach * usable if reach > 1e-6 else room / 2 for v in values])
    return list(zip(*fitted, strict=True))


def spread(places: Sequence[Point], sizes: Sequence[Point], width: float, height: float) -> list[Point] | None:
    """The places after boxes that overlap have been moved apart; None where the frame is too small for that.

    Each pair moves along the axis in which it overlaps less, so that the layout's shape is kept.
    """
    xs, ys = [x for x, _ in places], [y for _, y in places]
    most = max((size[0] for size in sizes), default=0.0)
    _keep_within(xs, ys, sizes, width, height)
    for turn in range(_ROUNDS):
        moved = False
        order = sorted(range(len(xs)), key=xs.__getitem__)
        for number, first in enumerate(order):
            for second in order[number + 1 :]:
                if xs[second] - xs[first] > most + 1:
                    break
                over_x = (sizes[first][0] + sizes[second][0]) / 2 - abs(xs[second] - xs[first])
                over_y = (sizes[first][1] + sizes[second][1]) / 2 - abs(ys[second] - ys[first])
                if over_x <= 0.01 or over_y <= 0.01:
                    continue
                moved = True
                # every third turn the other axis too, or boxes in a corner would push one another for ever
                if over_x < over_y or turn % 3 == 2:
                    step = over_x / 2 + 0.1
                    sign = 1 if xs[second] >= xs[first] else -1
                    xs[first], xs[second] = xs[first] - sign * step, xs[second] + sign * step
                else:
                    step = over_y / 2 + 0.1
                    sign = 1 if ys[second] > ys[first] or (ys[second] == ys[first] and second > first) else -1
                    ys[first], ys[second] = ys[first] - sign * step, ys[second] + sign * step
        _keep_within(xs, ys, sizes, width, height)
        moved_places = list(zip(xs, ys, strict=True))
        if not moved and not overlapping(moved_places, sizes):
            return moved_places
    return None


def _keep_within(xs: list[float], ys: list[float], sizes: Sequence[Point], width: float, height: float) -> None:
    for index, (wide, tall) in enumerate(sizes):
        xs[index] = min(max(xs[index], wide / 2), width - wide / 2)
        ys[index] = min(max(ys[index], tall / 2), height - tall / 2)


def overlapping(places: Sequence[Point], sizes: Sequence[Point]) -> list[tuple[int, int]]:
    """The pairs of boxes that overlap by more than a hair."""
    order = sorted(range(len(places)), key=lambda index: places[index][0])
    most = max((size[0] for size in sizes), default=0.0)
    pairs = []
    for number, first in enumerate(order):
        for second in order[number + 1 :]:
            if places[second][0] - places[first][0] > most:
                break
            if (sizes[first][0] + sizes[second][0]) / 2 - abs(places[second][0] - places[first][0]) > 0.5 and (
                sizes[first][1] + sizes[second][1]
            ) / 2 - abs(places[second][1] - places[first][1]) > 0.5:
                pairs.append((first, second))
    return pairs
