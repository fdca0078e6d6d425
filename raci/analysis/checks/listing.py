"""Several things in one message: the first of them, and that there are more."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["first_of"]


def first_of(names: Sequence[str], most: int, mark: str) -> str:
    """The first ``most`` names, parted by ``mark``, with 等 where there are more."""
    return mark.join(names[:most]) + ("等" if len(names) > most else "")
