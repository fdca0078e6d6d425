"""What is told of files of one full text: they count once."""

from __future__ import annotations

from collections.abc import Sequence

from raci.cli.streams import talk
from raci.model import Analysis

__all__ = ["say_copies", "say_left_out"]


def say_copies(found: Sequence[Analysis]) -> None:
    """Tells how many documents have the full text of another, and so do not count."""
    from raci.studies.inputs import distinct

    if copies := len(found) - len(distinct(found)):
        talk(f"{copies} 份与别的全文相同，只计一份")


def say_left_out(copies: object) -> None:
    """The same of a table of rows: how many sources were left out with their rows."""
    if copies:
        talk(f"表里 {copies} 个来源的全文与别的相同，它们的行不计")
