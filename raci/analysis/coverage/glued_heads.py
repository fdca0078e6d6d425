"""Heads of a table that were run together in one line, with bodies behind them: its cells were run together too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.analysis.coverage.spans import is_covered
from raci.model import Document, Span, Stretch
from raci.rules.lexicon import lexicon_pattern

__all__ = ["glued_heads"]

#: so many bodies stand in so many characters behind the heads
_BODIES, _REACH = 2, 300
_WHY = "这里像是一张表的栏名和各格连成了一片，没有看懂是谁做什么；请给原来的文件"


def glued_heads(document: Document, covered: Sequence[Span]) -> Iterator[Stretch]:
    """Each such table, from its heads to the last body near them; ``covered`` spans are read, or told otherwise."""
    text = document.text
    done = 0
    for match in lexicon_pattern("coverage.glued-heads").finditer(text):
        if match.start() < done or is_covered(covered, *match.span()):
            continue
        bodies = list(lexicon_pattern("coverage.glued-body").finditer(text, match.end(), match.end() + _REACH))
        if len(bodies) >= _BODIES:
            done = bodies[-1].end()
            yield Stretch("cells", match.start(), done, _WHY)
