"""Resolving: annotations to assignments, mentions to departments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from raci.analysis.assigning import AssignmentsOfDocument, MentionKey
from raci.analysis.defined_names import defined_names
from raci.analysis.own_names import meant_by
from raci.analysis.whose import context_of
from raci.model import Annotation, Assignment, Clause, Department, Document, Group, Mention
from raci.register.beside_offices import beside_offices
from raci.register.compiling import built_in
from raci.register.completing import carries_level, complete_reading
from raci.register.folding import fold_name
from raci.register.jurisdiction import DocumentWords
from raci.register.name_reader import read_name
from raci.register.name_reading import NameReading
from raci.register.naming import Naming
from raci.register.organizations import doubted, is_doubtful
from raci.register.register import Register
from raci.register.shared_endings import with_shared_endings
from raci.register.succession import find_current
from raci.register.unifying import unify_readings
from raci.rules.lexicon import lexicon_pattern
from raci.rules.traditional import as_simplified

__all__ = ["Identity", "identify", "resolve"]

_AS_USUAL = Naming()
#: later than all reforms that a register knows
_ALWAYS = 9999


def resolve(
    document: Document,
    clauses: Sequence[Clause],
    annotations: Sequence[Annotation],
    naming: Naming = _AS_USUAL,
    words: DocumentWords | None = None,
) -> tuple[Assignment, ...]:
    """The assignments in document order: clause by clause, in each as written.

    What the register does not know keeps its spelling; ``words`` are those of the document, where they are at hand
    (``whose.words_of``). Raises OptionError for a place that is none.
    """
    register = naming.register or built_in()
    names = _NamesOfDocument(document, annotations, naming, words)
    keys = [[list(names.keys_of(group)) for group in annotation.groups] for annotation in annotations]
    departments = {
        mention_key: list(_departments(reading, naming, register)) for mention_key, reading in names.settled().items()
    }
    told = AssignmentsOfDocument(document, departments)
    for order, annotation in enumerate(annotations):
        owner = clauses[annotation.clauses[0]]
        for index in annotation.clauses:
            told.add(annotation, order, clauses[index], owner, keys[order])
    return told.in_order()


class Identity(NamedTuple):
    """Whose document it is: who issued it, each resolved, and of which place and level; None where unknown."""

    issuers: tuple[Department, ...] = ()
    place: str | None = None
    level: str | None = None


def identify(
    document: Document,
    annotations: Sequence[Annotation],
    naming: Naming = _AS_USUAL,
    words: DocumentWords | None = None,
) -> Identity:
    """Whose document it is, by what it says of itself and by the names in it; ``words`` as in ``resolve``.

    Raises OptionError for a place that is none.
    """
    register = naming.register or built_in()
    written = [mention.text for annotation in annotations for group in annotation.groups for mention in group.mentions]
    context = context_of(document, [read_name(name, register) for name in written], naming, words)
    readings = [complete_reading(read_name(name, register), context, register) for name in document.issued_by()]
    issuers = tuple(_department(reading, naming, register) for reading in readings)
    place = context.place.name if context.place else context.place_name
    return Identity(issuers, place or None, context.level)


def _read_as_written(name: str, register: Register) -> NameReading:
    """What a name means; one in traditional characters is read as its simplified twin."""
    simplified = as_simplified(name)
    reading = read_name(simplified, register)
    return reading if simplified == name else reading._replace(name=name)


def _read_in(document: Document, name: str, defined: Mapping[str, str], register: Register) -> NameReading:
    """What a name means in a document, whose issuer is 我部 and which has defined short names."""
    meant = defined.get(name) or meant_by(name, document)
    reading = _read_as_written(meant, register)._replace(name=name) if meant is not None else None
    return reading if reading is not None and reading.kind != "unknown" else _read_as_written(name, register)


class _NamesOfDocument:
    """The names of one document, each resolved once for each way that it stands there."""

    def __init__(
        self, document: Document, annotations: Sequence[Annotation], naming: Naming, words: DocumentWords | None
    ) -> None:
        register = naming.register or built_in()
        written = [
            mention.full or mention.text
            for annotation in annotations
            for group in annotation.groups
            for mention in group.mentions
        ]
        self._register = register
        defined = defined_names(document.text)
        self._readings = {name: _read_in(document, name, defined, register) for name in set(written)}
        self._context = context_of(document, [self._readings[name] for name in written], naming, words)
        self._completed: dict[MentionKey, NameReading] = {}
        #: by name and the name whose ending it shares, whether it says the level of those behind it
        self._carrying: dict[tuple[str, str], bool] = {}

    def keys_of(self, group: Group) -> Iterator[MentionKey]:
        """The keys of a group's mentions. A level is carried from name to name, not over a comma."""
        for _, mentions in groupby(group.mentions, key=attrgetter("group")):
            level_from: NameReading | None = None
            for reading in self._readings_of(list(mentions)):
                takes_level = level_from is not None and not reading.prefix and not reading.standalone
                carried = level_from if takes_level else None
                person = group.role == "leader"
                mention_key = (reading.name, carried.name if carried else "", reading.shared_from, person)
                if mention_key not in self._completed:
                    self._completed[mention_key] = self._complete(reading, carried, person)
                yield mention_key
                if self._carries_level(reading):
                    level_from = reading

    def _carries_level(self, reading: NameReading) -> bool:
        known = self._carrying.get((reading.name, reading.shared_from))
        if known is None:
            known = carries_level(reading, self._context, self._register)
            self._carrying[reading.name, reading.shared_from] = known
        return known

    def _readings_of(self, mentions: Sequence[Mention]) -> list[NameReading]:
        """What the names of one list say, each by itself but for an ending that they share."""
        readings = [
            self._readings[mention.full]._replace(name=mention.text, shared_from=mention.full)
            if mention.full
            else self._readings[mention.text]
            for mention in mentions
        ]
        return with_shared_endings(readings, self._register, lambda name: read_name(name, self._register))

    def _complete(self, reading: NameReading, carried: NameReading | None, person: bool) -> NameReading:
        context = self._context if carried is None else replace(self._context, carried=carried)
        completed = complete_reading(reading, context, self._register)
        if context.level != "national" and is_doubtful(completed, self._register):
            completed = doubted(completed)
        # 李某, and 班主任, is a person whatever the part
        is_person = person or lexicon_pattern("name.of-person").fullmatch(reading.name) is not None
        if is_person and completed.kind == "unknown":
            return completed._replace(kind="person", reason="", candidates=())
        return completed

    def settled(self) -> Mapping[MentionKey, NameReading]:
        """What each key means, one canonical name for each body."""
        readings = beside_offices(list(self._completed.values()), self._register)
        return dict(zip(self._completed, unify_readings(readings), strict=True))


