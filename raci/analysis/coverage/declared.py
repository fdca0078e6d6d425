"""Sentences that say once for all which of the named bodies leads, and that no rule understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.analysis.coverage.spans import is_covered
from raci.model import Document, Span, Stretch
from raci.rules.lexicon import lexicon_pattern

__all__ = ["unread_declarations"]

_WHY = "这句话说的是凭位置或记号看谁牵头、谁配合，没有读懂，各项的角色可能因此不对"


def unread_declarations(document: Document, covered: Sequence[Span]) -> Iterator[Stretch]:
    """Each such sentence; ``covered`` spans are read, or told otherwise."""
    for match in lexicon_pattern("coverage.declaration").finditer(document.text):
        if not is_covered(covered, *match.span()):
            yield Stretch("label", match.start(), match.end(), _WHY)
