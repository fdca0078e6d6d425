"""The tables of a document as understood, in its order."""

from __future__ import annotations

from raci.analysis.tables.reading import TableCaption, read_table
from raci.model import Block, Document, TableReading
from raci.rules.matching import ActiveRules, active_rules

__all__ = ["read_tables"]


def read_tables(document: Document, rules: ActiveRules | None = None) -> tuple[TableReading, ...]:
    """Each table of the document as understood. Without ``rules`` the built-in ones hold."""
    found: list[TableReading] = []
    before: Block | None = None
    for block in document.blocks:
        if block.kind == "table":
            caption = None
            if before is not None and before.kind != "table":
                caption = TableCaption(document.text[before.start : before.end], before.start)
            found.append(read_table(document.text, block, rules or active_rules(), caption))
        if block.kind != "furniture":
            before = block
    return tuple(found)
