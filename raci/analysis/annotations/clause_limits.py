"""The time limits of annotations that state none themselves: on a line of their own, or in the words of the clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from raci.analysis.annotations.limit_sharing import share_limits
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import OUTER_EDGE
from raci.analysis.annotations.time_limits import time_limits_in_sentence
from raci.model import Annotation, Clause, Deadline
from raci.model.pattern_codes import compiled

__all__ = ["with_limits"]

#: a character of a word, looked for where many annotations may each have all words of the clause before them
_WORDS = compiled(f"[^{re.escape(OUTER_EDGE)}]").search


def with_limits(
    text: str, clauses: Sequence[Clause], annotations: Sequence[Annotation], patterns: Patterns, issued: str | None
) -> list[Annotation]:
    """The annotations that name somebody, once for each of their time limits; ``issued`` is the document's date."""
    return list(_with_own_limits(text, clauses, _with_line_limits(annotations), patterns, issued))


def _with_line_limits(annotations: Sequence[Annotation]) -> list[Annotation]:
    """The annotations that name somebody; time limits on lines of their own go to the others of their clauses."""
    of_clause: dict[int, list[Annotation]] = {}
    for annotation in annotations:
        of_clause.setdefault(annotation.clauses[0], []).append(annotation)
    limits: dict[int, list[Annotation]] = {
        clause: [annotation for annotation in notes if not annotation.groups] for clause, notes in of_clause.items()
    }
    shares = {
        clause: share_limits(
            [limit.start for limit in limits[clause]], [annotation.start for annotation in notes if annotation.groups]
        )
        for clause, notes in of_clause.items()
    }
    named: list[Annotation] = []
    counts = dict.fromkeys(of_clause, 0)
    for annotation in annotations:
        if not annotation.groups:
            continue
        clause = annotation.clauses[0]
        share = shares[clause][counts[clause]]
        counts[clause] += 1
        if annotation.deadline is None and share:
            named += [replace(annotation, deadline=limits[clause][index].deadline) for index in share]
        else:
            named.append(annotation)
    return named


def _with_own_limits(
    text: str, clauses: Sequence[Clause], annotations: Sequence[Annotation], patterns: Patterns, issued: str | None
) -> Iterator[Annotation]:
    """The annotations, those that state no time limit with those of the words before them in their clause."""
    # of each clause: where the words begin that the next annotation closes, and where the last one ended
    begun: dict[int, tuple[int, int]] = {}
    # from where to where no 前 stands: annotations that follow one another close the same words
    nowhere = (-1, -1)
    starts = [clause.start for clause in clauses]
    for annotation in annotations:
        clause = clauses[annotation.clauses[0]]
        start, ended = begun.get(clause.index, (clause.start, clause.start))
        # lines of one annotation (牵头单位 above 配合单位) close the same words
        if _WORDS(text, ended, annotation.start) is not None:
            start = ended
        begun[clause.index] = (start, max(ended, annotation.end))
        end = min(clause.end, annotation.start)
        if annotation.start >= clause.end:  # below a heading the words stand in paragraphs of their own
            last = bisect_right(starts, annotation.start) - 1
            first = start if _are_its_paragraphs(clause, clauses[clause.index + 1 : last + 1]) else starts[last]
            if _WORDS(text, max(start, first), annotation.start) is not None:
                start, end = max(start, first), annotation.start
        stated: Sequence[Deadline] = ()
        looked = nowhere[1] if start == nowhere[0] else start
        if annotation.deadline is None and text.find("前", looked, end) < 0:
            nowhere = start, max(looked, end)
        elif annotation.deadline is None:
            stated = time_limits_in_sentence(text, start, end, patterns, issued)
        yield from [replace(annotation, deadline=limit) for limit in stated] or [annotation]


def _are_its_paragraphs(clause: Clause, below: Sequence[Clause]) -> bool:
    """Whether what stands below a heading is nothing but its paragraphs: no items that may have limits of their own."""
    return all(one.kind == "paragraph" and one.parent == clause.index for one in below)
