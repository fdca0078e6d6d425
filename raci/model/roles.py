"""Roles, each declared by one value, and what is known of an assignment by one word: its basis and its origin.

A new role is a value in ``ROLE_TYPES`` and its key in ``Role``; words, profiles, templates, the schema of rows, the
columns of tables and what is read back by hand all follow from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = [
    "BASES",
    "PERSON_ROLES",
    "ROLES",
    "ROLE_BY_WORD",
    "ROLE_TYPES",
    "Basis",
    "Origin",
    "Role",
    "RoleType",
    "role_of",
]

#: the keys of the roles, for type checkers; a test holds them to ROLE_TYPES
Role = Literal["lead", "responsible", "support", "guide", "leader", "inform", "approve"]
Basis = Literal["annotation", "table", "inherited", "prose"]
#: all that an assignment may be known by, in the order of how exact it is
BASES: tuple[Basis, ...] = ("annotation", "table", "inherited", "prose")
Origin = Literal["text", "ocr", "hand"]


@dataclass(frozen=True, slots=True)
class RoleType:
    """A role: ``key`` in data, ``word`` in tables, ``heading`` over a column of who has it.

    ``column`` is the place of that column in 任务分工, which has it even where it is empty if the role is ``usual``.
    A role that ``names_persons`` is had by persons, who stand neither in the matrix nor in the graph.
    """

    key: Role
    word: str
    heading: str
    column: int
    usual: bool = False
    names_persons: bool = False


#: the roles in the order in which tables show them
ROLE_TYPES: tuple[RoleType, ...] = (
    RoleType("lead", "牵头", "牵头单位", column=1, usual=True),
    RoleType("responsible", "责任", "责任单位", column=2, usual=True),
    RoleType("support", "配合", "配合单位", column=3, usual=True),
    RoleType("guide", "指导", "指导单位", column=4),
    RoleType("leader", "责任领导", "责任领导", column=7, names_persons=True),
    RoleType("inform", "知晓", "知晓单位", column=6),
    RoleType("approve", "审批", "审批单位", column=5),
)

#: the keys of the roles, in that order
ROLES: tuple[Role, ...] = tuple(role.key for role in ROLE_TYPES)

#: the roles that persons have
PERSON_ROLES: frozenset[Role] = frozenset(role.key for role in ROLE_TYPES if role.names_persons)

#: the words and the keys by which a role is written → its key
ROLE_BY_WORD: Mapping[str, Role] = MappingProxyType(
    {written: role.key for role in ROLE_TYPES for written in (role.key, role.word)}
)


def role_of(written: str) -> Role | None:
    """The role that a person wrote as its word (牵头, 牵头单位) or its key (lead); None for anything else."""
    return ROLE_BY_WORD.get(written) or ROLE_BY_WORD.get(written.removesuffix("单位"))
