"""From the coordinates of a part of a page, a form or an object, to those of the page."""

from __future__ import annotations

from typing import NamedTuple

from raci.readers.layout.extents import Box

__all__ = ["Affine"]


class Affine(NamedTuple):
    """An affine map: x' = a·x + c·y + e, y' = b·x + d·y + f; without values, one that leaves all in its place."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @property
    def area_factor(self) -> float:
        """How many times as large an area becomes."""
        return abs(self.a * self.d - self.b * self.c)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The upright box around a box: its least x and y, then its greatest."""
        xs, ys = zip(*(self.point(x, y) for x in (x0, x1) for y in (y0, y1)), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def within(self, outer: Affine) -> Affine:
        """This map, and the outer one after it."""
        return Affine(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            *outer.point(self.e, self.f),
        )
