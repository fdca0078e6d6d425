"""What a name says in its place: the level left out, the document's own place, national or local."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.register.collective_members import places_of
from raci.register.compiling import Register
from raci.register.name_reading import LEVEL_WORDS, NameContext, NameReading, RegisterPlace
from raci.register.prefixes import read_prefix
from raci.register.vertical_offices import local_office

__all__ = ["carries_level", "complete_reading", "level_word", "unify_readings"]

_FUNCTIONAL = frozenset(("government", "party", "institution", "mass", "judicial", "legislative", "military"))
_WORDS = {"province": "省", "city": "市", "county": "县"}
#: the courts of the levels
_COURTS = {"province": "高级人民法院", "city": "中级人民法院"}


def unify_readings(readings: Sequence[NameReading]) -> list[NameReading]:
    """The readings of one document with one canonical name for each body: the fullest that was given.

    A short form of several full names (大数据局) means the one that the document spells.
    """
    readings = _spelled(readings)
    fullest: dict[str, NameReading] = {}
    for one in readings:
        if one.id and one.canonical:
            best = fullest.get(one.id)
            if best is None or len(best.canonical or "") < len(one.canonical):
                fullest[one.id] = one
    done = []
    for one in readings:
        best = fullest.get(one.id or "")
        if best is not None and best.canonical != one.canonical:
            one = one._replace(canonical=best.canonical, how=f"{one.how}；与“{best.name}”为同一机构")
        done.append(one)
    return done


def _spelled(readings: Sequence[NameReading]) -> list[NameReading]:
    others: dict[tuple[str, str], dict[str, NameReading]] = {}
    usual: set[str] = set()
    for one in readings:
        family, colon, _ = one.body.partition(":") if not one.body.startswith("party:") else (one.body, "", "")
        if not one.id or not one.canonical or not one.name.endswith(one.tail):
            continue
        if colon and "." in family:
            others.setdefault((family, one.id.partition("@")[2]), {})[one.body] = one
        else:
            usual.add(one.id)
    done = []
    for one in readings:
        found = others.get((one.body, (one.id or "").partition("@")[2]), {})
        if len(found) == 1 and one.id not in usual:
            (full,) = found.values()
            how = f"{one.how}；与“{full.name}”为同一机构"
            one = one._replace(canonical=f"{one.head}{full.tail}", tail=full.tail, body=full.body, how=how)
        done.append(one)
    return done


def level_word(place: RegisterPlace | None, level: str | None) -> str:
    """The word by which a document of that place calls its own bodies: 省, 自治区, 市, 州, 县, 区."""
    if place is None:
        return _WORDS.get(level or "", "")
    for word in ("自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "州", "县", "区", "盟", "旗"):
        if place.name.endswith(word):
            return {"自治州": "州", "自治县": "县", "自治旗": "旗"}.get(word, word)
    return ""


def carries_level(reading: NameReading) -> bool:
    """Whether a name says the level of the names after it: 省工信厅、发改委 are both the province's."""
    if reading.kind not in _FUNCTIONAL:
        return False
    return bool(reading.word) or reading.level == "national" or bool(reading.place and reading.head)


def complete_reading(reading: NameReading, context: NameContext, register: Register) -> NameReading:
    """The reading with what its place in the document adds."""
    if reading.kind == "collective":
        return reading._replace(members=reading.members or places_of(reading, context.place, register))
    if reading.kind in ("unknown", "person", "office") and not reading.word:
        return reading
    if not reading.head and not reading.own:
        known = context.level or context.place or context.carried
        return _bare(reading, context, register) if known else reading
    if reading.word:
        return _place_of(reading, context, register)
    if reading.candidates and reading.place is None and reading.head and context.place is not None:
        return _among(reading, context, register)
    if reading.own and not reading.level and reading.body.startswith("n-") and context.level == "national":
        return reading._replace(level="national", candidates=(), reason="")  # 外汇局, by the State Council itself
    return reading


def _among(reading: NameReading, context: NameContext, register: Register) -> NameReading:
    """Of several places of one name the one within the document's."""
    place = context.place
    while place is not None:
        head = read_prefix(f"{place.name}{reading.head}", register)
        if head is not None and head.place is not None:
            return reading._replace(place=head.place, candidates=(), how=f"{reading.how}，按文件所属地区")
        place = register.parent(place)
    return reading


def _bare(reading: NameReading, context: NameContext, register: Register) -> NameReading:
    """A name without level: that named just before it, else the document's."""
    before = context.carried
    if reading.kind in _FUNCTIONAL and before is not None and _fits(reading, before, register):
        if before.level == "national":
            national = _national(reading, context, register)
            if national is not None:
                return national._replace(how="承前省略层级")
            return reading
        local = _local(reading)
        made = _headed(local, before.head, before.level, before.place, before.word, "承前省略层级", register)
        return _place_of(made, context, register) if made.word else made
    level = context.level
    if reading.level and reading.level != level:
        level = reading.level  # 财政厅 is the province's in whatever document
    if level == "national":
        national = _national(reading, context, register)
        return national._replace(how="国务院文件写法") if national is not None else reading
    if level is None or level == "township":
        return reading
    local = _local(reading)
    if not _possible(local, level, register):
        return reading
    place = _at(context.place, level, register)
    if place is not None:
        return _headed(local, place.name, place.level, place, "", "按文件所属地区", register)
    if context.place_name and context.level == level:
        return _headed(local, context.place_name, level, None, "", "按文件所属地区", register)
    word = level_word(None, level)
    return _headed(local, word, level, None, word, "按文件层级", register) if word else reading


