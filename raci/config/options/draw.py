"""How a drawing is to be made: what ``raci draw``, ``raci.draw`` and ``raci build`` ask for, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from raci.config.clock import now
from raci.errors import DrawError
from raci.model import Profile

__all__ = ["AUTO", "CROSSINGS", "DEFAULT_KIND", "DOCUMENT", "FORMATS", "ORDERS", "SERIATED", "DrawOptions"]

#: stands for the kind that suits the size of a document (``raci.drawing.suited``)
AUTO = "auto"
DEFAULT_KIND = "bipartite"
FORMATS = ("svg", "png", "pdf", "dot")
#: the orders of tasks: that of the document; in a matrix like beside like; beside bodies, so that few lines cross
DOCUMENT, SERIATED, CROSSINGS = "document", "seriated", "crossings"
ORDERS = (DOCUMENT, SERIATED, CROSSINGS)


@dataclass(frozen=True, slots=True)
class DrawOptions:
    """How to draw. Kinds of drawing use what concerns them and pass over the rest.

    ``kind``: ``bipartite`` (bodies and tasks, joined by roles), ``network`` (bodies, joined by shared tasks),
    ``matrix`` (the responsibility matrix), ``load`` (how much each body has to do), ``org`` (bodies by level),
    ``group`` (the groups that the plan sets up), ``flow`` (chapters and who leads their tasks), ``ego`` (one body:
    ``department``, by default the one that leads most), or ``auto``: the one that suits the size of the document.
    ``title`` replaces the document's. ``engine`` says who orders or places the boxes; None is the kind's own way,
    ``system`` a ``dot`` on the PATH. ``order``: tasks stand as in the ``document``; in a matrix ``seriated``, the like
    side by side; in bipartite by ``crossings``, so that few lines cross. ``without_collectives`` leaves out bodies
    that stand for many (各区县). ``made_at`` is the time that a PDF states (that of SOURCE_DATE_EPOCH where it is set),
    ``day`` the date in the foot (None: that of ``made_at``). ``profile`` None is that of the workbook that the document
    was read from, else ``explicit``.

    Raises DrawError for an unknown format or order. Kind and engine are checked by ``raci.drawing.registry``, where
    they are declared.
    """

    kind: str = DEFAULT_KIND
    format: str = "svg"
    profile: Profile | str | None = None
    title: str = ""
    engine: str | None = None
    day: date | None = None
    department: str = ""
    order: str = DOCUMENT
    without_collectives: bool = False
    made_at: datetime = field(default_factory=now, compare=False)

    def __post_init__(self) -> None:
        if self.format not in FORMATS:
            raise DrawError(
                f"没有名为“{self.format}”的图片格式", place="--format", remedy=f"可用：{'、'.join(FORMATS)}"
            )
        if self.order not in ORDERS:
            raise DrawError(f"没有名为“{self.order}”的次序", place="--order", remedy=f"可用：{'、'.join(ORDERS)}")

    @property
    def date_shown(self) -> date:
        """The date in the foot of a picture."""
        return self.day or self.made_at.date()
