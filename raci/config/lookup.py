"""Whose name is this: bodies from names as written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from raci.register.compiling import Register, built_in
from raci.register.completing import complete_reading, unify_readings
from raci.register.name_reader import find_candidates, read_name
from raci.register.name_reading import NameReading
from raci.register.option_values import parse_place
from raci.register.succession import find_current, find_successors, parse_year

__all__ = ["Name", "names"]


@dataclass(frozen=True, slots=True)
class Name:
    """What a name means.

    ``kind`` is ``unknown`` for what names nobody; then ``canonical`` is None, and ``candidates`` holds what it might
    be. ``place`` is the place's name, ``place_code`` its code of GB/T 2260. ``valid_from`` and ``valid_to`` are the
    years of the national body or the national reform; local bodies often followed a year later. ``how`` says how
    it was resolved. ``successors`` are all that took over up to the date asked for, in order of time; ``current``
    those that carry the duty at that date (several where it was split).
    """

    name: str
    canonical: str | None
    id: str | None
    kind: str
    level: str | None
    place: str | None
    place_code: str | None
    valid_from: int | None
    valid_to: int | None
    how: str
    candidates: tuple[str, ...]
    reason: str
    plates: tuple[str, ...]
    members: tuple[str, ...]
    successors: tuple[str, ...]
    current: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """The fields in order, lists for tuples."""
        return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()}


def names(
    names: Iterable[str] | str,
    place: str | None = None,
    as_of: str | int | None = None,
    register: Register | str | Path | None = None,
    each: bool = False,
) -> list[Name]:
    """What each of ``names`` means, in order.

    The names are taken to stand in one document: those that prove to be one body get one canonical name, the fullest
    (财政厅 beside 省财政厅), and ``how`` says so. With ``each`` every name is judged by itself, whatever else is asked.

    ``place`` (甘肃省, 甘肃省兰州市) is whose names these are. ``as_of`` (2026, 2018-06-30) also gives the bodies that
    carry the duty then. ``register`` is a file with further names, or a Register.

    Raises OptionError for a place or date that is none, RegisterError for a file with faults.
    """
    book = _book(register)
    context = parse_place(place, book)
    year = parse_year(as_of)
    listed = [names] if isinstance(names, str) else names
    readings = [complete_reading(read_name(name, book), context, book) for name in listed]
    return [_name(reading, year, book) for reading in (readings if each else unify_readings(readings))]


def _book(register: Register | str | Path | None) -> Register:
    if register is None:
        return built_in()
    if isinstance(register, Register):
        return register
    from raci.config.own_names import load_register

    return load_register(register)


def _name(reading: NameReading, year: int | None, register: Register) -> Name:
    after: Sequence[NameReading] = ()
    now: Sequence[NameReading] = ()
    if year is not None and reading.canonical and reading.kind not in ("collective", "unknown", "person"):
        after = find_successors(reading, year, register)
        now = find_current(reading, year, register)
    return Name(
        name=reading.name,
        canonical=reading.canonical,
        id=reading.id,
        kind=reading.kind,
        level=reading.level,
        place=reading.jurisdiction,
        place_code=reading.place.code if reading.place else None,
        valid_from=reading.valid_from,
        valid_to=reading.valid_to,
        how=reading.how,
        candidates=reading.candidates
        or (find_candidates(reading.name, register) if (reading.id or "").startswith("~") else ()),
        reason=reading.reason,
        plates=reading.plates,
        members=reading.members,
        successors=tuple(one.canonical for one in after if one.canonical),
        current=tuple(one.canonical for one in now if one.canonical),
    )
