"""A group as offices draw it: the rows of head, deputies, members, office and parts, and what stands in each box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from raci.escaping import clean
from raci.model.work_groups import POSITION_WORDS, GroupMember, Position, WorkGroup

__all__ = ["GroupTier", "TierBox", "group_tiers", "is_told_whole", "parts_of"]

_OFFICE, _LEADING, _PARTS = "办公室", "牵头", "下设机构"
#: which positions stand in a row together, from above
_ROWS: tuple[tuple[Position, ...], ...] = (
    ("head",),
    ("deputy",),
    ("member",),
    ("office", "office_head", "office_deputy", "contact"),
)


@dataclass(frozen=True, slots=True)
class TierBox:
    """Somebody in a row, or a part of the group: a title above where the row does not say it, a name, other words.

    ``title`` is what somebody is, "" where the label of the row says it; ``name`` a person's or a part's, ``words``
    the post or the body. ``leads`` says that it is a head, ``seat`` that it is where the office is. ``quote`` is the
    evidence, ``full_title`` the position in any case.
    """

    title: str
    name: str
    words: str
    full_title: str
    leads: bool = False
    seat: bool = False
    quote: str = ""
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class GroupTier:
    """A row: its label, and who stands in it."""

    label: str
    boxes: tuple[TierBox, ...]


def parts_of(group: WorkGroup, groups: Sequence[WorkGroup]) -> list[WorkGroup]:
    """The groups that are parts of a group."""
    return [each for each in groups if each.within == group.name and each is not group]


def is_told_whole(group: WorkGroup, groups: Sequence[WorkGroup]) -> bool:
    """Whether the box of a part in the group that it is of tells all of it: nobody is known but who leads it."""
    is_part = any(group in parts_of(each, groups) for each in groups if each.name == group.within)
    return is_part and all(member.position == "head" for member in group.members)


def group_tiers(group: WorkGroup, parts: Sequence[WorkGroup] = ()) -> Iterator[GroupTier]:
    """The rows of a group that hold somebody, each named by the words that the document uses for most of them.

    ``parts`` are the groups that it consists of: a row of their own below the others.
    """
    for positions in _ROWS:
        members = [each for position in positions for each in group.members if each.position == position]
        if members:
            label = _OFFICE if positions == _ROWS[-1] else _label(positions[0], [_title(each) for each in members])
            yield GroupTier(label, tuple(_box(member, label) for member in members))
    if parts:
        yield GroupTier(_PARTS, tuple(map(_part_box, parts)))


def _label(position: Position, titles: Sequence[str]) -> str:
    """What a row is called: 副组长 for 常务副组长 too, the title of most; 负责人 for a 政委 beside a 指挥长."""
    counted = Counter(titles)
    shared = next((title for title in counted if all(each.endswith(title) for each in counted)), "")
    title, count = counted.most_common(1)[0]
    is_usual = position == "member" or 2 * count > len(titles)
    return shared or (title if is_usual else POSITION_WORDS[position])


def _title(member: GroupMember) -> str:
    """The position in the words of the document; 牵头单位, 牵头人 for who leads."""
    title = clean(member.title)
    if title == _LEADING:
        return f"{title}人" if member.name or member.post else f"{title}单位"
    return title or POSITION_WORDS[member.position]


def _box(member: GroupMember, label: str) -> TierBox:
    """Somebody; the title stands above in the row of the office, and for 常务副组长 among the 副组长."""
    is_office = member.position in _ROWS[-1]
    title = POSITION_WORDS[member.position] if is_office else _title(member)
    return TierBox(
        title=title if is_office or (title != label and member.position != "member") else "",
        name=clean(member.name or ""),
        words=clean(member.post or (member.department.name if member.department else "") or ""),
        full_title=title,
        leads=member.position == "head",
        seat=member.position == "office",
        quote=clean(member.quote),
    )


def _part_box(part: WorkGroup) -> TierBox:
    """A part with those who lead it."""
    named: dict[str, list[str]] = {}
    for head in part.members:
        if head.position == "head":
            who = head.name or head.post or (head.department.name if head.department else "")
            named.setdefault(_title(head), []).append(clean(who))
    led = "；".join(f"{title}：{'、'.join(names)}" for title, names in named.items())
    return TierBox("", clean(part.name), led, _PARTS, quote=f"{len(part.members)} 个成员和职位", is_part=True)
