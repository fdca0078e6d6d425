"""The tables compiled to one register: the one that comes with raci, or one of tables that are handed in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from raci.register.compile_bodies import index_bodies
from raci.register.compile_offices import read_brands, read_field_offices, read_steps, read_verticals
from raci.register.compile_places import index_places
from raci.register.csv_tables import COLUMNS, CsvRow, CsvRows, parse_table, raise_faults, read_built_in
from raci.register.entries import BodyKind, EndingSpelling, LevelWord, NameSuffix, VerticalOffice
from raci.register.name_patterns import built_in_patterns
from raci.register.register import BodyIndex, Register

__all__ = ["built_in", "compile_tables"]


@cache
def built_in() -> Register:
    """The register that comes with raci; loaded on first use."""
    return _compile({})[0]


def compile_tables(texts: Mapping[str, str]) -> Register:
    """The register of the given tables (name → CSV text); tables that are not given are those of raci.

    Raises RegisterError that names every fault with file and line.
    """
    register, faults = _compile(texts)
    raise_faults(faults, "机构名录")
    return register


def _compile(texts: Mapping[str, str]) -> tuple[Register, list[str]]:
    """The register, and the faults of its tables in the order of reading."""
    texts = {table: texts.get(table) or read_built_in(table) for table in COLUMNS}
    tables = {table: parse_table(table, text) for table, text in texts.items()}
    kinds = {row["kind"]: _kind(row) for row in tables["kinds"].rows}
    levels = tuple(
        LevelWord(row["word"], row["level"], row["called"], bool(row["usual"]), row["committee"])
        for row in tables["levels"].rows
    )
    suffixes = {row["suffix"]: _suffix(row) for row in tables["suffixes"].rows}
    places = index_places(*(tables[table].rows for table in ("places", "place_changes", "corps")))
    bodies = index_bodies(tables["bodies"].rows, tables["party"].rows, tables["national"].rows, suffixes, kinds)
    verticals = read_verticals(tables["verticals"].rows)
    brands = read_brands(tables["enterprises"].rows)
    steps = read_steps(tables["successions"].rows, _ids(bodies.bodies, verticals.offices))
    register = Register(
        fingerprint=_fingerprint(texts),
        kinds=kinds,
        levels=levels,
        places=places.places,
        bodies=bodies.bodies,
        suffixes=suffixes,
        verticals=verticals.offices,
        field_offices=read_field_offices(tables["field_offices"].rows),
        brands=brands.brands,
        offices=_pairs(tables["offices"].rows),
        zones=_pairs(tables["zones"].rows),
        congress=_pairs(tables["congress"].rows),
        duties=_duties(tables["duties"].rows),
        functions={row["id"]: row["function"] for row in tables["functions"].rows},
        spellings=_spellings(tables["spellings"].rows),
        signs={row["sign"]: row["code"] for row in tables["signs"].rows},
        steps=steps.steps,
        patterns=built_in_patterns(),
        level_words={word.word: word.level for word in levels if word.level},
        vertical_endings=tuple({ending for office in verticals.offices for ending in office.endings}),
    )
    faults = [*_table_faults(tables), *places.faults, *bodies.faults, *verticals.faults, *brands.faults, *steps.faults]
    faults += _unknown_functions(tables["functions"].rows, bodies.bodies)
    return register, faults


def _fingerprint(texts: Mapping[str, str]) -> str:
    return hashlib.sha256("\0".join(texts.values()).encode("utf-8", "surrogatepass")).hexdigest()


def _table_faults(tables: Mapping[str, CsvRows]) -> list[str]:
    return [fault for table in tables.values() for fault in table.faults]


def _ids(bodies: BodyIndex, offices: Iterable[VerticalOffice]) -> frozenset[str]:
    """The ids that a step of succession may name."""
    return frozenset((*bodies.rows, *(office.id for office in offices), *bodies.national_ids))


def _kind(row: CsvRow) -> BodyKind:
    flags = (bool(row[column]) for column in ("carries_level", "has_units", "needs_stem", "compared"))
    return BodyKind(row["kind"], *flags)


def _suffix(row: CsvRow) -> NameSuffix:
    return NameSuffix(row["suffix"], row["short"], row["code"], row["level"], row["branch"], bool(row["lasting"]))


def _unknown_functions(rows: Iterable[CsvRow], bodies: BodyIndex) -> Iterator[str]:
    for row in rows:
        for column in ("id", "function"):
            if row[column] not in bodies.rows:
                yield row.fault(f"{column} 须是 bodies.csv 里的编号，现为 {row[column]}")


def _pairs(rows: Iterable[CsvRow]) -> dict[str, str]:
    return {row["short"]: row["name"] for row in rows}


def _duties(rows: Iterable[CsvRow]) -> dict[str, str]:
    return {written: row["name"] for row in rows for written in (row["name"], row["short"]) if written}


def _spellings(rows: Iterable[CsvRow]) -> dict[str, tuple[EndingSpelling, ...]]:
    by_use: dict[str, list[EndingSpelling]] = {}
    for row in rows:
        by_use.setdefault(row["use"], []).append(EndingSpelling(row["short"], row["name"], row["code"]))
    return {use: tuple(sorted(listed, key=lambda spelling: -len(spelling.short))) for use, listed in by_use.items()}
