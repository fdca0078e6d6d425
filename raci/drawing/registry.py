"""The kinds of drawings: collected from ``raci.drawing.kinds`` on first use, looked up and checked here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from raci.config.options.draw import AUTO, DOCUMENT, DrawOptions
from raci.declared import declared
from raci.drawing.kind import DrawingKind
from raci.drawing.model import DrawingModel
from raci.errors import DrawError

__all__ = [
    "all_kinds",
    "chosen_kind",
    "dot_source",
    "kind_choices",
    "kind_named",
    "refuse_idle",
    "suited_kind",
    "usual_kinds",
]


@cache
def all_kinds() -> Mapping[str, DrawingKind]:
    """Name → kind, in the order of lists: the ``KIND`` of each module in ``raci.drawing.kinds``."""
    kinds = sorted(declared("raci.drawing.kinds", DrawingKind), key=lambda kind: kind.position)
    return MappingProxyType({kind.name: kind for kind in kinds})


def kind_choices() -> tuple[str, ...]:
    """The names that may be asked for: those of the kinds, and ``auto``."""
    return (*all_kinds(), AUTO)


def usual_kinds() -> tuple[str, ...]:
    """The names of the kinds that are drawn where none are asked for."""
    return tuple(kind.name for kind in all_kinds().values() if kind.usual)


def kind_named(name: str) -> DrawingKind:
    """The kind of that name. Raises DrawError where there is none."""
    kind = all_kinds().get(name)
    if kind is None:
        raise DrawError(f"没有名为“{name}”的图", place="--kind", remedy=f"可用：{'、'.join(kind_choices())}")
    return kind


def refuse_idle(options: DrawOptions) -> None:
    """Refuse what the kind that is asked for would pass over: a body, an order of tasks that it knows nothing of.

    Raises DrawError that names the kinds which are drawn so.
    """
    of_one_body = [kind.name for kind in all_kinds().values() if kind.of_one_body]
    so_ordered = [kind.name for kind in all_kinds().values() if options.order in (DOCUMENT, *kind.orders)]
    for option, given, able in (
        ("--department", options.department, of_one_body),
        ("--order", options.order, so_ordered),
    ):
        if given and options.kind not in (*able, AUTO):
            remedy = f"请去掉它，或用 --kind {'、'.join(able)}"
            raise DrawError(f"{kind_named(options.kind).name} 图用不上“{given}”", place=option, remedy=remedy)


def suited_kind(model: DrawingModel) -> tuple[DrawingKind, str]:
    """The kind that suits the size of a document best, and why: the first by rank that one sheet of A3 holds."""
    size = f"{len(model.bodies)} 个单位、{len(model.tasks)} 项任务、{len(model.links)} 条关系"
    ranked = sorted(
        ((kind.suitability, kind) for kind in all_kinds().values() if kind.suitability),
        key=lambda pair: pair[0].rank,
    )
    suitability, kind = next((pair for pair in ranked if pair[0].fits(model)), ranked[-1])
    return kind, f"{size}，{suitability.reason}"


def chosen_kind(model: DrawingModel, name: str) -> DrawingKind:
    """The kind that is asked for; for ``auto`` the one that suits. Raises DrawError for an unknown kind."""
    return suited_kind(model)[0] if name == AUTO else kind_named(name)


def dot_source(kind: DrawingKind, model: DrawingModel) -> bytes:
    """A graph as DOT. Raises DrawError for a kind that is no graph."""
    if kind.source is None:
        graphs = "、".join(graph.name for graph in all_kinds().values() if graph.source)
        raise DrawError(f"{kind.title}不是网络，没有 DOT", place="--format", remedy=f"可用 dot 的图：{graphs}")
    return kind.source(model).encode()
