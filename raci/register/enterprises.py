"""Enterprises whose brand the register holds: 国铁郑州局集团, 国开行福建省分行, 中国移动福建公司."""

from __future__ import annotations

from raci.register.body_id import BodyId
from raci.register.entries import EnterpriseBrand
from raci.register.name_reading import NameReading
from raci.register.prefixes import NamePrefix, read_prefix
from raci.register.register import Register

__all__ = ["leading_place", "read_enterprise"]

_HOW = "企业名称"
#: a longer text before a branch's ending is a place only where the register knows it
_LONGEST_UNKNOWN_PLACE = 5


def read_enterprise(text: str, register: Register) -> NameReading | None:
    """The enterprise that ``text`` names, or its branch."""
    railway = register.patterns["enterprise.railway"]
    if match := railway.find(text):
        full = f"中国铁路{match['place']}局集团有限公司"
        body = BodyId(railway.body, variant=match["place"])
        return NameReading(name=text, kind="enterprise", canonical=full, stem=full, body=body, how=_HOW)
    if match := register.patterns["enterprise.grid"].find(text):
        return _of_grid(text, match["rest"], "国网", register)
    supply = register.patterns["enterprise.supply"].find(text)
    if supply and text[:1] not in register.level_words:  # 市供电公司 takes its place from the document
        return _of_grid(text, supply["rest"], "", register)
    for brand in register.brands:
        if brand.city_pattern or text.startswith(brand.shorts):
            branch = _branch(text, brand, register)
            if branch is not None:
                return branch
    return _local_branch(text, register)


def _of_grid(text: str, company: str, said: str, register: Register) -> NameReading:
    """A company of the State Grid; ``said`` is 国网 where the name says so."""
    prefix = leading_place(company, register)
    name = _grid_company(company, prefix, register)
    canonical = f"国网{name}" if said else company
    return NameReading(
        name=text,
        kind="enterprise",
        canonical=canonical,
        level=prefix.level if prefix else None,
        prefix=prefix.text if prefix else "",
        stem=canonical,
        body=BodyId(register.patterns["enterprise.grid"].body, variant=name),
        place=prefix.place if prefix else None,
        how=_HOW,
    )


def _local_branch(text: str, register: Register) -> NameReading | None:
    """A branch named place first: 合肥移动公司; with a level alone (市移动公司) the document gives it its place."""
    named = [brand for brand in register.brands if any(short in text for short in brand.shorts)]
    prefix = leading_place(text, register) if named else None  # most names hold no brand, and places take time
    if prefix is None or prefix.level_word:
        return None
    written = next((size for size in range(1, len(text)) if read_prefix(text[:size], register) == prefix), 0)
    rest = text[written:]
    for brand in named:
        for short in brand.shorts:
            if rest.startswith(short) and rest.removeprefix(short) in brand.units:
                return _branch_reading(text, brand, text[:written], prefix, register)
    return None


def _branch(text: str, brand: EnterpriseBrand, register: Register) -> NameReading | None:
    """A branch of a brand, by its full name below a province, or by any of the short forms."""
    match = brand.city_pattern.fullmatch(text) if brand.city_pattern else None
    if match:
        prefix = read_prefix(match["place"], register)
        if prefix is not None and prefix.place is not None:
            return _branch_reading(text, brand, match["place"], prefix, register)
    for short in sorted(brand.shorts, key=len, reverse=True):
        if not text.startswith(short):
            continue
        rest = text.removeprefix(short)
        for unit in sorted(brand.units, key=len, reverse=True):
            if not rest.endswith(unit) or len(rest) == len(unit):
                continue
            written = rest.removesuffix(unit)
            prefix = read_prefix(written, register)
            if prefix is not None or len(written) <= _LONGEST_UNKNOWN_PLACE:
                return _branch_reading(text, brand, written, prefix or NamePrefix(written), register)
    return None


def _branch_reading(
    text: str, brand: EnterpriseBrand, written: str, prefix: NamePrefix, register: Register
) -> NameReading:
    return NameReading(
        name=text,
        kind="enterprise",
        canonical=_branch_name(brand, written, prefix, register),
        level=prefix.level,
        prefix=prefix.text,
        stem=brand.name,
        body=BodyId(brand.id),
        place=prefix.place,
        how=_HOW,
    )


def _branch_name(brand: EnterpriseBrand, written: str, prefix: NamePrefix, register: Register) -> str:
    """A branch's full name by the brand's pattern; with its place as written where the place is not known."""
    pattern, short, full, place = brand.name, written, written, prefix.place
    if place is None and brand.city and prefix.level_word and prefix.level != "province":
        return f"{brand.shorts[0]}{written}分公司"  # whose full name has that of a province, which nobody told
    if place is not None:
        province = register.places.province_of(place)
        if place.level != "province" and brand.city and province is not None:
            pattern = brand.city.replace("{province}", province.short)
        short = place.short if written == place.name else written
        full = place.name if written == place.short else written
    return pattern.replace("{place}", short).replace("{full}", full).replace("{written}", written)


def _grid_company(rest: str, prefix: NamePrefix | None, register: Register) -> str:
    """What follows 国网 in full: 湖南电力 → 湖南省电力有限公司 (北京市电力公司), 长沙公司 → 长沙供电公司."""
    patterns = register.patterns
    power = patterns["enterprise.grid-power"].find(rest)
    supply = patterns["enterprise.grid-supply"].find(rest)
    if prefix is None or not (power or supply):
        return rest.removesuffix("分公司") + "公司" if rest.endswith("供电分公司") else rest
    place = prefix.place
    if power and place is not None and rest[: power.start()] in (place.name, place.short):
        if place.level == "province" and place.name.endswith("市"):
            return f"{place.name}电力公司"
        return f"{place.short if place.name.endswith('自治区') else place.name}电力有限公司"
    if not power and supply and rest[: supply.start()] == prefix.text and not prefix.level_word:
        return f"{place.short if place and place.level == 'city' else prefix.text}供电公司"
    return rest


def leading_place(text: str, register: Register) -> NamePrefix | None:
    """The longest place or level word at the start of a name."""
    shortest_rest = 1 if text.endswith("局") else 2
    shortest = 2 if register.patterns["prefix.matter"].holds(text) else 1
    for size in range(min(len(text) - shortest_rest, 8), shortest - 1, -1):
        prefix = read_prefix(text[:size], register)
        if prefix is not None and not prefix.organ and not prefix.zone and (prefix.level_word or prefix.place):
            return prefix
    return None
