"""What was recognised in pictures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from raci.model import Analysis, Finding

__all__ = ["check"]


def check(analysis: Analysis) -> Iterator[Finding]:
    """One finding of how many assignments come from pictures; and one for each annotation with words in doubt."""
    document = analysis.document
    if not document.ocr:
        return
    read = sum(one.origin == "ocr" for one in analysis.assignments)
    whole = "全部" if read == len(analysis.assignments) else ""
    yield Finding(
        "ocr", "note", f"{whole} {read} 条分工由图片识别（OCR）得来，请对照原件核对".strip(), *document.ocr[0]
    )
    doubted = document.doubted
    for annotation in analysis.annotations:
        if annotation.basis == "inherited":
            continue
        at = bisect_left(doubted, (annotation.start, 0))
        here = []
        while at < len(doubted) and doubted[at].start < annotation.end:
            here.append(doubted[at])
            at += 1
        if here:
            words = "、".join(f"“{document.quote(*span)}”" for span in here)
            message = f"图片识别（OCR）把握不大的字：{words}，请对照原件"
            yield Finding("ocr", "warning", message, annotation.start, annotation.end, annotation.clauses[0])
