"""The register as one value: what the tables hold, indexed by how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from raci.register.csv_tables import CsvRow, RegisterFaults, lines, read_built_in, years
from raci.register.folding import fold_name
from raci.register.name_reading import KINDS, LEVELS, Entry, Own, RegisterPlace, Step

__all__ = ["Brand", "Register", "Vertical", "built_in", "compile_tables"]


@dataclass(frozen=True, slots=True)
class Vertical:
    """Local offices of a central organ: its name, what follows the place, and how both are shortened.

    ``place`` says how the official name has the place: ``full``, ``short``, ``written``, or ``capital`` (seats of
    provinces without 市, other cities with it).
    """

    id: str
    org: str
    orgs: tuple[str, ...]
    tail: str
    tails: tuple[str, ...]
    local: tuple[str, ...]
    place: str
    level: str
    valid_from: int | None
    valid_to: int | None
    ends: tuple[str, ...]  # tails and local


@dataclass(frozen=True, slots=True)
class Brand:
    """An enterprise with branches: how they are named, and shortened.

    ``name`` is the pattern of a branch's name, ``city`` that of a branch below a province where it is another.
    """

    id: str
    name: str
    city: str
    shorts: tuple[str, ...]
    units: tuple[str, ...]

    @property
    def below(self) -> re.Pattern[str] | None:
        """What the full name of such a branch is like."""
        return _below(self.city) if self.city else None


@cache
def _below(city: str) -> re.Pattern[str]:
    start, _, rest = city.partition("{province}")
    middle, _, end = rest.partition("{place}")
    return re.compile(f"{start}[\\u4e00-\\u9fff]{{2,3}}{middle}(?P<place>[\\u4e00-\\u9fff]{{2,8}}){end}")


@dataclass(frozen=True, slots=True)
class Register:
    """All tables. Keys are folded by ``folding.key``; names of places are as written."""

    places: Mapping[str, tuple[RegisterPlace, ...]]
    shorts: Mapping[str, RegisterPlace]
    codes: Mapping[str, RegisterPlace]
    by_province: Mapping[str, tuple[RegisterPlace, ...]]
    counties: Mapping[str, tuple[RegisterPlace, ...]]  # by short name
    tails: Mapping[str, Entry]
    party: Mapping[str, Entry]
    alone: frozenset[str]
    national: Mapping[str, Entry]
    bare: Mapping[str, Entry]
    of_local: Mapping[str, tuple[Entry, ...]]
    bodies: Mapping[str, tuple[str, str, tuple[str, str, str], str]]  # id → name, first suffix, suffixes by rank, kind
    suffixes: Mapping[str, str]
    verticals: tuple[Vertical, ...]
    brands: tuple[Brand, ...]
    offices: Mapping[str, str]
    zones: Mapping[str, str]
    duties: Mapping[str, str]
    congress: Mapping[str, str]
    signs: Mapping[str, str]
    patterns: Mapping[str, re.Pattern[str]]
    endings: tuple[tuple[str, re.Pattern[str]], ...]  # kind, what its names end with; in the order of trying
    steps: Mapping[str, tuple[Step, ...]]
    known: Mapping[str, Own] = field(default_factory=dict)  # a user's own names, whole
    vertical_ends: tuple[str, ...] = ()
    longest: int = 0
    place_ends: frozenset[str] = frozenset()  # the last three characters of places' names

    def within(self, place: RegisterPlace, level: str) -> tuple[RegisterPlace, ...]:
        """The places of a level within a place, without those that are gone."""
        found = (one for one in self.by_province[place.code[:2]] if one.level == level)
        return tuple(one for one in found if one.code.startswith(place.stem) and one.code != place.code)

    def path(self, place: RegisterPlace) -> str:
        """The place's name with those of the places above: 吉林省长春市朝阳区."""
        above = self.parent(place)
        return (self.path(above) if above is not None and above.code != place.code else "") + place.name

    def parent(self, place: RegisterPlace) -> RegisterPlace | None:
        """The place above."""
        if place.level == "county":
            return self.codes.get(place.code[:4] + "00") or self.codes.get(place.code[:2] + "0000")
        return self.codes.get(place.code[:2] + "0000") if place.level == "city" else None


