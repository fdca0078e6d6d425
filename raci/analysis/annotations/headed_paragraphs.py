"""Headings without numbers above a paragraph and its line of annotations: the heading names the task."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["headed_paragraphs"]

#: the longest of such headings, in characters
_LONGEST_HEADING = 24
#: so many of them make it clear that they are headings
_LEAST = 2


def headed_paragraphs(clauses: Sequence[Clause], pure: Collection[int], text: str) -> dict[int, int]:
    """Paragraph right before a line of annotations → the heading right above it; ``pure`` are the lines."""
    found: dict[int, int] = {}
    for line in pure:
        paragraph, heading = line - 1, line - 2
        if heading < 0 or paragraph in pure or heading in pure:
            continue
        if _is_sentence(clauses[paragraph], text) and _is_heading(clauses[heading], text):
            found[paragraph] = heading
    return found if len(found) >= _LEAST else {}


def _is_sentence(clause: Clause, text: str) -> bool:
    return clause.kind == "paragraph" and text[clause.start : clause.end].rstrip().endswith(("。", "；"))


def _is_heading(clause: Clause, text: str) -> bool:
    words = text[clause.start : clause.end].strip()
    if clause.kind != "paragraph" or not 3 < len(words) <= _LONGEST_HEADING or "\n" in words:
        return False
    return words[-1] not in "。；，：:;,、" and lexicon_pattern("headless.task").match(words) is not None
