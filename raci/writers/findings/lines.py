"""Findings as lines for people: file, place, severity, message, check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from raci.model import Analysis, Finding
from raci.model.findings import SEVERITIES
from raci.writers.findings.finding_format import FindingFormat

__all__ = ["FORMAT", "line_of", "render"]


def line_of(analysis: Analysis, finding: Finding) -> str:
    """文件：位置：级别：说明 [检查项]."""
    document = analysis.document
    place = document.place(finding.start) if finding.start is not None else None
    source = document.source or document.title
    if place is not None and place.file:
        source, place = place.file, place._replace(file=None)
    location = [source, *([str(place)] if place else [])]
    return f"{'：'.join(location)}：{SEVERITIES[finding.severity].word}：{finding.message} [{finding.check}]"


def render(analyses: Sequence[Analysis], made_at: datetime) -> bytes:
    """A line a finding, in UTF-8."""
    lines = (f"{line_of(analysis, finding)}\n" for analysis in analyses for finding in analysis.findings)
    return "".join(lines).encode("utf-8", "backslashreplace")


FORMAT = FindingFormat("table", "每处一行", 10, render, (".txt",))
