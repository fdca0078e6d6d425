"""Headings without the annotations that stand in them: 包容创新（市科技局牵头） → 包容创新."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from raci.analysis.outline.first_words import heading_of
from raci.analysis.outline.patterns import OPENERS, outline_patterns
from raci.model import Annotation, Clause, Document
from raci.model.pattern_codes import compiled
from raci.rules.matching import ActiveRules

__all__ = ["trim_headings"]

_EDGE = " \t\u3000\xa0\n，,、；;：:／。—～－-→➔➜⇒|｜√✓✔☑★◆●▲■"
#: what is more than that: looked for, as there may be many annotations, each with all words of its clause behind it
_WORDS = compiled(f"[^{re.escape(_EDGE)}]").search
_CLOSER = compiled("[）)〕］\\]】〉]")
#: the longest bracket that holds nothing but a time limit, in characters
_LONGEST_LIMIT = 40
#: what behind an annotation says that its sentence goes on: 疏浚河道（市水务局负责），加固堤防（市住建局负责）。
_GOES_ON = "，,、；;"


def trim_headings(
    document: Document, clauses: Sequence[Clause], annotations: Sequence[Annotation], rules: ActiveRules
) -> tuple[Clause, ...]:
    """The clauses with their headings cut where an annotation begins, and the paths below them likewise.

    An annotation before the words of a clause (（一）【市商务局牵头】清理规定) is no part of its heading either.
    """
    headings = dict(_headings(document, clauses, annotations, rules))
    if not headings:
        return tuple(clauses)
    trimmed: list[Clause] = []
    for clause in clauses:
        path = clause.path
        if clause.parent is not None:
            parent = trimmed[clause.parent]
            path = (*parent.path, parent.label, *clause.path[len(parent.path) + 1 :])
        if path != clause.path or clause.index in headings:
            heading, goes_on = headings.get(clause.index, (clause.heading, clause.goes_on))
            clause = replace(clause, heading=heading, path=path, goes_on=goes_on)
        trimmed.append(clause)
    return tuple(trimmed)


def _headings(
    document: Document, clauses: Sequence[Clause], annotations: Sequence[Annotation], rules: ActiveRules
) -> Iterator[tuple[int, tuple[str, bool]]]:
    """By clause the heading without its annotations, and whether the sentence goes on behind it."""
    spans = sorted((one.start, one.end) for one in annotations if one.basis == "annotation")
    limits = frozenset(one.deadline.start for one in annotations if one.deadline)
    following = 0
    for clause in clauses:
        first = following = _first_from(spans, following, clause.start)
        while following < len(spans) and spans[following][0] < clause.end:
            following += 1
        if first < following and clause.kind != "row":
            heading = _heading(document, clause, spans[first:following], limits, rules)
            if heading is not None:
                yield clause.index, heading


def _first_from(spans: Sequence[tuple[int, int]], index: int, start: int) -> int:
    """The first of the spans from ``index`` on that begins at ``start`` or behind it."""
    while index < len(spans) and spans[index][0] < start:
        index += 1
    return index


def _heading(
    document: Document, clause: Clause, spans: Sequence[tuple[int, int]], limits: Container[int], rules: ActiveRules
) -> tuple[str, bool] | None:
    """The heading of a clause without the annotations at ``spans``, whether its sentence goes on; None: no change.

    ``limits`` are the places where time limits begin.
    """
    text = document.text
    start = clause.start + (len(clause.number) if text.startswith(clause.number, clause.start) else 0)
    words, goes_on = clause.heading, clause.goes_on
    behind = start
    for first, last in spans:
        if before := text[behind:first].strip(_EDGE):
            if not words.lstrip(_EDGE).startswith(before):
                break
            return before, text[last : last + 1] in tuple(_GOES_ON) and _WORDS(text, last, clause.end) is not None
        if text[first] not in OPENERS or _WORDS(text, last, clause.end) is None:
            return None  # 一、县水利局牵头工作（2项）, or a line of annotations alone
        behind = _behind_limit(text, last, clause.end, limits)
        heading = heading_of(text, behind, clause.end, outline_patterns(rules), document.emphasis)
        words, goes_on = heading.words, heading.goes_on
    return None if behind == start else (words, goes_on)


def _behind_limit(text: str, start: int, end: int, limits: Container[int]) -> int:
    """Where a bracket ends that stands at ``start`` and holds one of the time limits; else ``start``."""
    closing = _CLOSER.search(text, start + 1, min(end, start + _LONGEST_LIMIT)) if text[start] in OPENERS else None
    held = closing is not None and any(place in limits for place in range(start + 1, closing.start()))
    return closing.end() if closing is not None and held else start