@cache
def built_in() -> Register:
    """The register that comes with raci; loaded on first use."""
    return compile_tables({}, check=False)


def compile_tables(texts: Mapping[str, str], *, check: bool = True) -> Register:
    """The register of the given tables (name → CSV text); tables that are not given are those of raci.

    Raises RegisterError that names every fault with file and line.
    """
    faults = RegisterFaults()

    def rows(table: str) -> Iterable[CsvRow]:
        return lines(table, texts.get(table) or read_built_in(table), faults)

    places, shorts, codes = _places(rows("places"), faults)
    short_of = {line["suffix"]: (line["short"], line["code"]) for line in rows("suffixes")}
    tails, bodies = _bodies(rows("bodies"), short_of, faults)
    party, alone = _party(rows("party"), faults, bodies)
    national, bare, of_local = _national(rows("national"), faults, bodies)
    verticals = tuple(_verticals(rows("verticals"), faults))
    steps = _steps(rows("successions"), faults, {*bodies, *(one.id for one in verticals), *_ids(national)})
    patterns = _patterns(rows("patterns"), faults)
    book = Register(
        places=places,
        shorts=shorts,
        codes=codes,
        by_province={
            stem: tuple(one for one in codes.values() if one.code[:2] == stem) for stem in {code[:2] for code in codes}
        },
        counties=_counties(codes),
        tails=tails,
        party=party,
        alone=alone,
        national=national,
        bare=bare,
        of_local=of_local,
        bodies=bodies,
        suffixes={suffix: code for suffix, (_, code) in short_of.items()},
        verticals=verticals,
        brands=tuple(
            Brand(line["id"], line["name"], line["city"], tuple(line.listed("short")), tuple(line.listed("units")))
            for line in rows("enterprises")
        ),
        offices={line["short"]: line["name"] for line in rows("offices")},
        zones={line["short"]: line["name"] for line in rows("zones")},
        duties={each: line["name"] for line in rows("duties") for each in (line["name"], line["short"]) if each},
        congress={line["short"]: line["name"] for line in rows("congress")},
        signs={line["sign"]: line["code"] for line in rows("signs")},
        patterns=patterns,
        endings=tuple(
            (name.split(".")[1].split("-")[0], one) for name, one in patterns.items() if name.startswith("ending.")
        ),
        steps=steps,
        place_ends=frozenset(name[-3:] for name in places),
        vertical_ends=tuple({end for one in verticals for end in one.ends}),
        longest=max(map(len, places), default=0),
    )
    if check:
        faults.tell("机构名录")
    return book


def _ids(entries: Mapping[str, Entry]) -> set[str]:
    return {entry.body for entry in entries.values()}


def _places(
    rows: Iterable[CsvRow], faults: RegisterFaults
) -> tuple[dict[str, tuple[RegisterPlace, ...]], dict[str, RegisterPlace], dict[str, RegisterPlace]]:
    named: dict[str, list[RegisterPlace]] = {}
    shorts: dict[str, RegisterPlace] = {}
    codes: dict[str, RegisterPlace] = {}
    successors: list[tuple[str, str]] = []
    for line in rows:
        code, last = line["code"], line["last_listed"]
        if not (len(code) == 6 and code.isdigit()):
            faults.add(line.where, f"code 须是六位数字，现为 {code}")
            continue
        if line["level"] not in LEVELS:
            faults.add(line.where, f"不认识的 level {line['level']}")
            continue
        if last and not (last.isdigit() and len(last) == 4):
            faults.add(line.where, f"last_listed 须是四位年份，现为 {last}")
            continue
        one = RegisterPlace(code, line["name"], line["short"], line["level"], int(last or 0), line["successor"])
        if any(other.code == code for other in named.get(one.name, ())):
            faults.add(line.where, f"地名重复：{one.name}（{code}）")
            continue
        named.setdefault(one.name, []).append(one)
        if one.successor:
            successors.append((line.where, one.successor))
        if not last:
            if code in codes:
                faults.add(line.where, f"代码重复：{code}")
            codes[code] = one
            if one.level in ("province", "city"):
                shorts.setdefault(one.short, one)
    for where, successor in successors:
        if successor not in codes:
            faults.add(where, f"successor {successor} 不在表中")
    return {name: tuple(found) for name, found in named.items()}, shorts, codes


