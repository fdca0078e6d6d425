"""The tables of a document as understood, in its order."""

from __future__ import annotations

import re
from typing import NamedTuple

from raci.analysis.tables.continued import head_above
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.analysis.tables.reading import TableCaption, read_table
from raci.model import Block, Document, TableReading
from raci.rules.matching import ActiveRules, active_rules

__all__ = ["read_tables"]


#: the line above the rest of a table: 续表, （续上表）
_GOES_ON = re.compile(r"\s*[（(]?(?:续(?:上)?表|接上表|上接第.{1,4}页)[\d一二三四五六七八九十]*[）)]?\s*")


class _Above(NamedTuple):
    """The table right above with its parts: the one that holds the head, and the last."""

    first: Block
    last: Block


def read_tables(document: Document, rules: ActiveRules | None = None) -> tuple[TableReading, ...]:
    """Each table of the document as understood. Without ``rules`` the built-in ones hold."""
    rules = rules or active_rules()
    found: list[TableReading] = []
    before: Block | None = None
    above: _Above | None = None
    for block in document.blocks:
        if block.kind == "furniture":
            continue
        if block.kind == "table":
            head = _head_above(document.text, above, block, rules) if above is not None else None
            caption = None
            if head is None and before is not None and before.kind != "table":
                caption = TableCaption(document.text[before.start : before.end], before.start)
            found.append(read_table(document.text, block, rules, caption, head))
            above = _with_part(above, block, found[-1], head)
        elif above is not None and not _GOES_ON.fullmatch(document.text, block.start, block.end):
            above = None
        before = block
    return tuple(found)


def _with_part(above: _Above | None, block: Block, reading: TableReading, head: TableHead | None) -> _Above | None:
    """What stands right above the next block behind a table that was read with the ``head`` above it, or by itself."""
    if above is not None and head is not None:
        return above._replace(last=block)
    return _Above(block, block) if reading.shape == "rows" else None


def _head_above(text: str, above: _Above, block: Block, rules: ActiveRules) -> TableHead | None:
    first = TableGrid(text, above.first.cells)
    last = first if above.last is above.first else TableGrid(text, above.last.cells)
    return head_above(first, last, TableGrid(text, block.cells), rules)
