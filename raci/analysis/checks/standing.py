"""Rules that the document sets for itself and that could not be applied."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.annotations.patterns import patterns
from raci.model import Analysis, Finding

__all__ = ["check"]


def check(analysis: Analysis) -> Iterator[Finding]:
    """A finding where leads are told by bold type and the source has none (plain text)."""
    if analysis.document.emphasis:
        return
    bold = [pattern for rule, pattern in patterns().standing if rule.effect == "bold-leads"]
    for quote in analysis.declarations:
        if any(pattern.search(quote) for pattern in bold):
            at = analysis.document.text.find(quote)
            yield Finding(
                "standing",
                "warning",
                f"原文以黑体字标出牵头单位，纯文本里没有字体，牵头单位须对照原件：{quote}",
                at if at >= 0 else None,
                at + len(quote) if at >= 0 else None,
            )
