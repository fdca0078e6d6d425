"""Groups that a document sets up, and who is in them."""

from __future__ import annotations

from raci.analysis.groups.document import find_groups

__all__ = ["find_groups"]
