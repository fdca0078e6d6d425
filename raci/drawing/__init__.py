"""Pictures of one document. A kind of drawing is a module in ``raci.drawing.kinds`` that declares itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from raci.config.options.draw import AUTO, CROSSINGS, DEFAULT_KIND, DOCUMENT, FORMATS, ORDERS, SERIATED, DrawOptions

if TYPE_CHECKING:
    from raci.drawing.model import DrawingModel
    from raci.drawing.picture import Drawing
    from raci.model import Analysis, Profile

__all__ = [
    "AUTO",
    "CROSSINGS",
    "DOCUMENT",
    "FORMATS",
    "ORDERS",
    "SERIATED",
    "compose",
    "compose_with",
    "crossings",
    "render",
    "render_with",
    "source",
    "suited",
]


def compose(  # noqa: PLR0913  the public face: a keyword for each of DrawOptions
    analysis: Analysis,
    kind: str = DEFAULT_KIND,
    *,
    profile: Profile | str = "explicit",
    title: str | None = None,
    engine: str | None = None,
    drawn: date | None = None,
    department: str = "",
    order: str = DOCUMENT,
    without_collectives: bool = False,
) -> Drawing:
    """A drawing of the analysis: its sheets, laid out once for all formats.

    ``kind``: ``bipartite`` (bodies and tasks, joined by roles), ``network`` (bodies, joined by
    shared tasks), ``matrix`` (the responsibility matrix), ``load`` (how much each body has to do), ``org``
    (bodies by level), ``group`` (the groups that the plan sets up), ``flow`` (chapters and who leads their tasks),
    ``ego`` (one body: ``department``, by default the one that leads most), or ``auto``: the one that suits the size of
    the document. ``order``: tasks stand as in the ``document``; in a matrix ``seriated``, the like side by side; in
    bipartite by ``crossings``, so that few lines cross. ``without_collectives`` leaves out bodies that stand for many
    (各区县).
    ``engine`` says who orders or places the boxes: by default raci itself for ``bipartite`` and the Graphviz of
    graphviz-pure for ``network``; ``system`` is a ``dot`` on the PATH. ``drawn`` is the date in the foot, by
    default today (that of SOURCE_DATE_EPOCH where it is set). The sheets are A3 across, the letters never smaller
    than ``raci.drawing.page.LEAST``: what does not fit goes onto more sheets (a network shows the bodies with most
    tasks, and says so).

    Raises DrawError for an unknown kind, engine, order or department, ProfileError for an unknown profile.
    """
    options = DrawOptions(
        kind=kind,
        profile=profile,
        title=title or "",
        engine=engine,
        day=drawn,
        department=department,
        order=order,
        without_collectives=without_collectives,
    )
    return compose_with(analysis, options)


def compose_with(analysis: Analysis, options: DrawOptions) -> Drawing:
    """A drawing of the analysis; see ``compose``."""
    from raci.drawing.registry import chosen_kind

    model = _model(analysis, options.profile)
    return chosen_kind(model, options.kind).draw(model, options)


def render(  # noqa: PLR0913  the public face: a keyword for each of DrawOptions
    analysis: Analysis,
    kind: str = DEFAULT_KIND,
    format: str = "svg",
    *,
    profile: Profile | str = "explicit",
    title: str | None = None,
    engine: str | None = None,
    drawn: date | None = None,
    department: str = "",
    order: str = DOCUMENT,
    without_collectives: bool = False,
) -> bytes:
    """A picture of the analysis as the bytes of one file; see ``compose`` for what is drawn.

    ``format``: ``svg``, ``png`` or ``pdf`` (which need a Chinese font: the system's or that of the ``fonts``
    extra), or ``dot`` (a graph as Graphviz source). Where the drawing takes several sheets, a PDF has as many
    pages, an SVG or PNG holds them one below the other; ``compose(…).files(format)`` gives a file a sheet.

    Raises DrawError for an unknown kind, format or engine and for a PNG without a Chinese font, and
    ProfileError for an unknown profile.
    """
    options = DrawOptions(kind, format, profile, title or "", engine, drawn, department, order, without_collectives)
    return render_with(analysis, options)


def render_with(analysis: Analysis, options: DrawOptions) -> bytes:
    """A picture of the analysis as the bytes of one file; see ``render``."""
    if options.format == "dot":
        return _source(analysis, options)
    return compose_with(analysis, options).single_file(options.format)


def source(analysis: Analysis, kind: str = DEFAULT_KIND, *, profile: Profile | str = "explicit") -> bytes:
    """A graph as Graphviz source.

    Raises DrawError for a kind that is no graph or unknown, ProfileError for an unknown profile.
    """
    return _source(analysis, DrawOptions(kind, profile=profile))


def _model(analysis: Analysis, profile: Profile | str | None) -> DrawingModel:
    from raci.config.profiles import profile_of
    from raci.drawing.model import drawing_model
    from raci.views.grid import grid

    chosen = profile_of(analysis, profile)
    return drawing_model(analysis.document, chosen, grid(analysis, chosen), analysis.groups)


def _source(analysis: Analysis, options: DrawOptions) -> bytes:
    from raci.drawing.registry import chosen_kind, dot_source

    model = _model(analysis, options.profile)
    return dot_source(chosen_kind(model, options.kind), model)


def suited(analysis: Analysis, *, profile: Profile | str | None = "explicit") -> tuple[str, str]:
    """The kind of drawing that suits the size of a document, and why. Raises ProfileError for an unknown profile."""
    from raci.drawing.registry import suited_kind

    kind, reason = suited_kind(_model(analysis, profile))
    return kind.name, reason


def crossings(analysis: Analysis, kind: str = DEFAULT_KIND, *, profile: Profile | str = "explicit") -> dict[str, int]:
    """How many lines cross on all sheets, ``before`` ordering and ``after``, as drawn with the default engine.

    Empty for a kind that has no columns. Raises DrawError and ProfileError as ``compose`` does.
    """
    from raci.drawing.registry import kind_named

    if not kind_named(kind).has_columns:
        return {}
    counts = compose(analysis, kind, profile=profile).crossings
    return {"before": sum(before for before, _ in counts), "after": sum(after for _, after in counts)}
