"""The groups that a plan sets up (领导小组, 专班 …) as offices draw them: head, deputies, members, office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from raci.config.options.draw import DrawOptions
from raci.drawing.canvas import Canvas, points
from raci.drawing.kind import DrawingKind
from raci.drawing.model import DrawingModel
from raci.drawing.page import (
    A3,
    LEAST,
    MARGIN,
    Caption,
    Sample,
    caption_of,
    message_sheet,
    new_sheet,
    numbered,
    room_on,
)
from raci.drawing.picture import Drawing
from raci.drawing.style import BAND, BODY, BODY_EDGE, FAINT, HAIR, LEADS, LEADS_EDGE, PAPER
from raci.drawing.text import clean, shorten, wrap
from raci.model.work_groups import POSITION_WORDS, GroupMember, Position, WorkGroup

__all__ = ["KIND"]

_TITLE = "组织架构图"
_NOTHING = "本文件没有设立领导小组、专班一类的机构，因此没有可画的内容"
#: sizes of letters that are tried, in pt
_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, LEAST)
#: how wide a box is, the longest line in it, how high a line is, the room around a tier, in em
_BOX, _LINE, _HIGH, _AROUND = 13.0, 12.0, 1.25, 1.0
#: the most lines of a box: a name and two of the post
_MOST_LINES = 3
_LABEL = 7.5
_OFFICE = "办公室"
#: which positions stand in a tier together, from above
_TIERS: tuple[tuple[Position, ...], ...] = (
    ("head",),
    ("deputy",),
    ("member",),
    ("office", "office_head", "office_deputy", "contact"),
)


@dataclass(frozen=True, slots=True)
class _Tier:
    """A row of the chart, or a part of one: its label, how many there are in all, and those shown here."""

    label: str
    total: int
    members: Sequence[GroupMember]


def _sheets(model: DrawingModel, options: DrawOptions) -> Drawing:
    """The drawing: a group a sheet, one that is large on several."""
    if not model.groups:
        return Drawing((message_sheet(caption_of(model, options, _TITLE, "", (), ()), _NOTHING),))
    parts: list[tuple[WorkGroup, list[_Tier], float]] = []
    for group in model.groups:
        tiers = list(_tiers(group))
        _, room = room_on(_caption(model, options, group))
        size = next((size for size in _SIZES if sum(_height(tier, size) for tier in tiers) <= room), _SIZES[-1])
        parts += [(group, page, size) for page in _pages(tiers, size, room)]
    sheets = []
    for number, (group, page, size) in enumerate(parts, start=1):
        caption = numbered(_caption(model, options, group), number, len(parts))
        canvas = new_sheet(caption)
        _draw(canvas, page, room_on(caption)[0], size)
        sheets.append(canvas)
    return Drawing(tuple(sheets))


def _tiers(group: WorkGroup) -> Iterator[_Tier]:
    """The rows of a group that hold somebody, each named by the words of the document."""
    for positions in _TIERS:
        members = [member for member in group.members if member.position in positions]
        if members:
            label = _OFFICE if positions == _TIERS[-1] else clean(members[0].title)
            yield _Tier(label or POSITION_WORDS[members[0].position], len(members), members)


def _pages(tiers: Sequence[_Tier], size: float, room: float) -> list[list[_Tier]]:
    """The rows of each sheet; one that does not fit goes on with its next line of boxes."""
    pages: list[list[_Tier]] = [[]]
    used = 0.0
    for tier in tiers:
        rest = tier
        while rest.members:
            lines = int((room - used - 2 * _AROUND * size) / _pitch(size) + 1e-6)
            if lines < 1 and pages[-1]:
                pages.append([])
                used = 0.0
                continue
            count = max(lines, 1) * _across(size)
            shown = replace(rest, members=rest.members[:count])
            pages[-1].append(shown)
            used += _height(shown, size)
            rest = replace(rest, label=f"{tier.label}（续）", members=rest.members[count:])
    return pages


def _across(size: float) -> int:
    """How many boxes stand side by side."""
    return max(1, int((A3[0] - 2 * MARGIN - _LABEL * size) / ((_BOX + 0.8) * size)))


def _pitch(size: float) -> float:
    """From the top of a box to that of the one below it."""
    return (_MOST_LINES * _HIGH + 0.8 + 0.7) * size


def _height(tier: _Tier, size: float) -> float:
    return -(-len(tier.members) // _across(size)) * _pitch(size) + 2 * _AROUND * size


def _draw(canvas: Canvas, tiers: Sequence[_Tier], top: float, size: float) -> None:
    middle = MARGIN + _LABEL * size + (A3[0] - 2 * MARGIN - _LABEL * size) / 2
    for position, tier in enumerate(tiers):
        height = _height(tier, size)
        band = height - size * 0.7
        canvas.group("tier")
        canvas.rect(MARGIN, top, A3[0] - 2 * MARGIN, band, rx=5, fill=BAND)
        canvas.text(
            MARGIN + size * 0.8, top + band / 2 - size * 0.6, shorten(tier.label, 6.4), size, font_weight="bold"
        )
        count = f"{tier.total} 个" if tier.total > 1 else ""
        canvas.text(MARGIN + size * 0.8, top + band / 2 + size * 0.8, count, max(size * 0.8, LEAST), fill=FAINT)
        if position:
            canvas.path(points("M{} {}V{}", (middle, top - size * 0.7, top)), stroke=HAIR, stroke_width=2)
        _draw_boxes(canvas, tier, (middle, top + size * _AROUND * 0.8), size, leads=position == 0)
        top += height


def _draw_boxes(canvas: Canvas, tier: _Tier, start: tuple[float, float], size: float, *, leads: bool) -> None:
    middle, top = start
    across = _across(size)
    width, high = _BOX * size, (_MOST_LINES * _HIGH + 0.8) * size
    for number, member in enumerate(tier.members):
        line = tier.members[number // across * across : (number // across + 1) * across]
        left = middle - (len(line) * (_BOX + 0.8) - 0.8) * size / 2
        x = left + number % across * (_BOX + 0.8) * size
        y = top + number // across * _pitch(size)
        heads = leads and member.position == "head"
        canvas.group("node member", tip=_tip(member))
        fill, edge = (
            (LEADS, LEADS_EDGE) if heads else (BODY, BODY_EDGE) if member.position != "office" else (PAPER, BODY_EDGE)
        )
        canvas.rect(x, y, width, high, rx=4, fill=fill, stroke=edge)
        lines = _lines(member)
        first = y + high / 2 - (len(lines) - 1) * _HIGH * size / 2
        for place, words in enumerate(lines):
            bold = {"font_weight": "bold"} if place == 0 and member.name else {}
            y_line = first + place * _HIGH * size
            canvas.text(x + width / 2, y_line, shorten(words, _LINE), size, anchor="middle", **bold)


def _lines(member: GroupMember) -> list[str]:
    """What stands in a box: a person above the post, a post, or a body; in the row of the office what it is there."""
    words = clean(member.post or (member.department.name if member.department else "") or "")
    above = [clean(member.name)] if member.name else []
    if member.position in ("office", "office_head", "office_deputy", "contact"):
        above = [POSITION_WORDS[member.position] + ("：" + above[0] if above else "")]
    room = _MOST_LINES - len(above)
    lines = wrap(words, _LINE) if words else []
    return [*above, *(lines if len(lines) <= room else [*lines[: room - 1], "".join(lines[room - 1 :])])]


def _tip(member: GroupMember) -> str:
    who = " ".join(
        part for part in (member.name, member.post or (member.department and member.department.name)) if part
    )
    return f"{member.title or POSITION_WORDS[member.position]}：{who}\n{member.quote[:200]}"


def _caption(model: DrawingModel, options: DrawOptions, group: WorkGroup) -> Caption:
    figures = f"{clean(group.name)} · {len(group.members)} 个成员和职位"
    samples = [Sample("负责人", fill=LEADS, edge=LEADS_EDGE), Sample("成员", fill=BODY, edge=BODY_EDGE)]
    if any(member.position == "office" for member in group.members):
        samples.append(Sample("办公室设在", fill=PAPER, edge=BODY_EDGE))
    return caption_of(model, options, _TITLE, figures, samples, ())


KIND = DrawingKind(name="group", position=8, title=_TITLE, hint="领导小组", sheets=_sheets, in_report=False)
