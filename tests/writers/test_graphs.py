"""The graph files, each read back by its own library where there is one: they hold the graph of raci.graph."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from xml.etree import ElementTree

import networkx as nx
import pytest
from jobs import job_of
from pictures import dot_graph, needs_graphviz
from pictures import render as render_picture
from plans import HOSTILE, Plan, small, unnamed, wide

from raci.drawing.registry import all_kinds
from raci.errors import DrawError
from raci.model import Analysis
from raci.views.graph import collaboration, graph
from raci.writers import output_formats, render, render_files


def hostile() -> Analysis:
    plan = Plan("=方案").chapter("", HOSTILE[6])
    for number, text in enumerate(HOSTILE):
        plan.task(f"{number}", text, lead=text, support=HOSTILE[number - 1])
    return plan.analysis()


def difficult() -> Analysis:
    """Names that mean something to XML, JSON, DOT, Pajek or Mermaid, that are long, or break their line."""
    plan = Plan('"]]>').chapter("", "]]> & <章>")
    names = ("]]>", "<!--", "a\"b'c", "行\n二", "&lt;局", "\\", "长" * 500, "{}|<>", "*Edges", "1 2", "#;", "%%", "end")
    for number, text in enumerate(names):
        plan.task(f"{number}", f"{text}事", lead=f"{text}局", support=names[number - 1])
    return plan.analysis()


def edges(made: nx.Graph) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in made.edges}


PLANS = pytest.mark.parametrize(
    "analysis", [Plan("空").analysis(), unnamed(), small(), hostile(), difficult(), wide(20, 30)]
)


@PLANS
def test_gexf_holds_the_graph_with_its_colours(analysis: Analysis) -> None:
    data, made = render("gexf", job_of(analysis)), graph(analysis)
    read = nx.read_gexf(io.BytesIO(data), version="1.2draft")
    assert set(read.nodes) == set(made.nodes)
    assert edges(read) == edges(made)
    assert all(read.nodes[node]["label"] == made.nodes[node]["label"] for node in made)
    assert all("color" in found["viz"] and found["viz"]["size"] > 0 for _, found in read.nodes(data=True))
    assert {found["letter"] for *_, found in read.edges(data=True)} == {
        one["letter"] for *_, one in made.edges(data=True)
    }


@PLANS
def test_the_json_is_read_by_networkx(analysis: Analysis) -> None:
    read = nx.node_link_graph(json.loads(render("nodelink", job_of(analysis))), edges="edges")
    made = graph(analysis)
    assert dict(read.nodes(data=True)) == dict(made.nodes(data=True))
    assert edges(read) == edges(made)
    assert all(read.edges[pair] == found for *pair, found in made.edges(data=True))


@PLANS
def test_pajek_has_the_vertices_and_edges(analysis: Analysis) -> None:
    text, made = render("pajek", job_of(analysis)).decode(), graph(analysis)
    read = nx.Graph(nx.parse_pajek(text))
    assert read.number_of_nodes() == made.number_of_nodes()
    assert read.number_of_edges() == made.number_of_edges()


def test_pajek_keeps_two_tasks_of_one_name_apart() -> None:
    read = nx.parse_pajek(render("pajek", job_of(small())).decode())
    assert sum(str(node).startswith("(一)强化组织保障") for node in read) == 2
    assert {found["weight"] for *_, found in read.edges(data=True)} == {1.0, 2.0, 3.0}


@PLANS
def test_the_gephi_pair_has_ids_that_meet(analysis: Analysis) -> None:
    job, made = job_of(analysis), graph(analysis)
    files = {
        file: data.decode("utf-8-sig")
        for form in output_formats()
        if form.name == "gephi"
        for file, data in render_files(form, job, "").items()
    }
    nodes = list(csv.DictReader(io.StringIO(files["gephi-nodes.csv"])))
    lines = list(csv.DictReader(io.StringIO(files["gephi-edges.csv"])))
    assert {row["Id"] for row in nodes} == set(made.nodes)
    assert {frozenset((row["Source"], row["Target"])) for row in lines} == edges(made)
    assert all(made.nodes[row["Source"]]["bipartite"] == 1 for row in lines)


@PLANS
def test_mermaid_has_a_line_an_edge_and_its_labels_are_text(analysis: Analysis) -> None:
    text, made = render("mermaid", job_of(analysis)).decode(), graph(analysis)
    lines = text.splitlines()
    assert lines[0] == "flowchart LR"
    boxes = [line for line in lines if re.fullmatch(r'  [bt]\d+(\(\["[^"\[\]<>]*"\]\)|\["[^"\[\]<>]*"\])', line)]
    arrows = [line for line in lines if re.fullmatch(r"  b\d+ (==>|-->|-\.->)\|[^|]+\| t\d+", line)]
    styles = [line for line in lines if line.startswith("  style ")]
    assert len(boxes) == made.number_of_nodes()
    assert len(arrows) == made.number_of_edges()
    assert 1 + len(boxes) + len(arrows) + len(styles) == len(lines)


@PLANS
def test_drawio_has_a_box_a_node_and_a_line_an_edge(analysis: Analysis) -> None:
    """On the first page all, on those of the chapters each task once; labels are text, whatever stands in them."""
    file, made = ElementTree.fromstring(render("drawio", job_of(analysis))), graph(analysis)
    pages = file.findall("diagram")
    assert len({page.get("name") for page in pages}) == len(pages)
    first, *chapters = ([*page.iter("UserObject")] for page in pages)
    boxes = [one for one in first if one.find("mxCell[@vertex]") is not None]
    lines = [cell for one in first if (cell := one.find("mxCell[@edge]")) is not None]
    assert len(boxes) == made.number_of_nodes()
    assert len(lines) == made.number_of_edges()
    ids = {box.get("id") for box in boxes}
    assert all({line.get("source"), line.get("target")} <= ids for line in lines)
    assert not any("<" in str(one.get("label")) for one in first)
    assert {unescape(str(box.get("label"))) for box in boxes} == {data["label"] for _, data in made.nodes(data=True)}
    tasks = [str(one.get("id")) for page in chapters or [first] for one in page if str(one.get("id")).startswith("t")]
    assert sorted(tasks) == sorted(task for task in ids if str(task).startswith("t"))
    for line in (one for one in first if one.find("mxCell[@edge]") is not None):
        assert line.get("tooltip")


@PLANS
def test_graphml_is_read_back_equal(analysis: Analysis) -> None:
    read, made = nx.read_graphml(io.BytesIO(render("graphml", job_of(analysis)))), graph(analysis)
    assert dict(read.nodes(data=True)) == dict(made.nodes(data=True))
    assert edges(read) == edges(made)


@needs_graphviz
@PLANS
@pytest.mark.parametrize("kind", [kind.name for kind in all_kinds().values() if kind.source])
def test_dot_is_read_by_graphviz(analysis: Analysis, kind: str) -> None:
    (nodes, edges), made = dot_graph(render_picture(analysis, kind, "dot")), graph(analysis)
    if kind == "network":
        made = collaboration(made)
    assert len(nodes) == made.number_of_nodes()
    assert len(edges) >= made.number_of_edges()


def test_mermaid_refuses_what_it_cannot_draw_and_says_what_to_do() -> None:
    with pytest.raises(DrawError, match=r"500.*--department"):
        render("mermaid", job_of(wide(60, 150)))
