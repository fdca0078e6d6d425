"""The rows of a table as annotations: the role comes from the column."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.time_limits import time_limit
from raci.model import Annotation, Block, Cell, Clause, Deadline, Document
from raci.rules import Rule
from raci.rules.columns import NAMED, head, reach

__all__ = ["annotate_rows"]

_NOBODY = re.compile(r"[\s\-—－/无]*")
#: a label put before a cell, so that names read as they do in an annotation
_COLON = "："


def annotate_rows(
    document: Document, block: Block, clauses: Sequence[Clause], patterns: Patterns, year: int | None
) -> Iterator[Annotation]:
    """An annotation for each cell of a column that names bodies; ``clauses`` are the rows of the table."""
    text = document.text
    table_head = head(text, block.cells, patterns.rules)
    if table_head is None:
        return
    head_row, rules, _ = table_head
    limit_columns = [column for column, rule in rules.items() if rule.role == "deadline"]
    starts = sorted((cell.start, cell.row) for cell in block.cells)
    rows = reach(block.cells, head_row)
    for clause in clauses:
        _, row = starts[bisect_left(starts, (clause.start, 0))]
        cells = rows[row]
        deadline = next((_deadline(text, cells[column], year) for column in limit_columns if column in cells), None)
        for column, rule in sorted(rules.items()):
            if rule.role in NAMED and column in cells:
                annotation = _annotation(text, cells[column], rule, clause, deadline, patterns)
                if annotation is not None:
                    yield annotation


def _deadline(text: str, cell: Cell, year: int | None) -> Deadline | None:
    return time_limit(text, cell.start, cell.end, year) if text[cell.start : cell.end].strip() else None


def _annotation(
    text: str, cell: Cell, rule: Rule, clause: Clause, deadline: Deadline | None, patterns: Patterns
) -> Annotation | None:
    words = text[cell.start : cell.end]
    if _NOBODY.fullmatch(words):
        return None
    label = _label(rule, patterns)
    content = parse(label + words, patterns)
    offset = cell.start - len(label)
    groups = content.groups(offset, "table.")
    if not groups and not content.unread:
        return None
    return Annotation(
        rule="table",
        start=cell.start,
        end=cell.end,
        quote=words,
        clauses=(clause.index,),
        groups=groups,
        deadline=deadline,
        basis="table",
        unread=content.unread_spans(offset),
    )


def _label(rule: Rule, patterns: Patterns) -> str:
    """A label of that rule (for a column of the user's: of its role), as its own example writes it."""
    if rule.kind == "column":
        rule = next(label for label in patterns.labels.rules if label.role == rule.role and not label.user)
    return rule.match[0].partition("：")[0].partition(":")[0] + _COLON
