"""``raci.names``: the bodies that names mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from raci.config.settings import load_register
from raci.register.candidates import find_candidates
from raci.register.compiling import built_in
from raci.register.completing import complete_reading
from raci.register.name_reader import read_name
from raci.register.name_reading import NameReading
from raci.register.option_values import parse_place, parse_year
from raci.register.register import Register
from raci.register.succession import find_current, find_successors
from raci.register.unifying import unify_readings

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

    def as_dict(self) -> dict[str, object]:
        """The fields in order, lists for tuples."""
        return {field: list(value) if isinstance(value, tuple) else value for field, value in asdict(self).items()}


#: kinds that are no body, so that nothing can take over from them
_WITHOUT_SUCCESSORS = ("collective", "unknown", "person")


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
    known = _register(register)
    context = parse_place(place, known)
    year = parse_year(as_of)
    listed = [names] if isinstance(names, str) else names
    readings = [complete_reading(read_name(name, known), context, known) for name in listed]
    return [_name(reading, year, known) for reading in (readings if each else unify_readings(readings))]


def _register(register: Register | str | Path | None) -> Register:
    if register is None:
        return built_in()
    return register if isinstance(register, Register) else load_register(register)


def _name(reading: NameReading, year: int | None, register: Register) -> Name:
    successors: Sequence[NameReading] = ()
    current: Sequence[NameReading] = ()
    if year is not None and reading.canonical and reading.kind not in _WITHOUT_SUCCESSORS:
        successors = find_successors(reading, year, register)
        current = find_current(reading, year, register)
    body = reading.body_id
    unlisted = body is not None and body.is_unlisted
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
        candidates=reading.candidates or (find_candidates(reading.name, register) if unlisted else ()),
        reason=reading.reason,
        plates=reading.plates,
        members=reading.members,
        successors=_canonical_names(successors),
        current=_canonical_names(current),
    )


def _canonical_names(readings: Iterable[NameReading]) -> tuple[str, ...]:
    return tuple(reading.canonical for reading in readings if reading.canonical)
