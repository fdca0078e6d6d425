"""How the cells of a row stand beside one another, in a table without ruled lines."""

from __future__ import annotations

from enum import Enum

__all__ = ["CellSide"]


class CellSide(Enum):
    """Their first lines are level, their middles, or their last lines."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"
