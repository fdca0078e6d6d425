"""Names of bodies that the tables hold, after a place or a level: 甘肃省发展改革委, 市教育局, 团省委."""

from __future__ import annotations

from raci.register.body_id import BodyId
from raci.register.entries import BodyEntry, BodyRow
from raci.register.folding import fold_name, may_end_with_one
from raci.register.name_reading import STATE_COUNCIL_FORM, NameReading
from raci.register.prefixes import NamePrefix, read_prefix
from raci.register.register import Register

__all__ = [
    "national_reading",
    "places_as_candidates",
    "read_around_place",
    "read_bare_national",
    "read_body",
    "read_national",
]

#: kinds whose bodies are the country's only where their name says so
_NATIONAL_BY_NAME = ("enterprise", "institution")


def read_national(text: str, register: Register) -> NameReading | None:
    """A body of national.csv by its name or a short form of its own: 国家发展改革委."""
    entry = register.bodies.national.get(fold_name(text))
    return None if entry is None else national_reading(text, entry, register, "中央机构")


def national_reading(text: str, entry: BodyEntry, register: Register, how: str) -> NameReading:
    """What a name says that means a national body."""
    level: str | None = "national"
    if entry.kind in _NATIONAL_BY_NAME and not register.patterns["national.name"].holds(entry.stem):
        level = None
    return NameReading(
        name=text,
        kind=entry.kind,
        canonical=entry.stem,
        level=level,
        stem=entry.stem,
        body=entry.body,
        how=how,
        valid_from=entry.valid_from,
        valid_to=entry.valid_to,
    )


def read_bare_national(text: str, register: Register) -> NameReading | None:
    """A name that the State Council's documents use for the national body, and others for their own."""
    folded = fold_name(text)
    entry = register.bodies.national_bare.get(folded)
    if entry is None:
        return None
    local = register.bodies.local.get(folded)
    return NameReading(
        name=text,
        kind=entry.kind,
        canonical=entry.stem,
        stem=local.stem if local else entry.stem,
        body=entry.body,
        standalone=local is None,
        how=STATE_COUNCIL_FORM,
        candidates=(entry.stem, local.stem) if local else (entry.stem,),
        reason="未写明层级，国务院文件中指中央机构" if local else "",
        local=local.body if local else None,
        valid_from=entry.valid_from,
        valid_to=entry.valid_to,
    )


def read_body(text: str, register: Register) -> NameReading | None:
    """Prefix and body: every way to divide the name, the longest body first."""
    link = register.patterns["name.link-start"]
    local = register.bodies.local
    ends = len(text) - 1 if may_end_with_one(text, register.bodies.local_ends) else 0
    for position in range(ends):
        entry = local.get(fold_name(text[position:]))
        if entry is None or (position and link.holds(text[position:])):
            continue
        prefix = read_prefix(text[:position], register)
        if prefix is not None and prefix.organ != "committee":
            return _entry_reading(text, entry, prefix, "构成" if position else "名称", register)
    return None


def read_around_place(text: str, register: Register) -> NameReading | None:
    """A body whose name has the place inside: 团省委, 民盟云泽市委会."""
    match = register.patterns["body.around-place"].find(text)
    prefix = read_prefix(match["place"], register) if match else None
    if match is None or prefix is None or prefix.organ:
        return None
    body = BodyId.parse(next(row for row, words in match.groupdict().items() if row != "place" and words))
    row = register.row_of(body)
    if row is None:
        return None
    return NameReading(
        name=text,
        kind=row.kind,
        canonical=row.placed(prefix.text),
        level=prefix.level,
        prefix=prefix.text,
        stem=row.stem_after_place,
        body=body,
        level_word=prefix.level_word,
        place=prefix.place,
        standalone=prefix.named,
        how="构成",
    )


def _entry_reading(text: str, entry: BodyEntry, prefix: NamePrefix, how: str, register: Register) -> NameReading:
    """What a name says that has a body of bodies.csv after its prefix."""
    row = register.row_of(entry.body)
    stem, level, body = entry.stem, prefix.level, entry.body
    if row is not None and row.by_level:
        stem, level, body = _ranked(row, entry, prefix)
    if level == "province" and not prefix.text.endswith("市"):
        stem = _of_hall(stem, register)
    if not level and entry.kind == "government":
        level = register.level_of_suffix(stem)
    place_text = prefix.text
    if prefix.short and prefix.place and entry.kind != "vertical" and not entry.keeps_place:
        place_text = place_text.removesuffix(prefix.place.short) + prefix.place.name
    canonical = f"{place_text}{stem}"
    if row is not None and row.around:
        # however it is written, it is one body: 市团委, 团市委
        stem, canonical, body = row.stem_after_place, row.placed(place_text), body._replace(variant="")
    return NameReading(
        name=text,
        kind=entry.kind,
        canonical=canonical,
        level=level,
        prefix=place_text,
        stem=stem,
        body=body,
        level_word=prefix.level_word,
        place=prefix.place,
        standalone=prefix.named,
        how=how,
        candidates=places_as_candidates(prefix, register),
        valid_from=entry.valid_from,
        valid_to=entry.valid_to,
    )


def _of_hall(stem: str, register: Register) -> str:
    """The parts of a bureau that is a 厅 in a province: 公安厅交通警察总队."""
    parents = (parent for parent in register.spellings["province-parent"] if stem.startswith(parent.short))
    parent = next(parents, None)
    return stem if parent is None or stem == parent.short else parent.name + stem.removeprefix(parent.short)


def _ranked(row: BodyRow, entry: BodyEntry, prefix: NamePrefix) -> tuple[str, str | None, BodyId]:
    """Full name, level and id of a body whose name differs from level to level: 省法院 is the high court."""
    stem, level = entry.stem, prefix.level
    if stem == row.name:
        stem = row.stem_at(level) or stem
    elif not prefix.text:
        level = row.level_of(stem) or level
    named_level = row.level_of(stem)
    body = entry.body._replace(suffix="", variant="")
    if named_level is None:
        return stem, level, body
    # 市高级人民法院 is a municipality's, another court than 市中级人民法院; alone, only the province's is known by its
    # level
    if level != named_level or (not prefix.text and level != "province"):
        body = body._replace(suffix=row.by_level[named_level].code)
    return stem, level, body


def places_as_candidates(prefix: NamePrefix, register: Register) -> tuple[str, ...]:
    """The places that an ambiguous prefix may mean, with their codes."""
    if len(prefix.places) < 2:
        return ()
    return tuple(f"{place.code} {register.places.path(place)}" for place in prefix.places[:8])
