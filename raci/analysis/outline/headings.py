"""Headings without the annotations that stand in them: 包容创新（市科技局牵头） → 包容创新."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from raci.model import Annotation, Clause

__all__ = ["trim_headings"]

_EDGE = " \t\u3000\xa0\n，,、；;：:。"


def trim_headings(text: str, clauses: Sequence[Clause], annotations: Iterable[Annotation]) -> tuple[Clause, ...]:
    """The clauses with their headings cut where an annotation begins, and the paths below them likewise."""
    headings = _shorter_headings(text, clauses, annotations)
    if not headings:
        return tuple(clauses)
    trimmed: list[Clause] = []
    for clause in clauses:
        path = clause.path
        if clause.parent is not None:
            parent = trimmed[clause.parent]
            path = (*parent.path, parent.label, *clause.path[len(parent.path) + 1 :])
        if path != clause.path or clause.index in headings:
            clause = replace(clause, heading=headings.get(clause.index, clause.heading), path=path)
        trimmed.append(clause)
    return tuple(trimmed)


def _shorter_headings(text: str, clauses: Sequence[Clause], annotations: Iterable[Annotation]) -> dict[int, str]:
    """By clause the heading up to its first annotation, where that is shorter."""
    starts = sorted(annotation.start for annotation in annotations if annotation.basis == "annotation")
    headings: dict[int, str] = {}
    following = 0
    for clause in clauses:
        if clause.kind == "row":
            continue
        while following < len(starts) and starts[following] < clause.start:
            following += 1
        if following < len(starts) and starts[following] < clause.end:
            words = text[clause.start : starts[following]].removeprefix(clause.number).strip(_EDGE)
            if words and len(words) < len(clause.heading) and clause.heading.startswith(words):
                headings[clause.index] = words
    return headings
