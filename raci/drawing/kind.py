"""What a kind of drawing declares of itself: all that the command line, messages, outputs and ``auto`` know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from raci.config.options.draw import DrawOptions
from raci.drawing.model import DrawingModel, without_collectives
from raci.drawing.picture import Drawing
from raci.errors import DrawError

__all__ = ["DrawingKind", "Suitability"]


@dataclass(frozen=True, slots=True)
class Suitability:
    """When ``auto`` takes a kind: the first by ``rank`` that ``fits``; ``reason`` is told to the user."""

    rank: int
    fits: Callable[[DrawingModel], bool]
    reason: str


def _of_any_plan(model: DrawingModel) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class DrawingKind:
    """One kind of drawing, declared as ``KIND`` in a module of ``raci.drawing.kinds``.

    ``position`` orders the kinds in lists, ``title`` is what a picture is called, ``hint`` says in a word or two what
    it shows. ``sheets`` draws; ``source`` gives the graph as DOT where the kind is a graph. ``engines`` are the
    programs that can place the boxes where there is a choice. ``of_one_body``: it shows one body, which ``department``
    may name; ``orders`` are the orders of tasks it knows beside that of the document. ``has_columns``: its lines run
    between columns, so that crossings are counted.
    ``usual``: ``build`` draws it unless told otherwise, and only of a plan that it ``has_content`` for.
    ``in_report``, ``in_slides``: report.html, the slides show it; where not, they have the same as a view of theirs.
    """

    name: str
    position: int
    title: str
    hint: str
    sheets: Callable[[DrawingModel, DrawOptions], Drawing]
    source: Callable[[DrawingModel], str] | None = None
    engines: tuple[str, ...] = ()
    of_one_body: bool = False
    orders: tuple[str, ...] = ()
    has_columns: bool = False
    usual: bool = False
    has_content: Callable[[DrawingModel], bool] = _of_any_plan
    in_report: bool = True
    in_slides: bool = True
    suitability: Suitability | None = None

    def draw(self, model: DrawingModel, options: DrawOptions) -> Drawing:
        """The drawing. Raises DrawError for an engine that is not among the kind's, or that is not installed."""
        if self.engines and options.engine not in (None, *self.engines):
            raise DrawError(
                f"{self.name} 没有名为“{options.engine}”的排版引擎",
                place="--engine",
                remedy=f"可用：{'、'.join(self.engines)}",
            )
        shown = without_collectives(model) if options.without_collectives else model
        return replace(self.sheets(shown, options), made_at=options.made_at)
