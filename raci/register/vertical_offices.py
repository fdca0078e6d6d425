"""Local offices of central organs: 人行苏州中支, 福建银保监局, 国家税务总局三亚市税务局, 福州海关."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from raci.model.late_patterns import late_pattern
from raci.register.body_id import BodyId
from raci.register.entries import VerticalOffice
from raci.register.folding import fold_name
from raci.register.name_reading import NameReading
from raci.register.office_names import office_name
from raci.register.places import RegisterPlace
from raci.register.prefixes import read_prefix
from raci.register.register import Register

__all__ = ["PlaceDemand", "read_vertical_office"]

_HOW = "垂直管理机构"
_CHINESE = late_pattern(r"[\u4e00-\u9fff]+")
#: how sure the place in the name must be: known to the register; any that looks like one; or no place at all, only a
#: level word or nothing (市税务局)
PlaceDemand = Literal["known", "any", "none"]


@dataclass(frozen=True, slots=True)
class _OfficePlace:
    """The place in the name of an office."""

    text: str = ""
    level: str | None = None
    place: RegisterPlace | None = None
    level_word: str = ""


def read_vertical_office(text: str, register: Register, demand: PlaceDemand) -> NameReading | None:
    """The local office that ``text`` names, where its place is as the demand has it."""
    if text.endswith("海关"):
        customs = register.patterns["vertical.customs"].find(text)
        return _customs(text, customs, register) if customs else None
    bank = register.patterns["vertical.bank"]
    if demand == "none" and (match := bank.find(text)):
        word = match["word"]
        return NameReading(
            name=text,
            kind="vertical",
            canonical=f"{word}人民银行",
            level=register.level_words[word],
            prefix=word,
            stem="人民银行",
            body=BodyId.parse(bank.body),
            level_word=word,
            how=_HOW,
        )
    # for all demands alike, so that it is enough to look once, with the first that is tried
    branch = _customs_branch(text, register) if demand == "known" else None
    if branch is not None:
        return branch
    if text.endswith(register.vertical_endings):
        for office in register.verticals:
            if office.place != "alone" and text.endswith(office.endings):
                reading = _read_office(text, office, register, demand)
                if reading is not None:
                    return reading
    return _field_office(text, register) if demand == "any" else None


def _read_office(text: str, office: VerticalOffice, register: Register, demand: PlaceDemand) -> NameReading | None:
    """The name as one of this office."""
    for org in office.orgs:
        if text.startswith(org) and len(text) > len(org):
            reading = _after_org(text, text[len(org) :], office, register, demand)
            if reading is not None:
                return reading
    stray_level = demand != "none" and register.patterns["vertical.stray-level"].holds(text)
    if stray_level and text[1:].startswith(office.org):
        return _read_office(text[1:], office, register, "known")
    return _without_org(text, office, register, demand)


def _after_org(
    text: str, rest: str, office: VerticalOffice, register: Register, demand: PlaceDemand
) -> NameReading | None:
    """A name that begins with the central organ's: 国家税务总局三亚市税务局."""
    for tail in office.tails:
        if not rest.endswith(tail):
            continue
        place = _read_place(rest.removesuffix(tail), register)
        if place is not None and (place.text or office.seat == "national" or demand == "none"):
            return _reading(text, office, place, register, with_org=True)
    return None


def _without_org(text: str, office: VerticalOffice, register: Register, demand: PlaceDemand) -> NameReading | None:
    """A name without the central organ's: 福建银保监局, 市税务局."""
    for tail in office.local:
        place = _read_place(text.removesuffix(tail), register) if text.endswith(tail) else None
        if place is None:
            continue
        bare = bool(place.level_word) or not place.text
        if demand == "none":
            if bare:
                return _reading(text, office, place, register, with_org=False)
        elif (demand == "known" and place.level_word and register.patterns["vertical.branch"].holds(tail)) or (
            not bare
            and (place.place or place.level or demand == "any")
            and not _is_local(tail, office, place, register)
        ):
            return _reading(text, office, place, register, with_org=False)
    return None


