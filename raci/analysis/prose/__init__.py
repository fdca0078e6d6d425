"""Duties that sentences tell: who does what, where no bracket, label or table says it."""

from __future__ import annotations

from raci.analysis.prose.document import find_duties

__all__ = ["find_duties"]
