"""How well a piece that heads rows (一、民生) fits the place of a section across a table in text."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.tables.cell_pieces import CellPiece
from raci.readers.tables.way import ACROSS, Step
from raci.rules.markers import at_start

__all__ = ["SECTION_FIT", "section_fit"]

SECTION_FIT = 0.6
#: what a section gains that counts on from the one above, which is not so many pieces away
_COUNTED_ON, _LONGEST_PART = 1.6, 400


def section_fit(step: Step, taken: Sequence[CellPiece], text: str) -> float:
    """How well a piece fits as a section behind a step, which is that of the last of the pieces ``taken``."""
    above: Step | None = step
    for place in range(len(taken) - 1, max(-1, len(taken) - _LONGEST_PART), -1):
        if above is None or above.column == ACROSS:
            return SECTION_FIT + _COUNTED_ON * (above is not None and _follows(taken[place].text, text))
        above = above.before
    return SECTION_FIT


def _follows(before: str, text: str) -> bool:
    """Whether the number of a section is the one behind that of the section above."""
    number, following = at_start(before), at_start(text)
    return number is not None and following is not None and following[:2] == (number.rule, number.value + 1)
