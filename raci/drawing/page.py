"""The frame of a picture: title, figures, legend above; source, profile and date below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from raci._version import __version__
from raci.config.options.draw import DrawOptions
from raci.config.palette import LineStyle
from raci.drawing.canvas import A3, Canvas, points
from raci.drawing.model import DrawingModel
from raci.drawing.style import FAINT, HAIR
from raci.drawing.text import clean, shorten, width
from raci.views.tables.titles import bare_title, shown_title

__all__ = [
    "A3",
    "LEAST",
    "MARGIN",
    "NO_BODIES",
    "NO_TASKS",
    "SMALL",
    "Caption",
    "Sample",
    "caption_of",
    "frame",
    "frame_heights",
    "message_sheet",
    "new_sheet",
    "numbered",
    "room_on",
]

MARGIN = 34.0
#: the smallest letters in which anything is set, in pt on A3; those of figures are no smaller
LEAST = SMALL = 9.0
_TITLE, _FIGURES, _LEGEND, _FOOT = 22.0, 12.0, 11.0, 9.5
NO_BODIES = "本文件中没有标注责任单位，因此没有可画的内容"
NO_TASKS = "本文件中没有找到任务，因此没有可画的内容"


@dataclass(frozen=True, slots=True)
class Sample:
    """An entry of the legend: a line, or a filled mark with its edge.

    ``shape`` is box, round or dot; arrow for a line with a head. ``weight`` is how thick the edge is, in pt.
    """

    text: str
    line: LineStyle | None = None
    fill: str = ""
    edge: str = ""
    dashes: str = ""
    shape: str = "box"
    weight: float = 1.0

    def reach(self) -> float:
        """How wide the entry is, in pt."""
        return (38.0 if self.line else 22.0) + width(self.text) * _LEGEND + 20.0


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture says about itself; ``page`` is the number of a sheet among several, and how many there are."""

    title: str
    figures: str
    legend: tuple[Sample, ...]
    source: str
    maker: str
    notes: tuple[str, ...] = ()
    page: tuple[int, int] = (1, 1)


def numbered(caption: Caption, number: int, pages: int, shown: str = "") -> Caption:
    """The caption of one sheet of several; ``shown`` says what of the whole stands on it."""
    if pages == 1:
        return caption
    figures = f"{caption.figures} · {shown}" if shown else caption.figures
    return replace(caption, page=(number, pages), figures=figures)


def caption_of(
    model: DrawingModel,
    options: DrawOptions,
    what: str,
    figures: str,
    legend: Sequence[Sample],
    notes: Sequence[str] = (),
    *,
    of_tasks: bool = True,
) -> Caption:
    """The caption of a picture of ``what`` (部门任务关系图 …); ``of_tasks``: it shows who has a part in which."""
    document, title = model.document, options.title
    name = clean(title or shown_title(document))
    parts = [f"来源：{clean(PurePath(document.source).name or document.source)}"] if document.source else ["来源：文本"]
    if title and document.title and clean(document.title) != name:
        parts[0] += f"《{shorten(clean(bare_title(document.title)), 30)}》"
    parts += [clean(part) for part in ("、".join(document.issued_by()), document.number) if part]
    if document.date:
        # of many a plan only the year is known, which its title tells
        parts.append(f"{'文件日期' if '-' in document.date else '年份'} {clean(document.date)}")
    chosen = model.profile
    maker = f"角色方案 {clean(chosen.name)} · 制图 {options.date_shown.isoformat()} · raci {__version__}"
    if of_tasks and model.left_out:
        notes = [*notes, f"另有 {model.left_out} 条未入图：责任领导等不对应字母的角色，见表"]
    if of_tasks and model.collectives_out:
        notes = [*notes, f"{model.collectives_out} 个集体（各市县、各部门等）未画"]
    return Caption(name, f"{what} · {figures}", tuple(legend), " · ".join(parts), maker, tuple(notes))


def _legend_rows(legend: Sequence[Sample], room: float) -> list[list[Sample]]:
    rows: list[list[Sample]] = []
    used = room
    for sample in legend:
        used += sample.reach()
        if used > room:
            rows.append([])
            used = sample.reach()
        rows[-1].append(sample)
    return rows


