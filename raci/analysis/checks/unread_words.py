"""Words in an annotation that were not understood."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Span

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each stretch of an annotation that reads neither as a name nor as a time limit; the same words once."""
    told: dict[str, list[tuple[Span, int]]] = {}
    spans: set[Span] = set()  # an annotation with several time limits stands there once for each
    for annotation in analysis.annotations:
        if annotation.basis == "inherited":
            continue
        for span in annotation.unread:
            if span not in spans:
                spans.add(span)
                words = analysis.document.quote(span.start, span.end)
                told.setdefault(words, []).append((span, annotation.clauses[0]))
    for words, places in told.items():
        span, clause = places[0]
        times = f"（共 {len(places)} 处）" if len(places) > 1 else ""
        yield Issue(f"标注中有未识别的文字：{words}{times}", span.start, span.end, clause)


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
