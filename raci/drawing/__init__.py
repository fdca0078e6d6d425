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

__all__ = ["FORMATS", "KINDS", "WORDS", "crossings", "render"]

#: kind → the module that draws it (``picture``, ``source``, ``count``)
KINDS = MappingProxyType({"bipartite": "raci.drawing.bipartite", "network": "raci.drawing.network"})
#: kind → what a picture of it is called
WORDS = MappingProxyType({"bipartite": "部门任务关系图", "network": "部门协作关系图"})
FORMATS = ("svg", "png", "dot")


def render(
    analysis: Analysis,
    kind: str = "bipartite",
    format: str = "svg",
    *,
    profile: Profile | str = "explicit",
    title: str | None = None,
    engine: str | None = None,
    drawn: date | None = None,
) -> bytes:
    """A picture of the analysis as the bytes of a file.

    ``kind``: ``bipartite`` (bodies and tasks, joined by roles) or ``network`` (bodies, joined by shared
    tasks). ``format``: ``svg``, ``png`` (needs a Chinese font: the system's or that of the ``fonts`` extra)
    or ``dot`` (the graph as Graphviz source). ``engine`` says who orders or places the boxes: by default
    raci itself for ``bipartite`` and the Graphviz of pygraphviz for ``network``; ``system`` is a ``dot`` on
    the PATH. ``drawn`` is the date in the foot, today where not given. The sheet is A3 across; what does not
    fit makes the sheet larger, not the letters smaller.

    Raises DrawError for an unknown kind, format or engine and for a PNG without a Chinese font, and
    ProfileError for an unknown profile.
    """
    from raci.drawing.plan import plan_of

    module = _module(kind)
    if format not in FORMATS:
        raise DrawError(f"没有名为“{format}”的图片格式", place="format", remedy=f"可用：{'、'.join(FORMATS)}")
    plan = plan_of(analysis, profile)
    if format == "dot":
        return str(module.source(plan)).encode()
    canvas = module.picture(plan, title=title, engine=engine, drawn=drawn)
    if format == "svg":
        return bytes(canvas.svg())
    from raci.drawing.png import png

    return png(canvas)


def crossings(analysis: Analysis, kind: str = "bipartite", *, profile: Profile | str = "explicit") -> dict[str, int]:
    """How many lines cross, ``before`` ordering and ``after``, as drawn with the default engine.

    Empty for a kind that has no columns. Raises DrawError and ProfileError as ``render`` does.
    """
    from raci.drawing.plan import plan_of

    return dict(_module(kind).count(plan_of(analysis, profile)))


def _module(kind: str) -> ModuleType:
    if kind not in KINDS:
        raise DrawError(f"没有名为“{kind}”的图", place="kind", remedy=f"可用：{'、'.join(KINDS)}")
    return import_module(KINDS[kind])
