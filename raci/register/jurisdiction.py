"""Whose document it is: its place and level from title, issuer, number, addressees and the names in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from raci.register.name_reading import NameContext, NameReading
from raci.register.organizations import find_organization
from raci.register.places import LEVELS, RegisterPlace
from raci.register.places_in_text import first_place, places_named
from raci.register.prefixes import read_prefix
from raci.register.register import Register

__all__ = ["find_jurisdiction"]

#: levels whose documents have a place
_PLACED_LEVELS = ("province", "city", "county")
#: kinds whose level words say whose document it is
_TELLING_KINDS = ("government", "party")
#: so much of the beginning and of the end is searched for the place that is named most
_BEGINNING, _END = 5000, 1000
#: so much of a text is looked at for its first line
_LONGEST_OPENING = 200
_FIRST_LINES = 3
_CHINESE_START = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Votes:
    """What the names of a document say: how often each level, and how often each place (by code)."""

    levels: Counter[str]
    places: Counter[str]


def find_jurisdiction(
    title: str,
    issuer: str | None,
    number: str | None,
    addressees: str | None,
    text: str,
    readings: Sequence[NameReading],
    register: Register,
) -> NameContext:
    """The document's place and level, and the organization whose it is; an empty context where nothing says."""
    votes = _count(readings, register)
    organization = find_organization((issuer or "", title, *_first_lines(text)), readings, register)
    context = _find_place(title, issuer, number, addressees, text, votes, register)
    return replace(context, organization=organization) if organization is not None else context


def _find_place(
    title: str,
    issuer: str | None,
    number: str | None,
    addressees: str | None,
    text: str,
    votes: _Votes,
    register: Register,
) -> NameContext:
    """The place and level of the document."""
    place = first_place(title, register) or first_place(issuer or "", register)
    if place is None and _is_national(title, issuer, number, addressees, votes, register):
        return NameContext(level="national")
    signed = _place_of_number(number, register)
    if place is None and signed is not None and signed.is_municipality:
        place = signed  # 沪, 京, 津, 渝 sign for municipalities
    opening = _opening(text, register)
    place = place or first_place(opening, register)
    if place is not None:
        return NameContext(place, place.level)
    unknown = _unknown_place(" ".join(filter(None, (issuer, title))), register) or _unknown_place(opening, register)
    if unknown:
        prefix = read_prefix(unknown, register)
        return NameContext(level=prefix.level if prefix else None, place_name=unknown)
    # a number that no province signs is not a province's, nor is the document
    local = bool(number and signed is None and _CHINESE_START.match(number))
    level = _level_of_addressees(addressees, register) or _level_of_votes(votes, local)
    if level in _PLACED_LEVELS:
        place = _most_named(text, votes, level, register)
        if place is None and level == "province":
            place = signed
    return NameContext(place, place.level if place else level)


def _count(readings: Iterable[NameReading], register: Register) -> _Votes:
    levels: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for reading in readings:
        if register.patterns["organization.shared"].holds(reading.name):
            continue  # 组织部, 安全部: of anybody
        if reading.kind in _TELLING_KINDS and (reading.level_word or reading.level == "national") and reading.level:
            levels[reading.level] += 1
        if reading.place is not None and reading.prefix:
            places[reading.place.code] += 1
    return _Votes(levels, places)


def _is_national(
    title: str, issuer: str | None, number: str | None, addressees: str | None, votes: _Votes, register: Register
) -> bool:
    """Whether it is a document of a national body."""
    evidence = (
        ("national", title),
        ("national", issuer),
        ("national-number", number),
        ("national-addressees", addressees),
    )
    if any(register.patterns[f"jurisdiction.{name}"].holds(text or "") for name, text in evidence):
        return True
    total = sum(votes.levels.values())
    return total > 3 and votes.levels["national"] * 2 > total


def _first_lines(text: str) -> list[str]:
    """The first lines of a text: 附件1 may stand above the title."""
    return [line.strip() for line in text[:_LONGEST_OPENING].split("\n") if line.strip()][:_FIRST_LINES]


def _opening(text: str, register: Register) -> str:
    """The first line of a text, where it reads like a title that begins with a place; else empty."""
    line = text[:_LONGEST_OPENING].lstrip().partition("\n")[0].strip()
    return line if register.patterns["jurisdiction.opening"].holds(line) else ""


def _unknown_place(text: str, register: Register) -> str:
    """A place that the register does not hold, at the start of a title: 青溪县优化营商环境…"""
    match = register.patterns["jurisdiction.unknown-place"].find(text)
    if not match:
        return ""
    name: str = match["place"]
    prefix = read_prefix(name, register)
    return name if prefix is not None and prefix.named and not prefix.places and not prefix.zone else ""


def _level_of_addressees(addressees: str | None, register: Register) -> str | None:
    text = (addressees or "").strip()
    return register.level_by_pattern("jurisdiction.addressees.", text) if text else None


def _level_of_votes(votes: _Votes, local: bool) -> str | None:
    """The highest level that at least a fifth of the names with a level word have; ``local``: below the province."""
    levels = LEVELS[2:] if local else LEVELS
    total = sum(votes.levels[level] for level in levels)
    frequent = (level for level in levels if votes.levels[level] and votes.levels[level] * 5 >= total)
    return next(frequent, None)


def _place_of_number(number: str | None, register: Register) -> RegisterPlace | None:
    """The province that signs a document's number: 闽政〔2019〕9号."""
    code = register.signs.get((number or "")[:1])
    return register.places.codes.get(code) if code else None


def _most_named(text: str, votes: _Votes, level: str, register: Register) -> RegisterPlace | None:
    """The place of a level that the text names most, where no other comes near; a municipality is a city too."""
    counts: Counter[str] = Counter()
    end = max(_BEGINNING, len(text) - _END)
    for named in places_named(f"{text[:_BEGINNING]}\n{text[end:]}", register):
        counts[named.place.code] += 1
    for code, count in votes.places.items():
        counts[code] += count
    places = {code: register.places.codes.get(code) for code in counts}
    for code, place in places.items():
        if place is None or not (place.level == level or (level == "city" and place.is_municipality)):
            del counts[code]
    if not counts:
        return None
    (first, most), *others = counts.most_common(2)
    if most >= 2 and (not others or most >= 2 * others[0][1]):
        return register.places.codes.get(first)
    return None
