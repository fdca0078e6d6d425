"""One body: its tasks by what it is in them, and the bodies that share them."""

from __future__ import annotations

from collections.abc import Sequence

from raci.config.options.draw import DrawOptions
from raci.drawing.kind import DrawingKind
from raci.drawing.kinds.ego.parts import OwnTasks, chosen_body, links_of_others, own_tasks, parts
from raci.drawing.kinds.ego.shapes import draw_ego
from raci.drawing.model import DrawingModel, Link
from raci.drawing.page import (
    LEAST,
    NO_BODIES,
    Caption,
    Sample,
    caption_of,
    message_sheet,
    new_sheet,
    numbered,
    room_on,
)
from raci.drawing.picture import Drawing
from raci.drawing.style import line_of
from raci.model import ROLES
from raci.model.labels import ROLE_WORDS

__all__ = ["KIND"]

_TITLE = "单位任务关系图"
#: sizes of letters that are tried, in pt
_SIZES = (16.0, 14.0, 13.0, 12.0, 11.0, 10.0, LEAST)


def _sheets(model: DrawingModel, options: DrawOptions) -> Drawing:
    """The drawing for ``options.department`` (its name, or a part of it), by default the body that leads most.

    Raises DrawError where no body is called so.
    """
    if not model.bodies:
        return Drawing((message_sheet(caption_of(model, options, _TITLE, "0 个单位", []), NO_BODIES),))
    body = chosen_body(model, options.department)
    own = own_tasks(model, body)
    others = links_of_others(model, body, own)
    caption = _caption(model, body, own, others, options)
    top, room = room_on(caption)
    pages = parts(model, own, others, room)
    size = next((size for size in _SIZES if all(page.height(size) <= room for page in pages)), _SIZES[-1])
    tasks = sum(len(listed) for _, listed in own)
    sheets = []
    for number, page in enumerate(pages, start=1):
        canvas = new_sheet(numbered(caption, number, len(pages), f"本页 {len(page.tasks)} 项任务"))
        draw_ego(canvas, page, (model.bodies[body], tasks), (top, room), size)
        sheets.append(canvas)
    return Drawing(tuple(sheets))


def _caption(model: DrawingModel, body: int, own: OwnTasks, others: Sequence[Link], options: DrawOptions) -> Caption:
    present = {role for role, _ in own} | {link.role for link in others}
    samples = [Sample(ROLE_WORDS[role], line=line_of(role)) for role in ROLES if role in present]
    tasks = sum(len(listed) for _, listed in own)
    figures = f"{model.bodies[body].name} · {tasks} 项任务 · {len({link.body for link in others})} 个共同单位"
    return caption_of(model, options, _TITLE, figures, samples)


KIND = DrawingKind(
    name="ego",
    position=7,
    title=_TITLE,
    hint="一个单位",
    sheets=_sheets,
    of_one_body=True,
)
