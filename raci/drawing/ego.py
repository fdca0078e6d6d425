"""One body: its tasks by what it is in them, and the bodies that share them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from raci.drawing.canvas import Canvas, points
from raci.drawing.order import Columns, reduce
from raci.drawing.page import A3, MARGIN, Caption, Sample, caption, frame, heights, message
from raci.drawing.plan import Link, Plan
from raci.drawing.style import BODY, BODY_EDGE, FAINT, HAIR, LEADS, LEADS_EDGE, LINES, PAPER
from raci.drawing.text import shorten, width, wrap
from raci.errors import DrawError
from raci.model import ROLES, Role
from raci.words import ROLE_WORDS

__all__ = ["picture"]

_TITLE = "单位任务关系图"
_SIZES = (16.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
_TASK, _NAME = 26.0, 18.0


def picture(
    plan: Plan,
    *,
    title: str | None = None,
    engine: str | None = None,
    drawn: date | None = None,
    department: str = "",
) -> Canvas:
    """The drawing for ``department`` (its name, or a part of it), by default the body that leads most.

    Raises DrawError where no body is called so. ``engine`` is for kinds that have one.
    """
    if not plan.bodies:
        said = caption(plan, _TITLE, "0 个单位", [], title=title, drawn=drawn)
        return message(said, "本文件中没有标注责任单位，因此没有可画的内容")
    own = _own(plan, department)
    mine = _mine(plan, own)
    tasks = [task for _, held in mine for task in held]
    others = [link for link in plan.links if link.body != own and link.task in set(tasks)]
    partners = _partners(tasks, others)
    said = _caption(plan, own, mine, partners, others, title, drawn)
    top, bottom = heights(said, A3[0])
    for size in _SIZES:
        pitch = size * 2.1
        tall = max(len(tasks) * pitch + len(mine) * size * 2.2, len(partners) * pitch)
        if tall <= A3[1] - top - bottom:
            break
    canvas = Canvas(A3[0], max(A3[1], tall + top + bottom), said.title)
    frame(canvas, said)
    room = canvas.height - top - bottom
    pitch = min(pitch * room / tall, size * 3.4)
    wide = _TASK * size
    left, right = MARGIN + 11 * size + 120, A3[0] - MARGIN - (_NAME + 1) * size
    used = len(tasks) * pitch + len(mine) * size * 2.2
    y = top + (room - used) / 2
    rows: dict[int, float] = {}
    marks: list[tuple[Role, float]] = []
    for role, held in mine:
        marks.append((role, y + size * 1.2))
        y += size * 2.2
        for task in held:
            rows[task] = y + pitch / 2
            y += pitch
    step = min(pitch, room / max(len(partners), 1))
    first = top + (room - step * len(partners)) / 2
    at = {body: first + (place + 0.5) * step for place, body in enumerate(partners)}
    middle = top + room / 2
    _lines(canvas, plan, mine, others, (rows, at), (MARGIN + 11 * size, middle, left, left + wide, right))
    canvas.group("heads")
    for role, height in marks:
        colour = LINES[role].colour
        canvas.text(
            left, height, f"{ROLE_WORDS[role]}（{len(dict(mine)[role])} 项）", size, fill=colour, font_weight="bold"
        )
    for task in tasks:
        canvas.group("node task", tip=plan.tasks[task].label, data_node=f"t{task}")
        canvas.rect(left, rows[task] - size * 0.85, wide, size * 1.7, rx=3, fill=PAPER, stroke=HAIR)
        canvas.text(left + size * 0.5, rows[task], shorten(plan.tasks[task].label, _TASK - 1), size)
    for body in partners:
        one = plan.bodies[body]
        canvas.group("node body", tip=one.describe(), data_node=f"b{body}")
        dashes = "4 2" if one.collective else "none"
        box = (min(width(one.name), _NAME) + 1) * size
        canvas.rect(
            right, at[body] - size * 0.85, box, size * 1.7, rx=3, fill=BODY, stroke=BODY_EDGE, stroke_dasharray=dashes
        )
        canvas.text(right + size * 0.5, at[body], shorten(one.name, _NAME), size)
    _centre(canvas, plan, own, len(tasks), (MARGIN, middle, 11 * size), size)
    return canvas


def _own(plan: Plan, department: str) -> int:
    if not department:
        return max(range(len(plan.bodies)), key=lambda body: (plan.bodies[body].leads, plan.bodies[body].load, -body))
    names = [(body.name, *body.written) for body in plan.bodies]
    for matches in (lambda name: name == department, lambda name: department in name):
        for at, known in enumerate(names):
            if any(map(matches, known)):
                return at
    some = "、".join(body.name for body in sorted(plan.bodies, key=lambda body: -body.load)[:8])
    raise DrawError(f"没有单位“{department}”", place="department", remedy=f"可用：{some}")


def _mine(plan: Plan, own: int) -> list[tuple[Role, list[int]]]:
    """Role → the tasks in which the body has it, by the first of its roles."""
    roles: dict[int, Role] = {}
    for link in sorted(plan.links, key=lambda link: ROLES.index(link.role)):
        if link.body == own:
            roles.setdefault(link.task, link.role)
    return [
        (role, sorted(task for task, held in roles.items() if held == role)) for role in ROLES if role in roles.values()
    ]


def _partners(tasks: Sequence[int], others: Sequence[Link]) -> list[int]:
    """The other bodies, such that few lines cross; the tasks stay where they are."""
    bodies = tuple(dict.fromkeys(link.body for link in others))
    start = Columns(bodies, (tuple((task,) for task in tasks),))
    return list(reduce(start, [(link.body, link.task) for link in others]).bodies)


def _lines(
    canvas: Canvas,
    plan: Plan,
    mine: list[tuple[Role, list[int]]],
    others: Sequence[Link],
    heights_of: tuple[dict[int, float], dict[int, float]],
    xs: tuple[float, float, float, float, float],
) -> None:
    rows, at = heights_of
    edge, middle, left, end, right = xs
    canvas.group("links")
    for role, held in mine:
        line = LINES[role]
        for task in held:
            _line(canvas, (edge, middle, left, rows[task]), line.colour, line.width * 1.2, line.dashes, f"t{task}", "")
    for link in sorted(others, key=lambda link: -ROLES.index(link.role)):
        line = LINES[link.role]
        says = f"{plan.bodies[link.body].name} {ROLE_WORDS[link.role]}（{link.letter}）"
        tip = f"{says}\n{plan.tasks[link.task].label}\n{link.quote}"
        ends = (end, rows[link.task], right, at[link.body])
        _line(canvas, ends, line.colour, line.width * 0.9, line.dashes, f"b{link.body} t{link.task}", tip)


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


def _centre(canvas: Canvas, plan: Plan, own: int, tasks: int, at: tuple[float, float, float], size: float) -> None:
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
    canvas.text(x + wide / 2, y + tall / 2 - size, told, size * 0.85, anchor="middle", fill=FAINT)


def _caption(
    plan: Plan,
    own: int,
    mine: list[tuple[Role, list[int]]],
    partners: list[int],
    others: Sequence[Link],
    title: str | None,
    drawn: date | None,
) -> Caption:
    present = {role for role, _ in mine} | {link.role for link in others}
    samples = [Sample(ROLE_WORDS[role], line=LINES[role]) for role in ROLES if role in present]
    tasks = sum(len(held) for _, held in mine)
    figures = f"{plan.bodies[own].name} · {tasks} 项任务 · {len(partners)} 个共同单位"
    return caption(plan, _TITLE, figures, samples, title=title, drawn=drawn)
