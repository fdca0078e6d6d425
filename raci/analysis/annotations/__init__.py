"""Annotations: what the words of a clause say of who does what, found by rules that are data."""

from __future__ import annotations

from raci.analysis.annotations.document import annotate

__all__ = ["annotate"]
