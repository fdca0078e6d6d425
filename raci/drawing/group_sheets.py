"""The sheets on which the groups of a plan (领导小组, 专班 …) stand: which groups on which, and how they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from raci.config.options.draw import DrawOptions
from raci.drawing.canvas import Canvas
from raci.drawing.model import DrawingModel
from raci.drawing.page import LEAST, MARGIN, Caption, Sample, caption_of, new_sheet, numbered, room_on
from raci.drawing.style import BODY, BODY_EDGE, LEADS, LEADS_EDGE, LEADS_WEIGHT, PAPER
from raci.drawing.text import clean, shorten
from raci.drawing.tiers import Tier, draw_tiers, parted, tiers_height, tiers_of
from raci.model.work_groups import WorkGroup
from raci.views.group_tiers import is_told_whole, parts_of

__all__ = ["GROUPS_TITLE", "GroupSheet", "draw_groups", "planned_groups"]

GROUPS_TITLE = "组织架构图"
#: sizes of letters that are tried, in pt
_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, LEAST)
#: in a document of so many groups small ones (工作组) stand on a sheet together, as many as fit in letters of that size
_MANY, _TOGETHER = 4, 12.0
#: in so many steps the room of a sheet is tried out that lets small groups stand evenly on several
_STEPS = 16
#: how high the heading of a group is where several stand on a sheet, and the gap below each, in em
_HEADING, _GAP = 2.4, 0.8


@dataclass(frozen=True, slots=True)
class _GroupPart:
    """A group, or a part of one, on a sheet."""

    group: WorkGroup
    tiers: Sequence[Tier]


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """What stands on a sheet, in letters of one size."""

    parts: Sequence[_GroupPart]
    size: float


def planned_groups(model: DrawingModel, options: DrawOptions) -> list[GroupSheet]:
    """The sheets that the groups of a plan take: a group a sheet, small ones of many together, a large one several."""
    return list(_planned(model, options))


def draw_groups(
    model: DrawingModel, options: DrawOptions, planned: Sequence[GroupSheet], *, before: int = 0
) -> Iterator[Canvas]:
    """The sheets; ``before`` others stand before them in the drawing."""
    pages = before + len(planned)
    for number, sheet in enumerate(planned, start=before + 1):
        caption = numbered(_caption(model, options, [part.group for part in sheet.parts]), number, pages)
        canvas = new_sheet(caption)
        _draw(canvas, sheet, room_on(caption)[0])
        yield canvas


def _planned(model: DrawingModel, options: DrawOptions) -> Iterator[GroupSheet]:
    """What stands on each sheet."""
    together: list[_GroupPart] = []
    for group in model.groups:
        if is_told_whole(group, model.groups):
            continue
        tiers = list(tiers_of(group, parts_of(group, model.groups)))
        _, room = room_on(_caption(model, options, [group]))
        part = _GroupPart(group, tiers)
        if len(model.groups) >= _MANY and _heights([part], _TOGETHER) <= room / 2:
            together.append(part)
            continue
        yield from _together(model, options, together)
        together = []
        size = _size(tiers, room)
        for page in parted(tiers, size, room):
            yield GroupSheet([_GroupPart(group, page)], size)
    yield from _together(model, options, together)


def _together(model: DrawingModel, options: DrawOptions, parts: Sequence[_GroupPart]) -> Iterator[GroupSheet]:
    """Small groups on as few sheets as they take, each about as full as the others."""
    if not parts:
        return
    _, room = room_on(_caption(model, options, [part.group for part in parts]))
    fewest = len(_filled(parts, room))
    share = _heights(parts, _TOGETHER) / fewest
    # the least that a sheet must hold for all to fit on so few
    rooms = (share + (room - share) * step / _STEPS for step in range(_STEPS + 1))
    even = next(sheets for each in rooms if len(sheets := _filled(parts, each)) == fewest)
    larger = (size for size in _SIZES if all(_heights(sheet, size) <= room for sheet in even))
    size = next(larger, _TOGETHER)
    yield from (GroupSheet(sheet, size) for sheet in even)


def _filled(parts: Sequence[_GroupPart], room: float) -> list[list[_GroupPart]]:
    """The parts on sheets of so much room, one after the other."""
    sheets: list[list[_GroupPart]] = [[]]
    for part in parts:
        if sheets[-1] and _heights([*sheets[-1], part], _TOGETHER) > room:
            sheets.append([])
        sheets[-1].append(part)
    return sheets


def _size(tiers: Sequence[Tier], room: float) -> float:
    """The largest letters in which rows fit on a sheet."""
    return next((size for size in _SIZES if tiers_height(tiers, size) <= room), _SIZES[-1])


def _heights(parts: Sequence[_GroupPart], size: float) -> float:
    """How high groups are together on a sheet in letters of a size, in pt."""
    return sum(tiers_height(part.tiers, size) + (_HEADING + _GAP) * size for part in parts)


def _draw(canvas: Canvas, sheet: GroupSheet, top: float) -> None:
    for part in sheet.parts:
        if len(sheet.parts) > 1:
            canvas.group("heading")
            words = shorten(clean(part.group.name), 60)
            canvas.text(MARGIN, top + sheet.size * _HEADING / 2, words, sheet.size * 1.2, font_weight="bold")
            top += sheet.size * _HEADING
        draw_tiers(canvas, part.tiers, top, sheet.size)
        top += tiers_height(part.tiers, sheet.size) + sheet.size * _GAP


def _caption(model: DrawingModel, options: DrawOptions, groups: Sequence[WorkGroup]) -> Caption:
    members = [member for group in groups for member in group.members]
    figures = f"{len(members)} 个成员和职位"
    whole = {group.within for group in groups}
    if len(groups) > 1:
        figures = f"{len(groups)} 个机构 · {figures}"
        if len(whole) == 1 and all(whole) and not options.title:  # nothing but parts of one group
            options = replace(options, title=f"{clean(groups[0].within)}下设机构")
    elif not options.title:  # the group is what the picture is of; the foot names the document
        options = replace(options, title=groups[0].name)
        figures = f"{clean(groups[0].within)}下设 · {figures}" if groups[0].within else figures
    samples = [
        Sample("负责人", fill=LEADS, edge=LEADS_EDGE, weight=LEADS_WEIGHT),
        Sample("成员", fill=BODY, edge=BODY_EDGE),
    ]
    if any(member.position == "office" for member in members):
        samples.append(Sample("办公室设在", fill=PAPER, edge=BODY_EDGE))
    return caption_of(model, options, GROUPS_TITLE, figures, samples, of_tasks=False)
