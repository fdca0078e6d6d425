"""The rows of a table as clauses: what heads them, and which chapter they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from raci.model import Block, Cell
from raci.rules import Rule
from raci.rules.columns import head, reach
from raci.rules.matching import ActiveRules

__all__ = ["TableRow", "rows"]

_BLANK = " \t\u3000\xa0\n"


class TableRow(NamedTuple):
    """One row: its number and its heading as written, the chapters above it, and its span."""

    number: str
    heading: str
    chapters: tuple[str, ...]
    start: int
    end: int


def rows(text: str, block: Block, rules: ActiveRules) -> Iterator[TableRow]:
    """The rows of a table of tasks; of any other table none."""
    by_row: dict[int, list[Cell]] = {}
    for cell in block.cells:
        by_row.setdefault(cell.row, []).append(cell)
    width = max((cell.column + cell.colspan for cell in block.cells), default=0)
    table_head = head(text, block.cells, rules)
    if table_head is None:
        return
    head_row, columns, headings = table_head
    reaching = reach(block.cells, head_row)
    section = ""
    for index in sorted(row for row in by_row if row > head_row):
        cells = by_row[index]
        words = {cell.column: text[cell.start : cell.end].strip(_BLANK) for cell in cells}
        filled = [cell for cell in cells if words[cell.column]]
        repeats_head = [words.get(column, "") for column in range(width)] == [
            heading.strip(_BLANK) for heading in headings
        ]
        if not filled or repeats_head:
            continue
        first = filled[0]
        if len(filled) == 1 and (first.colspan > 1 or width > 2) and first.column == 0 and len(words[0]) > 3:
            section = words[0]  # a line across the table: a chapter
            continue
        yield _row(text, columns, reaching[index], filled, section)


def _row(
    text: str, columns: Mapping[int, Rule], reaching: Mapping[int, Cell], filled: list[Cell], section: str
) -> TableRow:
    def words_of(role: str) -> list[tuple[str, bool]]:
        """The words in the columns of a role, and whether they reach over several rows."""
        cells = [
            reaching[column] for column, rule in sorted(columns.items()) if rule.role == role and column in reaching
        ]
        return [(" ".join(text[cell.start : cell.end].split()), cell.rowspan > 1) for cell in cells]

    chapters = [section] if section else []
    chapters += [words for words, _ in words_of("chapter") if words]
    headings = [(words, merged) for words, merged in (*words_of("task"), *words_of("content")) if words]
    if len(headings) > 1 and headings[0][1]:
        # a task over several rows is their chapter; each row's own words head it
        chapters += [words for words, merged in headings if merged]
        headings = [heading for heading in headings if not heading[1]] or headings[-1:]
    heading = headings[0][0] if headings else chapters.pop() if chapters else ""
    number = next((words for words, _ in words_of("number") if words), "")
    start, end = min(cell.start for cell in filled), max(cell.end for cell in filled)
    return TableRow(number, heading, tuple(chapters), start, end)
