"""One body: its tasks by what it is in them, and the bodies that share them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from raci.drawing.canvas import Canvas, points
from raci.drawing.leaves import leaves
from raci.drawing.model import DrawingModel, Link, part
from raci.drawing.order import Columns, reduce
from raci.drawing.page import A3, LEAST, MARGIN, SMALL, Caption, Sample, caption, frame, heights, message, paged
from raci.drawing.picture import Drawing
from raci.drawing.style import BODY, BODY_EDGE, FAINT, HAIR, LEADS, LEADS_EDGE, PAPER, line_of
from raci.drawing.text import shorten, width, wrap
from raci.errors import DrawError
from raci.model import ROLES, Role
from raci.model.labels import ROLE_WORDS

__all__ = ["sheets"]

_TITLE = "单位任务关系图"
_SIZES = (16.0, 14.0, 13.0, 12.0, 11.0, 10.0, LEAST)
#: the widest box of a task and of a name, in em
_TASK, _NAME = 26.0, 18.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What stands on a sheet: tasks of the whole plan by role, and a part of the plan with who shares them.

    ``lines`` is how many lines a task's heading may take.
    """

    mine: list[tuple[Role, list[int]]]
    part: DrawingModel
    lines: int = 2

    @property
    def tasks(self) -> list[int]:
        """The tasks, down the sheet."""
        return [task for _, held in self.mine for task in held]


def sheets(
    plan: DrawingModel,
    *,
    title: str | None = None,
    engine: str | None = None,
    drawn: date | None = None,
    department: str = "",
) -> Drawing:
    """The drawing for ``department`` (its name, or a part of it), by default the body that leads most.

    Raises DrawError where no body is called so. ``engine`` is for kinds that have one.
    """
    if not plan.bodies:
        said = caption(plan, _TITLE, "0 个单位", [], title=title, drawn=drawn)
        return Drawing((message(said, "本文件中没有标注责任单位，因此没有可画的内容"),))
    own = _own(plan, department)
    mine = _mine(plan, own)
    tasks = [task for _, held in mine for task in held]
    others = [link for link in plan.links if link.body != own and link.task in set(tasks)]
    said = _caption(plan, own, mine, others, title, drawn)
    room = A3[1] - sum(heights(said, A3[0]))
    whole = part(plan, tasks, others)
    # all on one sheet, if need be in one line each; else two lines on several
    parts = [sheet for lines in (2, 1) if _high(sheet := _Sheet(mine, whole, lines), LEAST) <= room][:1]
    if not parts:
        found = leaves(whole, lambda one: _high(_Sheet(_among(mine, one), one), LEAST) <= room)
        parts = [_Sheet(_among(mine, one), one) for one in found]
    size = next((size for size in _SIZES if all(_high(one, size) <= room for one in parts)), _SIZES[-1])
    made = []
    for number, one in enumerate(parts, start=1):
        canvas = Canvas(*A3, said.title)
        frame(canvas, paged(said, number, len(parts), f"本页 {len(one.tasks)} 项任务"))
        _sheet(canvas, plan, own, len(tasks), one, heights(said, A3[0])[0], room, size)
        made.append(canvas)
    return Drawing(tuple(made))


def _among(mine: list[tuple[Role, list[int]]], one: DrawingModel) -> list[tuple[Role, list[int]]]:
    """Those of the tasks by role that a part of the plan has."""
    here = {task.at for task in one.tasks}
    return [(role, found) for role, held in mine if (found := [task for task in held if task in here])]


def _lines_of(one: _Sheet) -> dict[int, list[str]]:
    return {task.at: wrap(task.label, _TASK - 1, one.lines) for task in one.part.tasks}


def _pitch(lines: int, size: float) -> float:
    """From one box of a task to the next."""
    return (lines * 1.25 + 0.85) * size