def _counties(codes: Mapping[str, RegisterPlace]) -> dict[str, tuple[RegisterPlace, ...]]:
    found: dict[str, list[RegisterPlace]] = {}
    for one in codes.values():
        if one.level == "county":
            found.setdefault(one.short, []).append(one)
    return {short: tuple(places) for short, places in found.items()}


def _put(table: dict[str, Entry], written: str, entry: Entry, where: str, faults: RegisterFaults) -> None:
    folded = fold_name(written)
    other = table.get(folded)
    if other is None:
        table[folded] = entry
    elif other.body != entry.body:
        faults.add(where, f"名称重复：{written} 已是 {other.body}（{other.tail}）")


def _bodies(
    rows: Iterable[CsvRow], short_of: Mapping[str, tuple[str, str]], faults: RegisterFaults
) -> tuple[dict[str, Entry], dict[str, tuple[str, str, tuple[str, str, str], str]]]:
    tails: dict[str, Entry] = {}
    bodies: dict[str, tuple[str, str, tuple[str, str, str], str]] = {}
    for line in rows:
        body, kind, name = line["id"], line["kind"], line["name"]
        if body in bodies:
            faults.add(line.where, f"id 重复：{body}")
            continue
        if kind not in KINDS:
            faults.add(line.where, f"不认识的 kind {kind}")
            continue
        first, last = years(line, faults)
        suffixes = line.listed("suffixes")
        for suffix in suffixes:
            if suffix not in short_of:
                faults.add(line.where, f"suffixes.csv 里没有 {suffix}")
        ranks = [*line["ranks"].split("|"), "", "", ""][:3]
        bodies[body] = (name, suffixes[0] if suffixes else "", (ranks[0], ranks[1], ranks[2]), kind)
        if line["place"] not in ("", "written"):
            faults.add(line.where, f"place 须是 written 或空，现为 {line['place']}")
        own_place = line["place"] == "written"
        if "局" in suffixes and kind in ("government", "vertical"):
            suffixes.append("分局")
        stems = [(stem, name) for stem in (name, *line.listed("short"))]
        for each in line.listed("full"):
            own, *shorts = each.split(":")
            stems += [(stem, own) for stem in (own, *shorts)]
        for stem, full in stems if suffixes else ():
            for suffix in suffixes:
                short, code = short_of.get(suffix, ("", suffix))
                id_ = f"{body}.{code}" if full == name else f"{body}.{code}:{full}"
                entry = Entry(full + suffix, id_, kind, first, last, own_place=own_place)
                for end in (suffix, short):
                    if end:
                        _put(tails, stem + end, entry, line.where, faults)
        for pair in line.listed("also"):
            written, arrow, full = pair.partition(">")
            if not (arrow and written and full):
                faults.add(line.where, f"also 须写作 简称>全称，现为 {pair}")
                continue
            # the whole name tells bodies of one row apart
            code = next((code for end, (_, code) in short_of.items() if full == name + end), "")
            id_ = f"{body}.{code}" if code else f"{body}:{full}"
            entry = Entry(full, id_, kind, first, last, own_place=own_place)
            tails[fold_name(written)] = entry
            tails.setdefault(fold_name(full), entry)
    return tails, bodies


