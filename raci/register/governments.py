"""Places' own governments and their general offices: 灵川县政府, 市政府办公室, 青溪镇, 县（市、区）人民政府."""

from __future__ import annotations

import re

from raci.register.body_id import GOVERNMENT, BodyId
from raci.register.body_names import places_as_candidates
from raci.register.entries import EndingSpelling
from raci.register.name_reading import NameReading
from raci.register.prefixes import NamePrefix, read_prefix
from raci.register.register import Register

__all__ = ["read_government"]

_HOW = "地方政府"
#: the codes of the government itself in ids
_SEAT_CODE = "zf"


def read_government(text: str, register: Register) -> NameReading | None:
    """A place's own government, or its general office."""
    match = register.patterns["government.seat"].find(text)
    if not match:
        return _place_alone(text, register)
    if register.patterns["government.town-seat"].holds(match["seat"]):
        return _town(text, match, register)
    return _units(text, match, register) or _of_either(text, match, register) or _of_place(text, match, register)


def _town(text: str, match: re.Match[str], register: Register) -> NameReading | None:
    """A town or a street by its own name: 青溪镇, 桃源街道."""
    before = text[: match.start()]
    if match["office"] or not 2 <= len(before) <= 6 or register.patterns["government.town-not"].holds(before):
        return None
    prefix = read_prefix(text, register)
    return NameReading(
        name=text,
        kind="local_government",
        canonical=before + register.spelled("town", match["seat"]),
        level="township",
        prefix=text,
        body=BodyId(GOVERNMENT),
        how=_HOW,
        place=prefix.place if prefix else None,
    )


def _units(text: str, match: re.Match[str], register: Register) -> NameReading | None:
    """The governments of kinds of places: 县（市、区）人民政府, 市、县政府."""
    before = text[: match.start()]
    patterns = register.patterns
    if not before or not patterns["government.units"].holds(before):
        return None
    if patterns["government.unit-alone"].holds(before):
        return None
    full = before + register.spelled("government", match["seat"])
    return NameReading(
        name=text,
        kind="local_government",
        canonical=full,
        level=register.level_by_pattern("government.units-level.", re.sub(r"[、（）]", "", before)),
        stem=full,
        body=BodyId("set", variant=full),
        how=_HOW,
    )


def _of_either(text: str, match: re.Match[str], register: Register) -> NameReading | None:
    """The government of a place whose kind is left open (云东县（区）人民政府): of either."""
    either = register.patterns["government.either-unit"].find(text[: match.start()])
    if either is None:
        return None
    places = [either["name"] + unit for unit in dict.fromkeys(either["first"] + either["others"].replace("、", ""))]
    seat = register.spelled("government", match["seat"])
    return NameReading(text, reason="没有说是其中哪一种", candidates=tuple(f"{place}{seat}" for place in places))


def _of_place(text: str, match: re.Match[str], register: Register) -> NameReading | None:
    """The government of a place or level, or its general office."""
    before, seat, office = text[: match.start()], match["seat"], match["office"]
    patterns = register.patterns
    stem = register.spelled("government", seat)
    if not before and not office and patterns["government.plain-seat"].holds(seat):
        return NameReading(
            name=text,
            kind="local_government",
            canonical=stem,
            stem=stem,
            body=BodyId(GOVERNMENT),
            standalone=False,
            how=_HOW,
        )
    if patterns["government.street-seat"].holds(seat):
        return NameReading(
            name=text,
            kind="local_government",
            canonical=f"{before}{stem}",
            level="township",
            prefix=before,
            stem=stem,
            body=BodyId(GOVERNMENT),
            how=_HOW,
        )
    prefix = read_prefix(before, register)
    if seat == "办事处" or prefix is None or prefix.organ or prefix.zone or (before and not prefix.text):
        return None
    return _placed(text, prefix, stem, _office(office, prefix.level, register), register)


def _office(written: str | None, level: str | None, register: Register) -> EndingSpelling | None:
    """The general office: that of a province is 办公厅 where only 办 is written."""
    uses = ("province-office", "government-office") if level == "province" else ("government-office",)
    spellings = (spelling for use in uses for spelling in register.spellings[use] if spelling.short == written)
    return next(spellings, None)


def _placed(text: str, prefix: NamePrefix, seat: str, office: EndingSpelling | None, register: Register) -> NameReading:
    stem = f"{seat}{office.name if office else ''}"
    return NameReading(
        name=text,
        kind="government" if office else "local_government",
        canonical=f"{prefix.text}{stem}",
        level=prefix.level,
        prefix=prefix.text,
        stem=stem,
        body=BodyId(GOVERNMENT, office.code if office else _SEAT_CODE),
        level_word=prefix.level_word,
        place=prefix.place,
        standalone=bool(prefix.text) and not prefix.level_word,
        how="地名加政府",
        candidates=places_as_candidates(prefix, register),
    )


def _place_alone(text: str, register: Register) -> NameReading | None:
    """A place that stands for its government: 闵行区, 开鲁县."""
    patterns = ("government.county-name", "government.corps-division")
    known = text in register.places.named or any(register.patterns[each].holds(text) for each in patterns)
    if len(text) < 3 or not known:
        return None
    prefix = read_prefix(text, register)
    corps = prefix is not None and prefix.place is not None and prefix.place.is_corps
    if prefix is None or not prefix.named or prefix.zone or prefix.organ or (prefix.short and not corps):
        return None
    stem = "" if corps else register.spelled("government", "政府")
    return NameReading(
        name=text,
        kind="local_government",
        canonical=f"{prefix.text}{stem}",
        level=prefix.place.level if corps and prefix.place else prefix.level,
        prefix=prefix.text,
        stem=stem,
        body=BodyId(GOVERNMENT, _SEAT_CODE),
        place=prefix.place,
        how="地名",
    )