def _high(one: _Sheet, size: float) -> float:
    lines = _lines_of(one)
    tasks = sum(_pitch(len(lines[task]), size) for task in one.tasks) + len(one.mine) * size * 2.2
    return max(tasks, len(one.part.bodies) * size * 2.1)


def _sheet(
    canvas: Canvas, plan: DrawingModel, own: int, number: int, one: _Sheet, top: float, room: float, size: float
) -> None:
    lines = _lines_of(one)
    need = sum(_pitch(len(lines[task]), size) for task in one.tasks)
    loose = max(0.0, min((room - need - len(one.mine) * size * 2.2) / len(one.tasks), size * 1.3))
    wide = _TASK * size
    left, right = MARGIN + 11 * size + 120, A3[0] - MARGIN - (_NAME + 1) * size
    used = need + loose * len(one.tasks) + len(one.mine) * size * 2.2
    y = top + (room - used) / 2
    rows: dict[int, float] = {}
    marks: list[tuple[Role, int, float]] = []
    for role, held in one.mine:
        marks.append((role, len(held), y + size * 1.2))
        y += size * 2.2
        for task in held:
            high = _pitch(len(lines[task]), size) + loose
            rows[task] = y + high / 2
            y += high
    partners = _partners(one)
    step = min(size * 3.4, room / max(len(partners), 1))
    first = top + (room - step * len(partners)) / 2
    at = {body: first + (place + 0.5) * step for place, body in enumerate(partners)}
    middle = top + room / 2
    _lines(canvas, one, (rows, at), (MARGIN + 11 * size, middle, left, left + wide, right))
    canvas.group("heads")
    for role, held_here, height in marks:
        told = f"{ROLE_WORDS[role]}（{held_here} 项）"
        canvas.text(left, height, told, size, fill=line_of(role).colour, font_weight="bold")
    for task in one.tasks:
        canvas.group("node task", tip=plan.tasks[task].label, data_node=f"t{task}")
        tall = (len(lines[task]) * 1.25 + 0.45) * size
        canvas.rect(left, rows[task] - tall / 2, wide, tall, rx=3, fill=PAPER, stroke=HAIR)
        for line, text in enumerate(lines[task]):
            height = rows[task] + (line - (len(lines[task]) - 1) / 2) * 1.25 * size
            canvas.text(left + size * 0.5, height, text, size)
    for place in partners:
        body = one.part.bodies[place]
        canvas.group("node body", tip=body.describe(), data_node=f"b{body.at}")
        dashes = "4 2" if body.collective else "none"
        box = (min(width(body.name), _NAME) + 1) * size
        high = at[place]
        canvas.rect(
            right, high - size * 0.85, box, size * 1.7, rx=3, fill=BODY, stroke=BODY_EDGE, stroke_dasharray=dashes
        )
        canvas.text(right + size * 0.5, high, shorten(body.name, _NAME), size)
    _centre(canvas, plan, own, number, (MARGIN, middle, 11 * size), size)


def _own(plan: DrawingModel, department: str) -> int:
    if not department:
        return max(range(len(plan.bodies)), key=lambda body: (plan.bodies[body].leads, plan.bodies[body].load, -body))
    names = [(body.full, body.name, *body.written) for body in plan.bodies]
    for matches in (lambda name: name == department, lambda name: department in name):
        for at, known in enumerate(names):
            if any(map(matches, known)):
                return at
    some = "、".join(body.name for body in sorted(plan.bodies, key=lambda body: -body.load)[:8])
    raise DrawError(f"没有单位“{department}”", place="department", remedy=f"可用：{some}")


def _mine(plan: DrawingModel, own: int) -> list[tuple[Role, list[int]]]:
    """Role → the tasks in which the body has it, by the first of its roles."""
    roles: dict[int, Role] = {}
    for link in sorted(plan.links, key=lambda link: ROLES.index(link.role)):
        if link.body == own:
            roles.setdefault(link.task, link.role)
    return [
        (role, sorted(task for task, held in roles.items() if held == role)) for role in ROLES if role in roles.values()
    ]


