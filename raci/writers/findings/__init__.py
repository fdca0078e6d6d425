"""The forms in which findings are handed out: one module a format, each declared by one ``FORMAT``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from raci.declared import declared
from raci.writers.findings.finding_format import FindingFormat

__all__ = ["FindingFormat", "finding_formats"]


@cache
def finding_formats() -> Mapping[str, FindingFormat]:
    """Name → format, in the order of lists: the ``FORMAT`` of each module here."""
    formats = sorted(declared(__name__, FindingFormat), key=lambda known: known.position)
    return MappingProxyType({known.name: known for known in formats})
