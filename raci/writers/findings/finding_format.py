"""A format of findings as a value: its name, what it is, and the function that renders it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from raci.model import Analysis

__all__ = ["FindingFormat"]


@dataclass(frozen=True, slots=True)
class FindingFormat:
    """A format: ``name`` asks for it, ``suffixes`` are those of its files; ``text`` where a terminal can show it.

    ``render`` makes the findings of analyses one file; it is given the time that a file may state.
    """

    name: str
    description: str
    position: int
    render: Callable[[Sequence[Analysis], datetime], bytes]
    suffixes: tuple[str, ...]
    text: bool = True
