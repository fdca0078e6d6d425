"""What a sentence says of who does what, as annotations: one for each of its time limits."""

from __future__ import annotations

from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.time_limits import time_limits_in_sentence
from raci.model import Annotation, Clause, Group, Span

__all__ = ["annotations_of"]


def annotations_of(
    text: str,
    sentence: Span,
    quote: Span,
    clause: Clause,
    groups: tuple[Group, ...],
    patterns: Patterns,
    issued: str | None,
) -> list[Annotation]:
    """One annotation of a clause, or one for each time limit of the ``sentence``; ``quote`` may hold its stop as well.

    ``issued``: the document's date, which limits count from.
    """
    is_limited = text.find("前", *sentence) >= 0
    limits = time_limits_in_sentence(text, *sentence, patterns, issued) if is_limited else []
    return [
        Annotation(
            rule=groups[0].rule,
            start=quote.start,
            end=quote.end,
            quote=text[quote.start : quote.end],
            clauses=(clause.index,),
            groups=groups,
            deadline=limit,
            basis="prose",
        )
        for limit in limits or (None,)
    ]
