"""The places that a title or a text names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from raci.register.places import RegisterPlace
from raci.register.prefixes import read_prefix
from raci.register.register import Register

__all__ = ["NamedPlace", "first_place", "places_named"]

#: how far after a place the place within it is looked for
_NEXT_WITHIN = 12
#: lengths of the short names of provinces and cities, the longest first
_SHORT_SIZES = (4, 3, 2)


class NamedPlace(NamedTuple):
    """A place that a text names in full, and where."""

    start: int
    end: int
    place: RegisterPlace


def first_place(text: str, register: Register) -> RegisterPlace | None:
    """The first place that a title or issuer names in full, with what it names right after (江西省抚州市广昌县).

    Where it names none in full: a province or city called without its level at the very start.
    """
    first = next(places_named(text, register), None)
    if first is None:
        return _short_place(text, register)
    place, end = first.place, first.end
    while True:
        following = next(places_named(text[end : end + _NEXT_WITHIN], register), None)
        if following is None or following.start != 0:
            return place
        prefix = read_prefix(text[first.start : end + following.end], register)
        if prefix is None or prefix.place is None:
            return place
        place, end = prefix.place, end + following.end


def places_named(text: str, register: Register) -> Iterator[NamedPlace]:
    """The places that a text names in full, in order; those that share their name with others are left out."""
    places = register.places
    searched = 0
    for unit in register.patterns["jurisdiction.unit"].expression.finditer(text):
        end = unit.end()
        # most of 省, 市, 县 end no place's name (全省, 各市): a quick look before all lengths are tried
        if text[max(searched, end - 3) : end] not in places.endings:
            continue
        starts = range(max(searched, end - places.longest), end - 2)
        start = next((start for start in starts if text[start:end] in places.named), None)
        if start is None:
            continue
        choices = places.named[text[start:end]]
        choices = tuple(place for place in choices if not place.last_listed) or choices
        if len(choices) == 1:
            yield NamedPlace(start, end, choices[0])
            searched = end


def _short_place(text: str, register: Register) -> RegisterPlace | None:
    """甘肃2024年…方案, 关于兰州…: a province or city called without its level at the very start."""
    for size in _SHORT_SIZES:
        place = register.places.shorts.get(text[:size])
        other_name = register.patterns["jurisdiction.short-not"]
        if place is not None and len(text) > size and not other_name.holds(text[size:]):
            return place
    return None
