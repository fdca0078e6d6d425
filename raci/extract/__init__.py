"""Extraction: clauses to annotations, by rules that are data."""

from __future__ import annotations

from raci.extract.annotate import annotate

__all__ = ["annotate"]
