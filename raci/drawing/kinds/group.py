"""The groups that a plan sets up (领导小组, 专班 …) as offices draw them: head, deputies, members, office, parts."""

from __future__ import annotations

from raci.config.options.draw import DrawOptions
from raci.drawing.group_sheets import GROUPS_TITLE, draw_groups, planned_groups
from raci.drawing.kind import DrawingKind
from raci.drawing.model import DrawingModel
from raci.drawing.page import caption_of, message_sheet
from raci.drawing.picture import Drawing

__all__ = ["KIND"]

_NOTHING = "本文件没有设立领导小组、专班一类的机构，因此没有可画的内容"


def _sheets(model: DrawingModel, options: DrawOptions) -> Drawing:
    """The drawing, on as many sheets as it takes."""
    if not model.groups:
        return Drawing((message_sheet(caption_of(model, options, GROUPS_TITLE, "", (), ()), _NOTHING),))
    return Drawing(tuple(draw_groups(model, options, planned_groups(model, options))))


KIND = DrawingKind(
    name="group",
    position=8,
    title=GROUPS_TITLE,
    hint="领导小组",
    sheets=_sheets,
    usual=True,
    in_report=False,
    has_content=lambda model: bool(model.groups),
)
