"""The tables of a document as understood, by the place in the text where each begins."""

from __future__ import annotations

from collections.abc import Mapping

from raci.analysis.tables.reading import Caption, read_table
from raci.analysis.tables.values import TableReading
from raci.model import Block, Document
from raci.rules import Rule

__all__ = ["read_tables"]

#: so many characters before and behind a table may hold its legend
_AROUND = 200


def read_tables(document: Document, rules: tuple[Rule, ...] = ()) -> Mapping[int, TableReading]:
    """Each table of the document as understood; ``rules`` are a user's, before the built-in ones."""
    found: dict[int, TableReading] = {}
    before: Block | None = None
    for block in document.blocks:
        if block.kind == "table":
            caption = None
            if before is not None and before.kind != "table":
                caption = Caption(document.text[before.start : before.end], before.start)
            around = document.text[max(0, block.start - _AROUND) : block.start]
            around += "\n" + document.text[block.end : block.end + _AROUND]
            found[block.start] = read_table(document.text, block, rules, caption, around)
        if block.kind != "furniture":
            before = block
    return found
