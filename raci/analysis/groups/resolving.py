"""Members of groups to bodies: which body each name means, as in assignments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from raci.analysis.resolve import resolve
from raci.model import Annotation, Clause, Department, Document, Group, Mention
from raci.model.work_groups import GroupMember, WorkGroup
from raci.register.naming import Naming

__all__ = ["resolve_members"]

#: what is meant by a name in a list: that of the list, and the name
_InList = tuple[int, str]


def resolve_members(document: Document, groups: Sequence[WorkGroup], naming: Naming) -> tuple[WorkGroup, ...]:
    """The groups with what the register knows of each body. Raises OptionError for a place that is none.

    A level is carried from name to name of one list, as in assignments: 省工信厅、财政厅.
    """
    lists = [(group, list(members)) for group in groups for members in _lists(group)]
    clauses = [Clause(index, None, 0, "", "", 0, 0) for index in range(len(lists))]
    annotations = [_annotation(index, members) for index, (_, members) in enumerate(lists)]
    known: dict[_InList, Department] = {}
    if any(annotation.groups[0].mentions for annotation in annotations):
        for one in resolve(document, clauses, annotations, naming):
            known.setdefault((one.clause.index, one.department.name), one.department)
    resolved: dict[int, list[GroupMember]] = {id(group): [] for group in groups}
    for index, (group, members) in enumerate(lists):
        resolved[id(group)] += [_resolved(member, index, known) for member in members]
    return tuple(replace(group, members=tuple(resolved[id(group)])) for group in groups)


def _lists(group: WorkGroup) -> Iterator[Iterator[GroupMember]]:
    """The members of a group that stand in one list: of one position, told by the same words."""
    for _, members in groupby(group.members, key=lambda member: (member.position, member.quote)):
        yield members


def _annotation(index: int, members: Sequence[GroupMember]) -> Annotation:
    written = dict.fromkeys(member.department.name for member in members if member.department is not None)
    mentions = tuple(Mention(name, 0, 0, 0) for name in written)
    return Annotation("groups", 0, 0, "", (index,), (Group("responsible", mentions),))


def _resolved(member: GroupMember, index: int, known: dict[_InList, Department]) -> GroupMember:
    if member.department is None:
        return member
    return replace(member, department=known.get((index, member.department.name), member.department))
