"""Tables that a file builds of cells: the table they make, or what stands in them where they only lay out the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from raci.readers.documents.draft_tables import DraftCell, DraftTable, NestedCell, has_task_head
from raci.readers.documents.passages import Passage, TextLine, clean_line
from raci.readers.documents.short_rows import with_left_out_cells
from raci.rules.columns import read_head

__all__ = ["arrange_table"]

_COLONS = "：: "


def arrange_table(cells: Sequence[NestedCell]) -> list[TextLine | DraftTable]:
    """The table of these cells; where it only arranges the page, the lines and tables inside it, in order.

    A table arranges the page where nothing heads its columns and it has a single column or row, or tables inside.
    """
    cells = with_left_out_cells(_one_grid(cells))
    filled = [cell for cell in cells if _is_filled(cell)]
    if not filled:
        return []
    holders = [any(isinstance(part, DraftTable) for part in cell.parts) for cell in filled]
    nested = any(holders)
    if nested or len({cell.column for cell in filled}) == 1 or len({cell.row for cell in filled}) == 1:
        # what holds a table is no head, and may be as long as the page, once for each table around it
        may_head = [cell._replace(parts=()) if holds else cell for cell, holds in zip(filled, holders, strict=True)]
        if not has_task_head(_flat(may_head)):
            return [part for cell in filled for part in cell.parts]
    return [_flat(filled)]


def _flat(cells: Sequence[NestedCell]) -> DraftTable:
    """The table of the cells, with the words of the tables inside of them."""
    return DraftTable(
        tuple(
            DraftCell(cell.row, cell.column, tuple(_passages(cell.parts)), cell.rowspan, cell.colspan) for cell in cells
        )
    )


def _is_filled(cell: NestedCell) -> bool:
    return any(isinstance(part, DraftTable) or part.text.strip() for part in cell.parts)


def _one_grid(cells: Sequence[NestedCell]) -> Sequence[NestedCell]:
    """The cells, those of each row counted through where all rows have as many but not the same sides.

    Programs that make Word files of other files draw each row for itself, and end it with blank cells; a row of one
    cell, a title, reaches over all.
    """
    rows: dict[int, list[NestedCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    for row in rows.values():
        while row and not _is_filled(row[-1]):
            row.pop()
    several = [row for row in rows.values() if len(row) > 1]
    starts = {tuple(cell.column for cell in row) for row in several}
    if len(starts) < 2 or len(set(map(len, starts))) > 1 or any(cell.rowspan > 1 for cell in cells):
        return cells
    width = len(several[0])
    return [
        cell._replace(column=place, colspan=1 if len(row) > 1 else width)
        for row in rows.values()
        for place, cell in enumerate(row)
    ]


def _passages(parts: Iterable[TextLine | DraftTable]) -> Iterator[Passage]:
    """The paragraphs of a cell, those of tables inside it among them."""
    for part in parts:
        if isinstance(part, DraftTable):
            yield from _labelled(part) or (passage for cell in part.cells for passage in cell.passages)
        elif (line := clean_line(part)).text:
            yield Passage((line,))


def _labelled(table: DraftTable) -> list[Passage]:
    """A table in a cell whose rows are a label and what it says, or whose two rows are these, as lines of labels.

    Nothing where it is anything else.
    """
    rows: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    if len(rows) == 2 and len(set(map(len, rows.values()))) == 1:
        pairs = [*zip(*rows.values(), strict=True)]
        if all(_is_label(label) for label, _ in pairs):
            return [_label_line(label, said) for label, said in pairs]
    if all(len(cells) == 2 and _is_label(cells[0]) for cells in rows.values()):
        return [_label_line(label, said) for label, said in rows.values()]
    return []


def _is_label(cell: DraftCell) -> bool:
    return len(cell.passages) == 1 and read_head(cell.passages[0].text.rstrip(_COLONS)) is not None


def _label_line(label: DraftCell, said: DraftCell) -> Passage:
    """A label, a colon and what a cell says, its paragraphs in one list."""
    (head,) = label.passages
    head_line = head.lines[0]._replace(text=head.text.rstrip(_COLONS) + "：", bold=())
    *listed, last = said.passages
    lines = [line for passage in listed for line in (*passage.lines[:-1], _with_comma(passage.lines[-1]))]
    return Passage((head_line, *lines, *last.lines))


def _with_comma(line: TextLine) -> TextLine:
    return line._replace(text=line.text.rstrip("、") + "、")
