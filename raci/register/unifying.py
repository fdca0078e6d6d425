"""One canonical name for each body of a document."""

from __future__ import annotations

from collections.abc import Sequence

from raci.register.body_id import BodyId
from raci.register.name_reading import NameReading

__all__ = ["unify_readings"]


def unify_readings(readings: Sequence[NameReading]) -> list[NameReading]:
    """The readings of one document with one canonical name for each body: the fullest that was given.

    A short form of several full names (大数据局) means the one that the document spells.
    """
    bodies = [reading.body_id for reading in readings]
    if spelled := _with_spelled_variants(readings, bodies):
        readings, bodies = spelled, [reading.body_id for reading in spelled]
    ids = ["" if body is None else str(body) for body in bodies]
    fullest: dict[str, NameReading] = {}
    for id, reading in zip(ids, readings, strict=True):
        if id and reading.canonical:
            known = fullest.get(id)
            if known is None or len(known.canonical or "") < len(reading.canonical):
                fullest[id] = reading
    return [_named_like(reading, fullest.get(id)) for id, reading in zip(ids, readings, strict=True)]


def _named_like(reading: NameReading, full: NameReading | None) -> NameReading:
    if full is None or full.canonical == reading.canonical:
        return reading
    return reading._replace(canonical=full.canonical, how=_same_body(reading, full))


def _same_body(reading: NameReading, full: NameReading) -> str:
    return f"{reading.how}；与“{full.name}”为同一机构"


def _with_spelled_variants(
    readings: Sequence[NameReading], bodies: Sequence[BodyId | None]
) -> Sequence[NameReading] | None:
    """Short forms of a usual name as the variant of it that the document spells, where it spells only one.

    ``bodies`` are those that they mean. None where it spells no variants.
    """
    variants: dict[BodyId, dict[BodyId, NameReading]] = {}
    usual: set[BodyId] = set()
    for body, reading in zip(bodies, readings, strict=True):
        if body is None or not reading.canonical or not reading.name.endswith(reading.stem):
            continue
        if body.suffix and body.variant:
            family = body._replace(variant="", unit="")
            variants.setdefault(family, {})[body] = reading
        else:
            usual.add(body)
    if not variants:
        return None
    return [_as_variant(reading, body, variants, usual) for body, reading in zip(bodies, readings, strict=True)]


def _as_variant(
    reading: NameReading,
    body: BodyId | None,
    variants: dict[BodyId, dict[BodyId, NameReading]],
    usual: set[BodyId],
) -> NameReading:
    spelled = variants.get(body, {}) if body is not None else {}
    if len(spelled) != 1 or body in usual:
        return reading
    (full,) = spelled.values()
    return reading._replace(
        canonical=f"{reading.prefix}{full.stem}", stem=full.stem, body=full.body, how=_same_body(reading, full)
    )
