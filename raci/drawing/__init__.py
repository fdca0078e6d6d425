"""Pictures of one document. A kind of drawing is a module in ``raci.drawing.kinds`` that declares itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raci.config.options.draw import DrawOptions
    from raci.drawing.model import DrawingModel
    from raci.drawing.picture import Drawing
    from raci.model import Analysis, Profile

__all__ = ["compose", "render", "suited"]


def compose(analysis: Analysis, options: DrawOptions) -> Drawing:
    """A drawing of the analysis: its sheets, laid out once for all formats.

    The sheets are A3 across, the letters never smaller than ``raci.drawing.page.LEAST``: what does not fit goes onto
    more sheets (a network shows the bodies with most tasks, and says so).

    Raises DrawError for an unknown kind, engine or department, ProfileError for an unknown profile.
    """
    from raci.drawing.registry import chosen_kind

    model = _model(analysis, options.profile)
    return chosen_kind(model, options.kind).draw(model, options)


def render(analysis: Analysis, options: DrawOptions) -> bytes:
    """A picture of the analysis as the bytes of one file, in the format of the options.

    ``png`` and ``pdf`` need a Chinese font: the system's or that of the ``fonts`` extra; ``dot`` is a graph as Graphviz
    source. Where the drawing takes several sheets, a PDF has as many pages, an SVG or PNG holds them one below the
    other; ``compose(…).files(format)`` gives a file a sheet.

    Raises DrawError and ProfileError as ``compose`` does, DrawError also for a PNG without a Chinese font and for
    the source of a kind that is no graph.
    """
    if options.format != "dot":
        return compose(analysis, options).single_file(options.format)
    from raci.drawing.registry import chosen_kind, dot_source

    model = _model(analysis, options.profile)
    return dot_source(chosen_kind(model, options.kind), model)


def suited(analysis: Analysis, *, profile: Profile | str | None = "explicit") -> tuple[str, str]:
    """The kind of drawing that suits the size of a document, and why. Raises ProfileError for an unknown profile."""
    from raci.drawing.registry import suited_kind

    kind, reason = suited_kind(_model(analysis, profile))
    return kind.name, reason


def _model(analysis: Analysis, profile: Profile | str | None) -> DrawingModel:
    from raci.config.profiles import profile_of
    from raci.drawing.model import drawing_model
    from raci.views.grid import grid

    chosen = profile_of(analysis, profile)
    return drawing_model(analysis.document, chosen, grid(analysis, chosen), analysis.groups)
