"""Rows of text in the cells of a table: lines that fill their cell run on, short ones end a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from raci.readers.documents.draft_tables import DraftCell, DraftTable
from raci.readers.documents.passages import Passage, TextLine, clean_line
from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.listed_names import ListedNames
from raci.readers.tables.cut_names import cuts_cell_name
from raci.readers.tables.paragraph_starts import starts_paragraph
from raci.rules.bodies import like_bodies

__all__ = ["PlacedCell", "table_of_cells"]

#: a line that ends so many characters before the side of its cell is the last of a paragraph
_EARLY_END = 3.2
#: what no paragraph ends with, and none begins with
_BROKEN_OFF, _RUNNING_ON = tuple("、，,（("), tuple("、，,。；;：:）)（(")


class PlacedCell(NamedTuple):
    """A cell found on a page: its position and reach in the table, its rows of text, its width in points."""

    row: int
    column: int
    rowspan: int
    colspan: int
    text_rows: Sequence[TextRow]
    width: float


def table_of_cells(cells: Iterable[PlacedCell]) -> DraftTable | None:
    """The table of the cells that hold words; None where none does."""
    cells = list(cells)
    columns: dict[tuple[int, int], list[PlacedCell]] = {}
    for cell in cells:
        columns.setdefault((cell.column, cell.colspan), []).append(cell)
    names = {key: ListedNames([cell.text_rows for cell in held], held[0].width) for key, held in columns.items()}
    drafts = []
    for cell in cells:
        passages = _passages(cell, names[cell.column, cell.colspan])
        if passages:
            drafts.append(DraftCell(cell.row, cell.column, passages, cell.rowspan, cell.colspan))
    return DraftTable(tuple(drafts), max(cell.column + cell.colspan for cell in cells)) if drafts else None


def _passages(cell: PlacedCell, names: ListedNames) -> tuple[Passage, ...]:
    paragraphs: list[list[TextLine]] = []
    first = 0  # the line that begins the paragraph
    for place, row in enumerate(cell.text_rows):
        line = clean_line(row.line)
        if (
            place == 0
            or _ends_paragraph(cell.text_rows[place - 1], line.text, cell.width)
            or names.ends_name(cell.text_rows, first, place - 1)
        ):
            paragraphs.append([])
            first = place
        paragraphs[-1].append(line)
    return tuple(Passage(tuple(lines)) for lines in paragraphs)


def _ends_paragraph(row: TextRow, next_text: str, width: float) -> bool:
    """Whether a line is the last of a paragraph in a cell of that width: it ends early, or two names are listed."""
    text = row.line.text
    are_listed = text[:1] == next_text[:1] and like_bodies(text) == like_bodies(next_text) == (1, 0)
    return (are_listed or _ends_early(row, width)) and not _runs_on(text, next_text)


def _ends_early(row: TextRow, width: float) -> bool:
    return width - (row.right - row.left) > _EARLY_END * row.size


def _runs_on(text: str, next_text: str) -> bool:
    """Whether a line breaks off, whatever room was left: in a name, at a mark that nothing ends or begins with."""
    if text.endswith(_BROKEN_OFF) or cuts_cell_name(text, next_text):
        return True
    return next_text.startswith(_RUNNING_ON) and not starts_paragraph(next_text)
