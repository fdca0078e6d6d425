"""The clauses that others may stand under while an outline is built, the outermost first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from raci.rules.markers import Marker

__all__ = ["OpenClause", "close_for_heading", "close_for_number"]

#: kinds of numbers down to this level close the open ones of lower levels
_CLOSING_LEVEL = 5


class OpenClause(NamedTuple):
    """A clause that others may stand under: its kind of number, that one's level, and its index.

    ``depth`` is that of a heading by its style, else 0; one without a number has no ``rule``.
    """

    rule: str
    level: int
    clause: int
    depth: int = 0


def close_for_number(opened: list[OpenClause], marker: Marker, depth: int, is_below: Callable[[Marker], bool]) -> None:
    """Close what a number ends: the last clause with one of its kind, and all under it.

    One of a kind that is not open ends those that it never stands under (第一章 after 一、), unless ``is_below`` says
    that it does here. Where the number is that of a heading of some ``depth``, headings without numbers that are no
    higher end as well.
    """
    _close(opened, depth, [place for place, each in enumerate(opened) if not each.rule])
    alike = _alike(opened, marker)
    if alike is not None:
        del opened[alike:]
    elif not is_below(marker):
        while opened and opened[-1].level > marker.level and marker.level <= _CLOSING_LEVEL:
            opened.pop()


def close_for_heading(opened: list[OpenClause], depth: int) -> None:
    """Close what a heading without a number ends: headings that are no higher, and numbers that are no headings."""
    _close(opened, depth, range(len(opened)))
    while opened and opened[-1].level > _CLOSING_LEVEL and not opened[-1].depth:
        opened.pop()


def _close(opened: list[OpenClause], depth: int, places: Iterable[int]) -> None:
    """Close the first of the headings at ``places`` that is no higher than this depth, and all under it."""
    if depth and (first := next((place for place in places if opened[place].depth >= depth), None)) is not None:
        del opened[first:]


def _alike(opened: list[OpenClause], marker: Marker) -> int | None:
    """The place of the last number of a kind; the first number below a heading begins anew."""
    for place in reversed(range(len(opened))):
        if opened[place].rule == marker.rule:
            return place
        if not opened[place].rule and marker.value == 1:
            return None
    return None
