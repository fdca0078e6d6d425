"""Resolving: annotations to assignments, mentions to departments."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from raci.model import Annotation, Assignment, Clause, Department, Document

__all__ = ["resolve"]


def resolve(document: Document, clauses: Sequence[Clause], annotations: Sequence[Annotation]) -> tuple[Assignment, ...]:
    """The assignments in document order: clause by clause, in each as written.

    What the register does not know keeps its spelling.
    """
    done: list[tuple[int, int, Assignment]] = []
    seen: set[tuple[int, str, str]] = set()
    for order, annotation in enumerate(annotations):
        for turn, index in enumerate(annotation.clauses):
            clause = clauses[index]
            for group in annotation.groups:
                for mention in group.mentions:
                    key = (index, mention.text, group.role)
                    if key in seen:
                        continue
                    seen.add(key)
                    inherited = annotation.basis == "inherited" or turn > 0
                    first = clauses[annotation.clauses[0]]
                    assignment = Assignment(
                        document=document.title,
                        source=document.source,
                        clause=clause,
                        department=_unknown(mention.text),
                        role=group.role,
                        start=mention.start,
                        end=mention.end,
                        quote=annotation.quote,
                        rule=group.rule or annotation.rule,
                        basis="inherited" if inherited else annotation.basis,
                        inherited_from=annotation.inherited_from or (first.label if turn else None),
                        deadline=annotation.deadline,
                    )
                    done.append((index, order, assignment))
    done.sort(key=lambda each: each[:2])
    return tuple(assignment for _, _, assignment in done)


@lru_cache(maxsize=8192)
def _unknown(name: str) -> Department:
    return Department(name)
