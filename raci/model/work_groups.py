"""Groups that a document sets up (领导小组, 指挥部, 专班, 联席会议 …), and who is in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from raci.model.assignments import Department

__all__ = ["POSITIONS", "POSITION_WORDS", "GroupMember", "Position", "WorkGroup"]

#: head 组长, deputy 副组长, member 成员, office 办公室设在, office_head 办公室主任, contact 联络员
Position = Literal["head", "deputy", "member", "office", "office_head", "office_deputy", "contact"]
POSITIONS: tuple[Position, ...] = ("head", "deputy", "member", "office", "office_head", "office_deputy", "contact")
POSITION_WORDS = MappingProxyType(
    {
        "head": "负责人",
        "deputy": "副职",
        "member": "成员",
        "office": "办公室设在",
        "office_head": "办公室主任",
        "office_deputy": "办公室副主任",
        "contact": "联络员",
    }
)


@dataclass(frozen=True, slots=True)
class GroupMember:
    """One membership: a person, a post, or a body, with its words.

    ``name`` is a person's, ``post`` as written; ``department`` is the body that the post is of, or that is itself the
    member; each is None where the document does not say it. ``title`` is the position as written (常务副组长).
    ``start``/``end`` span the words in the document's text, ``quote`` is the sentence or line.
    """

    position: Position
    title: str = ""
    name: str | None = None
    post: str | None = None
    department: Department | None = None
    start: int = 0
    end: int = 0
    quote: str = ""


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """A group with its members in the order of the document; ``start``/``end`` span its name where it is set up.

    ``within`` is the name of the group that it is a part of (综合协调组 of a 指挥部); empty where it is none.
    """

    document: str
    source: str
    name: str
    start: int
    end: int
    members: tuple[GroupMember, ...] = field(default=())
    within: str = ""
