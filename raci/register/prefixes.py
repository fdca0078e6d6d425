"""What stands before a body's own name: places, a level word, 政府 or 委."""

from __future__ import annotations

import re
from dataclasses import dataclass

from raci.register.compiling import Register
from raci.register.name_reading import LEVEL_WORDS, LEVELS, RegisterPlace

__all__ = ["Head", "read_prefix", "zone_name"]

_UNKNOWN = re.compile(r"[\u4e00-\u9fff]{2,7}?(自治州|自治县|自治区|地区|省|市|县|区|州|盟|旗|镇|乡|街道)")
#: 县（区）, 县（市、区）
_SEVERAL = re.compile(r"([市州县区旗])（[市州县区旗、]+）")


@dataclass(frozen=True, slots=True)
class Head:
    """The part before a body's name. ``text`` has the places as they are called in full where that is known."""

    text: str = ""
    level: str | None = None
    place: RegisterPlace | None = None
    word: str = ""  # the level word, where there is nothing else
    named: bool = False  # has a place's name
    short: bool = False  # the place is named without its level word
    organ: str = ""  # 政府, 委, or nothing
    zone: bool = False
    places: tuple[RegisterPlace, ...] = ()  # all that a name may mean


def zone_name(text: str, register: Register) -> bool:
    """Whether a text ends like the name of a zone."""
    return register.patterns["zone.name"].search(text) is not None


def read_prefix(text: str, register: Register) -> Head | None:
    """The head that ``text`` is, all of it; None where it is none."""
    text = text.removeprefix("中国共产党").removeprefix("中共")
    if not text:
        return Head()
    for ending, organ in (("人民政府", "政府"), ("政府", "政府"), ("党委", "委"), ("委", "委")):
        if text.endswith(ending) and len(text) > len(ending):
            head = _places(text.removesuffix(ending), register)
            if head is not None:
                return Head(
                    head.text, head.level, head.place, head.word, head.named, head.short, organ, head.zone, head.places
                )
    if text == "地":  # 地委组织部
        return None
    return _places(text, register)


def _places(text: str, register: Register) -> Head | None:
    if text in LEVEL_WORDS:
        return Head(text, LEVEL_WORDS[text], word=text)
    several = _SEVERAL.fullmatch(text)
    if several:
        return Head(text, LEVEL_WORDS[several[1]], named=True)
    place: RegisterPlace | None = None
    choices: tuple[RegisterPlace, ...] = ()
    done = ""
    at = 0
    while at < len(text):
        rest = text[at:]
        if place and rest in LEVEL_WORDS and len(rest) == 1:
            return None
        found = ""
        for size in range(min(len(rest), register.longest), 1, -1):
            if rest[:size] in register.places and (size > 2 or size == len(rest) or rest[:size][-1] in "市县区州旗省"):
                found = rest[:size]
                break
        if found:
            choices = register.places[found]
            if place:
                inside = tuple(one for one in choices if one.code.startswith(place.stem) and one.code != place.code)
                if not inside and LEVELS.index(choices[0].level) <= LEVELS.index(place.level):
                    return None
                choices = inside or choices
            current = tuple(one for one in choices if not one.last_listed) or choices
            top = min((LEVELS.index(one.level) for one in current), default=3)
            current = tuple(one for one in current if LEVELS.index(one.level) == top)
            place = current[0] if len(current) == 1 else None
            level: str | None = LEVELS[top]
            done += found
            at += len(found)
            if at == len(text):
                return Head(done, level, place, named=True, places=current)
            continue
        short = register.shorts.get(rest)
        if short is not None and rest != short.name:
            inside_ok = place is None or short.code.startswith(place.stem)
            if inside_ok:
                level = short.level if short.level == "province" else None
                return Head(done + rest, level, short, named=True, short=True, places=(short,))
        if place is not None and place.level == "province" and rest in LEVEL_WORDS:
            return None
        if zone_name(rest, register):
            return Head(done + rest, None, None, named=True, zone=True)
        shortened = _shortened(rest, place, register)
        if shortened is not None:
            return Head(done + rest, shortened.level, shortened, named=True, places=(shortened,))
        match = _UNKNOWN.fullmatch(rest)
        if match and not register.patterns["place.not"].search(rest[:-1]) and len(rest) <= 8:
            return Head(done + rest, LEVEL_WORDS[match[1]], None, named=True)
        # an abbreviated province before a level word: 闽, 甘 are not used so; a short province is: 甘肃兰州市
        for size in range(min(len(rest) - 1, 4), 1, -1):
            lead = register.shorts.get(rest[:size])
            if lead is not None and lead.level == "province" and place is None:
                place, done, at = lead, lead.name, at + size
                break
        else:
            return None
    return None


def _shortened(text: str, within: RegisterPlace | None, register: Register) -> RegisterPlace | None:
    """An autonomous place called by its short name and a level word: 凉山州, 广西区, 禄劝县; None where unsure."""
    short, word = text[:-1], text[-1:]
    if len(short) < 2 or word not in ("州", "区", "县", "旗"):
        return None
    above = register.shorts.get(short)
    found = () if above is None else (above,)
    choices = register.counties.get(short, ()) if word in ("县", "旗") else found
    choices = tuple(
        one
        for one in choices
        if one.name.endswith(f"自治{word}") and (within is None or one.code.startswith(within.stem))
    )
    return choices[0] if len(choices) == 1 else None
