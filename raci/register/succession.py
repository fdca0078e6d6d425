"""Which body does later what a body did: the reforms of 2003, 2008, 2013, 2018 and 2023."""

from __future__ import annotations

import re

from raci.errors import OptionError
from raci.register.compiling import Register
from raci.register.name_reading import LEVELS, NameReading, Step
from raci.register.vertical_offices import official

__all__ = ["find_current", "find_successors", "parse_year"]

#: level → its place in the ranks of a body's suffixes
_LEVELS = frozenset(LEVELS)
_BEIJING = "110000"
_RANK = {"province": 0, "city": 1, "county": 2, "township": 2}


def find_successors(reading: NameReading, year: int, register: Register) -> tuple[NameReading, ...]:
    """All that took over from ``reading`` up to ``year``, in the order of time; empty where nothing did."""
    found: dict[str, NameReading] = {}
    queue = [reading]
    while queue:
        for after in _next(queue.pop(0), year, register):
            if after.canonical and after.canonical != reading.canonical and after.canonical not in found:
                found[after.canonical] = after
                queue.append(after)
    return tuple(found.values())


def find_current(reading: NameReading, year: int, register: Register) -> tuple[NameReading, ...]:
    """The bodies that carry the duty at ``year``: the reading itself where nothing took over."""
    after = _next(reading, year, register)
    after = [one for one in after if one.canonical != reading.canonical]
    if not after:
        return (reading,)
    found: dict[str, NameReading] = {}
    for one in after:
        for last in find_current(one, year, register):
            found.setdefault(last.canonical or "", last)
    return tuple(found.values())


def _next(reading: NameReading, year: int, register: Register) -> list[NameReading]:
    base, _, _ = reading.body.partition(".")
    if not base.startswith("party:"):
        base, _, _ = base.partition(":")
    suffix = next((each for each in ("委员会", "厅", "局", "办公室") if reading.tail.endswith(each)), "")
    steps = (*register.steps.get(f"{base}@{suffix}", ()), *register.steps.get(base, ()))
    made = []
    here = tuple(step for step in steps if reading.place is not None and reading.place.short in step.scope)
    for step in here or steps:
        if step.year > year:
            continue
        if (
            not here
            and step.scope
            and (not step.scope & _LEVELS or (reading.level and reading.level not in step.scope))
        ):
            continue
        after = _after(reading, step, register)
        if after is not None:
            made.append(after)
    if not made and reading.place is not None and reading.place.last_listed and reading.place.successor:
        place = register.codes.get(reading.place.successor)
        if place is not None and reading.place.last_listed < year and reading.head:
            head = reading.head.replace(reading.place.name, place.name)
            made.append(
                reading._replace(
                    place=place, head=head, canonical=(reading.canonical or "").replace(reading.head, head, 1)
                )
            )
    return made


def _after(reading: NameReading, step: Step, register: Register) -> NameReading | None:
    after = step.after
    if after.startswith("n-"):
        entry = next((one for one in register.national.values() if one.body == after), None)
        if entry is None:
            return None
        return NameReading(
            reading.name,
            entry.kind,
            entry.tail,
            "national",
            "",
            entry.tail,
            entry.body,
            how="机构改革",
            valid_from=entry.valid_from,
            valid_to=entry.valid_to,
        )
    head = reading.head
    if after.startswith("haiguan"):
        place = reading.place
        seat = after.partition(":")[2]
        if seat:
            return reading._replace(canonical=f"{seat}海关", tail="海关", body="haiguan", head=seat, level=None)
        if place is not None and place.level == "province":
            place = register.codes.get(place.code[:2] + "0100", place)
        return reading._replace(
            canonical=f"{place.short if place else head}海关",
            tail="海关",
            body="haiguan",
            level=None,
            place=place,
        )
    vertical = next((one for one in register.verticals if one.id == after), None)
    if vertical is not None:
        place = reading.place
        where = head
        if after == "pbc-fh":
            if reading.body == "pbc-fh" and not (
                place and (place.capital or place.level == "province") and head == place.short
            ):
                return None
            if reading.body == "pbc-zh" and place is not None and place.level == "county":
                place = register.parent(place) or place
            if reading.body == "pbc-yyglb" and place is None and not head:
                place = register.codes.get(_BEIJING)  # 中国人民银行营业管理部 was Beijing's
            if place is not None and place.capital:
                place = register.parent(place) or place
            where = official(vertical, place.name, place) if place is not None else head
        elif place is not None:
            where = official(vertical, place.name, place)
        full = f"{vertical.org}{where}{vertical.tail}"
        if after.startswith("tax") and (reading.word or not head):
            full = f"{head}{vertical.tail}"
        return reading._replace(
            kind="vertical",
            canonical=full,
            head=where,
            tail=vertical.tail,
            body=vertical.id,
            place=place,
            valid_from=vertical.valid_from,
            valid_to=vertical.valid_to,
            how="机构改革",
        )
    body = register.bodies.get(after.partition("@")[0])
    if body is None:
        return None
    name, first, ranks, kind = body
    if after.startswith("party:"):
        organ = "党委" if head.endswith("自治区") else "委" if head else ""
        if after in ("party:jianwei", "party:jiwei-jianwei"):
            organ = ""  # 市监察委员会
        return reading._replace(
            kind="party",
            canonical=f"{head}{organ}{name}",
            tail=f"{organ}{name}",
            body=after,
            how="机构改革",
            valid_from=step.year,
            valid_to=None,
        )
    # municipalities call their bodies as cities do: 上海市生态环境局
    rank = 1 if reading.level == "province" and head.endswith("市") else _RANK.get(reading.level or "", 1)
    suffix = after.partition("@")[2] or ranks[rank] or first
    if reading.tail.endswith(("总队", "支队", "大队")):
        suffix = next(each for each in ("总队", "支队", "大队") if reading.tail.endswith(each))
    code = register.suffixes.get(suffix, suffix)
    return reading._replace(
        kind=kind,
        canonical=f"{head}{name}{suffix}",
        tail=f"{name}{suffix}",
        body=f"{after.partition('@')[0]}.{code}",
        how="机构改革",
        valid_from=step.year,
        valid_to=None,
    )


def parse_year(as_of: str | int | None) -> int | None:
    """The year of a date (2026, 2026-01, 2026-01-31).

    Raises OptionError where it is none.
    """
    if as_of is None:
        return None
    match = re.fullmatch(r"((?:19|20)\d\d)(?:-\d{1,2}){0,2}", str(as_of).strip())
    if not match:
        raise OptionError(f"不是日期：{as_of}", place="--as-of", remedy="请写 2026 或 2026-01-31")
    return int(match[1])
