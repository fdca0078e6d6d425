"""Pictures of one document: a module a kind, a line in the registry."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

from raci.errors import DrawError

if TYPE_CHECKING:
    from raci.drawing.picture import Drawing
    from raci.model import Analysis, Profile

__all__ = [
    "AUTO",
    "DOCUMENT",
    "FORMATS",
    "GRAPHS",
    "KINDS",
    "ORDERS",
    "SERIATED",
    "WORDS",
    "compose",
    "crossings",
    "render",
    "source",
    "suited",
]

#: kind → the module that draws it: it has ``sheets``, and where the drawing is a graph ``source``
KINDS = MappingProxyType(
    {
        "bipartite": "raci.drawing.kinds.bipartite",
        "network": "raci.drawing.kinds.network",
        "matrix": "raci.drawing.kinds.matrix",
        "load": "raci.drawing.kinds.load",
        "org": "raci.drawing.kinds.org",
        "flow": "raci.drawing.kinds.flow",
        "ego": "raci.drawing.kinds.ego",
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
#: the orders of the matrix
DOCUMENT, SERIATED = "document", "seriated"
ORDERS = (DOCUMENT, SERIATED)
#: the kinds whose lines run between columns
_COLUMNS = ("bipartite",)


def compose(
    analysis: Analysis,
    kind: str = "bipartite",
    *,
    profile: Profile | str = "explicit",
    title: str | None = None,
    engine: str | None = None,
    drawn: date | None = None,
    department: str = "",
    order: str = DOCUMENT,
) -> Drawing:
    """A drawing of the analysis: its sheets, laid out once for all formats.

    ``kind``: a name of KINDS: ``bipartite`` (bodies and tasks, joined by roles), ``network`` (bodies, joined by
    shared tasks), ``matrix`` (the responsibility matrix, its rows and columns in ``order``: that of the
    ``document``, or ``seriated``, the like side by side), ``load`` (how much each body has to do), ``org``
    (bodies by level), ``flow`` (chapters and who leads their tasks), ``ego`` (one body: ``department``, by
    default the one that leads most), or ``auto``: the one that suits the size of the plan.
    ``engine`` says who orders or places the boxes: by default raci itself for ``bipartite`` and the Graphviz of
    pygraphviz for ``network``; ``system`` is a ``dot`` on the PATH. ``drawn`` is the date in the foot, by
    default today (that of SOURCE_DATE_EPOCH where it is set). The sheets are A3 across, the letters never smaller
    than ``raci.drawing.page.LEAST``: what does not fit goes onto more sheets (a network shows the bodies with most
    tasks, and says so).

    Raises DrawError for an unknown kind, engine, order or department, ProfileError for an unknown profile.
    """
    from raci.drawing.auto import choose
    from raci.drawing.model import drawing_model

    plan = drawing_model(analysis, profile)
    if kind == AUTO:
        kind = choose(plan)[0]
    module = _module(kind)
    if order not in ORDERS:
        raise DrawError(f"没有名为“{order}”的次序", place="order", remedy=f"可用：{'、'.join(ORDERS)}")
    more = {"department": department} if kind == "ego" else {"order": order} if kind == "matrix" else {}
    made: Drawing = module.sheets(plan, title=title, engine=engine, drawn=drawn, **more)
    return made


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
    order: str = DOCUMENT,
) -> bytes:
    """A picture of the analysis as the bytes of one file; see ``compose`` for what is drawn.

    ``format``: ``svg``, ``png`` or ``pdf`` (which need a Chinese font: the system's or that of the ``fonts``
    extra), or ``dot`` (a graph as Graphviz source). Where the drawing takes several sheets, a PDF has as many
    pages, an SVG or PNG holds them one below the other; ``compose(…).files(format)`` gives a file a sheet.

    Raises DrawError for an unknown kind, format or engine and for a PNG without a Chinese font, and
    ProfileError for an unknown profile.
    """
    if format not in FORMATS:
        raise DrawError(f"没有名为“{format}”的图片格式", place="format", remedy=f"可用：{'、'.join(FORMATS)}")
    if format == "dot":
        return source(analysis, kind, profile=profile)
    return compose(
        analysis,
        kind,
        profile=profile,
        title=title,
        engine=engine,
        drawn=drawn,
        department=department,
        order=order,
    ).one(format)


def source(analysis: Analysis, kind: str = "bipartite", *, profile: Profile | str = "explicit") -> bytes:
    """A graph as Graphviz source. Raises DrawError for a kind that is none, ProfileError for an unknown profile."""
    from raci.drawing.auto import choose
    from raci.drawing.model import drawing_model

    plan = drawing_model(analysis, profile)
    if kind == AUTO:
        kind = choose(plan)[0]
    module = _module(kind)
    if kind not in GRAPHS:
        raise DrawError(
            f"{WORDS[kind]}不是网络，没有 DOT", place="format", remedy=f"可用 dot 的图：{'、'.join(GRAPHS)}"
        )
    return str(module.source(plan)).encode()


def suited(analysis: Analysis, *, profile: Profile | str = "explicit") -> tuple[str, str]:
    """The kind of drawing that suits the size of a plan, and why. Raises ProfileError for an unknown profile."""
    from raci.drawing.auto import choose
    from raci.drawing.model import drawing_model

    return choose(drawing_model(analysis, profile))


def crossings(analysis: Analysis, kind: str = "bipartite", *, profile: Profile | str = "explicit") -> dict[str, int]:
    """How many lines cross on all sheets, ``before`` ordering and ``after``, as drawn with the default engine.

    Empty for a kind that has no columns. Raises DrawError and ProfileError as ``compose`` does.
    """
    if kind not in _COLUMNS:
        _module(kind)
        return {}
    held = compose(analysis, kind, profile=profile).crossings
    return {"before": sum(one for one, _ in held), "after": sum(one for _, one in held)}


def _module(kind: str) -> ModuleType:
    if kind not in KINDS:
        raise DrawError(f"没有名为“{kind}”的图", place="kind", remedy=f"可用：{'、'.join((*KINDS, AUTO))}")
    return import_module(KINDS[kind])
