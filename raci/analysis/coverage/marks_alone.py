"""Rows of signs in running text (县水利局 √ √): the text has lost the blank cells of the table, and so the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.analysis.coverage.spans import is_covered
from raci.model import Block, Document, Span, Stretch
from raci.model.pattern_codes import compiled
from raci.rules.cell_content import cell_content

__all__ = ["marks_in_lines"]

#: words, and the signs of a row behind them
_ROW = compiled(r"([^√✓✔●○◎▲△★☆⊙\n]{2,60}?)[\s|｜]+[√✓✔●○◎▲△★☆⊙](?:[\s|｜]+[√✓✔●○◎▲△★☆⊙])*[\s|｜]*")
_SIGN = compiled("[√✓✔●○◎▲△★☆⊙]")
#: so many rows are a table; so many bodies head its columns
_ROWS, _HEADS = 2, 2
_WHY = "这几行像是用符号表示分工的表，没有看懂符号各在哪一列、是什么意思"


def marks_in_lines(document: Document, covered: Sequence[Span]) -> Iterator[Stretch]:
    """The rows of signs beside bodies, or below them, that stand in lines; ``covered`` spans are read or told."""
    if _SIGN.search(document.text) is None:
        return
    above: Block | None = None
    rows: list[tuple[Block, str]] = []
    for block in [*document.blocks, Block("table", len(document.text), len(document.text))]:
        if block.kind == "furniture":
            continue
        match = _ROW.fullmatch(document.text[block.start : block.end].strip()) if block.kind != "table" else None
        if match is not None:
            rows.append((block, match[1].strip()))
            continue
        yield from _told(document, above, rows, covered)
        above, rows = block, []


def _told(
    document: Document, above: Block | None, rows: Sequence[tuple[Block, str]], covered: Sequence[Span]
) -> Iterator[Stretch]:
    """The rows below a line, if bodies head them or begin them."""
    if len(rows) < _ROWS:
        return
    heads = document.text[above.start : above.end].split() if above is not None else []
    names = sum(cell_content(words).kind == "bodies" for words in heads)
    begun = sum(cell_content(words.split()[0]).kind == "bodies" for _, words in rows)
    if names < _HEADS and begun < _ROWS:
        return
    start, end = rows[0][0].start, rows[-1][0].end
    if not is_covered(covered, start, end):
        yield Stretch("cells", start, end, _WHY)
