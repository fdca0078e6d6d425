"""Pictures of one document: a module a kind, a line in the registry."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

from raci.errors import DrawError

if TYPE_CHECKING:
    from raci.model import Analysis
    from raci.profiles import Profile

__all__ = ["AUTO", "FORMATS", "GRAPHS", "KINDS", "WORDS", "crossings", "render", "suited"]

#: kind → the module that draws it: it has ``picture``, and where the drawing is a graph ``source``
KINDS = MappingProxyType(
    {
        "bipartite": "raci.drawing.bipartite",
        "network": "raci.drawing.network",
        "matrix": "raci.drawing.heat",
        "load": "raci.drawing.load",
        "org": "raci.drawing.org",
        "flow": "raci.drawing.flow",
        "ego": "raci.drawing.ego",
    }
)
#: stands for the kind that suits the size of a plan (``suited``)
AUTO = "auto"
#: kind → what a picture of it is called
WORDS = MappingProxyType(
    {
        "bipartite": "部门任务关系图",
        "network": "部门协作关系图",
        "matrix": "责任矩阵图",
        "load": "部门任务量图",
        "org": "部门层级图",
        "flow": "章节与牵头单位流向图",
        "ego": "单位任务关系图",
    }
)
#: the kinds that are graphs, which DOT can hold
GRAPHS = ("bipartite", "network")
FORMATS = ("svg", "png", "pdf", "dot")


def render(
    analysis: Analysis,
    kind: str = "bipartite",
    format: str = "svg",
    *,
    profile: Profile | str = "explicit",
    title: str | None = None,
    engine: str | None = None,
    drawn: date | None = None,
    department: str = "",
) -> bytes:
    """A picture of the analysis as the bytes of a file.

    ``kind``: a name of KINDS: ``bipartite`` (bodies and tasks, joined by roles), ``network`` (bodies, joined by
    shared tasks), ``matrix`` (the responsibility matrix), ``load`` (how much each body has to do), ``org``
    (bodies by level), ``flow`` (chapters and who leads their tasks), ``ego`` (one body: ``department``, by
    default the one that leads most), or ``auto``: the one that suits the size of the plan.
    ``format``: ``svg``, ``png`` or ``pdf`` (which need a Chinese font: the system's or that of the ``fonts``
    extra), or ``dot`` (a graph as Graphviz source). ``engine`` says who orders or places the boxes: by default
    raci itself for ``bipartite`` and the Graphviz of pygraphviz for ``network``; ``system`` is a ``dot`` on
    the PATH. ``drawn`` is the date in the foot, today where not given. The sheet is A3 across; what does not
    fit makes the sheet larger, not the letters smaller.

    Raises DrawError for an unknown kind, format or engine and for a PNG without a Chinese font, and
    ProfileError for an unknown profile.
    """
    from raci.drawing.auto import choose
    from raci.drawing.plan import plan_of

    plan = plan_of(analysis, profile)
    if kind == AUTO:
        kind = choose(plan)[0]
    module = _module(kind)
    if format not in FORMATS:
        raise DrawError(f"没有名为“{format}”的图片格式", place="format", remedy=f"可用：{'、'.join(FORMATS)}")
    if format == "dot":
        if kind not in GRAPHS:
            raise DrawError(
                f"{WORDS[kind]}不是网络，没有 DOT", place="format", remedy=f"可用 dot 的图：{'、'.join(GRAPHS)}"
            )
        return str(module.source(plan)).encode()
    more = {"department": department} if kind == "ego" else {}
    canvas = module.picture(plan, title=title, engine=engine, drawn=drawn, **more)
    if format == "svg":
        return bytes(canvas.svg())
    if format == "pdf":
        from raci.drawing.pdf import pdf

        return pdf(canvas)
    from raci.drawing.png import png

    return png(canvas)


def suited(analysis: Analysis, *, profile: Profile | str = "explicit") -> tuple[str, str]:
    """The kind of drawing that suits the size of a plan, and why. Raises ProfileError for an unknown profile."""
    from raci.drawing.auto import choose
    from raci.drawing.plan import plan_of

    return choose(plan_of(analysis, profile))


def crossings(analysis: Analysis, kind: str = "bipartite", *, profile: Profile | str = "explicit") -> dict[str, int]:
    """How many lines cross, ``before`` ordering and ``after``, as drawn with the default engine.

    Empty for a kind that has no columns. Raises DrawError and ProfileError as ``render`` does.
    """
    from raci.drawing.plan import plan_of

    module = _module(kind)
    return dict(module.count(plan_of(analysis, profile))) if hasattr(module, "count") else {}


def _module(kind: str) -> ModuleType:
    if kind not in KINDS:
        raise DrawError(f"没有名为“{kind}”的图", place="kind", remedy=f"可用：{'、'.join((*KINDS, AUTO))}")
    return import_module(KINDS[kind])
