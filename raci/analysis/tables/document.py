"""The tables of a document as understood, in its order."""

from __future__ import annotations

from raci.analysis.tables.reading import TableCaption, read_table
from raci.model import Block, Document, TableReading
from raci.rules.matching import ActiveRules, active_rules

__all__ = ["read_tables"]

#: so many characters before and behind a table may hold its legend
_AROUND = 200


def read_tables(document: Document, rules: ActiveRules | None = None) -> tuple[TableReading, ...]:
    """Each table of the document as understood. Without ``rules`` the built-in ones hold."""
    found: list[TableReading] = []
    before: Block | None = None
    for block in document.blocks:
        if block.kind == "table":
            caption = None
            if before is not None and before.kind != "table":
                caption = TableCaption(document.text[before.start : before.end], before.start)
            around = document.text[max(0, block.start - _AROUND) : block.start]
            around += "\n" + document.text[block.end : block.end + _AROUND]
            found.append(read_table(document.text, block, rules or active_rules(), caption, around))
        if block.kind != "furniture":
            before = block
    return tuple(found)
