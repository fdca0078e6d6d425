"""The values of the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["KINDS", "LEVELS", "LEVEL_WORDS", "NameContext", "Entry", "Own", "NameReading", "RegisterPlace", "Step"]

#: what a body is; ``unknown`` is what names nobody
KINDS = frozenset(
    (
        *("government", "party", "vertical", "legislative", "judicial", "mass", "enterprise", "institution", "office"),
        *("local_government", "collective", "zone", "military", "person", "unknown"),
    )
)
#: from the top
LEVELS = ("national", "province", "city", "county", "township")
#: the words that say a level before a body's own name
LEVEL_WORDS = {
    "省": "province",
    "自治区": "province",
    "市": "city",
    "设区市": "city",
    "州": "city",
    "自治州": "city",
    "地区": "city",
    "盟": "city",
    "县": "county",
    "自治县": "county",
    "区": "county",
    "旗": "county",
    "镇": "township",
    "乡": "township",
    "街道": "township",
}


@dataclass(frozen=True, slots=True)
class RegisterPlace:
    """A division of the country: its code of GB/T 2260, name, short name and level.

    ``last_listed`` is the last year in which an edition of the standard lists a name that is gone (else 0);
    ``successor`` the code of the place that it became.
    """

    code: str
    name: str
    short: str
    level: str
    last_listed: int = 0
    successor: str = ""

    @property
    def stem(self) -> str:
        """The digits that the codes of all places within share."""
        return self.code[: {"province": 2, "city": 4}.get(self.level, 6)]

    @property
    def capital(self) -> bool:
        """Whether it is the seat of a province."""
        return self.code.endswith("0100") and self.level == "city"


@dataclass(frozen=True, slots=True)
class Entry:
    """A way to write a body without its place: ``tail`` is the full name, ``body`` the id of what it is.

    ``own_place``: the place before it is part of its name, and is left as written (湖南日报社).
    """

    tail: str
    body: str
    kind: str
    valid_from: int | None = None
    valid_to: int | None = None
    table: str = "bodies"
    own_place: bool = False


@dataclass(frozen=True, slots=True)
class Own:
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
class Step:
    """One step of succession: what ``before`` did is done by ``after`` from ``year`` on (at ``scope``, or anywhere).

    ``scope`` holds levels, or short names of places for which this step holds and no other does.
    """

    before: str
    after: str
    year: int
    scope: frozenset[str]
    note: str = ""


class NameReading(NamedTuple):
    """What a name says.

    ``head`` is the place or level before the body's own name (``tail``), ``body`` its id in the register without
    the place, ``word`` the level word where the head is nothing else. ``own`` says that the name stands by itself:
    no level is carried into it. ``members`` are those of a collective that are named or known.
    """

    name: str
    kind: str = "unknown"
    canonical: str | None = None
    level: str | None = None
    head: str = ""
    tail: str = ""
    body: str = ""
    word: str = ""
    place: RegisterPlace | None = None
    own: bool = True
    how: str = ""
    candidates: tuple[str, ...] = ()
    reason: str = ""
    plates: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    successor: str = ""  # a user's own
    local: str = ""  # the local body of a name that by itself is the State Council's (发展改革委)
    valid_from: int | None = None
    valid_to: int | None = None

    @property
    def id(self) -> str | None:
        """The lasting id: the body's, ``@``, the place's code or the head as written."""
        if self.kind in ("unknown", "person") or self.canonical is None:
            return None
        body = self.body or f"~{self.tail or self.canonical}"
        # 财政厅 can only be the province's: one body with 省财政厅
        where = self.place.code if self.place else self.head or ("省" if self.level == "province" else "")
        return f"{body}@{where}" if where else body

    @property
    def jurisdiction(self) -> str | None:
        """The place's name."""
        return self.place.name if self.place else (self.head if len(self.head) > 2 and not self.word else None)


@dataclass(frozen=True, slots=True)
class NameContext:
    """What is known beside the name: the document's place, level and year, and the name just before.

    ``place_name`` is a place that the register does not hold (newer, or invented); ``carried`` the reading whose
    level the next name may have left out.
    """

    place: RegisterPlace | None = None
    level: str | None = None
    year: int | None = None
    place_name: str = ""
    carried: NameReading | None = None
