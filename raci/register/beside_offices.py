"""Offices that say neither whose they are nor that they are one, in a document that hands out work within a body."""

from __future__ import annotations

from collections.abc import Sequence

from raci.register.inner_offices import OFFICE, read_lone_office
from raci.register.name_reading import NameReading
from raci.register.register import Register

__all__ = ["beside_offices"]

_NO_BODIES = frozenset({"unknown", "person", "office", "collective"})


def beside_offices(readings: Sequence[NameReading], register: Register) -> list[NameReading]:
    """The readings of one document, with 办公室, 督导办, 秘书处 as offices where the others are (财务科、办公室).

    That is where it names offices without their body, and of these no fewer than bodies.
    """
    offices = sum(_is_lone_office(reading, register) for reading in readings)
    bodies = sum(reading.kind not in _NO_BODIES for reading in readings)
    if not offices or offices < bodies:
        return list(readings)
    return [_as_office(reading, register) for reading in readings]


def _is_lone_office(reading: NameReading, register: Register) -> bool:
    """Whether it is an office whose body is not named, or all of them (相关科室)."""
    if reading.kind == "office":
        return reading.body is not None and reading.body.row == OFFICE
    return reading.kind == "collective" and register.patterns["part.offices"].holds(reading.name)


def _as_office(reading: NameReading, register: Register) -> NameReading:
    if reading.kind != "unknown" or not register.patterns["part.office-beside"].holds(reading.name):
        return reading
    return read_lone_office(reading.name, register)
