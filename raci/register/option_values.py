"""A place as a user writes it."""

from __future__ import annotations

from raci.errors import OptionError
from raci.register.compiling import Register
from raci.register.name_reading import NameContext
from raci.register.prefixes import read_prefix

__all__ = ["parse_place"]


def parse_place(place: str | None, register: Register) -> NameContext:
    """The context of a place as a user writes it.

    Raises OptionError where it is no place, or several.
    """
    if not place:
        return NameContext()
    text = "".join(place.split())
    if text in ("全国", "国家", "中央", "国务院", "中国"):
        return NameContext(level="national")
    head = read_prefix(text, register)
    if head is None or not head.named or head.zone:
        raise OptionError(f"不认识的地区：{place}", place="--place", remedy="请写全称，如 甘肃省、甘肃省兰州市")
    if head.place is None and len(head.places) > 1:
        some = "、".join(map(register.path, head.places[:6]))
        raise OptionError(f"有几个{place}：{some}", place="--place", remedy="请连上级地区一起写")
    if head.place is None:
        return NameContext(level=head.level, place_name=text)
    return NameContext(head.place, head.place.level)
