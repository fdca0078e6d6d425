"""Signs that stand before the names of leads, or before a label, a paragraph or a row as bullets."""

from __future__ import annotations

__all__ = ["MARKS"]

MARKS = "*＊★☆▲△◆◇●○◎■□▪❖➢➤►▶→※"
