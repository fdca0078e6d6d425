"""Where the coordinates of nested objects of OFD lead."""

from __future__ import annotations

from typing import Any, NamedTuple

from raci.readers.formats.ofd.elements import numbers

__all__ = ["POINT", "Move"]

#: millimetres to points
POINT = 72 / 25.4


class Move(NamedTuple):
    """Where the coordinates of an object lead, in millimetres: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def to(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def of(self, element: Any) -> Move:
        """That of what stands in an element: its own matrix, then its place, then this."""
        left, top, _, _ = numbers(element.get("Boundary") or "", 4)
        a, b, c, d, e, f = numbers(element.get("CTM") or "1 0 0 1 0 0", 6)
        x, y = self.to(left + e, top + f)
        return Move(
            self.a * a + self.c * b, self.b * a + self.d * b, self.a * c + self.c * d, self.b * c + self.d * d, x, y
        )
