"""DOT: the source, built by the ``graphviz`` package, and layouts of it.

Graphviz itself comes in pygraphviz's wheels; a ``dot`` on the PATH is used where the user asks for it.
Layouts get boxes with sizes and no text: text is measured by raci (``raci.drawing.text``), since the
wheel knows no Chinese font, and a heading cannot do harm where it does not go.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from raci.drawing.text import clean
from raci.errors import DrawError

__all__ = ["DotEdge", "DotNode", "NoGraphviz", "place", "source"]

#: Graphviz keeps state in its library: one layout at a time
_LOCK = threading.Lock()
_ENTITY = re.compile(r"&(?=#?\w+;)")


class NoGraphviz(DrawError):
    """The Graphviz of pygraphviz cannot be loaded here."""


@dataclass(frozen=True, slots=True)
class DotNode:
    """A node: its id (letters and digits), its label, its size in pt, further DOT attributes."""

    id: str
    label: str
    width: float
    height: float
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DotEdge:
    """An edge between two ids, with DOT attributes."""

    tail: str
    head: str
    attributes: Mapping[str, str] = field(default_factory=dict)


def source(
    nodes: Iterable[DotNode],
    edges: Iterable[DotEdge],
    *,
    directed: bool,
    ranks: Iterable[Iterable[str]] = (),
    labels: bool = True,
    **graph: str,
) -> str:
    """The DOT source; ``ranks`` are the ids of each column. Labels are text whatever they hold."""
    import graphviz

    dot_graph = (graphviz.Digraph if directed else graphviz.Graph)(graph_attr=graph)
    dot_graph.attr("node", shape="box", fixedsize="true", fontname="Noto Sans CJK SC")
    for node in nodes:
        # Graphviz reads entities in labels: a heading with &lt; in it must not become <
        text = graphviz.escape(_ENTITY.sub("&amp;", clean(node.label))) if labels else ""
        size = {"width": f"{node.width / 72:.4f}", "height": f"{node.height / 72:.4f}"}
        dot_graph.node(
            node.id, label=text, **size, **{key: graphviz.escape(value) for key, value in node.attributes.items()}
        )
    for ids in ranks:
        with dot_graph.subgraph() as column:
            column.attr(rank="same")
            for node_id in ids:
                column.node(node_id)
    for edge in edges:
        dot_graph.edge(edge.tail, edge.head, **{key: graphviz.escape(value) for key, value in edge.attributes.items()})
    return str(dot_graph.source)


def place(text: str, program: str, *, system: bool = False) -> dict[str, tuple[float, float]]:
    """Node id → the centre (x, y) in pt, y downwards, as ``program`` (dot, neato, fdp …) lays the source out.

    Raises NoGraphviz where pygraphviz cannot be loaded, DrawError where Graphviz is not on the PATH or fails.
    """
    places = _by_system(text, program) if system else _by_wheel(text, program)
    return {name: (x, -y) for name, (x, y) in places.items()}


def _by_wheel(text: str, program: str) -> dict[str, tuple[float, float]]:
    try:
        import pygraphviz
    except ImportError as error:
        raise NoGraphviz(
            f"pygraphviz 不可用（{error}）",
            place=program,
            remedy='请去掉此选项；或让 pygraphviz 可用（pip install "pygraphviz>=2.0.4"；'
            "Linux 另需 apt install libglib2.0-0 libx11-6 libxext6 libxrender1）",
        ) from error
    with _LOCK:
        graph = pygraphviz.AGraph(string=text)
        try:
            graph.layout(prog=program)
            return {str(node): _pair(node.attr["pos"]) for node in graph.nodes()}
        except (OSError, ValueError) as error:
            raise DrawError(f"Graphviz 未能排版：{error}", place=program, remedy="请换一种 engine 再试") from error
        finally:
            graph.close()


def _pair(text: str) -> tuple[float, float]:
    x, y = text.rstrip("!").split(",")[:2]
    return float(x), float(y)


def _by_system(text: str, program: str) -> dict[str, tuple[float, float]]:
    import graphviz

    try:
        plain = graphviz.Source(text).pipe(format="plain", engine=program, encoding="utf-8", quiet=True)
    except graphviz.ExecutableNotFound as error:
        raise DrawError(
            "PATH 上没有 Graphviz 的 dot",
            place='engine="system"',
            remedy="请安装 Graphviz（如 apt install graphviz），或去掉此选项：raci 自带排版，不需要它",
        ) from error
    except graphviz.CalledProcessError as error:
        raise DrawError(f"dot 出错：{error}", place='engine="system"', remedy="请去掉此选项，用自带排版") from error
    places = {}
    for line in plain.splitlines():
        if line.startswith("node "):
            _, name, x, y, *_ = line.split(" ")
            places[name] = (float(x) * 72, float(y) * 72)
    return places
