"""Rows that are one line across a table: the section that begins there, and who has a part in all of its rows.

一、城市更新（牵头单位：市住建局） says it behind the heading, 牵头单位：市住建局 in a line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci.analysis.tables.grid import TableGrid
from raci.model import CellDuty, Span
from raci.rules.bodies import is_one_body
from raci.rules.columns import NAMED, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import at_start
from raci.rules.role_words import role_of_word

__all__ = ["Section", "duty_of_line", "section_of", "section_of_words", "sections_below"]

_LEADING = frozenset({"lead", "leader"})
#: a longer line, in characters, is no heading
_LONGEST_HEADING = 30
_CLOSERS = "）)】］]〕 \t\u3000"


class Section(NamedTuple):
    """A section of a table: its heading as written, and who has a part in all of its rows."""

    heading: str
    duty: CellDuty | None = None

    def duties(self, own: list[CellDuty]) -> list[CellDuty]:
        """The duties of a row of the section: its ``own``, and those of the section that it does not say anew."""
        said = {role for duty in own for role in duty.roles}
        return own if self.duty is None or said & set(self.duty.roles) else [*own, self.duty]


def section_of(grid: TableGrid, row: int) -> Section | None:
    """The section that a row begins (一、民生); None where the row is no line across the table."""
    if not grid.is_across(row):
        return None
    cell = grid.filled(row)[0]
    words = grid.words(cell)
    if len(words) <= 3 and words.isdigit():
        return None
    start = grid.text.index(words, cell.start) if words else cell.start
    return section_of_words(words, start)


def sections_below(grid: TableGrid, rows: Sequence[int], whose: bool) -> dict[int, Section]:
    """The sections that rows begin, by row.

    Lines of which each names a body say whose the tasks are (一、市教育局（2项）): what part it has in them, or,
    where no column does (``whose``), that they are its own.
    """
    found = {row: section for row in rows if (section := section_of(grid, row)) is not None}
    lines = [row for row in found if not lexicon_pattern("table.no-section").search(found[row].heading)]
    if not lines or any(found[row].duty for row in lines):
        return found
    bodies = {row: body for row in lines if (body := _section_of_body(grid, row)) is not None}
    if len(bodies) < len(lines) or not (whose or all(said for _, said in bodies.values())):
        return found
    return found | {row: section for row, (section, _) in bodies.items()}


def _section_of_body(grid: TableGrid, row: int) -> tuple[Section, bool] | None:
    """The section of a line that names one body, and whether it says its part: 县教育局（3项）, （二）县林业局牵头."""
    cell = grid.filled(row)[0]
    words = grid.words(cell)
    marker = at_start(words)
    begin = marker.end if marker else 0
    match = lexicon_pattern("section.of-body").search(words[begin:])
    if match is None or not is_one_body(match["body"]):
        return None
    start = grid.text.index(words, cell.start) + begin
    span = Span(start + match.start("body"), start + match.end("body"))
    role = role_of_word(match["role"]) if match["role"] else None
    return Section("", CellDuty((role or "responsible",), span, span)), role is not None


def duty_of_line(words: str, start: int) -> CellDuty | None:
    """Who has a part in all of the table below a line: 牵头单位：市住建局, 一、城市更新（牵头单位：市住建局）.

    A heading says but who leads; of who else has a part it speaks for itself.
    """
    heading, duty = section_of_words(words, start)
    if duty is None or not heading:
        return duty
    leads = set(duty.roles) <= _LEADING and len(heading) <= _LONGEST_HEADING and "。" not in heading
    return duty if leads else None


def section_of_words(words: str, start: int) -> Section:
    """The section that words name, which begin at ``start``; they may say who does all of it.

    Who filled the table in and who looked it over (单位负责人：) does none of it.
    """
    if lexicon_pattern("table.signed").match(words):
        return Section(words)
    for match in lexicon_pattern("section.label").finditer(words):
        labels = [match, *lexicon_pattern("section.label").finditer(words, match.end())]
        heads = [read_head(label["label"]) for label in labels]
        roles = tuple(head.role for head in heads if head is not None and head.role in NAMED)
        if len(roles) == len(labels):
            said = words[match.start("label") :].rstrip(_CLOSERS)
            span = Span(start + match.start("label"), start + match.start("label") + len(said))
            return Section(words[: match.start()].strip(), CellDuty(roles, span, span))
    return Section(words)
