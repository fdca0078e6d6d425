"""Where nested OFD objects stand on their page, in millimetres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.readers.formats.ofd.elements import parse_numbers
from raci.readers.layout.affine import Affine

if TYPE_CHECKING:
    from raci.readers.formats.ofd.elements import Element

__all__ = ["POINT", "placed"]

#: millimetres to points
POINT = 72 / 25.4
_IDENTITY = "1 0 0 1 0 0"


def placed(element: Element, outer: Affine) -> Affine:
    """The map for what stands in an element: its own matrix, then its position, then that of what it stands in."""
    left, top, _, _ = parse_numbers(element.get("Boundary"), 4)
    a, b, c, d, e, f = parse_numbers(element.get("CTM") or _IDENTITY, 6)
    return Affine(a, b, c, d, left + e, top + f).within(outer)
