"""Tables with next to nothing in them: cells that reach over or stand apart so far that rows and columns mean nothing.

To ask of each row what stands in each column takes time with their product, whatever the file holds; a table of tasks,
or a matrix of bodies, is filled far better than this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import Passage

__all__ = ["unfold_thin_tables"]

#: a table of so many places (rows × columns in which cells begin) is thin where one cell has so many of them
_LARGE, _THIN = 100_000, 50


def unfold_thin_tables(parts: Sequence[Passage | DraftTable]) -> tuple[list[Passage | DraftTable], list[str]]:
    """The parts, with the paragraphs of a thin table in place of it, and a note on each."""
    unfolded: list[Passage | DraftTable] = []
    notes: list[str] = []
    for part in parts:
        if isinstance(part, DraftTable):
            rows, columns = len({cell.row for cell in part.cells}), len({cell.column for cell in part.cells})
            if rows * columns > max(_LARGE, _THIN * len(part.cells)):
                unfolded += _passages(part)
                notes.append(
                    f"有一张表占 {rows:,} 行、{columns:,} 列，只有 {len(part.cells):,} 格有字：没有读成表，按一格一段读"
                )
                continue
        unfolded.append(part)
    return unfolded, notes


def _passages(table: DraftTable) -> Iterator[Passage]:
    for cell in table.cells:
        yield from cell.passages
