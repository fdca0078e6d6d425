"""Whose document it is: its place and level from title, issuer, number, addressees and the names in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from raci.register.name_reader import read_name
from raci.register.name_reading import NameContext, NameReading
from raci.register.organizations import find_organization, is_shared
from raci.register.places import LEVELS, RegisterPlace
from raci.register.places_in_text import first_place, places_named
from raci.register.prefixes import read_prefix
from raci.register.register import Register

__all__ = ["DocumentWords", "find_jurisdiction"]

#: levels whose documents have a place
_PLACED_LEVELS = ("province", "city", "county")
#: kinds whose level words say whose document it is
_TELLING_KINDS = ("government", "party")
#: so much of the beginning and of the end is searched for the place that is named most
_BEGINNING, _END = 5000, 1000
#: so much of a text is looked at for its first line
_LONGEST_OPENING = 200
_FIRST_LINES = 3
_FULL_WIDTH = str.maketrans("(),:;", "（），：；")
_CHINESE_START = re.compile(r"[\u4e00-\u9fff]")


class _Votes:
    """What the names of a document say; they are counted when nothing else tells whose it is."""

    def __init__(self, readings: Sequence[NameReading], register: Register) -> None:
        self._readings, self._register = readings, register

    @cached_property
    def levels(self) -> Counter[str]:
        """How often each level."""
        return self._counts[0]

    @cached_property
    def places(self) -> Counter[str]:
        """How often each place, by code."""
        return self._counts[1]

    @cached_property
    def _counts(self) -> tuple[Counter[str], Counter[str]]:
        levels: Counter[str] = Counter()
        places: Counter[str] = Counter()
        for reading in self._readings:
            level, place = reading.level, reading.place
            tells_level = level and (reading.level_word or level == "national") and reading.kind in _TELLING_KINDS
            tells_place = place is not None and reading.prefix
            if not (tells_level or tells_place) or is_shared(reading.name, self._register):
                continue  # 组织部, 安全部: of anybody
            if level and tells_level:
                levels[level] += 1
            if place is not None and tells_place:
                places[place.code] += 1
        return levels, places


@dataclass(frozen=True)
class DocumentWords:
    """What a document says of itself, in simplified characters; ``simplified`` gives those of ``text``.

    It is asked once with the names that all of its words tell, and once with those of its annotations: what stands in
    its words alone is looked for only once.
    """

    title: str
    issuer: str | None
    number: str | None
    addressees: str | None
    text: str
    register: Register
    simplified: Callable[[str], str] = str  # little of a text is looked at

    @cached_property
    def opening(self) -> str:
        """The first line of the text, where it reads like a title that begins with a place; else empty."""
        line = self._start.lstrip().partition("\n")[0].strip()
        return line if self.register.patterns["jurisdiction.opening"].holds(line) else ""

    @cached_property
    def headed_place(self) -> RegisterPlace | None:
        """The place that title or issuer name."""
        return first_place(self.title, self.register) or first_place(self.issuer or "", self.register)

    @cached_property
    def opening_place(self) -> RegisterPlace | None:
        """The place that the first line names."""
        return first_place(self.opening, self.register)

    @cached_property
    def unknown_place(self) -> str:
        """The place of title, issuer or first line that the register does not hold; empty where there is none."""
        headed = _unknown_place(" ".join(filter(None, (self.issuer, self.title))), self.register)
        return headed or _unknown_place(self.opening, self.register)

    @cached_property
    def named_places(self) -> Counter[str]:
        """How often beginning and end of the text name each place, by code."""
        end = max(_BEGINNING, len(self.text) - _END)
        words = self.simplified(f"{self.text[:_BEGINNING]}\n{self.text[end:]}")
        return Counter(named.place.code for named in places_named(words, self.register))

    @property
    def first_lines(self) -> list[str]:
        """The first lines of the text: 附件1 may stand above the title."""
        return [line.strip() for line in self._start.split("\n") if line.strip()][:_FIRST_LINES]

    @cached_property
    def _start(self) -> str:
        return self.simplified(self.text[:_LONGEST_OPENING])


def find_jurisdiction(words: DocumentWords, readings: Sequence[NameReading]) -> NameContext:
    """The document's place and level, and the organization whose it is; an empty context where nothing says."""
    leads = (words.issuer or "", words.title, *words.first_lines)
    organization = find_organization(leads, readings, words.register)
    context = _find_place(words, _Votes(readings, words.register))
    return replace(context, organization=organization) if organization is not None else context


