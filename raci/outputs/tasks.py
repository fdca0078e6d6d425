"""A piece of work that may be shared out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["Task"]


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work: what it is, and whether another process may do it."""

    arguments: tuple[Any, ...]  # Any: what the function takes that does the work
    movable: bool = True
