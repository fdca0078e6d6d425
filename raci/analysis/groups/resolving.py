"""Members of groups to bodies: which body each name means, as in assignments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from raci.analysis.resolve import resolve
from raci.model import Annotation, Clause, Department, Document, Group, Mention
from raci.model.work_groups import GroupMember, WorkGroup
from raci.register.naming import Naming

__all__ = ["resolve_members"]


def resolve_members(document: Document, groups: Sequence[WorkGroup], naming: Naming) -> tuple[WorkGroup, ...]:
    """The groups with what the register knows of each body. Raises OptionError for a place that is none."""
    written = dict.fromkeys(
        member.department.name for group in groups for member in group.members if member.department is not None
    )
    mentions = tuple(Mention(name, 0, 0, index) for index, name in enumerate(written))
    if not mentions:
        return tuple(groups)
    annotation = Annotation("groups", 0, 0, "", (0,), (Group("responsible", mentions),))
    clause = Clause(0, None, 0, "", "", 0, 0)
    known = {one.department.name: one.department for one in resolve(document, (clause,), (annotation,), naming)}
    return tuple(
        replace(group, members=tuple(_resolved(member, known) for member in group.members)) for group in groups
    )


def _resolved(member: GroupMember, known: dict[str, Department]) -> GroupMember:
    if member.department is None:
        return member
    return replace(member, department=known.get(member.department.name, member.department))
