"""Who belongs to a collective: what the register knows of the places of a document."""

from __future__ import annotations

from raci.register.compiling import Register
from raci.register.name_reading import NameReading, RegisterPlace

__all__ = ["places_of"]


def places_of(reading: NameReading, place: RegisterPlace | None, register: Register) -> tuple[str, ...]:
    """The governments of the places that a collective of places means within ``place``; empty where it means others.

    各市州 of a province are its prefectures, 各县区 of a prefecture its counties.
    """
    if place is None or reading.kind != "collective" or reading.level not in ("city", "county"):
        return ()
    bare = reading.name
    for ending in ("人民政府", "政府"):
        bare = bare.removesuffix(ending)
    if not bare.startswith("各") or set(bare) - set("各设区辖地级以上市州盟县旗区特林自治省、（）()〔〕〈〉<>及和"):
        return ()
    if reading.level == "county" and place.level == "province":
        return ()
    found = register.within(place, reading.level)
    return tuple(f"{one.name}人民政府" for one in found)
