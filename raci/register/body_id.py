"""The lasting ids of bodies: what their parts are, and how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["CONGRESS", "GOVERNMENT", "PARTY", "UNLISTED", "BodyEnding", "BodyId"]

#: a committee of the Party; its organs are ``party:`` and their id in party.csv
PARTY = "party"
#: a place's own government and its general office
GOVERNMENT = "government"
#: a people's congress or consultative conference, and their parts
CONGRESS = "congress"
#: begins the id of a body that no table holds; its name follows
UNLISTED = "~"


class BodyId(NamedTuple):
    """An id such as ``fagai.wei@620000``, in full ``row.suffix:variant/unit@place``.

    ``row`` is the id of a row of the tables (with ``party:`` before those of party.csv), or what kind of thing is named
    (``set``, ``office``, ``zone`` …); ``suffix`` the code of the ending (suffixes.csv); ``variant`` the full name where
    a row holds several, or the name of what no row holds; ``unit`` the part of the body that is meant; ``place`` the
    code of the place, or the place or level word as written.
    """

    row: str
    suffix: str = ""
    variant: str = ""
    unit: str = ""
    place: str = ""

    @classmethod
    def parse(cls, text: str) -> BodyId:
        """The parts of a written id; ``str`` of the result is ``text`` again, whatever it is."""
        body, _, place = text.partition("@")
        body, _, unit = body.partition("/")
        row, colon, variant = body.partition(":")
        if row == PARTY and colon:
            organ, _, variant = variant.partition(":")
            row = f"{PARTY}:{organ}"
        row, _, suffix = row.partition(".")
        parsed = cls(row, suffix, variant, unit, place)
        # a user may give any id: one that cannot be put together again is a row's as a whole
        return parsed if str(parsed) == text else cls(text)

    def __str__(self) -> str:
        body = f"{self.row}.{self.suffix}" if self.suffix else self.row
        for mark, part in ((":", self.variant), ("/", self.unit), ("@", self.place)):
            if part:
                body += mark + part
        return body

    @property
    def duty(self) -> str:
        """What bodies of one duty share, whatever they end with: the row, or without a suffix all except the place."""
        return self.row if self.suffix else str(self.placed_at(""))

    @property
    def is_party(self) -> bool:
        """Whether it is a committee of the Party or an organ of one."""
        return self.row.startswith(PARTY)

    @property
    def is_unlisted(self) -> bool:
        """Whether no table holds the body: it was judged by its ending."""
        return self.row.startswith(UNLISTED)

    @property
    def names_many(self) -> bool:
        """Whether the row says only what kind of body it is: one that no table holds, a government, a congress."""
        return self.is_unlisted or self.row in (GOVERNMENT, CONGRESS)

    def placed_at(self, place: str) -> BodyId:
        """The same body at a place."""
        return BodyId(self.row, self.suffix, self.variant, self.unit, place)

    def of_unit(self, name: str) -> BodyId:
        """A part of the body."""
        return self._replace(unit=f"{self.unit}/{name}" if self.unit else name)


@dataclass(frozen=True, slots=True)
class BodyEnding:
    """A body in successions.csv: its id, and after ``@`` the ending of the name that is meant (linye@厅)."""

    body: BodyId
    ending: str = ""

    @classmethod
    def parse(cls, text: str) -> BodyEnding:
        """The parts of a cell."""
        written = BodyId.parse(text)
        return cls(written.placed_at(""), written.place)
