"""Headings without numbers above a paragraph and its annotations: the heading names the task."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["headed_paragraphs"]

#: the longest of such headings, in characters
_LONGEST_HEADING = 24
#: so many of them make it clear that they are headings
_LEAST = 2


def headed_paragraphs(
    clauses: Sequence[Clause], before: Mapping[int, int], annotated: Collection[int], text: str
) -> dict[int, int]:
    """Paragraph with its annotations, or before a line of them → the heading right above it.

    ``before`` gives of each line the paragraph before it; ``annotated`` hold words and annotations.
    """
    found: dict[int, int] = {}
    for paragraph in {*before.values(), *annotated}:
        heading = paragraph - 1
        if heading < 0 or heading in before or heading in annotated:
            continue
        is_whole = paragraph in annotated or _is_sentence(clauses[paragraph], text)
        if clauses[paragraph].kind == "paragraph" and is_whole and _is_heading(clauses[heading], text):
            found[paragraph] = heading
    return found if len(found) >= _LEAST else {}


def _is_sentence(clause: Clause, text: str) -> bool:
    return text[clause.start : clause.end].rstrip().endswith(("。", "；"))


def _is_heading(clause: Clause, text: str) -> bool:
    words = text[clause.start : clause.end].strip()
    if clause.kind != "paragraph" or not 3 < len(words) <= _LONGEST_HEADING or "\n" in words:
        return False
    return words[-1] not in "。；，：:;,、" and lexicon_pattern("headless.task").match(words) is not None
