"""From the coordinates of nested OFD objects to those of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raci.readers.formats.ofd.elements import parse_numbers

if TYPE_CHECKING:
    from raci.readers.formats.ofd.elements import Element

__all__ = ["POINT", "Transform"]

#: millimetres to points
POINT = 72 / 25.4
_IDENTITY = "1 0 0 1 0 0"


class Transform(NamedTuple):
    """From coordinates of an object to those of the page, in millimetres: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @property
    def area_factor(self) -> float:
        """How many times as large an area is on the page."""
        return abs(self.a * self.d - self.b * self.c)

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """A point of the object on the page."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inside(self, element: Element) -> Transform:
        """The transform for what stands in an element: its own matrix, then its position, then this."""
        left, top, _, _ = parse_numbers(element.get("Boundary"), 4)
        a, b, c, d, e, f = parse_numbers(element.get("CTM") or _IDENTITY, 6)
        x, y = self.apply(left + e, top + f)
        return Transform(
            self.a * a + self.c * b, self.b * a + self.d * b, self.a * c + self.c * d, self.b * c + self.d * d, x, y
        )
