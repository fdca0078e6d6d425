"""Read drawings back: what a person sees in an SVG, as values."""

from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import Any

import pytest

from raci import drawing
from raci.config.options.draw import DEFAULT_KIND, DrawOptions
from raci.drawing import dot
from raci.drawing.picture import Drawing
from raci.model import Analysis

#: for what only the Graphviz of graphviz-pure can show: it has wheels for x86 and ARM alone
needs_graphviz = pytest.mark.skipif(bool(dot.fault()), reason=dot.fault())

SVG = "{http://www.w3.org/2000/svg}"


def compose(analysis: Analysis, kind: str = DEFAULT_KIND, **options: Any) -> Drawing:
    return drawing.compose(analysis, DrawOptions(kind, **options))


def render(analysis: Analysis, kind: str = DEFAULT_KIND, format: str = "svg", **options: Any) -> bytes:
    return drawing.render(analysis, DrawOptions(kind, format, **options))


@dataclass(frozen=True)
class Node:
    """A body or task: its id in the picture, its classes, its tooltip, its texts, its box (x, y, width, height)."""

    id: str
    classes: frozenset[str]
    tip: str
    texts: tuple[tuple[str, float, float, float, str], ...]
    box: tuple[float, float, float, float]

    @property
    def name(self) -> str:
        return self.tip.splitlines()[0]


@dataclass(frozen=True)
class Line:
    """A line: the nodes that it joins, its role, its tooltip, its ends."""

    ends: frozenset[str]
    role: str
    tip: str
    start: tuple[float, float]
    end: tuple[float, float]


class Picture:
    """An SVG drawing, parsed."""

    def __init__(self, svg: bytes) -> None:
        self.root = ET.fromstring(svg)
        _, _, width, height = (float(part) for part in self.root.attrib["viewBox"].split())
        self.width, self.height = width, height
        self.nodes = [_node(group) for group in self.root.iter(f"{SVG}g") if "data-node" in group.attrib]
        self.lines = [line for group in self.groups("links") for line in _lines(group)]

    def groups(self, name: str) -> list[ET.Element]:
        return [group for group in self.root.iter(f"{SVG}g") if name in group.attrib.get("class", "").split()]

    def bodies(self) -> list[Node]:
        return [node for node in self.nodes if "body" in node.classes]

    def tasks(self) -> list[Node]:
        return [node for node in self.nodes if "task" in node.classes]

    def node(self, name: str) -> Node:
        (found,) = (node for node in self.nodes if node.name == name)
        return found

    def texts(self) -> list[str]:
        return [element.text or "" for element in self.root.iter(f"{SVG}text")]


def dot_graph(text: bytes) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The nodes and edges of DOT as Graphviz reads them."""
    command = [dot._executable() or "", "-Kdot", "-Tdot_json"]
    graph = json.loads(subprocess.run(command, input=text, capture_output=True, check=True).stdout)
    return [each for each in graph.get("objects", []) if "nodes" not in each], graph.get("edges", [])


def sheets(analysis: Analysis, kind: str = "bipartite", **options: object) -> list[Picture]:
    """A drawing sheet by sheet."""
    return [Picture(svg) for svg in compose(analysis, kind, **options).svg()]


def overlaps(boxes: list[tuple[float, float, float, float]]) -> list[tuple[int, int]]:
    """The pairs of boxes that overlap."""
    return [
        (one, two)
        for two in range(len(boxes))
        for one in range(two)
        if boxes[one][0] < boxes[two][0] + boxes[two][2]
        and boxes[two][0] < boxes[one][0] + boxes[one][2]
        and boxes[one][1] < boxes[two][1] + boxes[two][3]
        and boxes[two][1] < boxes[one][1] + boxes[one][3]
    ]


def _node(group: ET.Element) -> Node:
    texts = tuple(
        (
            text.text or "",
            float(text.attrib["x"]),
            float(text.attrib["y"]),
            float(text.attrib["font-size"]),
            text.attrib.get("text-anchor", "start"),
        )
        for text in group.findall(f"{SVG}text")
    )
    rect, circle = group.find(f"{SVG}rect"), group.find(f"{SVG}circle")
    if rect is not None:
        box = tuple(float(rect.attrib[key]) for key in ("x", "y", "width", "height"))
    elif circle is None:  # a row or a column's head of the matrix
        box = (0.0, 0.0, 0.0, 0.0)
    else:
        x, y, r = (float(circle.attrib[key]) for key in ("cx", "cy", "r"))
        box = (x - r, y - r, 2 * r, 2 * r)
    title = group.find(f"{SVG}title")
    tip = (title.text if title is not None else "") or ""
    return Node(group.attrib["data-node"], frozenset(group.attrib["class"].split()), tip, texts, box)  # type: ignore[arg-type]


def _lines(links: ET.Element) -> list[Line]:
    found = []
    for group in (links, *links.findall(f"{SVG}g")):
        role = group.attrib["class"].removeprefix("role-")
        for path in group.findall(f"{SVG}path"):
            numbers = [
                float(part) for part in path.attrib["d"].replace("M", " ").replace("C", " ").replace("L", " ").split()
            ]
            title = path.find(f"{SVG}title")
            found.append(
                Line(
                    frozenset(path.attrib.get("class", "").split()),
                    role,
                    (title.text if title is not None else "") or "",
                    (numbers[0], numbers[1]),
                    (numbers[-2], numbers[-1]),
                )
            )
    return found
