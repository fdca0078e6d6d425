"""Extraction: clauses to annotations, by rules that are data."""

from __future__ import annotations

from raci.analysis.annotations.document import annotate

__all__ = ["annotate"]
