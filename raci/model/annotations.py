"""Annotations: what one match of one rule in one clause says of who does what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from raci.model.places import Span
from raci.model.roles import Basis, Role

__all__ = ["Annotation", "Deadline", "Group", "Mention"]


class Mention(NamedTuple):
    """A body's name as written, with its span; ``group`` counts the separator groups (``,``) before it.

    ``full`` is the whole name where what is written shares its ending with the names behind it: 市场监管 of
    市场监管、税务部门 is 市场监管部门, 云州 of 云州、南屏等市人民政府 is 云州市人民政府; else it is empty.
    """

    text: str
    start: int
    end: int
    group: int = 0
    full: str = ""

    def moved(self, by: int) -> Mention:
        """The same mention in a text that begins ``by`` characters earlier."""
        text, start, end, group, full = self
        return tuple.__new__(Mention, (text, start + by, end + by, group, full))


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one annotation that share a role, with the id of the rule that gave it."""

    role: Role
    mentions: tuple[Mention, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit: ``text`` as written, ``due`` an ISO date (the last day meant) where it is one."""

    text: str
    due: str | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Annotation:
    """One match of one rule in one clause.

    ``clauses`` lists the clauses it speaks for (indexes, the one it belongs to first; the others inherit);
    ``quote`` is the annotation verbatim, ``text[start:end]``. ``inherited_from`` is the sentence or the heading
    that it comes from, where it is not said of the clause itself. ``unread`` are the spans in it that were not
    understood.
    """

    rule: str
    start: int
    end: int
    quote: str
    clauses: tuple[int, ...]
    groups: tuple[Group, ...] = ()
    deadline: Deadline | None = None
    basis: Basis = "annotation"
    inherited_from: str | None = None
    unread: tuple[Span, ...] = ()
