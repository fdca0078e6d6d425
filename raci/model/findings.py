"""Findings: what needs a human eye."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that needs a human eye. ``check`` is the id of the check, ``severity`` warning or note."""

    check: str
    severity: Literal["warning", "note"]
    message: str
    start: int | None = None
    end: int | None = None
    clause: int | None = None
