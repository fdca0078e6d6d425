"""The rows of a table as annotations: the role comes from the column."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from raci.analysis.annotations.content import parse
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.time_limits import time_limit
from raci.model import Annotation, Block, Cell, Clause, Deadline, Document, Group, Role, Span
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
    found = head(text, block.cells, patterns.book.own_rules)
    if found is None:
        return
    at, known, _ = found
    limits = [place for place, rule in known.items() if rule.role == "deadline"]
    starts = sorted((cell.start, cell.row) for cell in block.cells)
    reaching = reach(block.cells, at)
    for clause in clauses:
        _, row = starts[bisect_left(starts, (clause.start, 0))]
        here = reaching[row]
        deadline = next((_deadline(text, here[place], year) for place in limits if place in here), None)
        for place, rule in sorted(known.items()):
            if rule.role in NAMED and place in here:
                one = _cell(text, here[place], rule, clause, deadline, patterns)
                if one is not None:
                    yield one


def _deadline(text: str, cell: Cell, year: int | None) -> Deadline | None:
    return time_limit(text, cell.start, cell.end, year) if text[cell.start : cell.end].strip() else None


def _cell(
    text: str, cell: Cell, rule: Rule, clause: Clause, deadline: Deadline | None, patterns: Patterns
) -> Annotation | None:
    words = text[cell.start : cell.end]
    if _NOBODY.fullmatch(words):
        return None
    label = _label(rule, patterns)
    content = parse(label + words, patterns)
    by = cell.start - len(label)
    groups = []
    for part in content.parts:
        role: Role = part.role  # type: ignore[assignment]  # roles of rules are checked on loading
        mentions = tuple(each.moved(by) for each in part.mentions)
        groups.append(Group(role, mentions, f"table.{role}"))
    if not groups and not content.unread:
        return None
    return Annotation(
        rule="table",
        start=cell.start,
        end=cell.end,
        quote=words,
        clauses=(clause.index,),
        groups=tuple(groups),
        deadline=deadline,
        basis="table",
        unread=tuple(Span(start + by, end + by) for start, end in content.unread),
    )


def _label(rule: Rule, patterns: Patterns) -> str:
    """A label of that rule (of a column of the user's: of its role), as its own example writes it."""
    if rule.kind == "column":
        rule = next(each for each in patterns.labels.rules if each.role == rule.role and not each.user)
    return rule.match[0].partition("：")[0].partition(":")[0] + _COLON
