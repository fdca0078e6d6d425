"""What a name says in its document: the level left out, the document's own place, national or local."""

from __future__ import annotations

from collections.abc import Iterator

from raci.register.name_reading import STATE_COUNCIL_FORM, NameContext, NameReading
from raci.register.organizations import bureau_of_zone, in_organization, is_shared, may_be_inner
from raci.register.places import RegisterPlace
from raci.register.prefixes import NamePrefix, read_prefix
from raci.register.prefixing import as_local, court_of_level_word, national_body, suits_level, with_prefix
from raci.register.register import Register

__all__ = ["carries_level", "complete_reading"]

_BY_DOCUMENT_PLACE = "按文件所属地区"
_BY_DOCUMENT_LEVEL = "按文件层级"
_BY_NAME_BEFORE = "承前省略层级"
#: kinds that take nothing from the document unless a level word stands before them
_TAKES_NOTHING = ("unknown", "person", "office")


def carries_level(reading: NameReading, context: NameContext, register: Register) -> bool:
    """Whether a name says the level of the names after it: 省工信厅、发改委 are both the province's."""
    if context.organization is not None and may_be_inner(reading, register):
        return False
    if not (reading.level_word or reading.level == "national" or (reading.place and reading.prefix)):
        return False
    if not register.kinds[reading.kind].carries_level:
        return False
    # 商务部、组织部 in a document that is nobody's: no central organ by that alone
    return context.level == "national" or not is_shared(reading.name, register)


def complete_reading(reading: NameReading, context: NameContext, register: Register) -> NameReading:
    """The reading with what its place in the document adds."""
    own = _of_issuer(reading, context, register)
    if own is not None:
        return own
    if reading.kind == "collective":
        members = reading.members or _member_governments(reading, context.place, register)
        return reading._replace(members=members)
    if reading.level_word:
        return _with_document_place(reading, context, register)
    if reading.kind in _TAKES_NOTHING:
        return reading
    if not reading.prefix and not reading.standalone:
        known = context.level or context.place or context.carried
        return _with_level(reading, context, register) if known else reading
    return _disambiguated(reading, context, register)


def _of_issuer(reading: NameReading, context: NameContext, register: Register) -> NameReading | None:
    """A name that means an office of the issuer, or a bureau of the zone whose document it is."""
    if context.organization is None or context.carried is not None:
        return None
    if bureau_of_zone(reading, context.organization, register):
        prefix = NamePrefix(context.organization, zone=True)
        return with_prefix(as_local(reading), prefix, _BY_DOCUMENT_PLACE, register)
    return in_organization(reading, context.organization, register)


def _disambiguated(reading: NameReading, context: NameContext, register: Register) -> NameReading:
    """Of several places of one name the one within the document's; of national and branch what its level means."""
    if reading.candidates and reading.place is None and reading.prefix and context.place is not None:
        for outer in _outwards(context.place, register):
            prefix = read_prefix(f"{outer.name}{reading.prefix}", register)
            if prefix is not None and prefix.place is not None:
                how = f"{reading.how}，{_BY_DOCUMENT_PLACE}"
                return reading._replace(place=prefix.place, candidates=(), how=how)
        return reading
    national = reading.body is not None and reading.body.row in register.bodies.national_ids
    if reading.standalone and not reading.level and national and context.level == "national":
        return reading._replace(level="national", candidates=(), reason="")  # 外汇局, by the State Council itself
    return reading


def _outwards(place: RegisterPlace | None, register: Register) -> Iterator[RegisterPlace]:
    """A place and those above it."""
    while place is not None:
        yield place
        above = register.places.parent(place)
        place = above if above is not None and above.code != place.code else None


