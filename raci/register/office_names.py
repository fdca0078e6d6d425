"""The official names of local offices of central organs."""

from __future__ import annotations

from raci.register.body_id import BodyId
from raci.register.entries import VerticalOffice
from raci.register.places import RegisterPlace
from raci.register.register import Register

__all__ = ["office_name", "official_place", "placed_office_name"]


def office_name(office: VerticalOffice, written: str, place: RegisterPlace | None, register: Register) -> str:
    """The official name of an office at a place that is written so."""
    return f"{office.org}{official_place(office, written, place, register)}{office.tail}"


def placed_office_name(body: BodyId | None, written: str, place: RegisterPlace | None, register: Register) -> str:
    """The name of an office that takes its place from the document; empty where no office of the register is meant.

    Empty too where the official name begins with the organ's only if the name itself says the place.
    """
    office = None if body is None or body.unit else register.vertical(body.row)
    if office is None or (office.org_when == "placed" and place is None) or office.org_when == "named":
        return ""
    return office_name(office, written, place, register)


def official_place(office: VerticalOffice, written: str, place: RegisterPlace | None, register: Register) -> str:
    """The place as the official name of such an office has it."""
    if place is None or office.place == "alone":
        return written
    by_name = written in (place.name, place.short)
    if office.place == "full":
        return place.name if by_name or written == f"{place.short}{place.name[-1]}" else written
    if office.place == "short":
        return place.short if written == place.name and place.level in ("province", "city") else written
    if office.place == "capital":
        return _bank_place(place, register) if by_name else written
    if office.place == "branch" and place.level == "city":
        return _branch_place(written, place, register)
    return written


def _bank_place(place: RegisterPlace, register: Register) -> str:
    """The place of a former central sub-branch of the People's Bank: 兰州, 大同市, 甘孜州."""
    if place.name.endswith("自治州"):
        return f"{place.short}{register.level_word_of(place)}"
    return place.short if place.is_capital or place.level == "province" else place.name


def _branch_place(written: str, place: RegisterPlace, register: Register) -> str:
    """The place of another branch of the People's Bank in a city: 济南 as a seat of regions, 萍乡市, 甘孜州."""
    if place.name.endswith("自治州") and written in (place.name, place.short):
        return f"{place.short}{register.level_word_of(place)}"
    if written != place.short:
        return written
    regional = register.patterns["vertical.regional-seat"].holds(place.short)
    return written if regional or place.is_capital else place.name
