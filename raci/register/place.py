"""A place as a user writes it."""

from __future__ import annotations

from raci.errors import OptionError
from raci.register.book import Register
from raci.register.heads import read_head
from raci.register.values import Context

__all__ = ["context_of"]


def context_of(place: str | None, register: Register) -> Context:
    """The context of a place as a user writes it.

    Raises OptionError where it is no place, or several.
    """
    if not place:
        return Context()
    text = "".join(place.split())
    if text in ("全国", "国家", "中央", "国务院", "中国"):
        return Context(level="national")
    head = read_head(text, register)
    if head is None or not head.named or head.zone:
        raise OptionError(f"不认识的地区：{place}", place="--place", remedy="请写全称，如 甘肃省、甘肃省兰州市")
    if head.place is None and len(head.places) > 1:
        some = "、".join(map(register.path, head.places[:6]))
        raise OptionError(f"有几个{place}：{some}", place="--place", remedy="请连上级地区一起写")
    if head.place is None:
        return Context(level=head.level, place_name=text)
    return Context(head.place, head.place.level)