def _party(
    rows: Iterable[CsvRow], faults: RegisterFaults, bodies: dict[str, tuple[str, str, tuple[str, str, str], str]]
) -> tuple[dict[str, Entry], frozenset[str]]:
    found: dict[str, Entry] = {}
    alone: set[str] = set()
    for line in rows:
        first, last = years(line, faults)
        body = f"party:{line['id']}"
        if body in bodies:
            faults.add(line.where, f"id 重复：{line['id']}")
            continue
        bodies[body] = (line["name"], "", (line["name"],) * 3, "party")
        entry = Entry(line["name"], body, "party", first, last, "party")
        names = [(written, line["name"]) for written in (line["name"], *line.listed("also"))]
        for each in line.listed("full"):
            own, *shorts = each.split(":")
            names += [(written, own) for written in (own, *shorts)]
        for written, full in names:
            own_entry = entry if full == line["name"] else replace(entry, tail=full, body=f"{body}:{full}")
            _put(found, written, own_entry, line.where, faults)
            if line["alone"]:
                alone.add(fold_name(written))
    return found, frozenset(alone)


def _national(
    rows: Iterable[CsvRow], faults: RegisterFaults, bodies: Mapping[str, object]
) -> tuple[dict[str, Entry], dict[str, Entry], dict[str, tuple[Entry, ...]]]:
    found: dict[str, Entry] = {}
    bare: dict[str, Entry] = {}
    of_local: dict[str, list[Entry]] = {}
    seen: set[str] = set()
    for line in rows:
        if line["id"] in seen:
            faults.add(line.where, f"id 重复：{line['id']}")
            continue
        seen.add(line["id"])
        if line["kind"] not in KINDS:
            faults.add(line.where, f"不认识的 kind {line['kind']}")
            continue
        if line["local"] and line["local"] not in bodies and f"party:{line['local']}" not in bodies:
            faults.add(line.where, f"local {line['local']} 不在 bodies.csv 或 party.csv 中")
        first, last = years(line, faults)
        entry = Entry(line["name"], line["id"], line["kind"], first, last, "national")
        for written in (line["name"], *line.listed("also")):
            _put(found, written, entry, line.where, faults)
        for written in line.listed("bare"):
            _put(bare, written, entry, line.where, faults)
        if line["local"]:
            of_local.setdefault(line["local"], []).append(entry)
    return found, bare, {local: tuple(entries) for local, entries in of_local.items()}


def _patterns(rows: Iterable[CsvRow], faults: RegisterFaults) -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for line in rows:
        if line["id"] in found:
            faults.add(line.where, f"id 重复：{line['id']}")
        if not line["why"]:
            faults.add(line.where, "缺少 why")
        try:
            found[line["id"]] = re.compile(line["pattern"])
        except re.error as error:
            faults.add(line.where, f"pattern 不能编译（{error}）")
    return found


def _verticals(rows: Iterable[CsvRow], faults: RegisterFaults) -> Iterable[Vertical]:
    for line in rows:
        if line["place"] not in ("full", "short", "written", "capital"):
            faults.add(line.where, f"place 须是 full、short、written 或 capital，现为 {line['place']}")
        first, last = years(line, faults)
        yield Vertical(
            line["id"],
            line["org"],
            (line["org"], *line.listed("org_short")),
            line["tail"],
            (line["tail"], *line.listed("tail_short")),
            tuple(line.listed("local")),
            line["place"],
            line["level"],
            first,
            last,
            (line["tail"], *line.listed("tail_short"), *line.listed("local")),
        )


def _steps(rows: Iterable[CsvRow], faults: RegisterFaults, known: set[str]) -> dict[str, tuple[Step, ...]]:
    found: dict[str, list[Step]] = {}
    for line in rows:
        for column in ("before", "after"):
            if re.split("[@:]", line[column])[0] not in (*known, "haiguan", "party") and line[column] not in known:
                faults.add(line.where, f"{column} {line[column]} 不在名录中")
        if not (line["year"].isdigit() and len(line["year"]) == 4):
            faults.add(line.where, f"year 须是四位年份，现为 {line['year']}")
            continue
        step = Step(line["before"], line["after"], int(line["year"]), frozenset(line.listed("scope")), line["note"])
        found.setdefault(step.before, []).append(step)
    return {before: tuple(steps) for before, steps in found.items()}
