"""What is one node of a network: a body at its place, all bodies of one function, or those of one function and level.

A body that the register knows with its place, and a national one, is the same wherever it is named. What says only
what kind of body it is (各县区, 开发区, a name without its place) means another in another place: it is told apart by
the place of the document, or where that is not known by the document itself.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from raci.model.labels import LEVEL_WORDS
from raci.register.body_id import GOVERNMENT, BodyId
from raci.register.compiling import built_in
from raci.register.same_function import same_functions
from raci.rules.text_patterns import text_patterns
from raci.storage.unique_names import UniqueNames

__all__ = ["BodyFacts", "Node", "NodeCollector"]

#: kinds whose bodies are one wherever they are named, even without a place
_ONE_EVERYWHERE = frozenset(("government", "party", "vertical", "judicial", "mass", "enterprise", "institution"))
#: the office of a government is a 办公厅 or a 办公室
_OFFICES = {"bgt": "bgs"}
#: what a place's full name has and its short one has not
_PLACE_ENDINGS = "省市县区旗州盟"
_COMMITTEE = re.compile("^(?:中共)?委")


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """A body as rows have it; what is not known is None."""

    name: str
    canonical: str | None = None
    id: str | None = None
    kind: str | None = None
    level: str | None = None
    jurisdiction: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its key, its label (unique within a study), what is known of it, whether it stands for many bodies.

    ``unknown``: the register does not hold it, so that its name alone tells it from others.
    """

    key: str
    label: str
    kind: str
    level: str
    jurisdiction: str
    collective: bool
    names: tuple[str, ...]
    unknown: bool = False


@dataclass(slots=True)
class _NodeDraft:
    facts: BodyFacts
    scope: str
    labels: Counter[str] = field(default_factory=Counter)
    names: dict[str, None] = field(default_factory=dict)
    levels: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)


class NodeCollector:
    """Collects the bodies of rows as nodes; ``by`` is one of ``raci.config.options.network.NODE_RULES``."""

    def __init__(self, by: str) -> None:
        self._by = by
        self._drafts: dict[str, _NodeDraft] = {}
        self._keys: dict[tuple[BodyFacts, str], str] = {}
        self._function_of_national = {
            entry.body.row: row for row, entries in built_in().bodies.national_of_local.items() for entry in entries
        }
        self._standing = same_functions(built_in())

    def add(self, facts: BodyFacts, scope: str) -> str:
        """The key of the node that a body is, named in a document of the place ``scope`` (or the document's number)."""
        known = self._keys.get((facts, scope))
        if known is not None:
            return known
        own = _is_one_everywhere(facts)
        identity = facts.id or facts.canonical or facts.name
        if self._by == "body":
            key, shown = (identity, "") if own else (f"{identity}｜{scope}", scope)
            label = facts.canonical or facts.name
        else:
            key, shown, label = self._function(facts), "", _without_place(facts)
            if self._by == "function-level":
                key, shown = f"{key}｜{facts.level or ''}", LEVEL_WORDS.get(facts.level or "", "")
        draft = self._drafts.setdefault(key, _NodeDraft(facts, shown))
        draft.labels[label] += 1
        draft.names.setdefault(facts.name)
        draft.levels.add(facts.level or "")
        draft.places.add(facts.jurisdiction or "")
        self._keys[facts, scope] = key
        return key

    def nodes(self) -> dict[str, Node]:
        """Key → node, in the order in which they were added."""
        labels = {
            key: min(draft.labels, key=lambda label: (-draft.labels[label], label))
            for key, draft in self._drafts.items()
        }
        shared = Counter(labels.values())
        unique = UniqueNames(lambda name, count: f"{name}（{count}）")
        nodes = {}
        for key, draft in self._drafts.items():
            label = labels[key]
            if draft.scope and (shared[label] > 1 or self._by == "function-level"):
                label = f"{label}（{draft.scope}）"
            nodes[key] = Node(
                key,
                unique.of(label),
                draft.facts.kind or "unknown",
                next(iter(draft.levels)) if len(draft.levels) == 1 else "",
                next(iter(draft.places)) if len(draft.places) == 1 else "",
                _is_collective(draft.facts),
                tuple(draft.names),
                draft.facts.id is None or BodyId.parse(draft.facts.id).is_unlisted,
            )
        return nodes

    def _function(self, facts: BodyFacts) -> str:
        """What bodies of one function share: the row of the register, its ending too where that alone tells.

        Rows that are one function under several names (经信, 工信) are one.
        """
        if facts.id is None:
            return facts.canonical or facts.name
        body = BodyId.parse(facts.id)
        if not body.place and (row := self._function_of_national.get(body.row)):
            row = self._standing.get(row, row)
            return f"{row}/{body.unit}" if body.unit else row
        body = body._replace(row=self._standing.get(body.row, body.row))
        if body.row == GOVERNMENT or body.names_many:
            return str(body.placed_at("")._replace(suffix=_OFFICES.get(body.suffix, body.suffix)))
        return f"{body.duty}/{body.unit}" if body.suffix and body.unit else body.duty


def _is_one_everywhere(facts: BodyFacts) -> bool:
    if facts.id is None:
        return False
    if facts.level == "national" or facts.jurisdiction:
        return True
    body = BodyId.parse(facts.id)
    return not body.place and not body.is_unlisted and facts.kind in _ONE_EVERYWHERE


def _is_collective(facts: BodyFacts) -> bool:
    # where the register does not know a name, its words tell
    unknown = facts.kind in (None, "unknown")
    return facts.kind == "collective" or (unknown and text_patterns("drawings")["names-many"].holds(facts.name))


def _without_place(facts: BodyFacts) -> str:
    """The name of a body without that of its place: 临江省财政厅 as 财政厅."""
    name = facts.canonical or facts.name
    for place in (facts.jurisdiction or "", (facts.jurisdiction or "").rstrip(_PLACE_ENDINGS)):
        if len(place) > 1 and place in name and name != place:
            rest = name.replace(place, "", 1)
            # of a committee of the Party only 委 is left, which nobody calls it by
            return _COMMITTEE.sub("党委", rest) if facts.kind == "party" else rest
    return name
