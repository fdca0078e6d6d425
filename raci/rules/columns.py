"""What the columns of a table hold, by their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from raci.model import ROLES, Cell
from raci.rules.matching import ActiveRules, active_rules, unnamed
from raci.rules.values import Rule

__all__ = ["NAMED", "Head", "column", "columns", "head", "reach"]

#: roles of columns that name bodies or persons
NAMED: frozenset[str] = frozenset(ROLES)
_BLANK = re.compile(r"[\s:：∶]+")
_LONGEST = 14
#: so many heads are remembered
_MOST_KNOWN = 4096
#: the head stands in one of the first rows
_HEAD_ROWS = 4


class Head(NamedTuple):
    """The head of a table: its last row, the rules of its columns, and what stands over each of them."""

    row: int
    known: dict[int, Rule]
    words: tuple[str, ...]


class _HeadRules:
    """The rules of heads: one pattern for all, each a named group, and the heads that were read by it in this run."""

    def __init__(self, rules: ActiveRules) -> None:
        listed = [rule for rule in (*rules.of("label"), *rules.of("column")) if rule.role != "other"]
        #: in the order in which they are tried
        self._rules = sorted(listed, key=lambda rule: not rule.user)
        self._pattern = rules.pattern(self._build, "label", "column")
        self._known: dict[str, Rule | None] = {}

    def _build(self, active: Sequence[Rule]) -> str:
        parts = [f"(?P<r{place}>{unnamed(rule.pattern)})" for place, rule in enumerate(self._rules) if rule in active]
        return "|".join(parts)

    def rule(self, head: str) -> Rule | None:
        if head not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[head] = self._find(head)
        return self._known[head]

    def _find(self, head: str) -> Rule | None:
        name = _BLANK.sub("", head)
        match = self._pattern.fullmatch(name) if 1 <= len(name) <= _LONGEST else None
        return self._rules[int(str(match.lastgroup)[1:])] if match else None


def column(head: str, rules: ActiveRules | None = None) -> Rule | None:
    """The rule of a column by its head; None where it is none of the usual ones. By default the built-in rules hold."""
    return (rules or active_rules()).derive(_HeadRules).rule(head)


def columns(heads: Sequence[str], rules: ActiveRules | None = None) -> dict[int, Rule] | None:
    """The rules of the columns whose heads these are; None where they are no head of a table of tasks.

    It is one where a column names bodies, another says the task or its number, and most heads are known.
    """
    known = {place: rule for place, head in enumerate(heads) if (rule := column(head, rules)) is not None}
    filled = sum(1 for head in heads if head.strip())
    roles = {rule.role for rule in known.values()}
    if not roles & NAMED or not roles & {"task", "content", "chapter", "number"} or 2 * len(known) < filled:
        return None
    return known


def head(text: str, cells: Sequence[Cell], rules: ActiveRules | None = None) -> Head | None:
    """The head of a table of tasks, whose cells these are; None where it is none.

    A head may take two rows: 责任分工 over 牵头单位 and 配合单位.
    """
    width = max((cell.column + cell.colspan for cell in cells), default=0)
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    first = sorted(rows)[:_HEAD_ROWS]
    for place, row in enumerate(first):
        words = _words(text, rows[row], width)
        below = first[place + 1] if place + 1 < len(first) else None
        if below is not None and any(cell.colspan > 1 for cell in rows[row]):
            reaching = [cell for cell in rows[row] if cell.row + cell.rowspan > below]
            joined = _words(text, [*reaching, *rows[below]], width)
            of_both_rows, of_first_row = columns(joined, rules), columns(words, rules)
            if of_both_rows is not None and len(of_both_rows) > len(of_first_row or ()):
                return Head(below, of_both_rows, tuple(joined))
        known = columns(words, rules)
        if known is not None:
            return Head(row, known, tuple(words))
    return None


def _words(text: str, cells: Sequence[Cell], width: int) -> list[str]:
    words = [""] * width
    for cell in cells:
        words[cell.column] = text[cell.start : cell.end]
    return words


def reach(cells: Sequence[Cell], after: int) -> dict[int, dict[int, Cell]]:
    """For each row below ``after``: column → the cell that stands there, or reaches there from above."""
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        if cell.row > after:
            rows.setdefault(cell.row, []).append(cell)
    cells_of: dict[int, dict[int, Cell]] = {}
    reaching: dict[int, Cell] = {}
    for row in sorted(rows):
        reaching = {column: cell for column, cell in reaching.items() if cell.row + cell.rowspan > row}
        reaching |= {cell.column: cell for cell in rows[row]}
        cells_of[row] = reaching
    return cells_of
