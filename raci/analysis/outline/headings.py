"""Headings without the annotations that stand in them: 包容创新（市科技局牵头） → 包容创新."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from raci.model import Annotation, Clause

__all__ = ["trim_headings"]

_EDGE = " \t\u3000\xa0\n，,、；;：:。"


def trim_headings(text: str, clauses: Sequence[Clause], annotations: Iterable[Annotation]) -> tuple[Clause, ...]:
    """The clauses with their headings cut where an annotation begins, and the paths below them likewise."""
    starts = sorted(one.start for one in annotations if one.basis == "annotation")
    cut: dict[int, str] = {}
    at = 0
    for clause in clauses:
        if clause.kind == "row":
            continue
        while at < len(starts) and starts[at] < clause.start:
            at += 1
        if at < len(starts) and starts[at] < clause.end:
            words = text[clause.start : starts[at]]
            words = words.removeprefix(clause.number).strip(_EDGE)
            if words and len(words) < len(clause.heading) and clause.heading.startswith(words):
                cut[clause.index] = words
    if not cut:
        return tuple(clauses)
    done: list[Clause] = []
    for clause in clauses:
        path = clause.path
        if clause.parent is not None:
            parent = done[clause.parent]
            path = (*parent.path, parent.label, *clause.path[len(parent.path) + 1 :])
        if path != clause.path or clause.index in cut:
            clause = replace(clause, heading=cut.get(clause.index, clause.heading), path=path)
        done.append(clause)
    return tuple(done)
