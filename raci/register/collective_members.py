"""Who belongs to a collective: what the register knows of the places of a document."""

from __future__ import annotations

from raci.register.name_reading import NameReading
from raci.register.places import RegisterPlace
from raci.register.register import Register

__all__ = ["member_governments"]


def member_governments(reading: NameReading, place: RegisterPlace | None, register: Register) -> tuple[str, ...]:
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
