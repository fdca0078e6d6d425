"""Forms without ruled lines whose labels stand at half the height of what is filled in beside them.

    市教育局
    责任单位：市财政局
    市体育局

Labels begin at one place, what is filled in at another; whose a line is tell the heights of the labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.layout.cell_text import PlacedCell, table_of_cells
from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.row_alignment import Setting, align, list_cuts, middle_height
from raci.readers.layout.row_pieces import RowPiece, fields_of
from raci.readers.tables.paragraph_starts import LONGEST_LABEL
from raci.rules.columns import NAMED, SAYING, read_head

__all__ = ["FieldLanes", "find_field_lanes"]

_COLONS = "：:"
#: lines begin at one place where they do so within so many characters
_ALIGNED = 0.3
#: so many lines of what is filled in may stand above the first label; so many labels make a form
_MOST_ABOVE, _FEWEST = 4, 3
#: lines that stand on both sides of a label may also begin beside it where the field above takes the others: both fit
#: alike where they differ by no more than so many lines a label
_TIE = 0.2


class FieldLanes(NamedTuple):
    """A form in the rows up to ``end``: a table of labels and values for each of its tasks."""

    end: int
    tables: list[DraftTable]


class _LaneField(NamedTuple):
    label: TextRow
    values: list[TextRow]


def find_field_lanes(rows: Sequence[TextRow], begin: int) -> FieldLanes | None:
    """The form that begins with a row; None where its labels stand beside what is filled in, as in most, or none do."""
    lanes = _lanes(rows, begin)
    if lanes is None:
        return None
    labels, values, end = lanes
    heads = [read_head(row.line.text.rstrip(_COLONS)) for row in labels]
    roles = {head.role for head in heads if head is not None}
    beside = {(row.line.page, row.line.line) for row in labels} & {(row.line.page, row.line.line) for row in values}
    if len(beside) == len(values) or len(labels) < _FEWEST:
        return None
    if not roles & NAMED or not roles & SAYING:
        return None
    fields = _dealt(labels, values)
    tables = [_table(part) for part in _by_task(fields or [])]
    whole = [table for table in tables if table is not None]
    return FieldLanes(end, whole) if whole else None


def _lanes(rows: Sequence[TextRow], begin: int) -> tuple[list[TextRow], list[TextRow], int] | None:
    """The labels and the lines beside them from a row on, and the end of the rows that hold nothing else."""
    first = next(
        (place for place in range(begin, min(begin + _MOST_ABOVE, len(rows))) if _has_label(rows[place])), None
    )
    if first is None:
        return None
    left = rows[first].left
    labels: list[TextRow] = []
    values: list[TextRow] = []
    value_left: float | None = rows[begin].left if first > begin else None
    end = begin
    while end < len(rows) and rows[end].order == (0, 0):
        row = rows[end]
        pieces = fields_of(row)
        near = _ALIGNED * row.size
        has_label = abs(pieces[0].left - left) < near and _is_label(pieces[0])
        beside = pieces[1:] if has_label else pieces
        if len(beside) > 1 or (end == begin and not has_label and first == begin):
            break
        if beside and (
            beside[0].left < left + near or (value_left is not None and abs(beside[0].left - value_left) > near)
        ):
            break
        if beside:
            value_left = beside[0].left
            values.append(_part(row, beside[0]))
        if has_label:
            labels.append(_part(row, pieces[0]))
        end += 1
    return labels, values, end


def _has_label(row: TextRow) -> bool:
    return _is_label(fields_of(row)[0])


def _is_label(piece: RowPiece) -> bool:
    words = piece.words
    return len(words) <= LONGEST_LABEL + 1 and (words.endswith(tuple(_COLONS)) or read_head(words) is not None)


def _part(row: TextRow, piece: RowPiece) -> TextRow:
    """What a piece of a row is by itself."""
    line = row.line._replace(text=piece.words, bold=())
    return row._replace(line=line, left=piece.left, right=piece.right, lefts=())


def _dealt(labels: Sequence[TextRow], values: Sequence[TextRow]) -> list[_LaneField] | None:
    """The lines dealt out to the labels, page by page; None where neither setting fits."""
    fields: list[_LaneField] = []
    for page, of_page in groupby(labels, key=lambda row: row.line.page):
        beside = list(of_page)
        lines = [row for row in values if row.line.page == page]
        heights = [middle_height(row) for row in beside]
        steps = [lower - upper for upper, lower in pairwise(map(middle_height, lines))]
        pitch = min((step for step in steps if step > 0), default=1.0)
        settings = (Setting(at_top, pitch, printed=False) for at_top in (False, True))
        best = min(
            (align(lines, heights, setting, list_cuts(lines), continues=bool(fields)) for setting in settings),
            key=lambda dealt: round(dealt.cost / (_TIE * len(beside))),  # of two that fit alike the first
        )
        if best.cost == float("inf") or any(reach > 1 for reach in best.reaches):
            return None
        before, *groups = best.groups
        if fields:
            fields[-1].values.extend(before)
        fields += [_LaneField(label, list(group)) for label, group in zip(beside, groups, strict=True)]
    return fields


def _by_task(fields: Iterable[_LaneField]) -> Iterator[list[_LaneField]]:
    """The fields of each task: the first label comes again with the next."""
    part: list[_LaneField] = []
    for field in fields:
        if part and field.label.line.text == part[0].label.line.text:
            yield part
            part = []
        part.append(field)
    if part:
        yield part


def _table(fields: Sequence[_LaneField]) -> DraftTable | None:
    width = max((row.right - row.left for field in fields for row in field.values), default=0.0)
    cells = []
    for row, field in enumerate(fields):
        cells.append(PlacedCell(row, 0, 1, 1, [field.label], field.label.right - field.label.left))
        cells.append(PlacedCell(row, 1, 1, 1, field.values, width))
    return table_of_cells(cells)
