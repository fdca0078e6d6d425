"""Every format read back: the same nodes, ties and weights."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from coworking import material_of_tasks

from raci.config.options.network import NetworkOptions
from raci.errors import OptionError
from raci.networks.formats import NETWORK_FORMATS, chosen_formats
from raci.networks.projections import PROJECTIONS
from raci.networks.study import Network, study

MADE = datetime(2025, 3, 1)
TASKS = (
    '一、水>治河: 水利局L 城管局S 财政局S',
    '一、水>清"淤": 城管局L 财政局S',
    '二、绿>植树: =林业局L 水利局S',
    '三、其他>巡查: 孤"立\'局R',
)  # fmt: skip
STUDY = study(material_of_tasks(*TASKS), NetworkOptions())
NETWORKS = [
    network for network in STUDY.networks.values() if network.name in ("bodies", "leads", "documents", "topics")
]


def written(network: Network, form: str) -> dict[str, bytes]:
    return dict(NETWORK_FORMATS[form].write(network.graph, network.projection.mode, MADE))


def numbered(graph: nx.Graph[str], network: Network) -> dict[object, float]:
    """Pairs of places among the nodes → weight."""
    place = {node: number for number, node in enumerate(graph)}
    kind = tuple if network.projection.mode == "directed" else frozenset
    return {kind((place[first], place[second])): data["weight"] for first, second, data in graph.edges(data=True)}


@pytest.fixture(params=NETWORKS, ids=lambda network: network.name)
def network(request: pytest.FixtureRequest) -> Network:
    found: Network = request.param
    return found


def test_graphml_is_read_back_equal(network: Network) -> None:
    read = nx.read_graphml(io.BytesIO(written(network, "graphml")[".graphml"]))
    assert dict(read.nodes(data=True)) == dict(network.graph.nodes(data=True))
    assert numbered(read, network) == numbered(network.graph, network)
    assert read.is_directed() == network.graph.is_directed()


def test_gexf_holds_the_same_nodes_and_weights_and_the_given_day(network: Network) -> None:
    data = written(network, "gexf")[".gexf"]
    read = nx.read_gexf(io.BytesIO(data))
    assert numbered(read, network) == numbered(network.graph, network)
    assert [read.nodes[node]["label"] for node in read] == [
        network.graph.nodes[node]["label"] for node in network.graph
    ]
    assert b'lastmodifieddate="2025-03-01"' in data


def test_pajek_is_read_by_networkx(network: Network) -> None:
    data = written(network, "pajek")[".net"]
    # as docs/networks.md says: networkx does not know that a second number parts two modes
    lines = data.decode().splitlines()
    lines[0] = " ".join(lines[0].split()[:2])
    read = nx.parse_pajek(lines)
    assert len(read) == len(network.graph)
    assert read.size(weight="weight") == network.graph.size(weight="weight")
    assert read.is_directed() == (network.projection.mode == "directed")


def test_pajek_says_where_the_second_mode_begins() -> None:
    documents = STUDY.networks["全部", "documents"]
    first = written(documents, "pajek")[".net"].decode().splitlines()[0]
    assert first == "*Vertices 6 5"


def test_the_matrix_is_square_and_symmetric_where_ties_have_no_direction(network: Network) -> None:
    table = pd.read_csv(io.BytesIO(written(network, "matrix")[".matrix.csv"]), index_col=0)
    total = network.graph.size(weight="weight")
    if network.projection.mode == "two":
        assert table.shape[0] + table.shape[1] == len(network.graph)
        assert table.to_numpy().sum() == total
    else:
        assert list(table.columns) == list(table.index)
        assert table.to_numpy().sum() == total * (1 if network.projection.mode == "directed" else 2)
        assert (table.to_numpy() == table.to_numpy().T).all() == (network.projection.mode == "one")


def test_rows_of_the_matrix_lead_columns() -> None:
    table = pd.read_csv(io.BytesIO(written(STUDY.networks["全部", "leads"], "matrix")[".matrix.csv"]), index_col=0)
    assert table.loc["水利局", "城管局"] == 1
    assert table.loc["城管局", "水利局"] == 0


def test_pairs(network: Network) -> None:
    table = pd.read_csv(io.BytesIO(written(network, "pairs")[".pairs.csv"]))
    assert table["weight"].sum() == network.graph.size(weight="weight")
    assert {*table["source"], *table["target"]} <= {
        label.replace("=", "'=") for _, label in network.graph.nodes(data="label")
    }


def dl(text: str) -> tuple[list[str], list[str], dict[tuple[int, int], int]]:
    """Labels of rows and columns, and the ties, of a DL file as UCINET reads it."""
    lines = text.splitlines()
    sizes = [int(number) for number in re.findall(r"n[rc]?=(\d+)", lines[0])]
    form = lines[1].removeprefix("format = ")
    start, labels = 2, []
    for size in sizes:
        labels.append([line.strip('"') for line in lines[start + 1 : start + 1 + size]])
        start += size + 1
    assert lines[start] == "data:"
    assert form == ("edgelist1" if len(sizes) == 1 else "edgelist2")
    ties = {(int(row), int(column)): int(value) for row, column, value in map(str.split, lines[start + 1 :])}
    return labels[0], labels[-1], ties


def test_ucinet(network: Network) -> None:
    rows, columns, ties = dl(written(network, "ucinet")[".dl"].decode())
    assert all(1 <= row <= len(rows) and 1 <= column <= len(columns) for row, column in ties)
    both_ways = 2 if network.projection.mode == "one" else 1
    assert sum(ties.values()) == both_ways * network.graph.size(weight="weight")
    if network.projection.mode == "one":
        assert all(ties[column, row] == value for (row, column), value in ties.items())


def test_tables_for_r(network: Network) -> None:
    files = written(network, "igraph")
    edges, vertices = (
        list(csv.DictReader(io.StringIO(files[ending].decode("utf-8-sig"))))
        for ending in (".edges.csv", ".vertices.csv")
    )
    assert list(vertices[0])[:2] == ["name", "label"]
    assert list(edges[0])[:3] == ["from", "to", "weight"]
    names = [vertex["name"] for vertex in vertices]
    assert len(names) == len(set(names))
    assert {edge[end] for edge in edges for end in ("from", "to")} <= set(names)
    if network.projection.mode == "two":
        assert {vertex["type"] for vertex in vertices} == {"TRUE", "FALSE"}


@pytest.mark.parametrize("form", NETWORK_FORMATS)
def test_every_format_writes_the_endings_that_it_declares_even_of_nothing(form: str) -> None:
    for projection in PROJECTIONS.values():
        graph: nx.Graph[str] = nx.DiGraph() if projection.mode == "directed" else nx.Graph()
        assert tuple(NETWORK_FORMATS[form].write(graph, projection.mode, MADE)) == NETWORK_FORMATS[form].endings


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(OptionError, match="没有“xls”；可用：graphml"):
        chosen_formats(("xls",))


def test_a_network_of_labels_that_are_equal_keeps_them_apart(tmp_path: Path) -> None:
    graph: nx.Graph[str] = nx.Graph()
    for node, label in (("1", "河湖中心"), ("2", "河湖中心"), ("3", "河湖中心（2）")):
        graph.add_node(node, label=label)
    graph.add_edge("1", "2", weight=1)
    table = pd.read_csv(io.BytesIO(NETWORK_FORMATS["matrix"].write(graph, "one", MADE)[".matrix.csv"]), index_col=0)
    assert len(set(table.index)) == 3
