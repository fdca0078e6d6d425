"""verticals.csv, field_offices.csv, enterprises.csv and successions.csv to values."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from raci.model.pattern_codes import compiled
from raci.register.body_id import BodyEnding
from raci.register.csv_tables import CsvRow, read_years
from raci.register.entries import EnterpriseBrand, FieldOffice, SuccessionStep, VerticalOffice

__all__ = ["Brands", "Offices", "Steps", "read_brands", "read_field_offices", "read_steps", "read_verticals"]

_PLACE_FORMS = ("full", "short", "written", "capital", "branch", "alone")
_ORG_WHEN = ("", "placed", "named")
#: how a step may change the place
_STEP_PLACES = frozenset(("capital-only", "county-to-city", "capital-to-province", "province-to-capital"))


class Offices(NamedTuple):
    """The rows of verticals.csv, and their faults."""

    offices: tuple[VerticalOffice, ...]
    faults: tuple[str, ...]


class Brands(NamedTuple):
    """The rows of enterprises.csv, and their faults."""

    brands: tuple[EnterpriseBrand, ...]
    faults: tuple[str, ...]


class Steps(NamedTuple):
    """The steps of succession by duty and by ending of the name (or nothing), and the faults of their rows."""

    steps: Mapping[str, Mapping[str, tuple[SuccessionStep, ...]]]
    faults: tuple[str, ...]


def read_verticals(rows: Iterable[CsvRow]) -> Offices:
    """The local offices of central organs."""
    offices: list[VerticalOffice] = []
    faults: list[str] = []
    for row in rows:
        if row["place"] not in _PLACE_FORMS:
            faults.append(row.fault(f"place 须是 {'、'.join(_PLACE_FORMS)} 之一，现为 {row['place']}"))
        if row["org_when"] not in _ORG_WHEN:
            faults.append(row.fault(f"org_when 须是 placed、named 或空，现为 {row['org_when']}"))
        years = read_years(row)
        faults += years.faults
        office = VerticalOffice(
            id=row["id"],
            org=row["org"],
            orgs=tuple(sorted((row["org"], *row.listed("org_short")), key=len, reverse=True)),
            tail=row["tail"],
            tails=(row["tail"], *row.listed("tail_short")),
            local=tuple(row.listed("local")),
            place=row["place"],
            level=row["level"],
            org_when=row["org_when"],
            seat=row["seat"],
            valid_from=years.valid_from,
            valid_to=years.valid_to,
        )
        offices.append(office)
    return Offices(tuple(offices), tuple(faults))


def read_field_offices(rows: Iterable[CsvRow]) -> dict[str, FieldOffice]:
    """The offices that are named by their seat, by ending, the longest first."""
    offices = [FieldOffice(row["short"], row["name"] or row["short"], row["kind"]) for row in rows]
    return {office.short: office for office in sorted(offices, key=lambda office: -len(office.short))}


def read_brands(rows: Iterable[CsvRow]) -> Brands:
    """The enterprises with branches."""
    brands: list[EnterpriseBrand] = []
    faults: list[str] = []
    for row in rows:
        pattern = None
        try:
            pattern = _city_pattern(row["city"]) if row["city"] else None
        except re.error as error:
            faults.append(row.fault(f"city 不能用来匹配（{error}）"))
        shorts, units = tuple(row.listed("short")), tuple(row.listed("units"))
        brands.append(EnterpriseBrand(row["id"], row["name"], row["city"], shorts, units, pattern))
    return Brands(tuple(brands), tuple(faults))


def _city_pattern(city: str) -> re.Pattern[str]:
    """What the full name of a branch below a province is like."""
    start, _, rest = city.partition("{province}")
    middle, _, end = rest.partition("{place}")
    return compiled(f"{start}[\\u4e00-\\u9fff]{{2,3}}{middle}(?P<place>[\\u4e00-\\u9fff]{{2,8}}){end}")


def read_steps(rows: Iterable[CsvRow], known: Container[str]) -> Steps:
    """The steps of succession; ``known`` holds the ids of all rows of the other tables."""
    steps: dict[str, dict[str, tuple[SuccessionStep, ...]]] = {}
    faults: list[str] = []
    for row in rows:
        before, after = BodyEnding.parse(row["before"]), BodyEnding.parse(row["after"])
        for column, named in (("before", before), ("after", after)):
            if named.body.row not in known:
                faults.append(row.fault(f"{column} {row[column]} 不在名录中"))
        places = frozenset(row.listed("place"))
        if unknown := places - _STEP_PLACES:
            faults.append(row.fault(f"不认识的 place {'、'.join(sorted(unknown))}"))
        if not (row["year"].isdigit() and len(row["year"]) == 4):
            faults.append(row.fault(f"year 须是四位年份，现为 {row['year']}"))
            continue
        scope = frozenset(row.listed("scope"))
        step = SuccessionStep(before, after, int(row["year"]), scope, places, row["note"])
        by_ending = steps.setdefault(str(before.body), {})
        by_ending[before.ending] = (*by_ending.get(before.ending, ()), step)
    return Steps(steps, tuple(faults))
