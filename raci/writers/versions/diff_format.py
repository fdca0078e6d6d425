"""A format of comparisons as a value: its name, what it is, and the function that renders it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from raci.comparison.series import Series
from raci.comparison.values import Comparison

__all__ = ["DiffFormat", "DiffJob", "SeriesJob"]


@dataclass(frozen=True, slots=True)
class DiffJob:
    """What is rendered: a comparison, whether tasks that only moved are listed, and the time that the file states."""

    comparison: Comparison
    made_at: datetime
    all_pairs: bool = False


@dataclass(frozen=True, slots=True)
class SeriesJob:
    """What is rendered of several versions: these, whether all tasks are listed, and the time that the file states."""

    series: Series
    made_at: datetime
    all_pairs: bool = False


@dataclass(frozen=True, slots=True)
class DiffFormat:
    """A format: ``name`` is its name and the suffix of its files; ``text`` where a terminal can show it."""

    name: str
    description: str
    position: int
    render: Callable[[DiffJob], bytes]
    text: bool = False
