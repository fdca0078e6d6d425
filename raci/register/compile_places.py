"""places.csv, place_changes.csv and corps.csv to indexes of the places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from raci.register.csv_tables import CsvRow
from raci.register.places import LEVELS, RegisterPlace
from raci.register.register import PlaceIndex

__all__ = ["IndexedPlaces", "index_places"]


class IndexedPlaces(NamedTuple):
    """The places, and the faults of their rows."""

    places: PlaceIndex
    faults: tuple[str, ...]


def index_places(rows: Iterable[CsvRow], changes: Iterable[CsvRow], corps: Iterable[CsvRow]) -> IndexedPlaces:
    """The places of the rows, with what the changes say of them, and the divisions of the Corps of Xinjiang.

    Rows with faults are left out and reported.
    """
    named: dict[str, list[RegisterPlace]] = {}
    codes: dict[str, RegisterPlace] = {}
    faults: list[str] = []
    successors: list[tuple[CsvRow, tuple[str, ...]]] = []
    changed = {(row["code"], row["name"]): row for row in changes}
    for row in rows:
        place = _place(row)
        if isinstance(place, str):
            faults.append(row.fault(place))
            continue
        change = changed.pop((place.code, place.name), None) if place.last_listed else None
        if change is not None:
            row, place = change, _changed(place, change, faults)
        if any(other.code == place.code for other in named.get(place.name, ())):
            faults.append(row.fault(f"地名重复：{place.name}（{place.code}）"))
            continue
        named.setdefault(place.name, []).append(place)
        successors.append((row, place.successors))
        if not place.last_listed:
            if place.code in codes:
                faults.append(row.fault(f"代码重复：{place.code}"))
            codes[place.code] = place
    faults += (row.fault(f"后继 {code} 不在表中") for row, listed in successors for code in listed if code not in codes)
    faults += (row.fault(f"places.csv 里没有这个旧地名：{row['name']}") for row in changed.values())
    for row in corps:
        place = RegisterPlace(row["code"], row["name"], row["short"], row["level"])
        codes[place.code] = place
        for name in (place.name, *row.listed("also")):
            named.setdefault(name, []).append(place)
    return IndexedPlaces(_indexed({name: tuple(places) for name, places in named.items()}, codes), tuple(faults))


def _place(row: CsvRow) -> RegisterPlace | str:
    """The place of a row, or what is wrong with it."""
    code, last = row["code"], row["last_listed"]
    if not (len(code) == 6 and code.isdigit()):
        return f"code 须是六位数字，现为 {code}"
    if row["level"] not in LEVELS:
        return f"不认识的 level {row['level']}"
    if last and not (last.isdigit() and len(last) == 4):
        return f"last_listed 须是四位年份，现为 {last}"
    successors = (row["successor"],) if row["successor"] else ()
    return RegisterPlace(code, row["name"], row["short"], row["level"], int(last or 0), successors)


def _changed(place: RegisterPlace, change: CsvRow, faults: list[str]) -> RegisterPlace:
    """A former place with the year of its change and what it became; what is wrong with the row goes to ``faults``."""
    year = change["year"]
    if not (year.isdigit() and len(year) == 4):
        faults.append(change.fault(f"year 须是四位年份，现为 {year}"))
        return place
    if not change["source"]:
        faults.append(change.fault("source 不能为空"))
    return place._replace(last_listed=int(year) - 1, successors=tuple(change.listed("successors")))


def _indexed(named: Mapping[str, tuple[RegisterPlace, ...]], codes: Mapping[str, RegisterPlace]) -> PlaceIndex:
    shorts: dict[str, RegisterPlace] = {}
    for place in codes.values():
        if place.level in ("province", "city"):
            shorts.setdefault(place.short, place)
    counties = [place for place in codes.values() if place.level == "county"]
    return PlaceIndex(
        named=named,
        shorts=shorts,
        codes=codes,
        counties=_grouped((place.short, place) for place in counties),
        by_province=_grouped((place.code[:2], place) for place in codes.values()),
        longest=max(map(len, named), default=0),
        endings=frozenset(name[-3:] for name in named),
    )


def _grouped(pairs: Iterable[tuple[str, RegisterPlace]]) -> dict[str, tuple[RegisterPlace, ...]]:
    ordered = sorted(pairs, key=lambda pair: pair[0])
    return {key: tuple(place for _, place in group) for key, group in groupby(ordered, key=lambda pair: pair[0])}
