"""What stands before a body's own name: places, a level word, 政府 or 委."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from raci.register.places import LEVELS, RegisterPlace
from raci.register.register import Register

__all__ = ["NamePrefix", "Organ", "ends_like_zone", "read_prefix"]

#: whose organ the body is, where the prefix says so: 政府 or 委
Organ = Literal["", "government", "committee"]


@dataclass(frozen=True, slots=True)
class NamePrefix:
    """The part before a body's name. ``text`` has the places as they are called in full where that is known.

    ``level_word`` is the level word where there is nothing else; ``named``: it holds a place's name; ``short``: the
    place is named without its level word; ``zone``: it is a zone's name; ``places``: all that the name may mean.
    """

    text: str = ""
    level: str | None = None
    place: RegisterPlace | None = None
    level_word: str = ""
    named: bool = False
    short: bool = False
    organ: Organ = ""
    zone: bool = False
    places: tuple[RegisterPlace, ...] = ()


def ends_like_zone(text: str, register: Register) -> bool:
    """Whether a text ends like the name of a zone."""
    return register.patterns["zone.name"].holds(text)


def read_prefix(text: str, register: Register) -> NamePrefix | None:
    """The prefix that ``text`` is, all of it; None where it is none."""
    text = text.removeprefix("中国共产党").removeprefix("中共")
    if not text:
        return NamePrefix()
    organs: tuple[Organ, ...] = ("government", "committee")
    for organ in organs:
        match = register.patterns[f"prefix.{organ}"].find(text)
        prefix = _read_places(match["place"], register) if match else None
        if prefix is not None:
            return replace(prefix, organ=organ)
    if text == "地":  # 地委组织部 is read by ``party_organs``
        return None
    return _read_places(text, register)


def _read_places(text: str, register: Register) -> NamePrefix | None:
    """A level word, several of them, or a place with those above it."""
    if text in register.level_words:
        return NamePrefix(text, register.level_words[text], level_word=text)
    several = register.patterns["prefix.several"].find(text)
    if several:
        return NamePrefix(text, register.level_words[several["word"]], named=True)
    return _Descent(register).read(text)


class _Descent:
    """Reading places from the outermost inwards: 甘肃省兰州市榆中县."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._outer: RegisterPlace | None = None  # where the places read so far lead
        self._read = ""  # these places in full

    def read(self, text: str) -> NamePrefix | None:
        """The prefix that ``text`` is; None where something in it is no place."""
        rest = text
        while rest:
            if self._outer and len(rest) == 1 and rest in self._register.level_words:
                return None
            name = self._full_name(rest)
            if not name:
                prefix = self._last(rest)
                if prefix is not None:
                    return prefix
                short = self._leading_province(rest)
                if not short:
                    return None
                rest = rest[len(short) :]
                continue
            prefix = self._enter(name)
            rest = rest[len(name) :]
            if prefix is None or not rest:
                return prefix
        return None

    def _full_name(self, text: str) -> str:
        """The longest full name of a place at the start of ``text``."""
        places = self._register.places
        unit = self._register.patterns["prefix.unit"]
        for size in range(min(len(text), places.longest), 1, -1):
            name = text[:size]
            if name in places.named and (size > 2 or size == len(text) or unit.holds(name)):
                return name
        return ""

    def _enter(self, name: str) -> NamePrefix | None:
        """Go on within a place named in full; None where it does not lie within the place before it."""
        choices = self._register.places.named[name]
        outer = self._outer
        if outer:
            inside = tuple(place for place in choices if place.is_within(outer))
            if not inside and LEVELS.index(choices[0].level) <= LEVELS.index(outer.level):
                return None
            choices = inside or choices
        choices = tuple(place for place in choices if not place.last_listed) or choices
        top = min((LEVELS.index(place.level) for place in choices), default=3)
        choices = tuple(place for place in choices if LEVELS.index(place.level) == top)
        self._outer = choices[0] if len(choices) == 1 else None
        self._read += self._outer.name if self._outer else name  # 八师石河子市 is called 第八师石河子市 in full
        return NamePrefix(self._read, LEVELS[top], self._outer, named=True, places=choices)

    def _last(self, text: str) -> NamePrefix | None:
        """What the rest is, where it is the last part: a short name, a zone, an unknown place."""
        register, outer = self._register, self._outer
        full = self._read + text
        short = register.places.shorts.get(text)
        if short is not None and text != short.name and (outer is None or short.code.startswith(outer.code_prefix)):
            level = short.level if short.level == "province" else None
            return NamePrefix(full, level, short, named=True, short=True, places=(short,))
        if outer is not None and outer.level == "province" and text in register.level_words:
            return None
        if ends_like_zone(text, register):
            return NamePrefix(full, named=True, zone=True)
        shortened = self._shortened(text)
        if shortened is not None:
            return NamePrefix(full, shortened.level, shortened, named=True, places=(shortened,))
        match = register.patterns["prefix.unknown-place"].find(text)
        if match and len(text) <= 8 and not register.patterns["place.not"].holds(text[:-1]):
            return NamePrefix(full, register.level_words[match["word"]], named=True)
        return None

    def _leading_province(self, text: str) -> str:
        """A short province before the next place (甘肃兰州市), which is entered; single characters (甘) are not."""
        if self._outer is not None:
            return ""
        for size in range(min(len(text) - 1, 4), 1, -1):
            place = self._register.places.shorts.get(text[:size])
            if place is not None and place.level == "province":
                self._outer, self._read = place, place.name
                return text[:size]
        return ""

    def _shortened(self, text: str) -> RegisterPlace | None:
        """An autonomous place by its short name and a level word: 凉山州, 广西区, 禄劝县; None where unsure."""
        match = self._register.patterns["prefix.shortened"].find(text)
        if not match:
            return None
        places, outer = self._register.places, self._outer
        ending = f"自治{match['unit']}"
        above = places.shorts.get(match["short"])
        choices: tuple[RegisterPlace, ...] = () if above is None else (above,)
        if self._register.level_words.get(ending) not in ("province", "city"):
            choices = places.counties.get(match["short"], ())
        choices = tuple(
            place
            for place in choices
            if place.name.endswith(ending) and (outer is None or place.code.startswith(outer.code_prefix))
        )
        return choices[0] if len(choices) == 1 else None
