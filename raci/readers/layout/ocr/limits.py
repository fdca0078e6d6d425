"""The largest pictures that are recognised, and the resolution of pages."""

from __future__ import annotations

__all__ = ["DPI", "MAX_DOTS", "MAX_SIDE"]

#: dots an inch at which a page is drawn: 三号 type is 44 dots tall
DPI = 200.0
#: the longest side of a page, in dots: A3 at 200 an inch; a larger one is drawn smaller
MAX_SIDE = 3_400
#: a picture of more dots is not unpacked: A1 at 300 an inch has 70 million
MAX_DOTS = 80_000_000
