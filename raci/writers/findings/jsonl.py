"""Findings as JSON, a line each, by the schema ``finding``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from json import JSONEncoder

from raci.model import Analysis
from raci.views.finding_rows import finding_rows
from raci.writers.findings.finding_format import FindingFormat

__all__ = ["FORMAT", "render"]


def render(analyses: Sequence[Analysis], made_at: datetime) -> bytes:
    """The lines in UTF-8."""
    encode = JSONEncoder(ensure_ascii=False).encode
    lines = (f"{encode(row)}\n" for analysis in analyses for row in finding_rows(analysis))
    return "".join(lines).encode("utf-8", "backslashreplace")


FORMAT = FindingFormat("jsonl", "每处一行 JSON", 20, render, (".jsonl",))
