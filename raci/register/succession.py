"""Which body does later what a body did: reforms of bodies, and places renamed or merged."""

from __future__ import annotations

from raci.register.entries import SuccessionStep
from raci.register.name_reader import read_name
from raci.register.name_reading import NameReading
from raci.register.places import LEVELS, RegisterPlace
from raci.register.register import Register
from raci.register.succession_steps import take_step

__all__ = ["find_current", "find_successors"]

_HOW = "区划调整"
_LEVELS = frozenset(LEVELS)


def find_successors(reading: NameReading, year: int, register: Register) -> tuple[NameReading, ...]:
    """All that took over from ``reading`` up to ``year``, in the order of time; empty where nothing did."""
    successors: dict[str, NameReading] = {}
    queue = [reading]
    while queue:
        for successor in _next(queue.pop(0), year, register):
            name = successor.canonical
            if name and name != reading.canonical and name not in successors:
                successors[name] = successor
                queue.append(successor)
    return tuple(successors.values())


def find_current(reading: NameReading, year: int, register: Register) -> tuple[NameReading, ...]:
    """The bodies that carry the duty at ``year``: the reading itself where nothing took over."""
    successors = [other for other in _next(reading, year, register) if other.canonical != reading.canonical]
    if not successors:
        return (reading,)
    current: dict[str, NameReading] = {}
    for successor in successors:
        for last in find_current(successor, year, register):
            current.setdefault(last.canonical or "", last)
    return tuple(current.values())


def _next(reading: NameReading, year: int, register: Register) -> list[NameReading]:
    """The bodies that took over directly, up to ``year``: as the user's register says, else as reforms do."""
    if reading.successor:
        return [_own_successor(reading, register)] if reading.valid_to is None or reading.valid_to <= year else []
    steps = [step for step in _steps(reading, register) if step.year <= year]
    taken = [take_step(reading, step, register) for step in steps]
    successors = [successor for successor in taken if successor is not None]
    return successors or _in_places_of_today(reading, year, register)


def _own_successor(reading: NameReading, register: Register) -> NameReading:
    """Who took over by the user's register: 市水务中心 is that of the place of the body before it."""
    successor = read_name(reading.successor, register)
    if not successor.level_word or reading.place is None or successor.level != reading.level:
        return successor
    canonical = f"{reading.prefix}{successor.stem}"
    return successor._replace(canonical=canonical, prefix=reading.prefix, place=reading.place, level_word="")


def _steps(reading: NameReading, register: Register) -> list[SuccessionStep]:
    """The steps of the body that hold at its place and level; those of its very place go before all others."""
    body = reading.body
    if body is None:
        return []
    # a step of a row holds for all bodies that the row lists, except the organs of the Party
    duty = body.row if body.variant and not body.is_party else body.duty
    by_ending = register.steps.get(duty, {})
    endings = sorted(filter(reading.stem.endswith, by_ending), key=len, reverse=True)
    steps = [step for ending in endings for step in by_ending[ending]]
    here = [step for step in steps if reading.place is not None and reading.place.short in step.scope]
    return here or [step for step in steps if _holds_at(step, reading.level)]


def _holds_at(step: SuccessionStep, level: str | None) -> bool:
    """Whether a step holds at a level; one of particular places does not, nor at towns one that does not say so."""
    if not step.scope and level != "township":
        return True
    return bool(step.scope & _LEVELS) and (not level or level in step.scope)


def _in_places_of_today(reading: NameReading, year: int, register: Register) -> list[NameReading]:
    """The same body of the places that its place became: 襄樊市财政局 → 襄阳市财政局; none where that came later."""
    former = reading.place
    if former is None or not former.last_listed or former.last_listed >= year or not reading.prefix:
        return []
    row = register.row_of(reading.body)
    places = [register.places.codes[code] for code in former.successors if code in register.places.codes]
    if reading.kind == "vertical" or (row is not None and row.by_level):
        # the court of a city, or an office of the Bank, that came to two districts is a city's still
        places = [place for place in places if place.level == former.level] or places
    return [_moved(reading, former, place) for place in places]


def _moved(reading: NameReading, former: RegisterPlace, place: RegisterPlace) -> NameReading:
    old, new = (former.name, place.name) if former.name in reading.prefix else (former.short, place.short)
    prefix = reading.prefix.replace(old, new)
    canonical = (reading.canonical or "").replace(reading.prefix, prefix, 1)
    return reading._replace(place=place, level=place.level, prefix=prefix, canonical=canonical, how=_HOW)
