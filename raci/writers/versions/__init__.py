"""The files that a comparison becomes: one module a format, each declared by one ``FORMAT``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from raci.declared import declared
from raci.writers.versions.diff_format import DiffFormat

__all__ = ["DiffFormat", "diff_formats"]


@cache
def diff_formats() -> Mapping[str, DiffFormat]:
    """Name → format, in the order of lists: the ``FORMAT`` of each module here."""
    formats = sorted(declared(__name__, DiffFormat), key=lambda known: known.position)
    return MappingProxyType({known.name: known for known in formats})
