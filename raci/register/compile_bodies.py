"""bodies.csv, party.csv and national.csv to indexes of names."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from raci.register.body_id import PARTY, BodyId
from raci.register.csv_tables import CsvRow, Years, read_years
from raci.register.entries import BodyEntry, BodyKind, BodyRow, LevelName, NameSuffix
from raci.register.folding import fold_name, name_ends
from raci.register.register import BodyIndex

__all__ = ["IndexedBodies", "index_bodies"]

#: kinds whose bodies may have branches (局 → 分局)
_WITH_BRANCHES = ("government", "vertical")


class IndexedBodies(NamedTuple):
    """The bodies, and the faults of their rows."""

    bodies: BodyIndex
    faults: tuple[str, ...]


class _Names:
    """Names of one table while it is read: no name may mean two bodies."""

    def __init__(self) -> None:
        self.entries: dict[str, BodyEntry] = {}
        self.faults: list[str] = []

    def add(self, row: CsvRow, written: str, entry: BodyEntry) -> None:
        known = self.entries.setdefault(fold_name(written), entry)
        if known.body != entry.body:
            self.faults.append(row.fault(f"名称重复：{written} 已是 {known.body}（{known.stem}）"))


def index_bodies(
    bodies: Iterable[CsvRow],
    party: Iterable[CsvRow],
    national: Iterable[CsvRow],
    suffixes: Mapping[str, NameSuffix],
    kinds: Mapping[str, BodyKind],
) -> IndexedBodies:
    """The bodies of the three tables; rows with faults are left out or taken as far as they go, and reported."""
    local_names, local_rows = _index_local(bodies, suffixes, kinds)
    party_names, party_rows, alone = _index_party(party, local_rows)
    rows = local_rows | party_rows
    national_names, bare_names, of_local = _index_national(national, rows, kinds)
    index = BodyIndex(
        rows=rows,
        local=local_names.entries,
        party=party_names.entries,
        party_alone=alone,
        local_ends=name_ends(local_names.entries),
        party_ends=name_ends(party_names.entries),
        national=national_names.entries,
        national_ids={entry.body.row: entry for entry in national_names.entries.values()},
        national_bare=bare_names.entries,
        national_of_local=of_local,
    )
    names = (local_names, party_names, national_names, bare_names)
    return IndexedBodies(index, tuple(fault for table in names for fault in table.faults))


def _index_local(
    rows: Iterable[CsvRow], suffixes: Mapping[str, NameSuffix], kinds: Mapping[str, BodyKind]
) -> tuple[_Names, dict[str, BodyRow]]:
    names = _Names()
    body_rows: dict[str, BodyRow] = {}
    for row in rows:
        if fault := _refused(row, body_rows, kinds):
            names.faults.append(row.fault(fault))
            continue
        years = read_years(row)
        names.faults += [*years.faults, *map(row.fault, _body_faults(row, suffixes))]
        body_rows[row["id"]] = _body_row(row)
        _add_local(names, row, years, suffixes)
    return names, body_rows


def _index_party(
    rows: Iterable[CsvRow], local_rows: Mapping[str, BodyRow]
) -> tuple[_Names, dict[str, BodyRow], frozenset[str]]:
    names = _Names()
    body_rows: dict[str, BodyRow] = {}
    alone: set[str] = set()
    for row in rows:
        years = read_years(row)
        names.faults += years.faults
        id = f"{PARTY}:{row['id']}"
        if id in body_rows or id in local_rows:
            names.faults.append(row.fault(f"id 重复：{row['id']}"))
            continue
        takes_committee = row["committee"] != "none"
        body_rows[id] = BodyRow(row["name"], PARTY, ranks=(row["name"],) * 3, takes_committee=takes_committee)
        for written, entry in _party_entries(row, id, years):
            names.add(row, written, entry)
            if row["alone"]:
                alone.add(fold_name(written))
    return names, body_rows, frozenset(alone)


def _index_national(
    rows: Iterable[CsvRow], local_rows: Mapping[str, BodyRow], kinds: Mapping[str, BodyKind]
) -> tuple[_Names, _Names, dict[str, tuple[BodyEntry, ...]]]:
    """The names, the bare forms, and the national bodies of the local rows."""
    names, bare_names = _Names(), _Names()
    of_local: dict[str, list[BodyEntry]] = {}
    seen: set[str] = set()
    for row in rows:
        if fault := _refused(row, seen, kinds):
            names.faults.append(row.fault(fault))
            continue
        seen.add(row["id"])
        if row["local"] and row["local"] not in local_rows and f"{PARTY}:{row['local']}" not in local_rows:
            names.faults.append(row.fault(f"local {row['local']} 不在 bodies.csv 或 party.csv 中"))
        years = read_years(row)
        names.faults += years.faults
        body = BodyId.parse(row["id"])
        entry = BodyEntry(row["name"], body, row["kind"], years.valid_from, years.valid_to, national=True)
        for written in (row["name"], *row.listed("also")):
            names.add(row, written, entry)
        for written in row.listed("bare"):
            bare_names.add(row, written, entry)
        if row["local"]:
            of_local.setdefault(row["local"], []).append(entry)
    return names, bare_names, {id: tuple(entries) for id, entries in of_local.items()}


def _refused(row: CsvRow, seen: Container[str], kinds: Mapping[str, BodyKind]) -> str:
    """Why a row cannot be taken at all; empty where it can."""
    if row["id"] in seen:
        return f"id 重复：{row['id']}"
    return "" if row["kind"] in kinds else f"不认识的 kind {row['kind']}"


def _body_row(row: CsvRow) -> BodyRow:
    suffixes = row.listed("suffixes")
    province, city, county = [*row["ranks"].split("|"), "", "", ""][:3]
    by_level: dict[str, LevelName] = {}
    for part in row.listed("by_level"):
        level, _, ranked = part.partition(":")
        name, _, code = ranked.partition(":")
        by_level[level] = LevelName(name, code)
    return BodyRow(
        name=row["name"],
        kind=row["kind"],
        suffix=suffixes[0] if suffixes else "",
        ranks=(province, city, county),
        by_level=by_level,
        around=row["around"],
        several=bool(row["several"]),
    )


def _body_faults(row: CsvRow, suffixes: Mapping[str, NameSuffix]) -> Iterator[str]:
    for suffix in row.listed("suffixes"):
        if suffix not in suffixes:
            yield f"suffixes.csv 里没有 {suffix}"
    if row["place"] not in ("", "written"):
        yield f"place 须是 written 或空，现为 {row['place']}"
    if row["around"] and "{place}" not in row["around"]:
        yield f"around 里要有 {{place}}，现为 {row['around']}"
    for pair in row.listed("also"):
        written, arrow, full = pair.partition(">")
        if not (arrow and written and full):
            yield f"also 须写作 简称>全称，现为 {pair}"
    for part in row.listed("by_level"):
        if part.count(":") != 2:
            yield f"by_level 须写作 层级:全称:编号，现为 {part}"


def _add_local(names: _Names, row: CsvRow, years: Years, suffixes: Mapping[str, NameSuffix]) -> None:
    """The names of a row of bodies.csv: every stem with every ending, and those written out."""
    id, name = row["id"], row["name"]

    def entry(full: str, body: BodyId) -> BodyEntry:
        keeps_place = row["place"] == "written"
        return BodyEntry(full, body, row["kind"], years.valid_from, years.valid_to, keeps_place)

    endings = row.listed("suffixes")
    if row["kind"] in _WITH_BRANCHES:
        endings += [suffixes[ending].branch for ending in endings if ending in suffixes and suffixes[ending].branch]
    stems = [(stem, name) for stem in (name, *row.listed("short"))] + row.spellings("full")
    for stem, full in stems:
        for ending in endings:
            suffix = suffixes.get(ending, NameSuffix(ending, "", ending))
            body = BodyId(id, suffix.code, "" if full == name else full)
            for written in filter(None, (ending, suffix.short)):
                names.add(row, stem + written, entry(full + ending, body))
    for pair in row.listed("also"):
        written, _, full = pair.partition(">")
        if written and full:
            code = next((suffix.code for suffix in suffixes.values() if full == name + suffix.suffix), "")
            # where no ending tells the bodies of one row apart, the whole name does
            named = entry(full, BodyId(id, code) if code else BodyId(id, variant=full))
            names.entries[fold_name(written)] = named
            names.entries.setdefault(fold_name(full), named)


def _party_entries(row: CsvRow, id: str, years: Years) -> Iterator[tuple[str, BodyEntry]]:
    """(spelling, entry) for all names of a row of party.csv."""
    name = row["name"]
    usual = BodyEntry(name, BodyId(id), PARTY, years.valid_from, years.valid_to)
    for written in (name, *row.listed("also")):
        yield written, usual
    for written, full in row.spellings("full"):
        yield written, usual if full == name else replace(usual, stem=full, body=BodyId(id, variant=full))
