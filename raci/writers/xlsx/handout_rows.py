"""How high the rows of the handout are, and which rows a task takes: Excel knows no row above 409 points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from raci.views.tables.bands import TaskBand
from raci.views.tables.table import TableView
from raci.writers.xlsx.measure import row_height

__all__ = ["BandRows", "HandoutTaskRows"]

#: a task that needs a higher row stands in several, each with some of its sentences
_HIGHEST = 390.0
#: how high each of those is at most, so that they fill the pages
_HIGHEST_PIECE = 180.0
#: no limit: for measuring
_ANY_HEIGHT = 100_000
_SENTENCE = re.compile(r"[^。；;！？!?\n]*[。；;！？!?\n]*[”’」』）)]*")


@dataclass(frozen=True, slots=True)
class HandoutTaskRows:
    """The rows of a task: the first, how high each is, and the words of the columns that go over several."""

    first: int
    heights: tuple[float, ...]
    pieces: Mapping[int, Sequence[str]]

    @property
    def count(self) -> int:
        """How many rows the task takes."""
        return len(self.heights)

    @property
    def last(self) -> int:
        """The last of its rows."""
        return self.first + self.count - 1


@dataclass(frozen=True, slots=True)
class BandRows:
    """The tasks of a band of the table, to be laid out in rows.

    ``widths`` are those of the columns, in Excel's digits; ``size`` is that of the font, in points. ``joined`` says for
    the columns whose cells are joined how many tasks each cell takes (``raci.views.tables.plan.merged``).
    """

    table: TableView
    band: TaskBand
    widths: Sequence[float]
    size: float
    joined: Mapping[int, Sequence[int]]

    def rows(self, first: int) -> Iterator[HandoutTaskRows]:
        """The rows of each task, from the row ``first`` on."""
        for task, height in zip(self.band.tasks, self._task_heights(), strict=True):
            rows = HandoutTaskRows(first, (height,), {}) if height <= _HIGHEST else self._split(task, height, first)
            yield rows
            first += rows.count

    def _room(self, column: int) -> float:
        """The width of a column in digits of the font's size."""
        return self.widths[column] * 10.5 / self.size

    def _height(self, text: str, column: int) -> float:
        return row_height([(text, self._room(column))], self.size, most=_ANY_HEIGHT)

    def _task_heights(self) -> list[float]:
        """How high each task must be; a joined cell that needs more than its tasks have gets it from the last."""
        heights = []
        for task in self.band.tasks:
            row = self.table.rows[task]
            cells = [(str(row[column]), self._room(column)) for column in self._own_columns()]
            heights.append(row_height(cells, self.size, most=_ANY_HEIGHT) + 4)
        for column, counts in self.joined.items():
            for index, count in enumerate(counts):
                if count:
                    needed = self._height(str(self.table.rows[self.band.tasks[index]][column]), column) + 4
                    end = index + count
                    heights[end - 1] += max(0.0, needed - sum(heights[index:end]))
        return heights

    def _own_columns(self) -> list[int]:
        """The columns in which each task has a cell of its own."""
        return [column for column in range(len(self.table.columns)) if column not in self.joined]

    def _split(self, task: int, height: float, first: int) -> HandoutTaskRows:
        """A task that is too high for one row, in several."""
        row = self.table.rows[task]
        pieces = {column: self._pieces(str(row[column]), column) for column in self._own_columns()}
        heights = []
        for index in range(max(map(len, pieces.values()), default=1)):
            cells = [(parts[index], self._room(column)) for column, parts in pieces.items() if index < len(parts)]
            heights.append(row_height(cells, self.size, most=_HIGHEST) + 4)
        heights[-1] = min(_HIGHEST, max(heights[-1], height - sum(heights[:-1]) if self.joined else 0.0))
        several = {column: parts for column, parts in pieces.items() if len(parts) > 1}
        return HandoutTaskRows(first, tuple(heights), several)

    def _pieces(self, text: str, column: int) -> list[str]:
        """A text in pieces of whole sentences, none higher than _HIGHEST_PIECE; a longer sentence is cut."""
        pieces: list[str] = [""]
        longest = int(self._room(column) * _HIGHEST_PIECE / self.size / 2 / 1.6)
        for sentence in filter(None, _SENTENCE.findall(text)):
            if pieces[-1] and self._height(pieces[-1] + sentence, column) > _HIGHEST_PIECE:
                pieces.append("")
            pieces[-1] += sentence
            while self._height(pieces[-1], column) > _HIGHEST - 4:
                pieces[-1:] = [pieces[-1][:longest], pieces[-1][longest:]]
        return pieces
