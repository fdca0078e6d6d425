"""Rules that the document sets for itself and that could not be applied."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.annotations.applied_declarations import MOST
from raci.analysis.annotations.patterns import patterns
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each sentence that marks leads by bold type, where the source has none (plain text); rules that are too many."""
    if len(analysis.declarations) > MOST:
        yield Issue(f"原文自定的规则（下同之类）有 {len(analysis.declarations)} 条，只用了前 {MOST} 条")
    if analysis.document.emphasis or not analysis.declarations:
        return
    bold = [pattern for rule, pattern in patterns().standing if rule.effect == "bold-leads"]
    for quote in analysis.declarations:
        if any(pattern.search(quote) for pattern in bold):
            start = analysis.document.text.find(quote)
            span = (start, start + len(quote)) if start >= 0 else (None, None)
            yield Issue(f"原文以黑体字标出牵头单位，纯文本里没有字体，牵头单位须对照原件：{quote}", *span)


CHECK = Check(
    "standing",
    "牵头须看原件",
    "warning",
    _find,
    why="原件用黑体字标牵头单位，纯文本里看不出来，牵头就全漏了。",
    remedy="用 Word 或 PDF 原件，或对照原件在工作簿里改。",
    finds=("一、整治河道。（责任单位：市水利局、市城管局，以黑体字标注的为牵头部门，下同）\n",),
    passes=("一、整治河道。（责任单位：市水利局、市城管局，列第一位者为牵头单位，下同）\n",),
)
