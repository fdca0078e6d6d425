"""Documents that somebody made by hand of nothing but a text: each line is a paragraph of it."""

from __future__ import annotations

from dataclasses import replace

from raci.model import Block, Document

__all__ = ["with_blocks"]

_BLANK = " \t\u3000\xa0\r"


def with_blocks(document: Document) -> Document:
    """The document; where its text has no blocks, each line is one, and the notes say so."""
    if document.blocks or not document.text.strip():
        return document
    blocks: list[Block] = []
    start = 0
    for line in document.text.split("\n"):
        if words := line.strip(_BLANK):
            first = start + line.index(words[0])
            blocks.append(Block("paragraph", first, first + len(words)))
        start += len(line) + 1
    note = "没有段落信息，一行作一段读，没有读表格；有表格的请把文字本身交给 raci.extract 或 raci.analyses"
    return replace(document, blocks=tuple(blocks), notes=(*document.notes, note))
