"""Committees of the Party and their organs: 市委组织部, 省网信办, 市委."""

from __future__ import annotations

from raci.register.body_id import PARTY, BodyId
from raci.register.entries import BodyEntry
from raci.register.folding import fold_name, may_end_with_one
from raci.register.name_reading import NameReading
from raci.register.prefixes import NamePrefix, read_prefix
from raci.register.register import Register

__all__ = ["committee_stem", "read_party_organ"]


def committee_stem(stem: str, prefix: str, body: BodyId, register: Register) -> str:
    """An organ's full name with 委 or 党委 before it, where there is a place and the organ's name takes it."""
    row = register.row_of(body)
    if not prefix or (row is not None and not row.takes_committee):
        return stem
    return f"{register.committee_of(prefix)}{stem}"


def read_party_organ(text: str, register: Register) -> NameReading | None:
    """The committee or organ that ``text`` names."""
    whole = _whole_committee(text, register)
    if whole is not None:
        return whole
    patterns = register.patterns
    if patterns["party.work-committee"].holds(text):
        text = patterns["party.repeated-level"].replace(text, "")
    organ = _organ(text, register)
    if organ is not None:
        return organ
    prefecture = patterns["party.prefecture"]
    if match := prefecture.find(text):
        place = match["place"]
        return NameReading(
            name=text,
            kind="party",
            canonical=text,
            level=prefecture.level,
            prefix=place,
            stem=text.removeprefix(place),
            body=BodyId(PARTY),
            how="党委",
        )
    return _committee(text, register) or _general_office(text, register)


def _whole_committee(text: str, register: Register) -> NameReading | None:
    """中共兰州市委员会 is 兰州市委."""
    match = register.patterns["party.committee-whole"].find(text)
    prefix = read_prefix(match["committee"], register) if match else None
    if prefix is None or prefix.organ != "committee":
        return None
    return _committee_reading(text, prefix, "委")


def _committee(text: str, register: Register) -> NameReading | None:
    match = register.patterns["party.committee"].find(text)
    prefix = read_prefix(match["place"], register) if match else None
    if match is None or prefix is None or prefix.organ or not prefix.text or prefix.zone:
        return None
    return _committee_reading(text, prefix, match["committee"])


def _committee_reading(text: str, prefix: NamePrefix, committee: str) -> NameReading:
    return NameReading(
        name=text,
        kind="party",
        canonical=f"{prefix.text}{committee}",
        level=prefix.level,
        prefix=prefix.text,
        stem=committee,
        body=BodyId(PARTY),
        level_word=prefix.level_word,
        place=prefix.place,
        standalone=prefix.named,
        how="党委",
    )


def _general_office(text: str, register: Register) -> NameReading | None:
    pattern = register.patterns["party.office"]
    match = pattern.find(text)
    prefix = read_prefix(match["place"], register) if match else None
    if match is None or prefix is None or not prefix.text or prefix.organ:
        return None
    office = register.spelled("party-office", match["office"])
    entry = BodyEntry(office, BodyId.parse(pattern.body), PARTY)
    return _organ_reading(text, entry, prefix, committee_stem(office, prefix.text, entry.body, register))


def _organ(text: str, register: Register) -> NameReading | None:
    """An organ of party.csv after its committee, or alone where it is known so; the longest organ first."""
    patterns, bodies = register.patterns, register.bodies
    if not may_end_with_one(text, bodies.party_ends):
        return None
    for position in range(len(text) - 1):
        folded = fold_name(text[position:])
        entry = bodies.party.get(folded)
        if entry is None:
            continue
        before = text[:position]
        prefecture = patterns["party.prefecture"].find(before)
        special = prefecture or patterns["party.work-prefix"].find(before)
        if special:
            level = patterns["party.prefecture"].level if prefecture else None
            prefix = NamePrefix(special["place"], level, named=bool(prefecture))
            return _organ_reading(text, entry, prefix, f"委{entry.stem}")
        prefix_read = read_prefix(before, register)
        if prefix_read is None or prefix_read.organ == "government":
            continue
        if prefix_read.organ != "committee":
            local = bodies.local.get(folded)
            if folded not in bodies.party_alone or (local is not None and local.kind != PARTY):
                continue
        stem = committee_stem(entry.stem, prefix_read.text, entry.body, register)
        return _organ_reading(text, entry, prefix_read, stem)
    return None


def _organ_reading(text: str, entry: BodyEntry, prefix: NamePrefix, stem: str) -> NameReading:
    return NameReading(
        name=text,
        kind="party",
        canonical=f"{prefix.text}{stem}",
        level=prefix.level,
        prefix=prefix.text,
        stem=stem,
        body=entry.body,
        level_word=prefix.level_word,
        place=prefix.place,
        standalone=prefix.named,
        how="构成",
        valid_from=entry.valid_from,
        valid_to=entry.valid_to,
    )
