"""Resolving: annotations to assignments, mentions to departments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from raci.config.own_names import SETTINGS, Settings, load_settings
from raci.model import Annotation, Assignment, Clause, Department, Document, Group, Mention, Origin
from raci.register.compiling import built_in
from raci.register.completing import carries_level, complete_reading
from raci.register.folding import fold_name
from raci.register.jurisdiction import find_jurisdiction
from raci.register.name_reader import read_name
from raci.register.name_reading import NameContext, NameReading
from raci.register.option_values import parse_place
from raci.register.register import Register
from raci.register.succession import find_current
from raci.register.unifying import unify_readings

__all__ = ["Naming", "resolve"]


@dataclass(frozen=True, slots=True)
class Naming:
    """How names are to be resolved: the user's wishes.

    ``place`` is whose documents these are, ``as_of`` the year for which to name today's bodies, ``register`` the
    register with the user's own names. ``members`` (collective → bodies) asks for collectives to be expanded:
    by these, or where the register knows them.
    """

    place: str | None = None
    as_of: int | None = None
    register: Register | None = None
    members: Mapping[str, tuple[str, ...]] | None = field(default=None, hash=False)


_PLAIN = Naming()


def resolve(
    document: Document, clauses: Sequence[Clause], annotations: Sequence[Annotation], naming: Naming = _PLAIN
) -> tuple[Assignment, ...]:
    """The assignments in document order: clause by clause, in each as written.

    What the register does not know keeps its spelling. A ``raci.toml`` beside the document is heeded.

    Raises RegisterError for a ``raci.toml`` with faults, OptionError for a place that is none.
    """
    settings = _beside(document.source)
    register = naming.register or settings.register or built_in()
    wanted = naming.members
    if wanted is not None:
        wanted = {**settings.members, **wanted}
    written = [mention.text for one in annotations for group in one.groups for mention in group.mentions]
    readings = {name: read_name(name, register) for name in set(written)}
    context = _context(document, [readings[name] for name in written], naming.place or settings.place, register)
    named = _Named(context, readings, register)
    meant = [[list(named.group(group)) for group in annotation.groups] for annotation in annotations]
    bodies = {key_: tuple(_departments(reading, naming, wanted, register)) for key_, reading in named.settled().items()}
    origin = _origins(document)
    done: list[tuple[int, int, Assignment]] = []
    seen: set[tuple[int, str, str]] = set()
    for order, annotation in enumerate(annotations):
        for turn, index in enumerate(annotation.clauses):
            clause = clauses[index]
            for place, group in enumerate(annotation.groups):
                for mention, key_ in zip(group.mentions, meant[order][place], strict=True):
                    once = (index, mention.text, group.role)
                    if once in seen:
                        continue
                    seen.add(once)
                    inherited = annotation.basis == "inherited" or turn > 0
                    first = clauses[annotation.clauses[0]]
                    for body in bodies[key_]:
                        assignment = Assignment(
                            document=document.title,
                            source=document.source,
                            clause=clause,
                            department=body,
                            role=group.role,
                            start=mention.start,
                            end=mention.end,
                            quote=annotation.quote,
                            rule=group.rule or annotation.rule,
                            basis="inherited" if inherited else annotation.basis,
                            inherited_from=annotation.inherited_from or (first.label if turn else None),
                            deadline=annotation.deadline,
                            origin=origin(mention),
                        )
                        done.append((index, order, assignment))
    done.sort(key=lambda each: each[:2])
    return tuple(assignment for _, _, assignment in done)


def _origins(document: Document) -> Callable[[Mention], Origin]:
    """What tells the origin of a mention: the text, or pictures of it."""
    begins = [span.start for span in document.ocr]

    def origin(mention: Mention) -> Origin:
        at = bisect_right(begins, mention.start) - 1
        return "ocr" if at >= 0 and mention.start < document.ocr[at].end else "text"

    return origin


def _beside(source: str) -> Settings:
    """What the ``raci.toml`` beside the document says."""
    if not source or source == "-":
        return Settings()
    path = Path(source).parent / SETTINGS
    try:
        changed = path.stat().st_mtime_ns
    except (OSError, ValueError):
        return Settings()
    return _settings(str(path), changed)


@lru_cache(maxsize=64)
def _settings(path: str, changed: int) -> Settings:
    return load_settings(path)


def _context(document: Document, readings: Sequence[NameReading], place: str | None, register: Register) -> NameContext:
    """Whose document it is, and of what year."""
    if place:
        context = parse_place(place, register)
    else:
        context = find_jurisdiction(
            document.title,
            document.issuer,
            document.number,
            document.addressees,
            document.text,
            readings,
            register,
        )
    year = int(document.date[:4]) if document.date and document.date[:4].isdigit() else None
    return replace(context, year=year)


#: a name as written, the name whose level it left out, and whether a person is meant
Key = tuple[str, str, bool]


class _Named:
    """The names of one document, each resolved once for each place that it stands in."""

    def __init__(self, context: NameContext, readings: Mapping[str, NameReading], register: Register) -> None:
        self._context = context
        self._readings = readings
        self._register = register
        self._found: dict[Key, NameReading] = {}

    def group(self, group: Group) -> Iterator[Key]:
        """The keys of a group's mentions. A level is carried from name to name, not over a comma."""
        before: NameReading | None = None
        stretch = -1
        for mention in group.mentions:
            if mention.group != stretch:
                before, stretch = None, mention.group
            reading = self._readings[mention.text]
            carried = before if before is not None and not reading.prefix and not reading.standalone else None
            key_ = (mention.text, carried.name if carried else "", group.role == "leader")
            if key_ not in self._found:
                self._found[key_] = self._complete(reading, carried, key_[2])
            yield key_
            if carries_level(reading, self._register):
                before = reading

    def _complete(self, reading: NameReading, carried: NameReading | None, leader: bool) -> NameReading:
        context = self._context if carried is None else replace(self._context, carried=carried)
        made = complete_reading(reading, context, self._register)
        if leader and made.kind == "unknown":
            return made._replace(kind="person", reason="", candidates=())
        return made

    def settled(self) -> dict[Key, NameReading]:
        """What each key means, one canonical name for each body."""
        return dict(zip(self._found, unify_readings(list(self._found.values())), strict=True))


def _departments(
    reading: NameReading, naming: Naming, wanted: Mapping[str, tuple[str, ...]] | None, register: Register
) -> Iterator[Department]:
    if wanted is not None and reading.kind == "collective":
        names = next((names for name, names in wanted.items() if fold_name(name) == fold_name(reading.name)), None)
        names = names or reading.members
        if names:
            for name in names:
                member = read_name(name, register)
                body = _department(member, naming, register)
                yield replace(body, name=reading.name, canonical=body.canonical or name)
            return
    yield _department(reading, naming, register)


def _department(reading: NameReading, naming: Naming, register: Register) -> Department:
    now: tuple[str, ...] = ()
    if naming.as_of is not None and reading.canonical and reading.kind not in ("unknown", "person", "collective"):
        now = tuple(one.canonical for one in find_current(reading, naming.as_of, register) if one.canonical)
    return Department(
        name=reading.name,
        canonical=reading.canonical,
        id=reading.id,
        kind=reading.kind if reading.kind != "unknown" else None,
        level=reading.level,
        jurisdiction=reading.jurisdiction,
        candidates=reading.candidates,
        reason=reading.reason or ("几个地方同名" if reading.candidates else ""),
        members=reading.members,
        until=reading.valid_to,
        current=now,
    )
