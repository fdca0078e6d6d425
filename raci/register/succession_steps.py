"""One step of succession: the body that takes over, with its name, ending and place.

A step may say how the place changes (successions.csv): ``capital-only`` (only offices of provinces and their seats that
are written without a level word take it), ``county-to-city`` and ``capital-to-province`` (the office above takes
over), ``province-to-capital`` (the new office is named by the province's seat).
"""

from __future__ import annotations

from raci.register.body_id import BodyId
from raci.register.entries import BodyEntry, BodyRow, SuccessionStep, VerticalOffice
from raci.register.name_reading import NameReading
from raci.register.office_names import official_place
from raci.register.places import RegisterPlace
from raci.register.register import Register

__all__ = ["take_step"]

_HOW = "机构改革"
#: level → its place in the usual endings of a body (``BodyRow.ranks``)
_RANK = {"province": 0, "city": 1, "county": 2, "township": 2}
_CITY_RANK = 1


def take_step(reading: NameReading, step: SuccessionStep, register: Register) -> NameReading | None:
    """The body that does by ``step`` what ``reading`` did; None where the step does not concern it."""
    after = step.after.body
    national = register.bodies.national_ids.get(after.row)
    if national is not None:
        return _national(reading, national)
    office = register.vertical(after.row)
    if office is not None:
        return _vertical(reading, step, office, register)
    row = register.row_of(after)
    if row is None:
        return None
    if after.is_party:
        return _party_organ(reading, step, row, register)
    return _local_body(reading, step, row, register)


def _national(reading: NameReading, entry: BodyEntry) -> NameReading:
    return NameReading(
        name=reading.name,
        kind=entry.kind,
        canonical=entry.stem,
        level="national",
        stem=entry.stem,
        body=entry.body,
        how=_HOW,
        valid_from=entry.valid_from,
        valid_to=entry.valid_to,
    )


def _vertical(
    reading: NameReading, step: SuccessionStep, office: VerticalOffice, register: Register
) -> NameReading | None:
    """A local office of a central organ."""
    place = reading.place
    if "capital-only" in step.place and not _is_short_capital(place, reading.prefix):
        return None
    if office.place == "alone":
        return _named_by_seat(reading, step, office, register)
    if place is None and not reading.prefix:
        place = _seat_of(reading.body, register)
    place = _place_above(place, step, register)
    written = official_place(office, place.name, place, register) if place is not None else reading.prefix
    canonical = f"{office.org}{written}{office.tail}"
    if office.org_when and (reading.level_word or not reading.prefix):
        canonical = f"{reading.prefix}{office.tail}"
    return reading._replace(
        kind="vertical",
        canonical=canonical,
        prefix=written,
        stem=office.tail,
        body=BodyId(office.id),
        place=place,
        valid_from=office.valid_from,
        valid_to=office.valid_to,
        how=_HOW,
    )


def _is_short_capital(place: RegisterPlace | None, prefix: str) -> bool:
    return place is not None and (place.is_capital or place.level == "province") and prefix == place.short


def _seat_of(body: BodyId | None, register: Register) -> RegisterPlace | None:
    """The place of an office that is meant where none is written: 中国人民银行营业管理部 was Beijing's."""
    office = None if body is None or body.unit else register.vertical(body.row)
    return register.places.codes.get(office.seat) if office is not None else None


def _place_above(place: RegisterPlace | None, step: SuccessionStep, register: Register) -> RegisterPlace | None:
    """The place whose office takes over."""
    if place is not None and "county-to-city" in step.place and place.level == "county":
        place = register.places.parent(place) or place
    if place is not None and "capital-to-province" in step.place and place.is_capital:
        place = register.places.parent(place) or place
    return place


def _named_by_seat(
    reading: NameReading, step: SuccessionStep, office: VerticalOffice, register: Register
) -> NameReading:
    """An office that is named by its seat alone, which the step may name: 青岛海关."""
    seat, place = step.after.body.variant, reading.place
    if not seat and place is not None and place.level == "province" and "province-to-capital" in step.place:
        place = register.places.codes.get(f"{place.code_prefix}0100", place)
    name = seat or (place.short if place else reading.prefix)
    return reading._replace(
        canonical=f"{name}{office.tail}",
        stem=office.tail,
        body=BodyId(office.id),
        prefix=seat or reading.prefix,
        level=None,
        place=place,
    )


def _party_organ(reading: NameReading, step: SuccessionStep, row: BodyRow, register: Register) -> NameReading:
    """An organ of the Party, with 委 before its name where it takes it."""
    committee = register.committee_of(reading.prefix) if reading.prefix and row.takes_committee else ""
    stem = f"{committee}{row.name}"
    return reading._replace(
        kind="party",
        canonical=f"{reading.prefix}{stem}",
        stem=stem,
        body=step.after.body,
        how=_HOW,
        valid_from=step.year,
        valid_to=None,
    )


def _local_body(reading: NameReading, step: SuccessionStep, row: BodyRow, register: Register) -> NameReading:
    """A body of bodies.csv, with the ending that the step says or that is usual at the level."""
    ending = _lasting_ending(reading, register) or step.after.ending or _usual_ending(reading, row)
    suffix = register.suffixes.get(ending)
    stem = f"{row.name}{ending}"
    return reading._replace(
        kind=row.kind,
        canonical=f"{reading.prefix}{stem}",
        stem=stem,
        body=BodyId(step.after.body.row, suffix.code if suffix else ending),
        how=_HOW,
        valid_from=step.year,
        valid_to=None,
    )


def _lasting_ending(reading: NameReading, register: Register) -> str:
    """The ending that a body keeps whatever it becomes: 支队."""
    lasting = (suffix.suffix for suffix in register.suffixes.values() if suffix.lasting)
    return next((ending for ending in lasting if reading.stem.endswith(ending)), "")


def _usual_ending(reading: NameReading, row: BodyRow) -> str:
    """The usual ending at the level; municipalities call their bodies as cities do (上海市生态环境局)."""
    municipality = reading.level == "province" and reading.prefix.endswith("市")
    rank = _CITY_RANK if municipality else _RANK.get(reading.level or "", _CITY_RANK)
    return row.ranks[rank] or row.suffix
