"""DOT: the source, built by the ``graphviz`` package, and layouts of it.

Graphviz itself comes with the ``graphviz-pure`` package, a program of its own that needs nothing of the system and
gives the same places on all of them; a ``dot`` on the PATH is used where the user asks for it. Layouts get boxes with
sizes and no text: text is measured by raci (``raci.drawing.text``), and a heading cannot do harm where it does not go.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path

from raci.drawing.text import clean
from raci.errors import DrawError

__all__ = ["DotEdge", "DotNode", "NoGraphviz", "fault", "place", "source"]

#: the package that brings Graphviz, and its program
_PACKAGE = "graphviz-pure"
#: a layout that takes longer will not come to an end, in seconds
_PATIENCE = 300
_ENTITY = re.compile(r"&(?=#?\w+;)")


class NoGraphviz(DrawError):
    """The Graphviz that comes with raci cannot be run here."""


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

    Raises NoGraphviz where graphviz-pure cannot be run, DrawError where Graphviz is not on the PATH or fails.
    """
    plain = _by_system(text, program) if system else _by_package(text, program)
    places = {}
    for line in plain.splitlines():
        if line.startswith("node "):
            _, name, x, y, *_ = line.split(" ")
            places[name] = (float(x) * 72, float(y) * -72)
    return places


def _by_package(text: str, program: str) -> str:
    found = fault()
    if found:
        raise NoGraphviz(found, place=program, remedy=f"请去掉此选项；或运行 pip install {_PACKAGE}")
    try:
        done = _run(f"-K{program}", "-Tplain", text=text)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DrawError(f"Graphviz 未能排版：{error}", place=program, remedy="请换一种 engine 再试") from error
    if done.returncode:
        said = " ".join(done.stderr.split())
        raise DrawError(f"Graphviz 未能排版：{said}", place=program, remedy="请换一种 engine 再试")
    return done.stdout


@cache
def fault() -> str:
    """Why the Graphviz that comes with raci cannot be run here; empty where it can."""
    if not _executable():
        return f"{_PACKAGE} 没有安装"
    try:
        done = _run("-V")
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{_PACKAGE} 不能运行（{error}）"
    return f"{_PACKAGE} 不能运行（返回 {done.returncode}）" if done.returncode else ""


def _run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    command = [_executable() or _PACKAGE, *arguments]
    return subprocess.run(
        command, input=text, capture_output=True, encoding="utf-8", errors="replace", timeout=_PATIENCE, check=False
    )


@cache
def _executable() -> str | None:
    """The program of the package: where the package says that it is, else among the scripts of this Python."""
    try:
        listed = metadata.files(_PACKAGE) or ()
    except metadata.PackageNotFoundError:
        listed = ()
    folders = [str(Path(file.locate()).parent) for file in listed if file.stem == _PACKAGE]
    schemes = (sysconfig.get_default_scheme(), sysconfig.get_preferred_scheme("user"))
    folders += [sysconfig.get_path("scripts", scheme) for scheme in schemes]
    return shutil.which(_PACKAGE, path=os.pathsep.join(folders)) or shutil.which(_PACKAGE)


def _by_system(text: str, program: str) -> str:
    import graphviz

    try:
        return str(graphviz.Source(text).pipe(format="plain", engine=program, encoding="utf-8", quiet=True))
    except graphviz.ExecutableNotFound as error:
        raise DrawError(
            "PATH 上没有 Graphviz 的 dot",
            place="--engine system",
            remedy="请安装 Graphviz（如 apt install graphviz），或去掉此选项：raci 自带排版，不需要它",
        ) from error
    except graphviz.CalledProcessError as error:
        raise DrawError(f"dot 出错：{error}", place="--engine system", remedy="请去掉此选项，用自带排版") from error
