"""Windows: the documents parted by year, level, place or issuer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from raci.config.options.network import NetworkOptions
from raci.model.labels import LEVEL_WORDS
from raci.networks.slice import Slice

__all__ = ["ALL", "Windows", "windows"]

#: the name of the window of all documents
ALL = "全部"


@dataclass(frozen=True, eq=False)
class Windows:
    """The ``slices``: all documents first, then each window in order.

    ``ordered`` says whether the windows follow one another (years, levels), ``unplaced`` counts the documents that are
    in none, as they do not say their year, level, place or issuer (or it is in no period).
    """

    slices: tuple[Slice, ...]
    ordered: bool
    unplaced: int


def windows(whole: Slice, options: NetworkOptions) -> Windows:
    """The windows that are asked for. A document with several issuers stands in the window of each."""
    members: dict[str, set[int]] = {}
    for number, name in _named(whole, options):
        members.setdefault(name, set()).add(number)
    placed = set().union(*members.values())
    names = _in_order(members, options)
    slices = tuple(whole.within(name, frozenset(members[name])) for name in names)
    unplaced = len(whole.numbers - placed) if options.window else 0
    return Windows((whole, *slices), options.window in ("year", "level"), unplaced)


def _named(whole: Slice, options: NetworkOptions) -> list[tuple[int, str]]:
    """The number of each document with the window that it is in."""
    documents = whole.work.documents
    match options.window:
        case "year":
            years = [(number, year) for number, year in enumerate(documents["year"]) if not pd.isna(year)]
            return [(number, name) for number, year in years if (name := _period(int(year), options))]
        case "level":
            return [
                (number, LEVEL_WORDS[level]) for number, level in enumerate(documents["level"]) if level in LEVEL_WORDS
            ]
        case "place":
            return [
                (number, str(place)) for number, place in enumerate(documents["place"]) if not pd.isna(place) and place
            ]
        case "issuer":
            rows, nodes = whole.issuers.rows, whole.issuers.nodes
            return [(int(number), nodes[node].label) for number, node in rows.itertuples(index=False)]
        case _:
            return []


def _period(year: int, options: NetworkOptions) -> str:
    if not options.periods:
        return str(year)
    return next(
        (
            f"{first}-{last}" if first != last else str(first)
            for first, last in options.periods
            if first <= year <= last
        ),
        "",
    )


def _in_order(members: dict[str, set[int]], options: NetworkOptions) -> list[str]:
    if options.window == "level":
        return [word for word in LEVEL_WORDS.values() if word in members]
    if options.window == "year":
        return sorted(members)
    sizes = Counter({name: len(numbers) for name, numbers in members.items()})
    return sorted(members, key=lambda name: (-sizes[name], name))
