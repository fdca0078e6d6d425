"""Whose document it is: its place and level from title, issuer, number, addressees and the names in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from raci.register.compiling import Register
from raci.register.name_reading import LEVELS, NameContext, NameReading, RegisterPlace
from raci.register.prefixes import read_prefix

__all__ = ["find_jurisdiction"]

_NATIONAL = re.compile(
    r"^(?:中共中央|国务院|中央|全国|国家[\u4e00-\u9fff]{2,12}(?:局|委|办|总局|委员会)"
    r"|[\u4e00-\u9fff、 ]{2,30}?部(?:办公厅)?等?[\u4e00-\u9fff]{0,6}?(?:关于|印发))"
)
_NATIONAL_NUMBER = re.compile(r"^(?:国发|国办|国函|中发|中办|厅字)")
_NATIONAL_ADDRESSEES = re.compile(r"各省、?(?:自治区|直辖市)")
_ADDRESSEES = (
    (
        "province",
        re.compile(
            r"^各(?:设区)?市[、（州人各]|^各[州盟]|省(?:人民)?政府|省直|省委|^各地级|^各市[，州]|自治区(?:人民)?政府|自治区直"
        ),
    ),
    ("city", re.compile(r"^各[县区旗]|^各市、县|市(?:人民)?政府各|市直|^各[县区]（")),
    ("county", re.compile(r"^各(?:乡|镇|街道)|县(?:人民)?政府|县直|区直")),
)
_UNIT = re.compile(r"自治区|自治州|自治县|自治旗|地区|特别行政区|[省市县区州盟旗]")
#: what a title has before its place
_BEFORE = re.compile(r"^(?:[\u4e00-\u9fff]{0,30}?(?:关于|印发|转发|《))")


def find_jurisdiction(
    title: str,
    issuer: str | None,
    number: str | None,
    addressees: str | None,
    text: str,
    readings: Iterable[NameReading],
    register: Register,
) -> NameContext:
    """The document's place and level; an empty context where nothing tells."""
    head = " ".join(filter(None, (issuer, title)))
    votes, names = _votes(readings)
    place = _first(title, register) or _first(issuer or "", register)
    if place is None and _is_national(title, issuer, number, addressees, votes):
        return NameContext(level="national")
    unknown = "" if place else _unknown(head, register)
    level = place.level if place else None
    signed = _by_number(number, register)
    if place is None and signed is not None and signed.name.endswith("市"):
        place, level = signed, signed.level  # 沪, 京, 津, 渝 sign for municipalities
    if place is None and unknown:
        found = read_prefix(unknown, register)
        return NameContext(level=found.level if found else None, place_name=unknown)
    if level is None:
        local = bool(number and signed is None and re.match(r"[\u4e00-\u9fff]", number))
        level = _by_addressees(addressees) or _by_votes(votes, local)
    if place is None and level in ("province", "city", "county"):
        place = _frequent(text, names, level, register)
        if place is None and level == "province":
            place = signed
    return NameContext(place, place.level if place else level)


def _votes(readings: Iterable[NameReading]) -> tuple[Counter[str], Counter[str]]:
    votes: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for one in readings:
        if one.kind in ("government", "party") and (one.word or one.level == "national") and one.level:
            votes[one.level] += 1
        if one.place is not None and one.head:
            names[one.place.code] += 1
    return votes, names


def _is_national(
    title: str, issuer: str | None, number: str | None, addressees: str | None, votes: Counter[str]
) -> bool:
    if _NATIONAL.match(title) or _NATIONAL.match(issuer or "") or _NATIONAL_NUMBER.match(number or ""):
        return True
    if addressees and _NATIONAL_ADDRESSEES.search(addressees):
        return True
    total = sum(votes.values())
    return total > 3 and votes["national"] * 2 > total


def _first(text: str, register: Register) -> RegisterPlace | None:
    """The first place that a title or issuer names in full, with what it names right after."""
    found = next(_named(text, register), None)
    if found is None:
        return _short_first(text, register)
    start, end, place = found
    while True:  # 江西省抚州市广昌县
        after = next(_named(text[end : end + 12], register), None)
        if after is None or after[0] != 0:
            break
        head = read_prefix(text[start : end + after[1]], register)
        if head is None or head.place is None:
            break
        place, end = head.place, end + after[1]
    return place


def _named(text: str, register: Register) -> Iterator[tuple[int, int, RegisterPlace]]:
    """The places that a text names in full, in order: start, end, place."""
    at = 0
    for unit in _UNIT.finditer(text):
        end = unit.end()
        # most of 省, 市, 县 end no place's name (全省, 各市): a quick look before all lengths are tried
        if text[max(at, end - 3) : end] not in register.place_ends:
            continue
        for start in range(max(at, end - register.longest), end - 2):
            choices = register.places.get(text[start:end])
            if choices:
                now = [one for one in choices if not one.last_listed] or choices
                if len(now) == 1:
                    yield start, end, now[0]
                    at = end
                break


def _short_first(text: str, register: Register) -> RegisterPlace | None:
    """甘肃2024年…方案, 关于兰州…: a province or city called without its level at the very start."""
    for size in (4, 3, 2):
        place = register.shorts.get(text[:size])
        if place is not None and len(text) > size and text[size] not in "路港湖江山河岛":
            return place
    return None


def _unknown(text: str, register: Register) -> str:
    """A place that the register does not hold, at the start of a title: 青溪县优化营商环境…"""
    match = re.match(r"(?:中共)?([\u4e00-\u9fff]{2,3}(?:省|市|县))(?![场级直政民域委])", text)
    if not match:
        return ""
    head = read_prefix(match[1], register)
    return match[1] if head is not None and head.named and not head.places and not head.zone else ""


def _by_addressees(addressees: str | None) -> str | None:
    text = (addressees or "").strip()
    for level, pattern in _ADDRESSEES:
        if text and pattern.search(text):
            return level
    return None


def _by_votes(votes: Counter[str], local: bool) -> str | None:
    """The highest level that at least a fifth of the names with a level word have.

    ``local``: the document's number is not of a province, so the document is of no province.
    """
    levels = LEVELS[2:] if local else LEVELS
    total = sum(votes[level] for level in levels)
    for level in levels:
        if votes[level] * 5 >= total and votes[level]:
            return level
    return None


def _by_number(number: str | None, register: Register) -> RegisterPlace | None:
    code = register.signs.get((number or "")[:1])
    return register.codes.get(code) if code else None


def _frequent(text: str, names: Counter[str], level: str, register: Register) -> RegisterPlace | None:
    """The place of a level that the text names most, where none comes near."""
    counts: Counter[str] = Counter()
    for _, _, place in _named(f"{text[:5000]}\n{text[-1000:]}", register):
        if place.level == level:
            counts[place.code] += 1
    for code, count in names.items():
        place_named = register.codes.get(code)
        if place_named is not None and place_named.level == level:
            counts[code] += count
    if not counts:
        return None
    (first, most), *rest = counts.most_common(2)
    if most >= 2 and (not rest or most >= 2 * rest[0][1]):
        return register.codes.get(first)
    return None
