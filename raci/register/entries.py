"""The rows of the register's tables as values: kinds, levels, bodies, offices, brands, steps of succession."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from raci.register.body_id import BodyEnding, BodyId

__all__ = [
    "BodyEntry",
    "BodyKind",
    "BodyRow",
    "EndingSpelling",
    "EnterpriseBrand",
    "FieldOffice",
    "LevelName",
    "LevelWord",
    "NameSuffix",
    "OwnName",
    "SuccessionStep",
    "VerticalOffice",
]


@dataclass(frozen=True, slots=True)
class BodyKind:
    """What a body is (kinds.csv); ``unknown`` is what names nobody.

    ``carries_level``: its level holds for the names after it. ``has_units``: its name may be followed by that of a
    part. ``needs_stem``: the ending alone is no name. ``compared``: similar names of one document are reported.
    """

    kind: str
    carries_level: bool = False
    has_units: bool = False
    needs_stem: bool = False
    compared: bool = False


@dataclass(frozen=True, slots=True)
class LevelWord:
    """A word that says a level before a body's name (levels.csv).

    ``level`` is empty where it never stands alone; ``called`` is the word by which a document of a place whose name
    ends so calls its own bodies; ``usual``: the word for the level where no place is known; ``committee``: what the
    Party's committee of such a place is called where that is not 委.
    """

    word: str
    level: str
    called: str = ""
    usual: bool = False
    committee: str = ""


@dataclass(frozen=True, slots=True)
class NameSuffix:
    """An ending of names (suffixes.csv).

    ``level``: where only bodies of one level end so; ``branch``: the ending of local branches; ``lasting``: a body
    that ends so keeps its ending when its duty goes to another.
    """

    suffix: str
    short: str
    code: str
    level: str = ""
    branch: str = ""
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class EndingSpelling:
    """The full form of a short ending (spellings.csv); ``code`` is its part of an id."""

    short: str
    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class FieldOffice:
    """An ending of offices that stand under a central organ and are named by their seat alone (field_offices.csv)."""

    short: str
    name: str
    kind: str


class LevelName(NamedTuple):
    """The full name of a body at one level, and the code that tells it from those of other levels."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row of bodies.csv or party.csv.

    ``suffix`` is the first of the endings, ``ranks`` the usual endings of province, city and county. ``by_level``
    holds full names that differ from level to level (courts); ``around`` a full name with the place inside, at
    ``{place}``. ``several``: the row lists bodies of different duties. ``takes_committee``: an organ of the Party
    whose full name has 委 before it.
    """

    name: str
    kind: str
    suffix: str = ""
    ranks: tuple[str, str, str] = ("", "", "")
    by_level: Mapping[str, LevelName] = field(default_factory=dict)
    around: str = ""
    several: bool = False
    takes_committee: bool = True

    def level_of(self, stem: str) -> str | None:
        """The level whose bodies bear the full name."""
        return next((level for level, ranked in self.by_level.items() if ranked.name == stem), None)

    def stem_at(self, level: str | None) -> str | None:
        """The full name at a level, where it is a particular one."""
        ranked = self.by_level.get(level or "")
        return ranked.name if ranked else None

    def placed(self, place: str) -> str:
        """The full name with a place inside."""
        return self.around.replace("{place}", place)

    @property
    def stem_after_place(self) -> str:
        """What follows the place in a name that has it inside."""
        return self.around.partition("{place}")[2]


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A way to write a body without its place: ``stem`` is the full name, ``body`` the id of what it is.

    ``keeps_place``: the place before it is part of its name, and is left as written (湖南日报社). ``national``: the
    body is the country's.
    """

    stem: str
    body: BodyId
    kind: str
    valid_from: int | None = None
    valid_to: int | None = None
    keeps_place: bool = False
    national: bool = False


@dataclass(frozen=True, slots=True)
class OwnName:
    """A body of a user's register; with ``apart`` a spelling that is to be kept as a body of its own."""

    name: str
    kind: str = ""
    level: str = ""
    id: str = ""
    valid_from: int | None = None
    valid_to: int | None = None
    successor: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class VerticalOffice:
    """Local offices of a central organ (verticals.csv): its name, what follows the place, and how both are shortened.

    ``place`` says how the official name has the place: ``full``, ``short``, ``written``, ``capital`` (seats of
    provinces without 市, other cities with it), ``branch`` (so do the branches of the People's Bank), or ``alone``
    (the name is the place and the ending). ``org_when`` says when the official name begins with the organ's: always
    (empty), ``placed`` (the place is known) or ``named`` (the text itself names the place). ``seat`` is the code of
    the place that is meant where none is written; ``national`` where that is the organ's head office.
    """

    id: str
    org: str
    orgs: tuple[str, ...]
    tail: str
    tails: tuple[str, ...]
    local: tuple[str, ...]
    place: str
    level: str
    org_when: str = ""
    seat: str = ""
    valid_from: int | None = None
    valid_to: int | None = None

    #: all that such an office's name may end with: worked out once, as many names are tried on it
    endings: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "endings", (*self.tails, *self.local))


@dataclass(frozen=True, slots=True)
class EnterpriseBrand:
    """An enterprise with branches (enterprises.csv): how they are named, and shortened.

    ``name`` is the pattern of a branch's name, ``city`` that of a branch below a province where it is another, and
    ``city_pattern`` finds the latter.
    """

    id: str
    name: str
    city: str
    shorts: tuple[str, ...]
    units: tuple[str, ...]
    city_pattern: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class SuccessionStep:
    """One step of succession: what ``before`` did is done by ``after`` from ``year`` on (at ``scope``, or anywhere).

    ``scope`` holds levels, or short names of places for which this step holds and no other does. ``place`` says how
    the place changes (see ``succession_steps``).
    """

    before: BodyEnding
    after: BodyEnding
    year: int
    scope: frozenset[str]
    place: frozenset[str] = frozenset()
    note: str = ""
