"""The outline: the blocks of a document to a tree of clauses."""

from __future__ import annotations

from raci.analysis.outline.tree import build_outline

__all__ = ["build_outline"]
