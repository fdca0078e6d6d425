"""What a name says, as one value, and what is known beside the name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from raci.register.body_id import UNLISTED, BodyId
from raci.register.places import RegisterPlace

__all__ = ["BY_ENDING", "STATE_COUNCIL_FORM", "NameContext", "NameReading"]

#: ``how`` of a short form that the State Council's documents use for the national body
STATE_COUNCIL_FORM = "国务院文件写法"
#: ``how`` of a name that no table holds, known by its ending alone
BY_ENDING = "按结尾判断"


class NameReading(NamedTuple):
    """What a name says.

    ``prefix`` is the place or level before the body's own name (``stem``), ``body`` its id without the place,
    ``level_word`` the level word where the prefix is nothing else. ``standalone`` says that the name needs no level
    from what stands before it. ``members`` are those of a collective that are named or known; ``successor`` is what a
    user's register says; ``local`` is the local body of a name that by itself is the State Council's (发展改革委).
    ``shared_from`` is the name further on whose ending this one has too (教育、财政部门).
    """

    name: str
    kind: str = "unknown"
    canonical: str | None = None
    level: str | None = None
    prefix: str = ""
    stem: str = ""
    body: BodyId | None = None
    level_word: str = ""
    place: RegisterPlace | None = None
    standalone: bool = True
    how: str = ""
    candidates: tuple[str, ...] = ()
    reason: str = ""
    plates: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    successor: str = ""
    local: BodyId | None = None
    valid_from: int | None = None
    valid_to: int | None = None
    shared_from: str = ""

    @property
    def body_id(self) -> BodyId | None:
        """The lasting id: the body's, with the place's code or the prefix as written; None for what is no body."""
        if self.kind in ("unknown", "person") or self.canonical is None:
            return None
        body = self.body or BodyId(f"{UNLISTED}{self.stem or self.canonical}")
        # 财政厅 can only be the province's: one body with 省财政厅
        return body.placed_at(
            self.place.code if self.place else self.prefix or ("省" if self.level == "province" else "")
        )

    @property
    def id(self) -> str | None:
        """``body_id`` as written."""
        return None if (body := self.body_id) is None else str(body)

    @property
    def jurisdiction(self) -> str | None:
        """The place's name."""
        if self.place:
            return self.place.name
        return self.prefix if len(self.prefix) > 2 and not self.level_word else None


@dataclass(frozen=True, slots=True)
class NameContext:
    """What is known beside the name: the document's place, level and year, and the name just before.

    ``place_name`` is a place that the register does not hold (newer, or invented); ``carried`` the reading whose
    level the next name may have left out. ``organization`` is the company, school or hospital whose document it is.
    """

    place: RegisterPlace | None = None
    level: str | None = None
    year: int | None = None
    place_name: str = ""
    carried: NameReading | None = None
    organization: str | None = None