def _local(reading: NameReading) -> NameReading:
    # a form of the State Council's (发展改革委) read by itself is the national body; its tail is the local one
    if reading.local:
        return reading._replace(canonical=reading.tail, body=reading.local, local="", candidates=(), reason="",
            valid_from=None, valid_to=None,
        )  # fmt: skip
    return reading


def _headed(
    reading: NameReading,
    head: str,
    level: str | None,
    place: RegisterPlace | None,
    word: str,
    how: str,
    register: Register,
) -> NameReading:
    tail = reading.tail
    if reading.body.startswith("party") and head and not tail.startswith(("委", "党委", "纪", "监察委")):
        tail = f"{'党委' if head.endswith('自治区') else '委'}{tail}"
    body = reading.body
    if body == "fayuan" and tail == "人民法院":
        tail = _COURTS.get(level or "", tail)
    if body.startswith("fayuan.") and tail == _COURTS.get(level or ""):
        body = "fayuan"
    full = f"共青团{head}委员会" if reading.body.startswith("gongqingtuan") else f"{head}{tail}"
    if reading.kind == "vertical" and reading.body == "tax-ju" and place is not None:
        full = f"国家税务总局{head}税务局"
    elif reading.kind == "vertical" and head and not reading.body.startswith("tax"):
        full = local_office(reading.body, head, place, register) or full
    return reading._replace(canonical=full, head=head, tail=tail, body=body, level=level, place=place, word=word,
        how=f"{reading.how}；{how}" if reading.how and reading.how != "国务院文件写法" else how,
    )  # fmt: skip


def _fits(reading: NameReading, before: NameReading, register: Register) -> bool:
    """Whether a level can be carried into a name: not 省 into a name that only a city's bureau has."""
    if before.level == "national":
        return not (reading.level and reading.level != "national")
    if reading.level and reading.level != before.level:
        return False
    return _possible(reading, before.level, register)


def _possible(reading: NameReading, level: str | None, register: Register) -> bool:
    ranks = register.bodies.get((reading.local or reading.body).partition(".")[0])
    if ranks is None or level is None:
        return True
    province = ranks[2][0]
    if level == "province" and province == "厅" and reading.tail.endswith("局"):
        return False
    return not (level in ("city", "county") and reading.tail.endswith("厅"))


def _national(reading: NameReading, context: NameContext, register: Register) -> NameReading | None:
    base = (reading.local or reading.body).partition(".")[0].removeprefix("party:")
    entries = register.of_local.get(base, ())
    if not entries:
        return None
    year = context.year
    if year is not None:
        entries = tuple(one for one in entries if (one.valid_from or 0) <= year <= (one.valid_to or 9999)) or entries
    entry = entries[0]
    return NameReading(
        reading.name, entry.kind, entry.tail, "national", "", entry.tail, entry.body, own=True, how=reading.how,
        plates=reading.plates, valid_from=entry.valid_from, valid_to=entry.valid_to,
    )  # fmt: skip


def _at(place: RegisterPlace | None, level: str | None, register: Register) -> RegisterPlace | None:
    """The place of a level that holds, or is, ``place``."""
    while place is not None and place.level != level:
        above = register.parent(place)
        if above is None or above.level == place.level:
            return None
        place = above
    return place


def _place_of(reading: NameReading, context: NameContext, register: Register) -> NameReading:
    """A level word with the document's place for it: 省发改委 in a document of 甘肃 is 甘肃省's."""
    word, place = reading.word, context.place
    found: RegisterPlace | None = None
    while place is not None:
        if level_word(place, None) == word or (word == "设区市" and place.level == "city"):
            found = place
            break
        if word == "省" and place.level == "province":
            found = place if level_word(place, None) in ("省", "自治区") else None
            break
        above = register.parent(place)
        place = above if above is not None and above.code != place.code else None
    if found is not None:
        made = _headed(reading, found.name, found.level, found, "", "按文件所属地区", register)
        if reading.body == "fayuan" and not re.search("[中高]", reading.name):
            # 市法院 of a municipality is the high court
            rank = _COURTS.get(found.level, "人民法院")
            made = made._replace(canonical=f"{found.name}{rank}", tail=rank)
        elif reading.body == "fayuan" and reading.tail != _COURTS.get(found.level):
            made = made._replace(body="fayuan.zhong")
        return made
    own = context.place is None and LEVEL_WORDS.get(word) == context.level and context.place_name
    if own and context.place_name.endswith(word):
        return _headed(reading, context.place_name, reading.level, None, "", "按文件所属地区", register)
    return reading
