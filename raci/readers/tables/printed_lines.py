"""Cells that take several printed lines: what it costs that a cell goes on in a line, and that it is left."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from raci.readers.tables.column_fit import STOPS, ColumnFits
from raci.readers.tables.way import Step
from raci.readers.tables.wrapped_names import GOES_ON, LEVELS, is_broken_off, is_cut, is_short_name
from raci.rules.cell_content import cell_content

__all__ = ["TOO_WIDE", "PrintedLines", "Shape", "break_off", "printed_width"]

#: where lines are parted beside marks a column looks narrower than it is printed, by no more than this
_PARTED = 2.5
#: what it costs that a piece is wider than its column, by more than a bit
TOO_WIDE, _BIT = 1.6, 0.5
#: a line so much narrower than the next is the last of its cell
_NARROW = 0.5
#: how near to the edge a full line of running text ends, and what it costs to leave a cell with it
_FULL = {"content": (1.0, 1.2), "task": (0.5, 0.9)}
#: beside these a PDF parts what stands in one line
_PUNCTUATION = "，、。；：！？《》（）〈〉“”"
_PAUSES = "、，,；"
#: what the names of offices within a body end with
_OFFICES = "科股室"
#: what lists go on with, and what it costs that a cell begins so
_LISTS, _WITHIN = tuple("、，；）"), 3.0
#: a cell that says that it is empty
_DASHES = "-—－–/／"
_DASH = re.compile(f"[{re.escape(_DASHES)}]+")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a first look at a table shows: how wide its columns are printed, and whether every row has a number.

    ``filled``: of the columns that name bodies the share of the rows that have such a cell.
    """

    widths: Mapping[int, float] = field(default_factory=dict)
    numbered: bool = False
    filled: Mapping[int, float] = field(default_factory=dict)


class PrintedLines:
    """The lines of the cells of one table; ``widths`` are those of its columns, as far as they are known."""

    def __init__(self, widths: Mapping[int, float], fits: ColumnFits) -> None:
        self._widths, self._roles, self._named, self._fits = widths, fits.roles, fits.named, fits
        #: whether the width of any column is known
        self.are_known = bool(widths)
        #: for each column how wide a piece may be without being too wide
        self.widest = [widths[place] + _BIT if place in widths else math.inf for place in range(len(fits.roles))]

    def weighed(self, fits: list[float], text: str, width: float) -> list[float]:
        """How well a piece of a ``width`` that begins a cell fits each column, which may be too narrow for it."""
        if _begins_within(text):
            fits = [fit - _WITHIN for fit in fits]
        if not self.are_known:
            return fits
        return [fit - TOO_WIDE if width > widest else fit for fit, widest in zip(fits, self.widest, strict=True)]

    def goes_on(
        self, step: Step, before: str, text: str, width: float, same_line: bool, listed: bool
    ) -> tuple[float, float]:
        """The gain of words of a ``width`` that go on in the open cell, whose last line is ``before``, and how wide
        its last line then is. ``listed``: they are one more body.
        """
        if not self._may_go_on(step, before, text):
            return -6.0, width
        if same_line:
            # a blank within a cell; a character or two are the rest of a wrapped one
            return (-0.3 if len(text) <= 2 and not is_short_name(text) else -0.9), width
        if listed:
            return -0.5, width
        printed = self._widths.get(step.column)
        apart = step.column not in self._named and _begins_names(before, text, is_printed=printed is not None)
        loss = 1.0 if apart else 0.0
        if printed is None:
            if step.column not in self._named and step.cells[step.column] == before and _is_body(before):
                loss += 1.5  # a body, and what it has no part in
            loss += 0.5 if apart else 0.0
            if before[-1] in GOES_ON:
                loss -= 0.5
            elif step.column not in self._named and 0 < step.width < _NARROW * width:
                loss += 0.8  # a short line ends its cell
            return (-0.4 if before[-1] not in STOPS else -1.0) - loss, width
        if (before[-1] in _PUNCTUATION or text[0] in _PUNCTUATION) and step.width + width <= printed + _PARTED:
            return -0.1 - loss, step.width + width  # one printed line, which the source parts beside a mark
        # lines of a cell are full but for the last
        return (-0.1 if step.width >= printed - 1.0 else -1.2) - loss - self.too_wide(step.column, width), width

    def _may_go_on(self, step: Step, before: str, text: str) -> bool:
        """Whether words may go on in a cell at all: no number, sign of an empty cell or whole date does."""
        role = self._roles[step.column]
        if not before or not text or role == "number" or (text[0] in _DASHES and _DASH.fullmatch(text)):
            return False
        return not (role == "deadline" and cell_content(before).kind == "date" != cell_content(text).kind)

    def broken_off(self, step: Step, text: str) -> float:
        """What it costs to leave a cell whose last line is full and ends in mid-sentence, or in the midst of a name."""
        words = step.cells[step.column]
        if step.column in self._named and is_cut(words, text):
            return 2.0
        if step.column in self._named and is_broken_off(words) and cell_content(words).odd:
            return 1.2
        printed = self._widths.get(step.column)
        near, cost = _FULL.get(self._roles[step.column], (0.0, 0.0))
        if printed is None or step.width < printed - near or words[-1:] in STOPS:
            return 0.0
        # a task beside what is to be done for it is a heading, which may fill its last line
        return 0.0 if self._roles[step.column] == "task" and "content" in self._roles else cost

    def going_back(self, step: Step) -> float:
        """What it costs that a line of a column further left comes next, where lines of two columns may be mixed."""
        words = step.cells[step.column]
        is_text = step.column in self._named and self._fits.fit(words, step.column) <= 0
        return 4.0 if is_text and words[0] not in LEVELS else 2.0

    def too_wide(self, column: int, width: float) -> float:
        """What it costs that a piece is wider than its column is printed."""
        return TOO_WIDE if width > self.widest[column] else 0.0


def _begins_within(text: str) -> bool:
    """Whether a piece can begin no cell: 、市财政局."""
    return text[:1] in _LISTS


def _begins_names(before: str, text: str, *, is_printed: bool) -> bool:
    """Whether words are names of the next cell rather than the rest of a text.

    So they are behind a full stop, and mostly where they begin with a level; where no width is known at which lines
    are broken (``is_printed``), the whole name of an office (医政科) is as well.
    """
    if before[-1] not in STOPS and (before[-1] in GOES_ON or (text[0] in LEVELS and is_cut(before, text))):
        return False
    content = cell_content(text)
    if before[-1] in STOPS or text[0] in LEVELS:
        return content.kind == "bodies"
    return not is_printed and text[-1] in _OFFICES and content == ("bodies", 1, 0)


def _is_body(words: str) -> bool:
    """Whether words are the whole name of a body."""
    return cell_content(words) == ("bodies", 1, 0) and words[-1] not in GOES_ON


def break_off(cells: Sequence[str], named: Collection[int]) -> bool:
    """Whether a cell of a row ends at a pause, or one of the columns ``named`` in the midst of a name."""
    held = [(place, words) for place, words in enumerate(cells) if words]
    return any(words[-1] in _PAUSES or (place in named and is_broken_off(words)) for place, words in held)


def printed_width(text: str) -> float:
    """How wide a line is, in full-width characters."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2
