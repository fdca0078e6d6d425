"""A part of a study: the tasks, memberships and issuers of all documents, or of those of one window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pandas as pd

from raci.config.lookup import names
from raci.config.options.network import NetworkOptions
from raci.errors import OptionError
from raci.networks.incidence import Incidence, incidence, scope_of
from raci.networks.material import Material
from raci.networks.nodes import BodyFacts, Node, NodeCollector

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ISSUERS", "MEMBERS", "Issuers", "Members", "Slice", "whole"]

#: columns of ``Members.rows`` and of ``Issuers.rows``
MEMBERS = ("document", "group", "position", "node")
ISSUERS = ("document", "node")


@dataclass(frozen=True, eq=False)
class Members:
    """Who is in which group: a row for each membership of a body; ``without_body`` counts those of none."""

    rows: pd.DataFrame
    nodes: Mapping[str, Node]
    without_body: int = 0


@dataclass(frozen=True, eq=False)
class Issuers:
    """Who issued which document: a row for each body and document; ``unknown`` counts documents that name nobody."""

    rows: pd.DataFrame
    nodes: Mapping[str, Node]
    unknown: int = 0


@dataclass(frozen=True, eq=False)
class Slice:
    """All that networks are projected from, of the documents with these numbers; ``name`` is the window's."""

    name: str
    numbers: frozenset[int]
    work: Incidence
    members: Members
    issuers: Issuers
    topics: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def within(self, name: str, numbers: frozenset[int]) -> Slice:
        """The part of some documents, as a window of that name."""
        members, issuers = self.members.rows, self.issuers.rows
        return replace(
            self,
            name=name,
            numbers=numbers,
            work=self.work.within(numbers),
            members=replace(self.members, rows=members[members["document"].isin(numbers)]),
            issuers=replace(self.issuers, rows=issuers[issuers["document"].isin(numbers)]),
        )


def whole(material: Material, options: NetworkOptions, name: str) -> Slice:
    """The slice of all documents. Raises OptionError for rows with a role that is unknown."""
    return Slice(
        name,
        frozenset(range(len(material.documents))),
        incidence(material, options),
        _members(material, options),
        _issuers(material, options),
        options.topics,
    )


def _members(material: Material, options: NetworkOptions) -> Members:
    collector, scopes = NodeCollector(options.by), scope_of(material.documents)
    found, without = [], 0
    columns = ("document_no", "group", "position", "department", "canonical", "department_id")
    for number, group, position, *body in material.memberships[list(columns)].itertuples(index=False):
        name, canonical, own_id = (None if value is None or pd.isna(value) else str(value) for value in body)
        if not name:
            without += 1
            continue
        facts = _facts(name, canonical, own_id, scopes[number])
        found.append((number, group, position, collector.add(facts, scopes[number])))
    return Members(pd.DataFrame(found, columns=list(MEMBERS)), collector.nodes(), without)


def _issuers(material: Material, options: NetworkOptions) -> Issuers:
    documents = material.documents
    collector, scopes = NodeCollector(options.by), scope_of(documents)
    found: list[tuple[int, str]] = []
    if material.issuers is not None:
        columns = ("document_no", "name", "canonical", "department_id", "kind", "level", "jurisdiction")
        for number, *body in material.issuers[list(columns)].itertuples(index=False):
            known = [None if value is None or pd.isna(value) else str(value) for value in body]
            found.append((number, collector.add(BodyFacts(str(known[0]), *known[1:]), scopes[number])))
        found = list(dict.fromkeys(found))
        unknown = len(documents) - len({number for number, _ in found})
        return Issuers(pd.DataFrame(found, columns=list(ISSUERS)), collector.nodes(), unknown)
    unknown = 0
    for number, written in enumerate(documents["issuers"]):
        listed = list(_split(written))
        unknown += not listed
        keys = {collector.add(facts, scopes[number]): None for facts in _resolved(tuple(listed), scopes[number])}
        found += [(number, key) for key in keys]
    return Issuers(pd.DataFrame(found, columns=list(ISSUERS)), collector.nodes(), unknown)


def _split(written: object) -> Iterator[str]:
    if isinstance(written, str):
        yield from (name.strip() for name in written.split("；") if name.strip())


def _facts(name: str, canonical: str | None, own_id: str | None, place: str) -> BodyFacts:
    """What the register knows of a body that a membership names: its table has neither kind nor level."""
    facts = _resolved((name,), place)[0]
    if own_id is None or facts.id == own_id:
        return facts if own_id else BodyFacts(name, canonical)
    return BodyFacts(name, canonical, own_id, facts.kind, facts.level, facts.jurisdiction)


def _resolved(listed: tuple[str, ...], place: str) -> list[BodyFacts]:
    if not listed:
        return []
    try:
        found = names(listed, place=place)
    except OptionError:  # a place that the register does not know, or none
        found = names(listed)
    return [BodyFacts(name.name, name.canonical, name.id, name.kind, name.level, name.place) for name in found]
