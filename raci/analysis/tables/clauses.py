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
    """The rows of a table of tasks; of a table that is none, nothing."""
    lines: dict[int, list[Cell]] = {}
    for cell in block.cells:
        lines.setdefault(cell.row, []).append(cell)
    width = max((cell.column + cell.colspan for cell in block.cells), default=0)
    found = head(text, block.cells, rules)
    if found is None:
        return
    at, known, heads = found
    reaching = reach(block.cells, at)
    section = ""
    for index in sorted(each for each in lines if each > at):
        own = lines[index]
        words = {cell.column: text[cell.start : cell.end].strip(_BLANK) for cell in own}
        filled = [cell for cell in own if words[cell.column]]
        if not filled or [words.get(place, "") for place in range(width)] == [each.strip(_BLANK) for each in heads]:
            continue
        if len(filled) == 1 and (filled[0].colspan > 1 or width > 2) and filled[0].column == 0 and len(words[0]) > 3:
            section = words[filled[0].column]  # a line across the table: a chapter
            continue
        yield _row(text, known, reaching[index], filled, section)


def _row(text: str, known: Mapping[int, Rule], reach: Mapping[int, Cell], filled: list[Cell], section: str) -> TableRow:
    def said(role: str) -> list[tuple[str, bool]]:
        return [
            (" ".join(text[reach[place].start : reach[place].end].split()), reach[place].rowspan > 1)
            for place, rule in sorted(known.items())
            if rule.role == role and place in reach
        ]

    chapters = [section] if section else []
    chapters += [words for words, _ in said("chapter") if words]
    tasks, contents = [each for each in said("task") if each[0]], [each for each in said("content") if each[0]]
    chosen = [*tasks, *contents]
    if len(chosen) > 1 and chosen[0][1]:
        # a task over several rows is their chapter; each row's own words head it
        chapters += [words for words, merged in chosen if merged]
        chosen = [each for each in chosen if not each[1]] or chosen[-1:]
    heading = chosen[0][0] if chosen else chapters.pop() if chapters else ""
    number = next((words for words, _ in said("number") if words), "")
    start, end = min(cell.start for cell in filled), max(cell.end for cell in filled)
    return TableRow(number, heading, tuple(chapters), start, end)