def _departments(reading: NameReading, naming: Naming, register: Register) -> Iterator[Department]:
    """What a reading means: one department, or the members of a collective where these are asked for."""
    members = _members(reading, naming.members)
    for name in members:
        department = _department(read_name(name, register), naming, register)
        yield replace(department, name=reading.name, canonical=department.canonical or name)
    if not members:
        yield _department(reading, naming, register)


def _members(reading: NameReading, wanted: Mapping[str, tuple[str, ...]] | None) -> tuple[str, ...]:
    if wanted is None or reading.kind != "collective":
        return ()
    own = next((members for name, members in wanted.items() if fold_name(name) == fold_name(reading.name)), ())
    return own or reading.members


def _department(reading: NameReading, naming: Naming, register: Register) -> Department:
    is_body = reading.canonical and reading.kind not in ("unknown", "person", "collective")
    successors = _carriers(reading, naming.as_of, register) if naming.as_of is not None and is_body else ()
    heirs = _carriers(reading, _ALWAYS, register) if reading.valid_to is not None and is_body else ()
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
        heirs=tuple(name for name in heirs if name != reading.canonical),
        current=successors,
    )


def _carriers(reading: NameReading, year: int, register: Register) -> tuple[str, ...]:
    """The canonical names of those that carry the duty of a body at a year."""
    return tuple(carrier.canonical for carrier in find_current(reading, year, register) if carrier.canonical)
