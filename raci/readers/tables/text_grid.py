"""The cells of a table found in the lines of a text."""

from __future__ import annotations

from dataclasses import dataclass

from raci.readers.tables.cell_pieces import Line
from raci.readers.tables.wrapped_names import are_listed

__all__ = ["GridCell", "TextTable"]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its place, its pieces with the lines they come from, and how many rows and columns it reaches over.

    ``unplaced``: nothing tells for certain that it stands in this column of bodies and not in another.
    """

    row: int
    column: int
    pieces: tuple[Line, ...]
    rowspan: int = 1
    unplaced: bool = False
    colspan: int = 1

    def paragraphs(self) -> list[tuple[Line, ...]]:
        """The pieces, those together that are one line wrapped; a list of bodies has a paragraph a body."""
        groups: list[list[Line]] = []
        for piece in self.pieces:
            if groups and not are_listed(groups[-1][-1][1], piece[1]):
                groups[-1].append(piece)
            else:
                groups.append([piece])
        return [tuple(group) for group in groups]


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table found in the lines ``start`` to ``end``."""

    start: int
    end: int
    cells: tuple[GridCell, ...]
