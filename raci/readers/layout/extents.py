"""How far what stands on a page reaches, less one part of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Box", "PageExtent"]

#: left, top, right, bottom in points, y from the top down
Box = tuple[float, float, float, float]


class PageExtent:
    """The box around all parts of a page but one: of each side, the two parts that reach farthest are kept."""

    def __init__(self, boxes: Iterable[tuple[int, Box]]) -> None:
        # the sides as numbers of which the largest reaches farthest; two reaches of each, by different parts
        self._sides: list[list[_Reach]] = [[_NONE, _NONE] for _ in range(4)]
        for part, (left, top, right, bottom) in boxes:
            for side, value in zip(self._sides, (-left, -top, right, bottom), strict=True):
                _keep(side, _Reach(value, part))

    def without(self, part: int) -> Box:
        """The box around all but that part; without any extent where there is nothing else."""
        left, top, right, bottom = (next(reach.value for reach in side if reach.part != part) for side in self._sides)
        return -left, -top, right, bottom


class _Reach(NamedTuple):
    value: float
    part: int


_NONE = _Reach(float("-inf"), -1)


def _keep(side: list[_Reach], reach: _Reach) -> None:
    if reach.part == side[0].part:
        side[0] = max(side[0], reach)
    elif reach.value > side[0].value:
        side[:] = [reach, side[0]]
    elif reach.value > side[1].value:
        side[1] = reach
