"""The measures of boxes and chapters that follow from the size of the letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from raci.drawing.model import DrawingModel, DrawnBody

__all__ = ["ChapterBand", "ColumnScale", "TextBox", "band_height", "is_dense", "side_height", "tally"]

#: from so many lines on they are drawn thinner and end closer together
_DENSE = 300


def is_dense(model: DrawingModel) -> bool:
    """Whether there are so many lines that they are drawn thinner."""
    return len(model.links) >= _DENSE


def tally(body: DrawnBody) -> str:
    """What stands beside a body's name: its tasks, on a part of the document those that are there of all."""
    return f"{body.load} 项" if body.here == body.load else f"{body.here}/{body.load} 项"


@dataclass(frozen=True, slots=True)
class ColumnScale:
    """The measures that follow from the size of the letters."""

    size: float
    dense: bool = False
    tight: bool = False

    @property
    def leading(self) -> float:
        """From line to line in a box."""
        return self.size * 1.25

    @property
    def padding(self) -> float:
        """Between a box and its text."""
        return self.size * (0.18 if self.tight else 0.32)

    @property
    def gap(self) -> float:
        """Between two boxes, at least."""
        return self.size * (0.2 if self.tight else 0.36)

    @property
    def head(self) -> float:
        """The height of a heading above boxes."""
        return self.size * 1.9

    @property
    def port(self) -> float:
        """Between the ends of two lines on one box, at least."""
        return self.size * (0.2 if self.dense or self.tight else 0.28)

    def box_width(self, text_width: float) -> float:
        """The width of a box whose text is so many em wide."""
        return text_width * self.size + 2 * self.padding + self.size * 0.4


@dataclass(frozen=True, slots=True)
class TextBox:
    """The text of a box in lines, and the height that the box needs."""

    lines: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class ChapterBand:
    """Tasks in a row under the same headings; ``continued``: they began in the other column."""

    chapter: tuple[str, ...]
    tasks: tuple[int, ...]
    continued: bool = False


def side_height(side: Iterable[ChapterBand], tasks: Sequence[TextBox], scale: ColumnScale) -> float:
    """The height that a column of tasks needs."""
    return sum(band_height(band, tasks, scale) for band in side)


def band_height(band: ChapterBand, tasks: Sequence[TextBox], scale: ColumnScale) -> float:
    """The height that the tasks of a chapter need, under its heading."""
    head = scale.head if band.chapter else 0.0
    return head + sum(tasks[task].height + scale.gap for task in band.tasks) + 2 * scale.gap
