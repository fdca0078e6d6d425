"""A place and a date as a user writes them."""

from __future__ import annotations

import re

from raci.errors import OptionError
from raci.register.name_reading import NameContext
from raci.register.prefixes import read_prefix
from raci.register.register import Register

__all__ = ["parse_place", "parse_year"]

#: of the places of one name so many are shown
_MOST_SHOWN = 6


def parse_place(place: str | None, register: Register) -> NameContext:
    """The context of a place as a user writes it.

    Raises OptionError where it is no place, or several.
    """
    if not place:
        return NameContext()
    text = "".join(place.split())
    if register.patterns["place.nation"].holds(text):
        return NameContext(level="national")
    prefix = read_prefix(text, register)
    if prefix is None or not prefix.named or prefix.zone:
        raise OptionError(f"不认识的地区：{place}", place="--place", remedy="请写全称，如 甘肃省、甘肃省兰州市")
    if prefix.place is None and len(prefix.places) > 1:
        paths = "、".join(map(register.places.path, prefix.places[:_MOST_SHOWN]))
        raise OptionError(f"有几个{place}：{paths}", place="--place", remedy="请连上级地区一起写")
    if prefix.place is None:
        return NameContext(level=prefix.level, place_name=text)
    return NameContext(prefix.place, prefix.place.level)


def parse_year(as_of: str | int | None) -> int | None:
    """The year of a date (2026, 2026-01, 2026-01-31).

    Raises OptionError where it is none.
    """
    if as_of is None:
        return None
    match = re.fullmatch(r"((?:19|20)\d\d)(?:-\d{1,2}){0,2}", str(as_of).strip())
    if not match:
        raise OptionError(f"不是日期：{as_of}", place="--as-of", remedy="请写 2026 或 2026-01-31")
    return int(match[1])
