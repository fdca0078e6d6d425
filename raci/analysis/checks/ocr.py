"""What was recognised in pictures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Annotation, Document

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """How many assignments come from pictures; and each annotation with words that were recognised with doubt."""
    document = analysis.document
    if not document.ocr:
        return
    number = sum(assignment.origin == "ocr" for assignment in analysis.assignments)
    whole = "全部" if number == len(analysis.assignments) else ""
    message = f"{whole} {number} 条分工由图片识别（OCR）得来，请对照原件核对".strip()
    yield Issue(message, *document.ocr[0], severity="note")
    for annotation in analysis.annotations:
        if annotation.basis != "inherited" and (words := _doubted_words(document, annotation)):
            message = f"图片识别（OCR）把握不大的字：{'、'.join(words)}，请对照原件"
            yield Issue(message, annotation.start, annotation.end, annotation.clauses[0])


def _doubted_words(document: Document, annotation: Annotation) -> list[str]:
    first = bisect_left(document.doubted, (annotation.start, 0))
    behind = bisect_left(document.doubted, (annotation.end, 0))
    return [f"“{document.quote(*span)}”" for span in document.doubted[first:behind]]


CHECK = Check(
    "ocr",
    "图片识别",
    "warning",
    _find,
    why="图片里认出的字可能认错，尤其是单位名称和数字。",
    remedy="对照原件逐条核对；清楚的扫描件（300 dpi）认得更准。",
    passes=("一、整治河道。（市水利局负责）\n",),
)