def _with_level(reading: NameReading, context: NameContext, register: Register) -> NameReading:
    """A name without level: that named just before it, else the document's."""
    carried = context.carried
    if carried is not None and _takes_level_of(reading, carried, register):
        return _with_carried_level(reading, carried, context, register)
    if context.level == "national" and reading.kind == "judicial":
        return reading  # 中级人民法院 in a law: any
    # 财政厅 is the province's in whatever document
    level = reading.level or context.level
    if level == "national":
        national = national_body(reading, context.year, register)
        return national._replace(how=STATE_COUNCIL_FORM) if national is not None else reading
    local = as_local(reading)
    if level is None or level == "township":
        return reading
    municipal = context.place is not None and context.place.is_municipality
    if not suits_level(local, "city" if municipal else level, register):
        return reading
    return _at_level(local, level, context, register) or reading


def _at_level(local: NameReading, level: str, context: NameContext, register: Register) -> NameReading | None:
    """A local body at the document's place of a level, or at the level alone."""
    place = next((place for place in _outwards(context.place, register) if place.level == level), None)
    if place is not None:
        return with_prefix(local, NamePrefix(place.name, place.level, place), _BY_DOCUMENT_PLACE, register)
    if context.place_name and context.level == level:
        return with_prefix(local, NamePrefix(context.place_name, level), _BY_DOCUMENT_PLACE, register)
    word = register.usual_level_word(level)
    if not word:
        return None
    return with_prefix(local, NamePrefix(word, level, level_word=word), _BY_DOCUMENT_LEVEL, register)


def _with_carried_level(
    reading: NameReading, carried: NameReading, context: NameContext, register: Register
) -> NameReading:
    if carried.level == "national":
        national = national_body(reading, context.year, register)
        return national._replace(how=_BY_NAME_BEFORE) if national is not None else reading
    prefix = NamePrefix(carried.prefix, carried.level, carried.place, carried.level_word)
    completed = with_prefix(as_local(reading), prefix, _BY_NAME_BEFORE, register)
    return _with_document_place(completed, context, register) if completed.level_word else completed


def _takes_level_of(reading: NameReading, carried: NameReading, register: Register) -> bool:
    """Whether a level can be carried into a name: not 省 into a name that only a city's bureau has."""
    if not register.kinds[reading.kind].carries_level:
        return False
    if reading.level and reading.level != carried.level:
        return False
    return carried.level == "national" or suits_level(reading, carried.level, register)


def _with_document_place(reading: NameReading, context: NameContext, register: Register) -> NameReading:
    """A level word with the document's place for it: 省发改委 in a document of 甘肃 is 甘肃省's."""
    word = reading.level_word
    place = _place_of_word(word, context.place, register)
    if place is not None:
        prefix = NamePrefix(place.name, place.level, place)
        return court_of_level_word(reading, with_prefix(reading, prefix, _BY_DOCUMENT_PLACE, register), register)
    own = context.place is None and context.place_name and register.level_words.get(word) == context.level
    if own and context.place_name.endswith(word):
        return with_prefix(reading, NamePrefix(context.place_name, reading.level), _BY_DOCUMENT_PLACE, register)
    return reading


def _place_of_word(word: str, inner: RegisterPlace | None, register: Register) -> RegisterPlace | None:
    """The place that a level word means in documents of ``inner``: that of the word, and 省 for 自治区 too."""
    for place in _outwards(inner, register):
        called = register.level_word_of(place)
        if called == word or (word == "设区市" and place.level == "city") or (word == "师" and called == "师市"):
            return place
        if word == "省" and place.level == "province":
            return place if called == "自治区" else None
    return None


def _member_governments(reading: NameReading, place: RegisterPlace | None, register: Register) -> tuple[str, ...]:
    """The governments of the places that a collective means within ``place``; empty where it means others.

    各市州 of a province are its prefectures, 各县区 of a prefecture its counties.
    """
    if place is None or reading.kind != "collective" or reading.level not in ("city", "county"):
        return ()
    if not register.patterns["set.places"].holds(reading.name):
        return ()
    if reading.level == "county" and place.level == "province":
        return ()
    return tuple(f"{member.name}人民政府" for member in register.places.within(place, reading.level))
