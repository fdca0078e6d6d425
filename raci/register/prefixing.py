"""A name put under a place or level: its full name, its id, its rank."""

from __future__ import annotations

from raci.register.body_id import PARTY, BodyId
from raci.register.body_names import national_reading
from raci.register.name_reading import STATE_COUNCIL_FORM, NameReading
from raci.register.office_names import placed_office_name
from raci.register.prefixes import NamePrefix
from raci.register.register import Register

__all__ = ["as_local", "court_of_level_word", "national_body", "suits_level", "with_prefix"]


def as_local(reading: NameReading) -> NameReading:
    """A form of the State Council's (发展改革委) as the local body that others mean by it."""
    if not reading.local:
        return reading
    return reading._replace(
        canonical=reading.stem,
        body=reading.local,
        local=None,
        candidates=(),
        reason="",
        valid_from=None,
        valid_to=None,
    )


def national_body(reading: NameReading, year: int | None, register: Register) -> NameReading | None:
    """The national body that a name means in a national document, that of the year where there were several."""
    body = reading.local or reading.body
    entries = () if body is None else register.bodies.national_of_local.get(body.duty.removeprefix(f"{PARTY}:"), ())
    if not entries:
        return None
    if year is not None:
        valid = (entry for entry in entries if (entry.valid_from or 0) <= year <= (entry.valid_to or 9999))
        entries = tuple(valid) or entries
    entry = entries[0]
    national = national_reading(reading.name, entry, register, reading.how)
    return national._replace(level="national", plates=reading.plates)


def suits_level(reading: NameReading, level: str | None, register: Register) -> bool:
    """Whether a level can have a body that ends so: no 厅 in a city, no 局 where provinces have a 厅."""
    body = reading.local or reading.body
    row = None if body is None else register.bodies.rows.get(body.duty)
    if row is None or level is None:
        return True
    only_level = register.level_of_suffix(reading.stem)
    if level == "province":
        province_ending = register.suffixes.get(row.ranks[0])
        differs = province_ending is not None and province_ending.level == level
        return not (differs and reading.stem.endswith("局"))
    return level not in ("city", "county") or only_level is None or only_level == level


def with_prefix(reading: NameReading, prefix: NamePrefix, how: str, register: Register) -> NameReading:
    """The reading with a place or level before its own name, and ``how`` that was settled."""
    stem, body = _stem_and_body(reading, prefix, register)
    canonical = f"{prefix.text}{stem}"
    row = register.row_of(body)
    if row is not None and row.around:
        canonical = row.placed(prefix.text)
    if reading.kind == "vertical" and prefix.text:
        canonical = placed_office_name(body, prefix.text, prefix.place, register) or canonical
    settled_before = reading.how and reading.how != STATE_COUNCIL_FORM
    return reading._replace(
        canonical=canonical,
        prefix=prefix.text,
        stem=stem,
        body=body,
        level=prefix.level,
        place=prefix.place,
        level_word=prefix.level_word,
        how=f"{reading.how}；{how}" if settled_before else how,
    )


def _stem_and_body(reading: NameReading, prefix: NamePrefix, register: Register) -> tuple[str, BodyId | None]:
    """The body's own name and id at a place: an organ of the Party takes 委, a court the name of its level."""
    stem, body = reading.stem, reading.body
    if body is None:
        return stem, None
    if body.is_party and not register.patterns["party.committee-start"].holds(stem):
        stem = f"{register.committee_of(prefix.text)}{stem}" if prefix.text else stem
    row = register.row_of(body)
    if row is not None and row.by_level and not body.unit:
        if not body.suffix and stem == row.name:
            stem = row.stem_at(prefix.level) or stem
        if body.suffix and stem == row.stem_at(prefix.level):
            body = body._replace(suffix="")
    return stem, body


def court_of_level_word(written: NameReading, completed: NameReading, register: Register) -> NameReading:
    """A body whose name differs from level to level, at the place that its level word meant.

    市法院 of a municipality is the high court, of another city the intermediate one.
    """
    body, row = written.body, register.row_of(written.body)
    if body is None or row is None or not row.by_level or body != BodyId(body.row):
        return completed
    stem_here = row.stem_at(completed.level)
    if not register.patterns["body.rank-said"].holds(written.name):
        stem = stem_here or row.name
        return completed._replace(canonical=f"{completed.prefix}{stem}", stem=stem)
    named_level = row.level_of(written.stem)
    if written.stem != stem_here and named_level is not None:
        return completed._replace(body=body._replace(suffix=row.by_level[named_level].code))
    return completed
