"""Networks of a material: each projection in each window, measured; backbones; changes from window to window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from raci.config.options.network import NetworkOptions
from raci.model import notebook
from raci.networks.changes import CHANGE_COLUMNS, MOST_PAIRS, change, pairs_of
from raci.networks.material import Material
from raci.networks.measures.measure import Plan, Value
from raci.networks.measures.nodes import NODE_MEASURES
from raci.networks.measures.tables import measure_network, measure_nodes, ready
from raci.networks.measures.whole import NETWORK_MEASURES
from raci.networks.projections import Projection, chosen
from raci.networks.slice import Slice, whole
from raci.networks.ties import BACKBONE_RULES, kept, with_p
from raci.networks.windows import ALL, windows

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Network", "NetworkStudy", "study"]

#: the columns of nodes.csv and networks.csv before those of the measures
NODE_HEAD = ("window", "network", "node", "label", "kind", "level", "jurisdiction", "collective", "mode")
NETWORK_HEAD = ("window", "network", "documents_in_window", "tasks_in_window", "tasks_with_lead", "lead_share")


@dataclass(frozen=True, eq=False, slots=True)
class Network:
    """One network of one window. ``name`` is that of its projection; of a backbone ``bodies-RULE``.

    ``pivots``: shortest paths were taken from so many nodes only (None: from all).
    """

    window: str
    name: str
    projection: Projection
    graph: nx.Graph[str]
    pivots: int | None = None
    backbone: str = ""

    @property
    def title(self) -> str:
        """What it is called in Chinese."""
        of_backbone = f"，{BACKBONE_RULES[self.backbone].title}骨架" if self.backbone else ""
        return self.projection.title + of_backbone


@dataclass(frozen=True, eq=False, repr=False)
class NetworkStudy:
    """All networks of a material, with their measures.

    ``networks`` holds them by (window, name). ``nodes`` has a row a node, network and window; ``measures`` a row a
    network and window; ``changes`` a row a network and pair of windows. ``facts`` says what was counted, left out and
    estimated, for methods.md. ``options`` are those by which it was made.
    """

    options: NetworkOptions
    networks: Mapping[tuple[str, str], Network]
    nodes: pd.DataFrame
    measures: pd.DataFrame
    changes: pd.DataFrame
    facts: Mapping[str, object]

    @property
    def windows(self) -> tuple[str, ...]:
        """The names of the windows: 全部 first."""
        return tuple(dict.fromkeys(window for window, _ in self.networks))

    def graph(self, name: str = "bodies", window: str = ALL) -> nx.Graph[str]:
        """One of the networks as a networkx graph. Raises KeyError where it was not made."""
        return self.networks[window, name].graph

    def __repr__(self) -> str:
        names = "、".join(dict.fromkeys(name for _, name in self.networks))
        return notebook.call("NetworkStudy", names, windows=len(self.windows))


def study(material: Material, options: NetworkOptions, progress: Callable[[str], None] | None = None) -> NetworkStudy:
    """All networks that are asked for, in each window; ``progress`` is told which one is made.

    Raises OptionError for an unknown network, for rows with an unknown role, and where there is nothing to make
    networks of.
    """
    projections = chosen(options.networks)
    everything = whole(material, options, ALL)
    parted = windows(everything, options)
    networks: dict[tuple[str, str], Network] = {}
    tell = progress or (lambda _: None)
    for part in parted.slices:
        tell(part.name)
        networks |= {(part.name, network.name): network for network in _networks(part, projections, options)}
    nodes: list[dict[str, object]] = []
    measured: list[dict[str, object]] = []
    slices = {part.name: part for part in parted.slices}
    for (window, name), network in networks.items():
        tell(f"{window}/{name}（{len(measured) + 1}/{len(networks)}）")
        plan = Plan(options.seed, network.pivots)
        graph, mode = ready(network.graph), network.projection.mode
        nodes += _node_rows(network, measure_nodes(graph, mode, plan))
        measured.append(_head(network, slices[window]) | dict(measure_network(graph, mode, plan)))
    names = [part.name for part in parted.slices[1:]]
    changes = [
        {
            "from": before,
            "to": after,
            "network": name,
            **change(networks[before, name].graph, networks[after, name].graph),
        }
        for before, after in pairs_of(names, ordered=parted.ordered)
        for name in dict.fromkeys(name for _, name in networks)
    ]
    facts = _facts(everything, networks) | {
        "copies": len(material.copies),
        "made_by": dict(material.made_by),
        "documents_in_no_window": parted.unplaced,
        "windows_not_compared": 0 if parted.ordered else max(0, len(names) - MOST_PAIRS),
    }
    return NetworkStudy(
        options,
        networks,
        _table(nodes, NODE_HEAD, [measure.column for measure in NODE_MEASURES]),
        _table(measured, NETWORK_HEAD, [measure.column for measure in NETWORK_MEASURES]),
        pd.DataFrame(changes, columns=list(CHANGE_COLUMNS)),
        facts,
    )


def _networks(part: Slice, projections: tuple[Projection, ...], options: NetworkOptions) -> Iterator[Network]:
    for projection in projections:
        graph = projection.build(part)
        graph.graph.update(name=projection.title, window=part.name)
        for rule in options.backbones if projection.name == "bodies" else ():
            for (first, second), p in with_p(graph, part, rule).items():
                graph.edges[first, second][f"p_{rule}"] = p
        yield Network(part.name, projection.name, projection, graph, Plan.of(graph, options.seed).pivots)
        for rule in options.backbones if projection.name == "bodies" else ():
            backbone = kept(graph, rule, options.alpha)
            backbone.graph.update(name=f"{projection.title}（{BACKBONE_RULES[rule].title}骨架）", window=part.name)
            pivots = Plan.of(backbone, options.seed).pivots
            yield Network(part.name, f"bodies-{rule}", projection, backbone, pivots, rule)


def _node_rows(network: Network, measured: Mapping[str, Mapping[str, Value]]) -> Iterator[dict[str, object]]:
    for node, data in network.graph.nodes(data=True):
        head = (
            network.window,
            network.name,
            node,
            data["label"],
            data.get("kind", ""),
            data.get("level", ""),
            data.get("jurisdiction", ""),
            data.get("collective"),
            data.get("bipartite"),
        )
        yield dict(zip(NODE_HEAD, head, strict=True)) | dict(measured[node])


def _head(network: Network, part: Slice) -> dict[str, object]:
    """What stands before the measures; of the share of tasks with a lead only where tasks are counted."""
    led = int(part.work.parts.loc[part.work.parts["lead"].astype(bool), "task"].nunique())
    with_bodies = int(part.work.parts["task"].nunique())
    head = (
        network.window,
        network.name,
        len(part.numbers),
        len(part.work.tasks),
        led,
        led / with_bodies if with_bodies else None,
    )
    return dict(zip(NETWORK_HEAD, head, strict=True))


def _facts(everything: Slice, networks: Mapping[tuple[str, str], Network]) -> dict[str, object]:
    work = everything.work
    return {
        "documents": len(work.documents),
        "tasks": len(work.tasks),
        "tasks_with_bodies": int(work.parts["task"].nunique()),
        "parts": len(work.parts),
        "bodies": len(work.nodes),
        "unknown_bodies": sum(node.unknown for node in work.nodes.values()),
        "collective_bodies": sum(node.collective for node in work.nodes.values()),
        **{f"left_out_{reason}": count for reason, count in work.left_out.items()},
        "documents_without_issuer": everything.issuers.unknown,
        "memberships": len(everything.members.rows),
        "memberships_without_body": everything.members.without_body,
        "estimated": {
            f"{window}/{name}": network.pivots
            for (window, name), network in networks.items()
            if network.pivots is not None and network.projection.mode != "two"
        },
    }


def _table(rows: list[dict[str, object]], head: tuple[str, ...], measures: list[str]) -> pd.DataFrame:
    used = [column for column in measures if any(row.get(column) is not None for row in rows)]
    table = pd.DataFrame(rows, columns=[*head, *used])
    # a column of counts of which some are missing holds counts all the same
    whole = [
        column
        for column in (*head, *used)
        if {type(value) for row in rows if (value := row.get(column)) is not None} == {int}
    ]
    return table.astype(dict.fromkeys(whole, "Int64"))
