"""Heads of a table that stand in running text, a line each: its cells came out of order, or it was no table to us."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from raci.analysis.coverage.spans import is_covered
from raci.model import Block, Document, Span, Stretch
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, ColumnHead, read_head
from raci.rules.markers import at_start
from raci.rules.matching import ActiveRules

__all__ = ["heads_in_lines"]

#: the longest head; so many different ones make a table, with so many lines between two of them at the most
_LONGEST, _HEADS, _FARTHEST = 10, 3, 60
#: so many lines near them name bodies
_BODIES = 2
_WHY = "这几行像是一张表的栏名和各格，次序乱了，没有看懂是谁做什么；请给原来的文件"

#: a head: its place among the lines, and what it says
_Head = tuple[int, ColumnHead]


def heads_in_lines(document: Document, covered: Sequence[Span], rules: ActiveRules) -> Iterator[Stretch]:
    """The heads that stand so, by the first of them that nothing else was read of; ``covered`` spans are read."""
    run: list[Block] = []
    for block in [*document.blocks, Block("table", len(document.text), len(document.text))]:
        if block.kind == "table":
            yield from _in_run(document.text, run, covered, rules)
            run = []
        elif block.kind != "furniture":
            run.append(block)


def _in_run(text: str, run: Sequence[Block], covered: Sequence[Span], rules: ActiveRules) -> Iterator[Stretch]:
    heads: list[_Head] = []
    for place, block in enumerate(run):
        if block.end - block.start <= _LONGEST:
            head = read_head(text[block.start : block.end], rules)
            if head is not None and at_start(text, block.start, block.end) is None:
                if heads and place - heads[-1][0] > _FARTHEST:
                    yield from _told(text, run, heads, covered)
                    heads = []
                heads.append((place, head))
    yield from _told(text, run, heads, covered)


def _told(text: str, run: Sequence[Block], heads: Sequence[_Head], covered: Sequence[Span]) -> Iterator[Stretch]:
    counted = Counter(text[run[place].start : run[place].end] for place, _ in heads)
    roles = {head.role for _, head in heads}
    if len(counted) < _HEADS or max(counted.values()) > 1:
        return  # forms say the same heads again and again
    if not roles & NAMED or not roles & {"task", "content"} or not roles & {"number", "chapter", "deadline"}:
        return
    lines = run[heads[0][0] : heads[-1][0] + _FARTHEST]
    bodies = sum(cell_content(text[block.start : block.end]).kind == "bodies" for block in lines if _is_short(block))
    if bodies < _BODIES:
        return
    for place, _ in heads:
        block = run[place]
        if not is_covered(covered, block.start, block.end):
            yield Stretch("cells", block.start, block.end, _WHY)
            return


def _is_short(block: Block) -> bool:
    return block.end - block.start <= 4 * _LONGEST
