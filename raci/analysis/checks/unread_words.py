"""Words in an annotation that were not understood."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.listing import first_of
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Annotation, Span
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]

_MOST_SHOWN = 3


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each stretch of an annotation that reads neither as a name nor as a time limit; the same words once.

    What directly follows a name and says what that body does (市商务局做好信息发布) is no name: it is all in one note.
    """
    said: list[tuple[Span, int]] = []
    unread: dict[str, list[tuple[Span, int]]] = {}
    for span, annotation in _stretches(analysis):
        words = analysis.document.quote(span.start, span.end)
        follows = any(mention.end == span.start for group in annotation.groups for mention in group.mentions)
        if follows and lexicon_pattern("division.duty").match(words):
            said.append((span, annotation.clauses[0]))
        else:
            unread.setdefault(words, []).append((span, annotation.clauses[0]))
    for words, places in unread.items():
        span, clause = places[0]
        times = f"（共 {len(places)} 处）" if len(places) > 1 else ""
        yield Issue(f"标注中有未识别的文字：{words}{times}", span.start, span.end, clause)
    if said:
        span, clause = said[0]
        shown = first_of([analysis.document.quote(one.start, one.end) for one, _ in said], _MOST_SHOWN, "；")
        message = f"标注里有 {len(said)} 处写了单位各做什么，表里只列单位：{shown}"
        yield Issue(message, span.start, span.end, clause, "note")


def _stretches(analysis: Analysis) -> Iterator[tuple[Span, Annotation]]:
    """What was not read of the annotations, each once: one with several time limits stands there once for each."""
    told: set[Span] = set()
    for annotation in analysis.annotations:
        if annotation.basis == "inherited":
            continue
        for span in annotation.unread:
            if span not in told:
                told.add(span)
                yield span, annotation


CHECK = Check(
    "unread-words",
    "标注未读全",
    "warning",
    _find,
    why="标注里有没读懂的文字，可能是一个单位，也可能是一条限制。",
    remedy="对照原文；是单位的，用 --register 加进名录。",
    finds=("一、整治河道。（责任单位：市水利局、切实加强统筹协调并按月通报进展情况）\n",),
    passes=("一、整治河道。（责任单位：市水利局、市城管局）\n",),
)
