"""Headings without the annotations that stand in them: 包容创新（市科技局牵头） → 包容创新."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from raci.model import Annotation, Clause

__all__ = ["trim_headings"]

_EDGE = " \t\u3000\xa0\n，,、；;：:。—－-"
#: what behind an annotation says that its sentence goes on: 疏浚河道（市水务局负责），加固堤防（市住建局负责）。
_GOES_ON = "，,、；;"


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
            heading, goes_on = headings.get(clause.index, (clause.heading, clause.goes_on))
            clause = replace(clause, heading=heading, path=path, goes_on=goes_on)
        trimmed.append(clause)
    return tuple(trimmed)


def _shorter_headings(
    text: str, clauses: Sequence[Clause], annotations: Iterable[Annotation]
) -> dict[int, tuple[str, bool]]:
    """By clause the heading up to its first annotation, and whether the sentence goes on behind that."""
    spans = sorted((one.start, one.end) for one in annotations if one.basis == "annotation")
    headings: dict[int, tuple[str, bool]] = {}
    following = 0
    for clause in clauses:
        if clause.kind == "row":
            continue
        while following < len(spans) and spans[following][0] < clause.start:
            following += 1
        if following < len(spans) and spans[following][0] < clause.end:
            start, end = spans[following]
            words = text[clause.start : start].removeprefix(clause.number).strip(_EDGE)
            if words and clause.heading.startswith(words):
                goes_on = text[end : end + 1] in tuple(_GOES_ON) and text[end : clause.end].strip(_EDGE) != ""
                headings[clause.index] = words, goes_on
    return headings
