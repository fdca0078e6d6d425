"""The register as one value: what the tables hold, indexed by how it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from raci.register.body_id import BodyId
from raci.register.entries import (
    BodyEntry,
    BodyKind,
    BodyRow,
    EndingSpelling,
    EnterpriseBrand,
    FieldOffice,
    LevelWord,
    NameSuffix,
    OwnName,
    SuccessionStep,
    VerticalOffice,
)
from raci.register.name_patterns import NamePattern, patterns_of_group
from raci.register.places import RegisterPlace

__all__ = ["BodyIndex", "PlaceIndex", "Register"]


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """places.csv: ``named`` by full name, former ones too; the others hold only places of today."""

    named: Mapping[str, tuple[RegisterPlace, ...]] = field(default_factory=dict)
    shorts: Mapping[str, RegisterPlace] = field(default_factory=dict)  # provinces and cities
    codes: Mapping[str, RegisterPlace] = field(default_factory=dict)
    counties: Mapping[str, tuple[RegisterPlace, ...]] = field(default_factory=dict)  # by short name
    by_province: Mapping[str, tuple[RegisterPlace, ...]] = field(default_factory=dict)  # first two digits → places
    longest: int = 0
    endings: frozenset[str] = frozenset()  # the last three characters of the names

    def within(self, place: RegisterPlace, level: str) -> tuple[RegisterPlace, ...]:
        """The places of a level within a place."""
        near = self.by_province[place.code[:2]]
        return tuple(inner for inner in near if inner.level == level and inner.is_within(place))

    def province_of(self, place: RegisterPlace) -> RegisterPlace | None:
        """The province that holds, or is, the place."""
        return self.codes.get(f"{place.code[:2]}0000")

    def parent(self, place: RegisterPlace) -> RegisterPlace | None:
        """The place above; None for a province."""
        if place.level == "county":
            return self.codes.get(f"{place.code[:4]}00") or self.province_of(place)
        return self.province_of(place) if place.level == "city" else None

    def path(self, place: RegisterPlace) -> str:
        """The place's name with those of the places above: 吉林省长春市朝阳区."""
        above = self.parent(place)
        return (self.path(above) if above is not None and above.code != place.code else "") + place.name


@dataclass(frozen=True, slots=True)
class BodyIndex:
    """The bodies by their names without the place; keys are folded by ``fold_name``."""

    rows: Mapping[str, BodyRow] = field(default_factory=dict)  # id → row of bodies.csv or party.csv
    local: Mapping[str, BodyEntry] = field(default_factory=dict)
    party: Mapping[str, BodyEntry] = field(default_factory=dict)
    party_alone: frozenset[str] = frozenset()  # known without 委 too
    local_ends: frozenset[str] = frozenset()  # what the names of these end with, by ``name_ends``
    party_ends: frozenset[str] = frozenset()
    national: Mapping[str, BodyEntry] = field(default_factory=dict)
    national_ids: Mapping[str, BodyEntry] = field(default_factory=dict)  # id → its entry
    national_bare: Mapping[str, BodyEntry] = field(default_factory=dict)  # as the State Council's documents write
    national_of_local: Mapping[str, tuple[BodyEntry, ...]] = field(default_factory=dict)  # id of the local row → bodies


@dataclass(frozen=True, eq=False, slots=True)
class Register:
    """All tables and patterns, and a user's own names. Equal where the texts are from which it was made."""

    fingerprint: str
    kinds: Mapping[str, BodyKind]
    levels: tuple[LevelWord, ...]
    places: PlaceIndex
    bodies: BodyIndex
    suffixes: Mapping[str, NameSuffix]
    verticals: tuple[VerticalOffice, ...]
    field_offices: Mapping[str, FieldOffice]  # by ending
    brands: tuple[EnterpriseBrand, ...]
    offices: Mapping[str, str]  # these four: short form → full form
    zones: Mapping[str, str]
    congress: Mapping[str, str]
    duties: Mapping[str, str]
    functions: Mapping[str, str]  # row → the row of the same function that is called otherwise elsewhere
    spellings: Mapping[str, tuple[EndingSpelling, ...]]  # use → the longest first
    signs: Mapping[str, str]  # character of a document's number → code of the province
    steps: Mapping[str, Mapping[str, tuple[SuccessionStep, ...]]]  # duty → ending of the name, or nothing → steps
    patterns: Mapping[str, NamePattern]
    level_words: Mapping[str, str]  # word → level, of those that may stand alone
    vertical_endings: tuple[str, ...] = ()
    own_names: Mapping[str, OwnName] = field(default_factory=dict)  # a user's, by folded name

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Register) and other.fingerprint == self.fingerprint

    def with_own_names(self, own_names: Mapping[str, OwnName]) -> Register:
        """The register with exactly these names of a user's."""
        tables = self.fingerprint.partition("+")[0]
        if not own_names:
            return replace(self, fingerprint=tables, own_names={})
        content = repr(sorted(own_names.items(), key=lambda pair: pair[0]))
        digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
        return replace(self, fingerprint=f"{tables}+{digest}", own_names=dict(own_names))

    def row_of(self, body: BodyId | None) -> BodyRow | None:
        """The row of the tables that holds a body."""
        return None if body is None else self.bodies.rows.get(body.row)

    def vertical(self, id: str) -> VerticalOffice | None:
        """The row of verticals.csv of an id."""
        return next((office for office in self.verticals if office.id == id), None)

    def level_by_pattern(self, prefix: str, text: str) -> str | None:
        """The level that the first fitting pattern of a group (``set.level.``) gives; None where it gives none."""
        holding = (pattern for pattern in patterns_of_group(prefix) if pattern.holds(text))
        pattern = next(holding, None)
        return None if pattern is None else pattern.level or None

    def spelled(self, use: str, ending: str) -> str:
        """The full form of a short ending, or the ending itself."""
        return next((spelling.name for spelling in self.spellings.get(use, ()) if spelling.short == ending), ending)

    def level_of_suffix(self, stem: str) -> str | None:
        """The level whose bodies alone end so (厅: the province's)."""
        ended = (suffix.level for suffix in self.suffixes.values() if suffix.level and stem.endswith(suffix.suffix))
        return next(ended, None)

    def committee_of(self, prefix: str) -> str:
        """What the Party's committee of a place is called: 党委 of an autonomous region, else 委."""
        return next((word.committee for word in self._words_meaning(prefix) if word.committee), "委")

    def level_word_of(self, place: RegisterPlace) -> str:
        """The word by which a document of that place calls its own bodies: 省, 自治区, 市, 州, 县, 区."""
        return next((word.called for word in self._words_meaning(place.name) if word.called), "")

    def _words_meaning(self, place: str) -> Iterator[LevelWord]:
        """The level words that mean places of such a sort: 第八师石河子市 is a 师市, not a 市."""
        if self.patterns["place.division"].holds(place):
            return (word for word in self.levels if word.word == "师市")
        return (word for word in self.levels if place.endswith(word.word))

    def usual_level_word(self, level: str | None) -> str:
        """The usual word for a level where no place is known: 省, 市, 县."""
        return next((word.word for word in self.levels if word.usual and word.level == level), "")