def _partners(one: _Sheet) -> list[int]:
    """The other bodies (of the part), such that few lines cross; the tasks stay where they are."""
    place = {task.at: at for at, task in enumerate(one.part.tasks)}
    links = [(link.body, link.task) for link in one.part.links]
    bodies = tuple(dict.fromkeys(body for body, _ in links))
    start = Columns(bodies, (tuple((place[task],) for task in one.tasks),))
    return list(reduce(start, links).bodies)


def _lines(
    canvas: Canvas,
    one: _Sheet,
    heights_of: tuple[dict[int, float], dict[int, float]],
    xs: tuple[float, float, float, float, float],
) -> None:
    rows, at = heights_of
    edge, middle, left, end, right = xs
    canvas.group("links")
    for role, held in one.mine:
        line = line_of(role)
        for task in held:
            _line(canvas, (edge, middle, left, rows[task]), line.colour, line.width * 1.2, line.dashes, f"t{task}", "")
    for link in sorted(one.part.links, key=lambda link: -ROLES.index(link.role)):
        line = line_of(link.role)
        body, task_ = one.part.bodies[link.body], one.part.tasks[link.task]
        tip = f"{body.name} {ROLE_WORDS[link.role]}（{link.letter}）\n{task_.label}\n{link.quote}"
        ends = (end, rows[task_.at], right, at[link.body])
        _line(canvas, ends, line.colour, line.width * 0.9, line.dashes, f"b{body.at} t{task_.at}", tip)


def _line(
    canvas: Canvas, ends: tuple[float, float, float, float], colour: str, thick: float, dashes: str, name: str, tip: str
) -> None:
    x1, y1, x2, y2 = ends
    bend = (x2 - x1) * 0.45
    canvas.path(
        points("M{} {}C{} {} {} {} {} {}", (x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2)),
        tip=tip,
        class_=name,
        stroke=colour,
        stroke_width=thick,
        stroke_dasharray=dashes or "none",
        stroke_opacity=0.8,
    )


def _centre(
    canvas: Canvas, plan: DrawingModel, own: int, tasks: int, at: tuple[float, float, float], size: float
) -> None:
    x, y, wide = at
    body = plan.bodies[own]
    lines = wrap(body.name, wide / size / 1.1 - 1, lines=3)
    tall = (len(lines) * 1.3 + 2.4) * size * 1.1
    canvas.group("node body own", tip=body.describe(), data_node=f"b{own}")
    canvas.rect(
        x,
        y - tall / 2,
        wide,
        tall,
        rx=6,
        fill=LEADS if body.leads else BODY,
        stroke=LEADS_EDGE if body.leads else BODY_EDGE,
    )
    for number, text in enumerate(lines):
        canvas.text(
            x + wide / 2,
            y - tall / 2 + (number + 0.9) * size * 1.4,
            text,
            size * 1.1,
            anchor="middle",
            font_weight="bold",
        )
    told = f"{tasks} 项，牵头 {body.leads} 项"
    canvas.text(x + wide / 2, y + tall / 2 - size, told, max(size * 0.85, SMALL), anchor="middle", fill=FAINT)


def _caption(
    plan: DrawingModel,
    own: int,
    mine: list[tuple[Role, list[int]]],
    others: Sequence[Link],
    title: str | None,
    drawn: date | None,
) -> Caption:
    present = {role for role, _ in mine} | {link.role for link in others}
    samples = [Sample(ROLE_WORDS[role], line=line_of(role)) for role in ROLES if role in present]
    tasks = sum(len(held) for _, held in mine)
    figures = f"{plan.bodies[own].name} · {tasks} 项任务 · {len({link.body for link in others})} 个共同单位"
    return caption(plan, _TITLE, figures, samples, title=title, drawn=drawn)
