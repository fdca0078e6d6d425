"""What a projection declares of itself, and what all of them share: nodes with their attributes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from raci.escaping import clean
from raci.networks.nodes import Node
from raci.networks.slice import Slice

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["DIRECTED", "ONE", "TWO", "Mode", "Projection", "add_bodies", "body_attributes"]

#: undirected among bodies, directed among bodies, bodies and what they have a part in
Mode = Literal["one", "directed", "two"]
ONE: frozenset[Mode] = frozenset(("one",))
DIRECTED: frozenset[Mode] = frozenset(("directed",))
TWO: frozenset[Mode] = frozenset(("two",))


@dataclass(frozen=True, slots=True)
class Projection:
    """One kind of network. ``build`` makes it of a slice; ``title`` is its name, ``weight`` what its weights count.

    ``definition`` says in Chinese how it is made, ``definition_en`` in English: both stand in methods.md.
    """

    name: str
    title: str
    mode: Mode
    weight: str
    definition: str
    definition_en: str
    build: Callable[[Slice], nx.Graph[str]]


def body_attributes(node: Node) -> dict[str, str | int | float]:
    """The attributes of a body's node; texts that are not known are empty, as not every format has a null."""
    return {
        "label": clean(node.label),
        "kind": node.kind,
        "level": node.level,
        "jurisdiction": clean(node.jurisdiction),
        "collective": int(node.collective),
        "names": clean("；".join(node.names)),
    }


def add_bodies(graph: nx.Graph[str], nodes: Mapping[str, Node], keys: Iterable[str], **more: str | int | float) -> None:
    """Add the bodies of these keys as nodes, in the order of ``nodes``."""
    wanted = set(keys)
    graph.add_nodes_from((clean(key), body_attributes(node) | more) for key, node in nodes.items() if key in wanted)