def _is_local(tail: str, office: VerticalOffice, place: _OfficePlace, register: Register) -> bool:
    """Whether it is the place's own bureau: 厦门市金融监管局; the central organ's has the place without 市."""
    if office.place != "short" or place.place is None or place.text != place.place.name:
        return False
    return fold_name(tail) in register.bodies.local


def _read_place(text: str, register: Register) -> _OfficePlace | None:
    """The place before an office's ending; None where the text cannot be one."""
    if not text:
        return _OfficePlace()
    prefix = read_prefix(text, register)
    if prefix is not None and not prefix.organ:
        return _OfficePlace(prefix.text, prefix.level, prefix.place, prefix.level_word)
    counties = register.places.counties.get(text, ())
    if len(counties) == 1:
        return _OfficePlace(text, place=counties[0])
    patterns = register.patterns
    if not 2 <= len(text) <= 6 or patterns["vertical.level-start"].holds(text):
        return None
    if patterns["vertical.not-a-place"].holds(text):
        return None
    return _OfficePlace(text) if counties or not patterns["vertical.level-end"].holds(text) else None


def _reading(
    text: str, office: VerticalOffice, place: _OfficePlace, register: Register, *, with_org: bool
) -> NameReading:
    local = office.local[0] if office.local else office.tail
    if place.level_word and not with_org:
        # 市税务局: which place is not said, and the central organ's name before it would be no name
        canonical = f"{place.text}{local}" if office.org_when else f"{office.org}{place.text}{office.tail}"
    elif not place.text and not with_org:
        canonical = local if office.org_when else f"{office.org}{office.tail}"
    else:
        canonical = office_name(office, place.text, place.place, register)
    head_office = office.seat == "national" and not place.text
    return NameReading(
        name=text,
        kind="vertical",
        canonical=canonical,
        level="national" if head_office else office.level or place.level,
        prefix=place.text,
        stem=office.tail,
        body=BodyId(office.id),
        level_word="" if with_org else place.level_word,
        place=place.place,
        standalone=bool(place.text) and not place.level_word,
        how=_HOW,
        valid_from=office.valid_from,
        valid_to=office.valid_to,
    )


def _customs(text: str, match: re.Match[str], register: Register) -> NameReading | None:
    """A customs house; named by its seat alone."""
    seat = match["place"]
    if register.patterns["vertical.not-a-place"].holds(seat):
        return None
    prefix = read_prefix(seat, register) if seat else None
    return NameReading(
        name=text,
        kind="vertical",
        canonical=f"{seat}海关",
        level=prefix.level if prefix else None,
        prefix=seat,
        stem="海关",
        body=BodyId.parse(register.patterns["vertical.customs"].body),
        level_word=prefix.level_word if prefix else "",
        place=prefix.place if prefix else None,
        how=_HOW,
    )


def _customs_branch(text: str, register: Register) -> NameReading | None:
    """A branch of the customs administration: 海关总署广东分署."""
    pattern = register.patterns["vertical.customs-branch"]
    match = pattern.find(text)
    if not match:
        return None
    place = _read_place(match["place"], register) or _OfficePlace()
    return NameReading(
        name=text,
        kind="vertical",
        canonical=text,
        level=place.level,
        prefix=match["place"],
        stem="分署",
        body=BodyId.parse(pattern.body),
        place=place.place,
        how=_HOW,
    )


def _field_office(text: str, register: Register) -> NameReading | None:
    """An office under a central organ that is named by its seat: 福建海事局, 边检总站."""
    endings = (
        ending for ending in register.field_offices if text.endswith(ending) and 2 <= len(text) - len(ending) <= 10
    )
    ending = next(endings, None)
    if ending is None:
        return None
    seat, office = text.removesuffix(ending), register.field_offices[ending]
    if not _CHINESE.fullmatch(seat) or register.patterns["vertical.not-a-place"].holds(seat):
        return None
    place = _read_place(seat, register)
    if place is None or place.level_word:
        return None
    return NameReading(
        name=text,
        kind=office.kind,
        canonical=f"{place.text}{office.name}",
        level=place.level,
        prefix=place.text,
        stem=office.name,
        body=BodyId("vertical", variant=office.name),
        place=place.place,
        how=_HOW,
    )