def frame_heights(caption: Caption, sheet_width: float) -> tuple[float, float]:
    """How much of a sheet of that width the frame takes, above and below, margins included."""
    rows = len(_legend_rows(caption.legend, sheet_width - 2 * MARGIN))
    return MARGIN + 36 + 20 + rows * 19 + 14, MARGIN + 14 * (1 + len(caption.notes)) + 4


def room_on(caption: Caption) -> tuple[float, float]:
    """Where the room within the frame begins on a sheet of A3, and how high it is, in pt."""
    above, below = frame_heights(caption, A3[0])
    return above, A3[1] - (above + below)


def new_sheet(caption: Caption, size: tuple[float, float] = A3) -> Canvas:
    """A sheet with its frame."""
    canvas = Canvas(*size, caption.title)
    frame(canvas, caption)
    return canvas


def message_sheet(caption: Caption, text: str) -> Canvas:
    """A sheet that says why there is nothing to draw."""
    canvas = new_sheet(caption)
    canvas.group("message")
    canvas.text(canvas.width / 2, canvas.height / 2, text, 18, fill=FAINT, anchor="middle")
    return canvas


def frame(canvas: Canvas, caption: Caption) -> None:
    """Draw the frame onto a sheet: title, figures and legend above, source, maker and notes below."""
    left, right, room = MARGIN, canvas.width - MARGIN, canvas.width - 2 * MARGIN
    canvas.group("head")
    number, pages = caption.page
    spare = 0.0
    if pages > 1:
        mark = f"第 {number} 页，共 {pages} 页"
        spare = (width(mark) + 2) * _FIGURES
        canvas.text(right, MARGIN + 12, mark, _FIGURES, anchor="end", fill=FAINT, class_="page")
    title = shorten(caption.title, (room - spare) / _TITLE)
    canvas.text(left, MARGIN + 12, title, _TITLE, font_weight="bold", class_="title")
    canvas.text(left, MARGIN + 42, shorten(caption.figures, room / _FIGURES), _FIGURES, fill=FAINT)
    for index, row in enumerate(_legend_rows(caption.legend, room)):
        x, y = left, MARGIN + 65 + index * 19
        for sample in row:
            canvas.group("legend")
            _draw_sample(canvas, sample, x, y)
            x += sample.reach()
    canvas.group("foot")
    y = canvas.height - MARGIN - 14 * len(caption.notes)
    canvas.path(points("M{} {}H{}", (left, y - 10, right)), stroke=HAIR, stroke_width=0.6)
    maker_width = width(caption.maker) * _FOOT
    source = shorten(caption.source, (room - maker_width) / _FOOT - 2)
    canvas.text(left, y, source, _FOOT, fill=FAINT, class_="source")
    canvas.text(right, y, caption.maker, _FOOT, fill=FAINT, anchor="end")
    for index, note in enumerate(caption.notes, start=1):
        canvas.text(left, y + 14 * index, shorten(f"注：{note}", room / _FOOT), _FOOT, fill=FAINT, class_="note")


def _draw_sample(canvas: Canvas, sample: Sample, x: float, y: float) -> None:
    dashes = sample.dashes or "none"
    if sample.line:
        line = sample.line
        canvas.path(
            points("M{} {}h30", (x, y)),
            stroke=line.colour,
            stroke_width=line.width,
            stroke_dasharray=line.dashes or "none",
        )
        if sample.shape == "arrow":
            canvas.path(points("M{} {}l-9 -4v8Z", (x + 32, y)), fill=line.colour)
        x += 38
    elif sample.shape == "box":
        edge: dict[str, str | float] = {
            "stroke": sample.edge,
            "stroke_width": sample.weight,
            "stroke_dasharray": dashes,
        }
        canvas.rect(x, y - 5, 16, 10, rx=2, fill=sample.fill, **edge)
        x += 22
    else:
        radius = 3.0 if sample.shape == "dot" else 6.0
        canvas.circle(x + 8, y, radius, fill=sample.fill, stroke=sample.edge, stroke_dasharray=dashes)
        x += 22
    canvas.text(x, y, sample.text, _LEGEND)