def _find_place(words: DocumentWords, votes: _Votes) -> NameContext:
    """The place and level of the document."""
    register, number = words.register, words.number
    if register.patterns["jurisdiction.national-issuer"].holds(words.issuer or ""):
        return NameContext(level="national")
    place = words.headed_place
    if place is None and _is_national(words, votes):
        return NameContext(level="national")
    signed = _place_of_number(number, register)
    if place is None and signed is not None and signed.is_municipality:
        place = signed  # 沪, 京, 津, 渝 sign for municipalities
    place = place or words.opening_place
    if place is not None:
        return NameContext(place, place.level)
    if words.unknown_place:
        prefix = read_prefix(words.unknown_place, register)
        return NameContext(level=prefix.level if prefix else None, place_name=words.unknown_place)
    # a number that no province signs is not a province's, nor is the document
    local = bool(number and signed is None and _CHINESE_START.match(number))
    level = _level_of_addressees(words.addressees, register)
    level = level or _level_of_issuer(words.issuer, register) or _level_of_votes(votes, local)
    if level in _PLACED_LEVELS:
        place = _most_named(words, votes, level)
        if place is None and level == "province":
            place = signed or _province_in(words.title, register)
    return NameContext(place, place.level if place else level)


def _province_in(title: str, register: Register) -> RegisterPlace | None:
    """The one province that a title calls by its short name: 数字山东行动方案."""
    found = {place.code: place for short, place in register.places.shorts.items() if short in title}
    provinces = [place for place in found.values() if place.level == "province"]
    return provinces[0] if len(provinces) == 1 and len(found) == 1 else None


def _is_national(words: DocumentWords, votes: _Votes) -> bool:
    """Whether it is a document of a national body."""
    evidence = (
        ("national", words.title),
        ("national", words.issuer),
        ("national-number", words.number),
        ("national-addressees", words.addressees),
    )
    if any(words.register.patterns[f"jurisdiction.{name}"].holds(text or "") for name, text in evidence):
        return True
    total = sum(votes.levels.values())
    return total > 3 and votes.levels["national"] * 2 > total


def _unknown_place(text: str, register: Register) -> str:
    """A place that the register does not hold, at the start of a title: 青溪县优化营商环境…"""
    match = register.patterns["jurisdiction.unknown-place"].find(text)
    if not match:
        return ""
    name: str = match["place"]
    prefix = read_prefix(name, register)
    return name if prefix is not None and prefix.named and not prefix.places and not prefix.zone else ""


def _level_of_addressees(addressees: str | None, register: Register) -> str | None:
    # in texts that were run together all of the first paragraph may stand behind the colon
    text = (addressees or "").translate(_FULL_WIDTH).strip().partition("：")[0]
    return register.level_by_pattern("jurisdiction.addressees.", text) if text else None


def _level_of_issuer(issuer: str | None, register: Register) -> str | None:
    """The level that an issuer without a place says: 省商务厅."""
    reading = read_name(issuer, register) if issuer else None
    return reading.level if reading is not None and reading.level_word and reading.kind in _TELLING_KINDS else None


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


def _most_named(words: DocumentWords, votes: _Votes, level: str) -> RegisterPlace | None:
    """The place of a level that the text names most, where no other comes near; a municipality is a city too."""
    counts, codes = words.named_places + votes.places, words.register.places.codes
    places = {code: codes.get(code) for code in counts}
    for code, place in places.items():
        if place is None or not (place.level == level or (level == "city" and place.is_municipality)):
            del counts[code]
    if not counts:
        return None
    (first, most), *others = counts.most_common(2)
    if most >= 2 and (not others or most >= 2 * others[0][1]):
        return codes.get(first)
    return None
