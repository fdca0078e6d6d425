"""Words in an annotation that were not understood."""

from __future__ import annotations

from collections.abc import Iterator

from raci.model import Analysis, Finding

__all__ = ["check"]


def check(analysis: Analysis) -> Iterator[Finding]:
    """A finding for each stretch of an annotation that reads neither as a name nor as a time limit."""
    for annotation in analysis.annotations:
        if annotation.basis == "inherited":
            continue
        for span in annotation.unread:
            words = analysis.document.quote(span.start, span.end)
            yield Finding(
                "unread", "warning", f"标注中有未识别的文字：{words}", span.start, span.end, annotation.clauses[0]
            )
